#pragma once
// The kiosk's end of one decoder: spawns it, feeds it, watches it, kills it. Nothing here blocks
// but `wait`; the owner polls. One thread.

#include "content/base/clock.h"
#include "content/base/file.h"
#include "content/base/process.h"
#include "content/media/stated.h"
#include "content/media/wire.h"

#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::media {

/// A member of a pack, or a file as a whole.
struct Source {
    std::filesystem::path file;
    uint64_t offset = 0;
    uint64_t length = 0; ///< 0: to the end of the file
    Micros start{0};     ///< picture: the moment to show
};

/// One of an item's tracks of sound; both may be empty, neither is to be trusted as more than
/// words.
struct SoundTrack {
    std::string language; ///< as in the file: BCP 47 ("yue") or ISO 639-2 ("chi")
    std::string title;    ///< UTF-8
    bool operator==(const SoundTrack&) const = default;
};

/// Facts of an opened item, checked and in our own units.
struct Facts {
    Micros duration{0};
    int width = 0;
    int height = 0;
    double frames_per_second = 0;
    bool has_sound = false;
    int rotation = 0;
    std::string codec;
    std::vector<SoundTrack> sounds; ///< in the file's order, at most k_most_sounds
    size_t sound_track = 0;         ///< which of them sounds first
    Stated stated;
};

/// How loud the sound is as the kiosk plays it, both channels (EBU R 128).
struct Level {
    double lufs = 0;      ///< integrated
    double peak_dbtp = 0; ///< true peak
};

/// What is said in a film, as a text track within its file has it.
struct EmbeddedCaptions {
    std::string language; ///< as in the file; may be empty
    std::string title;    ///< UTF-8; may be empty
    struct Cue {
        Micros start{0};
        Micros end{0};
        std::string text; ///< plain UTF-8, lines parted by \n
        bool operator==(const Cue&) const = default;
    };
    std::vector<Cue> cues; ///< in the file's order
};

/// What reading a whole file has shown.
struct Findings {
    Micros end{0};          ///< of the last picture or sound that is there
    Micros keyframe_gap{0}; ///< the longest from a keyframe to the next or to the end
    Micros keyframe_gap_at{0};
    uint64_t bits_per_second = 0;
    uint64_t seek_bytes = 0;    ///< read in order to find a place at nine tenths
    std::optional<Level> level; ///< none: no sound, or nothing to hear in it
    int sound_rate = 0;         ///< samples a second in the file; 0: no sound
    int sample_depth = 0;       ///< bits of a picture sample
    bool interlaced = false;
    bool uneven_rate = false; ///< pictures do not come evenly
    uint64_t damages = 0;     ///< faults that were passed over
    Micros damage_at{0};      ///< the first of them
    std::vector<EmbeddedCaptions> captions;
};

class Lease;

/// One picture in shared memory; pointers stay valid as long as the lease lives. A hostile decoder
/// may change the pixels at any time, never the sizes.
struct Picture {
    Micros pts{0};
    PixelFormat format = PixelFormat::none;
    ColorMatrix matrix = ColorMatrix::bt709;
    ColorRange range = ColorRange::limited;
    int width = 0;
    int height = 0;
    std::array<const uint8_t*, 3> plane{};
    std::array<int, 3> stride{};
    bool preview = false; ///< after a seek: not the one at its target yet, but at once
    std::shared_ptr<const Lease> lease; ///< gives the slot back when the last copy is gone
};

// What a poll may report, in order.
struct HasOpened {
    Facts facts;
};
struct HasPicture {
    Picture picture;
    uint32_t generation;
};
struct HasSound {
    Micros pts;
    uint64_t position; ///< ring frames; the later start of a generation holds from there on
    uint32_t generation;
    int pace_percent = 100;
    size_t track = 0;
};
/// A study only.
struct HasProgress {
    int percent; ///< 0..100
};
struct HasFindings {
    Findings findings;
};
struct HasEnded {
    uint32_t generation;
};
/// UNPLAYABLE: the decoder says so. DISK_ERROR: it could not read the file. DECODER_DIED: it ended,
/// was killed, or broke the protocol.
struct HasFailed {
    Error error;
};
using Report =
    std::variant<HasOpened, HasPicture, HasSound, HasProgress, HasFindings, HasEnded, HasFailed>;

/// The reading end of the sound ring. `read` may be called by one other thread (the sound device).
class SoundRing {
  public:
    virtual ~SoundRing() = default;
    /// Frames that can be read now, starting at ring frame `position()`.
    [[nodiscard]] virtual uint64_t available() const = 0;
    [[nodiscard]] virtual uint64_t position() const = 0;
    /// Copies at most `frames` interleaved stereo frames, returns how many.
    virtual uint64_t read(float* to, uint64_t frames) = 0;
    /// Drops everything before ring frame `position` that has been written.
    virtual void skip_to(uint64_t position) = 0;
};

