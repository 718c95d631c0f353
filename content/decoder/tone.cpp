#include "content/decoder/tone.h"

#include "content/decoder/pixel_kinds.h"

namespace pufa::decoder {

Trouble ToneMapper::map(const AVFrame& frame, const Grade& grade, const Size& size,
                        uint8_t* const* to, const int* strides) {
    if (!m_table || !(m_grade == grade)) m_table.emplace(grade);
    m_grade = grade;
    const bool fits =
        frame.format == AV_PIX_FMT_YUV420P10 &&
        size == Size{static_cast<uint32_t>(frame.width), static_cast<uint32_t>(frame.height)};
    if (!fits) {
        if (auto trouble = to_ten_bits(frame, grade, size)) return trouble;
    }
    m_table->map(fits ? frame : *m_ten_bits, to, strides);
    return std::nullopt;
}

Trouble ToneMapper::to_ten_bits(const AVFrame& frame, const Grade& grade, const Size& size) {
    const auto width = static_cast<int>(size.width), height = static_cast<int>(size.height);
    if (!m_ten_bits || m_ten_bits->width != width || m_ten_bits->height != height) {
        m_ten_bits.reset(av_frame_alloc());
        if (!m_ten_bits) return failure(AVERROR(ENOMEM), Stage::decoding, "frame");
        m_ten_bits->format = AV_PIX_FMT_YUV420P10;
        m_ten_bits->width = width;
        m_ten_bits->height = height;
        const int got = av_frame_get_buffer(m_ten_bits.get(), 64);
        if (got < 0) {
            m_ten_bits.reset();
            return failure(got, Stage::decoding, "frame");
        }
    }
    const auto from = plain(static_cast<AVPixelFormat>(frame.format));
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, from, width,
                                        height, AV_PIX_FMT_YUV420P10, SWS_BILINEAR, nullptr,
                                        nullptr, nullptr));
    if (!m_scaler)
        return Failure{media::FailureCause::no_decoder, "a pixel format that cannot be converted"};
    // Only the layout changes here: matrix and range stay the grade's.
    const int* matrix = coefficients(grade.matrix);
    const int full = grade.range == media::ColorRange::full ? 1 : 0;
    sws_setColorspaceDetails(m_scaler.get(), matrix, is_rgb(from) ? 1 : full, matrix, full, 0,
                             1 << 16, 1 << 16);
    const int rows = sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height,
                               m_ten_bits->data, m_ten_bits->linesize);
    if (rows <= 0) return failure(rows, Stage::decoding, "scaling");
    return std::nullopt;
}

} // namespace pufa::decoder
