#pragma once
// One opened file: recognised, its streams chosen, read packet by packet. Opens nothing by path
// and follows no reference to another file. Times are microseconds from the first picture (of a
// sound file: from its first sample).

#include "content/decoder/av.h"
#include "content/decoder/failure.h"
#include "content/decoder/range.h"
#include "content/media/stated.h"
#include "content/media/wire.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pufa::decoder {

/// Earlier and later than any time of a real file; what is beyond has no time.
inline constexpr int64_t k_latest_us = int64_t{1} << 47;

/// 50 megapixels: a photograph of a good camera, 75 MB decoded.
inline constexpr int64_t k_most_pixels = 50'000'000;

/// What a file is opened for.
struct Wishes {
    media::Purpose purpose = media::Purpose::probe;
    std::string sound_language; ///< "": the file's own choice
    std::optional<media::Stated> stated;
};

class Input {
  public:
    Input();
    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    [[nodiscard]] Trouble open(Range range, const Wishes& wishes);

    /// The chosen streams; nullptr if there is none.
    [[nodiscard]] AVStream* video() const { return m_video; }
    [[nodiscard]] AVStream* sound() const {
        return m_sounds.empty() ? nullptr : m_sounds[m_sound_track];
    }
    /// A PNG, JPEG or WebP, not a film.
    [[nodiscard]] bool is_picture_file() const { return m_picture_file; }
    /// What can be chosen among, at most k_most_sounds; for `play` the packets of all of them are
    /// read, else of the chosen one only.
    [[nodiscard]] const std::vector<AVStream*>& sounds() const { return m_sounds; }
    [[nodiscard]] size_t sound_track() const { return m_sound_track; }
    /// `track` is one of sounds().
    void choose_sound(size_t track) { m_sound_track = track; }
    /// For `study`: tracks of text, at most k_most_texts.
    [[nodiscard]] const std::vector<AVStream*>& texts() const { return m_texts; }
    /// For a later opening; for a file whose facts were stated, just those.
    [[nodiscard]] media::Stated stated() const;
    [[nodiscard]] int64_t duration_us() const;
    [[nodiscard]] AVRational frame_rate() const;

    /// Of the file, since it was opened.
    [[nodiscard]] uint64_t bytes_read() const { return m_range ? m_range->bytes_read() : 0; }

    /// 0, or libav's error; packets of other streams come too.
    int read(AVPacket& packet);
    /// To the last place from which everything from `target_us` on can be decoded.
    int seek(int64_t target_us);
    /// nullopt: no time, or an absurd one.
    [[nodiscard]] std::optional<int64_t> to_us(int64_t timestamp, const AVStream& stream) const;

  private:
    void choose_streams(const Wishes& wishes);
    void choose_sounds(const Wishes& wishes);
    void choose_texts();
    void discard_the_rest(media::Purpose purpose);
    [[nodiscard]] bool believable(const media::Stated& stated) const;
    void believe(const media::Stated& stated);
    void bound_times();
    int find_streams();
    [[nodiscard]] int honest(int av_error) const;
    void forget();

    // m_format uses m_io, which uses m_range.
    std::optional<Range> m_range;
    IoContext m_io;
    FormatContext m_format;
    AVStream* m_video = nullptr;
    bool m_picture_file = false;
    std::vector<AVStream*> m_sounds;
    size_t m_sound_track = 0;
    std::vector<AVStream*> m_texts;
    std::optional<media::Stated> m_stated; ///< was believed: nothing was probed
    int64_t m_latest_us = k_latest_us;     ///< later times are damaged
    int64_t m_origin_us = 0;
};

} // namespace pufa::decoder
