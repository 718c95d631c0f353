#pragma once
// One opened file: recognised, its streams chosen, read packet by packet. Opens nothing by path
// and follows no reference to another file. Times are microseconds from the first picture (of a
// sound file: from its first sample).

#include "content/decoder/av.h"
#include "content/decoder/failure.h"
#include "content/decoder/range.h"
#include "content/media/wire.h"

#include <cstdint>
#include <optional>

namespace pufa::decoder {

/// Earlier and later than any time of a real file; what is beyond has no time.
inline constexpr int64_t k_latest_us = int64_t{1} << 47;

/// 50 megapixels: a photograph of a good camera, 75 MB decoded.
inline constexpr int64_t k_most_pixels = 50'000'000;

class Input {
  public:
    Input();
    ~Input();
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    [[nodiscard]] Trouble open(Range range, media::Purpose purpose);

    /// The chosen streams; nullptr if there is none.
    [[nodiscard]] AVStream* video() const { return m_video; }
    [[nodiscard]] AVStream* sound() const { return m_sound; }
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
    [[nodiscard]] Trouble choose_streams(media::Purpose purpose);
    int find_streams();
    [[nodiscard]] int honest(int av_error) const;
    void forget();

    // m_format uses m_io, which uses m_range.
    std::optional<Range> m_range;
    IoContext m_io;
    FormatContext m_format;
    AVStream* m_video = nullptr;
    AVStream* m_sound = nullptr;
    int64_t m_origin_us = 0;
};

} // namespace pufa::decoder