/// What a decoder says of its jail when it greets.
struct Greeting {
    bool jailed = false; ///< false: a sanitizer's build
    int landlock = 0;    ///< the kernel's ABI; 0: it has none, and system calls alone are the wall
};

struct LinkOptions {
    std::filesystem::path decoder; ///< the program; empty: beside the running program
    int pictures_ahead = 8;        ///< decoded at most so far ahead of what is shown
};

/// How an item begins; Purpose::play only.
struct Beginning {
    std::string sound_language;   ///< BCP 47: the track to begin with; "": the file's own choice
    std::optional<Stated> stated; ///< the file is not probed; what contradicts it is not believed
};

class Link {
  public:
    /// Spawns the decoder; NO_DECODER if the program is missing. Ready when Hello has come, but
    /// open() may be called at once.
    [[nodiscard]] static Result<std::unique_ptr<Link>> spawn(const LinkOptions& options);
    virtual ~Link() = default;

    /// Opens `source` read-only and hands it over. NOT_FOUND, errno errors, DISK_ERROR when the
    /// file is shorter than the range. The slots are made here, each of max_width × max_height
    /// (sparse memory, so a generous bound is free); the decoder scales larger pictures down to
    /// fit. Once per Link for `play`; after a still's or a study's HasEnded, a probe's HasOpened or
    /// a HasFailed UNPLAYABLE it may be called again. Both bounds are 1..k_max_dimension.
    [[nodiscard]] virtual Result<void> open(const Source& source, Purpose purpose, int max_width,
                                            int max_height, const Beginning& beginning) = 0;
    [[nodiscard]] Result<void> open(const Source& source, Purpose purpose, int max_width,
                                    int max_height) {
        return open(source, purpose, max_width, max_height, {});
    }
    /// Starts a new generation at `target`; what is still queued of older ones is dropped here.
    virtual void seek(Micros target) = 0;
    /// k_slowest_percent to k_fastest_percent of the item's own pace; HasSound says from where on.
    virtual void set_pace(int percent) = 0;
    /// Of Facts.sounds; HasSound says from where on.
    virtual void choose_sound(size_t track) = 0;
    /// Everything that has come since the last poll. After HasFailed nothing follows but the news
    /// that the decoder has died, and after that nothing.
    [[nodiscard]] virtual std::vector<Report> poll() = 0;
    /// Blocks until poll would report something or the time is over; for admin, tests, warm-up.
    virtual void wait(std::chrono::milliseconds at_most) = 0;
    [[nodiscard]] virtual uint32_t generation() const = 0;
    /// How often it has said that it is at work; see Watch.
    [[nodiscard]] virtual uint64_t heartbeats() const = 0;
    [[nodiscard]] virtual SoundRing& sound() = 0;
    [[nodiscard]] virtual pid_t pid() const = 0;
};

/// Starts a decoder and hears how it is jailed. Blocks, at most `at_most`. NO_DECODER,
/// DECODER_DIED.
[[nodiscard]] Result<Greeting> greet(const LinkOptions& options, std::chrono::milliseconds at_most);

/// Opens, reads the facts, lets go. Blocks, at most `at_most`; a decoder that says nothing by then,
/// or was silent for Watch::k_silence, is killed and the file is UNPLAYABLE.
[[nodiscard]] Result<Facts> probe(const LinkOptions& options, const Source& source,
                                  std::chrono::milliseconds at_most);
/// The same over a link that has opened nothing yet.
[[nodiscard]] Result<Facts> probe(Link& link, const Source& source,
                                  std::chrono::milliseconds at_most);

/// A still, copied out of shared memory: RGBA, not premultiplied, rows without padding.
struct Still {
    int width = 0;
    int height = 0;
    std::vector<uint8_t> rgba;
};

/// One picture (of a film: its first), scaled down to fit, turned as its file says. Blocks, at most
/// `at_most`. UNPLAYABLE, NO_DECODER, NOT_FOUND.
[[nodiscard]] Result<Still> decode_still(const LinkOptions& options, const Source& source,
                                         int max_width, int max_height,
                                         std::chrono::milliseconds at_most);
/// The same over a link that has opened nothing yet.
[[nodiscard]] Result<Still> decode_still(Link& link, const Source& source, int max_width,
                                         int max_height, std::chrono::milliseconds at_most);

} // namespace pufa::media
