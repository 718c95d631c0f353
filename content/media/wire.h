#pragma once
// What crosses between the kiosk and a decoder: fixed-size messages over a SEQPACKET socket pair
// (descriptor 3 of the child), and two sealed memfds made by the kiosk: picture slots and a sound
// ring. The kiosk trusts nothing in them: each message is copied and checked, the ring's header is
// read once into a local. Same machine, same build: host byte order; k_wire_version must match.

#include <array>
#include <atomic>
#include <cstdint>
#include <type_traits>

namespace pufa::media {

inline constexpr uint32_t k_wire_version = 5;
inline constexpr int k_channel_fd = 3;

inline constexpr int k_max_dimension = 4096;
inline constexpr int k_sound_rate = 48000; ///< frames a second; float, interleaved
inline constexpr int k_sound_channels = 2;
inline constexpr uint32_t k_slowest_percent = 50; ///< of the item's own pace
inline constexpr uint32_t k_fastest_percent = 200;
/// Of a study's captions; what is beyond is left out.
inline constexpr uint32_t k_most_texts = 16;
inline constexpr uint32_t k_most_cues = 20'000; ///< of one track
inline constexpr uint32_t k_most_cue_bytes = 4096;
inline constexpr uint64_t k_most_caption_bytes = 8u << 20; ///< of one study

enum class PixelFormat : uint32_t {
    none,
    yuv420p, ///< three planes, 8 bit, chroma halved both ways
    rgba,    ///< one plane, 8 bit each, not premultiplied; pictures only
};
enum class ColorMatrix : uint32_t { bt601, bt709, bt2020 };
enum class ColorRange : uint32_t { limited, full };

/// Of a name or a language tag that crosses; a longer one is cut.
using ShortName = std::array<char, 16>;
inline constexpr uint32_t k_most_sounds = 8; ///< tracks of sound that can be chosen among

/// What a file's container does not say by itself and a probe has found by decoding a little. Told
/// at a later opening, it spares the decoder that look.
struct StatedFields {
    int64_t start_us; ///< of the leading stream, in the file's own time
    int64_t duration_us;
    ShortName video_codec;  ///< "h264"; empty: no pictures
    ShortName sound_codec;  ///< of the track that sounds if none is asked for; empty: no sound
    uint32_t width, height; ///< coded
    uint32_t video_delay;   ///< pictures that may wait for one shown before them
    uint32_t frame_rate_num, frame_rate_den; ///< 0/1: none
    uint32_t sound_rate, sound_channels;
};

/// What a decoder is opened for.
enum class Purpose : uint32_t {
    play,    ///< pictures and sound, with seeking
    picture, ///< one still, scaled to fit max_width × max_height, as RGBA
    probe,   ///< facts only
    study,   ///< the whole file read once: its sound measured, small pictures along it
};

// ---- kiosk → decoder; Open carries three descriptors: media (read-only), pictures, sound ----

struct Open {
    uint64_t offset;        ///< of the member in the descriptor, bytes
    uint64_t length;        ///< bytes
    uint64_t picture_bytes; ///< of the picture memfd: slot_count × slot_bytes
    uint64_t slot_bytes;
    uint64_t sound_bytes; ///< of the sound memfd, header included; 0: no sound wanted
    uint32_t slot_count;
    uint32_t ahead;      ///< at most so many slots with the kiosk at once; of play, the rest is for
                         ///< the codec to decode into
    uint32_t generation; ///< of the frames and sound that follow
    Purpose purpose;
    uint32_t max_width; ///< all but probe: larger pictures are scaled down to fit
    uint32_t max_height;
    int64_t start_us; ///< picture: the moment of the film to show
    uint32_t has_stated;
    uint32_t pace_percent;    ///< play: as in Pace
    ShortName sound_language; ///< play: of the track to begin with; empty: the file's own choice
    StatedFields stated;
};
/// Frames and sound from `target` on, exact: the first frame is the one shown at `target`.
struct Seek {
    int64_t target_us;
    uint32_t generation;
};
/// From now on so many seconds of the item pass in a hundred, pitch kept. A SoundStart tells where.
struct Pace {
    uint32_t percent;
};
/// From now on this track sounds. A SoundStart tells from where.
struct ChooseSound {
    uint32_t track; ///< in the order of the SoundTracks
};
/// The kiosk has done with a slot.
struct Release {
    uint32_t slot;
    uint32_t generation; ///< of the Frame that leased it
};

// ---- decoder → kiosk ----

struct Hello {
    uint32_t version;
    uint32_t jailed;   ///< 0: built with a sanitizer, whose runtime no jail can hold
    uint32_t landlock; ///< the ABI that closes the files; 0: the kernel has none
};
/// Still at work: sent about every second in which nothing else is, not while there is nothing to
/// do or no slot to put it in. A library that hangs sends none.
struct Alive {
    uint32_t generation;
};
/// One of the item's tracks of sound, in order, before Opened.
struct SoundTrackFields {
    uint32_t index;
    ShortName language; ///< BCP 47 or ISO 639-2 as in the file; may be empty
    char title[96];     ///< UTF-8, may be empty
};
struct Opened {
    int64_t duration_us;
    uint32_t width, height; ///< of the pictures that will come; 0: sound only
    uint32_t frame_rate_num, frame_rate_den;
    uint32_t has_sound;
    uint32_t rotation;    ///< degrees clockwise: 0, 90, 180, 270
    uint32_t sound_track; ///< the one that sounds first
    char codec[32];       ///< "h264+aac", for staff
    StatedFields stated;
};
struct Frame {
    int64_t pts_us;
    uint32_t generation;
    uint32_t slot;
    PixelFormat format;
    ColorMatrix matrix;
    ColorRange range;
    uint32_t width, height;
    std::array<uint32_t, 3> plane_offset; ///< from the start of the slot
    std::array<uint32_t, 3> plane_stride; ///< bytes
    uint32_t preview; ///< 1: not yet the one shown at the target, but what there is at once
};
/// From ring position `position` (frames since the ring was made) on, the sound is that of pts_us
/// and what follows it without a gap, at this pace and of this track. Of one generation the later
/// SoundStart holds from its position on.
struct SoundStart {
    int64_t pts_us;
    uint64_t position;
    uint32_t generation;
    uint32_t pace_percent;
    uint32_t track;
};
/// A piece of what is said in a text track; the pieces of one cue follow each other.
struct CueText {
    int64_t from_us, until_us;
    uint32_t generation;
    uint32_t track;    ///< in the order of the TextTracks
    uint32_t bytes;    ///< of `text`
    uint32_t complete; ///< 1: the last piece of its cue
    char text[192];    ///< UTF-8; a piece may end within a character
};
/// A track of text that a study has found; its cues follow.
struct TextTrack {
    uint32_t generation;
    uint32_t index;
    ShortName language;
    char title[96]; ///< UTF-8, may be empty
};
/// Everything of this generation has been sent; what is in the ring still sounds.
struct End {
    uint32_t generation;
};
/// How much of a file a study has read; also a sign of life.
struct Progress {
    uint32_t generation;
    uint32_t percent; ///< 0..100
};
/// What a study has found; after its pictures, before its End.
struct Studied {
    int64_t end_us;             ///< of the last packet of picture or sound
    int64_t keyframe_gap_us;    ///< the longest from a keyframe to the next or to the end
    int64_t keyframe_gap_at_us; ///< where that gap begins
    int64_t damage_at_us;       ///< of the first fault that was passed over
    uint64_t bits_per_second;   ///< pictures and sound
    uint64_t seek_bytes;        ///< read in order to find a place at nine tenths; 0: not tried
    double lufs;                ///< integrated, as the kiosk plays it (EBU R 128)
    double peak_dbtp;           ///< true peak
    uint32_t generation;
    uint32_t has_loudness; ///< there is sound above the absolute gate of -70 LUFS
    uint32_t damages;      ///< faults that were passed over
    uint32_t sample_depth; ///< bits of a picture sample; 0: no pictures
    uint32_t interlaced;   ///< 0 or 1
    uint32_t uneven_rate;  ///< 0 or 1: pictures do not come evenly
    uint32_t sound_rate;   ///< of the file, samples a second; 0: no sound
};
enum class FailureCause : uint32_t { not_media, no_decoder, too_large, read_error, damaged };
/// The item cannot be decoded (further). The decoder stays usable for another Open.
struct Failed {
    FailureCause cause;
    uint32_t generation;
    char text[96]; ///< for the log; not trusted
};

enum class Kind : uint32_t {
    open = 1,
    seek,
    release,
    close,
    hello,
    opened,
    frame,
    sound_start,
    end,
    failed,
    progress,
    studied,
    pace,
    choose_sound,
    sound_track,
    text_track,
    cue_text,
    alive
};

struct Message {
    Kind kind;
    uint32_t reserved = 0;
    union {
        Open open;
        Seek seek;
        Release release;
        Hello hello;
        Opened opened;
        Frame frame;
        SoundStart sound_start;
        End end;
        Failed failed;
        Progress progress;
        Studied studied;
        Pace pace;
        ChooseSound choose_sound;
        SoundTrackFields sound_track;
        TextTrack text_track;
        CueText cue_text;
        Alive alive;
    };
};
static_assert(std::is_trivially_copyable_v<Message>);

/// The first page of the sound memfd; samples follow at k_sound_data.
struct SoundHeader {
    std::atomic<uint64_t> written; ///< frames, by the decoder only
    std::atomic<uint64_t> read;    ///< frames, by the kiosk only
};
static_assert(std::atomic<uint64_t>::is_always_lock_free);
inline constexpr uint64_t k_sound_data = 4096;
inline constexpr uint64_t k_sound_frames = 1u << 16; ///< capacity, 1.37 s
inline constexpr uint64_t k_sound_bytes =
    k_sound_data + k_sound_frames * k_sound_channels * sizeof(float);

} // namespace pufa::media
