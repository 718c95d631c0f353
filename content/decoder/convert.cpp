#include "content/decoder/convert.h"

#include "content/media/layout.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

namespace pufa::decoder {

using media::ColorMatrix;
using media::ColorRange;
using media::PixelFormat;

namespace {

/// The old J formats are the plain ones with full range.
AVPixelFormat plain(AVPixelFormat format) {
    switch (format) {
    case AV_PIX_FMT_YUVJ420P:
        return AV_PIX_FMT_YUV420P;
    case AV_PIX_FMT_YUVJ422P:
        return AV_PIX_FMT_YUV422P;
    case AV_PIX_FMT_YUVJ444P:
        return AV_PIX_FMT_YUV444P;
    case AV_PIX_FMT_YUVJ440P:
        return AV_PIX_FMT_YUV440P;
    default:
        return format;
    }
}

bool is_rgb(AVPixelFormat format) {
    const AVPixFmtDescriptor* facts = av_pix_fmt_desc_get(format);
    return facts != nullptr && (facts->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
}

ColorMatrix matrix_of(const AVFrame& frame) {
    switch (frame.colorspace) {
    case AVCOL_SPC_BT709:
        return ColorMatrix::bt709;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL:
        return ColorMatrix::bt2020;
    case AVCOL_SPC_FCC:
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M:
    case AVCOL_SPC_SMPTE240M:
        return ColorMatrix::bt601;
    default:
        // Unmarked film: what its size was made with, as players agree.
        return frame.height >= 720 || frame.width >= 1280 ? ColorMatrix::bt709 : ColorMatrix::bt601;
    }
}

ColorRange range_of(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const bool full = frame.color_range == AVCOL_RANGE_JPEG || plain(format) != format;
    return full ? ColorRange::full : ColorRange::limited;
}

const int* coefficients(ColorMatrix matrix) {
    switch (matrix) {
    case ColorMatrix::bt601:
        return sws_getCoefficients(SWS_CS_ITU601);
    case ColorMatrix::bt709:
        return sws_getCoefficients(SWS_CS_ITU709);
    case ColorMatrix::bt2020:
        return sws_getCoefficients(SWS_CS_BT2020);
    }
    return sws_getCoefficients(SWS_CS_ITU709);
}

/// Width of one pixel over its height; what is absurd is square.
double pixel_shape(const AVFrame& frame) {
    const AVRational ratio = frame.sample_aspect_ratio;
    if (ratio.num <= 0 || ratio.den <= 0) return 1;
    const double shape = av_q2d(ratio);
    return shape < 0.25 || shape > 4 ? 1 : shape;
}

} // namespace

Size fit(double width, double height, const Size& bounds) {
    const double scale = std::min({1.0, bounds.width / width, bounds.height / height});
    const auto side = [&](double length, uint32_t bound) {
        return static_cast<uint32_t>(std::clamp<double>(std::lround(length * scale), 1, bound));
    };
    return {side(width, bounds.width), side(height, bounds.height)};
}

int quarter_turns(const int32_t* matrix) {
    if (matrix == nullptr) return 0;
    const double counterclockwise = av_display_rotation_get(matrix);
    if (std::isnan(counterclockwise)) return 0;
    const double turns = -counterclockwise / 90;
    const double whole = std::round(turns);
    if (std::abs(turns - whole) > 0.01) return 0;
    return (static_cast<int>(whole) % 4 + 4) % 4;
}

int Converter::turns_of(const AVFrame& frame) const {
    const AVFrameSideData* data = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (data == nullptr || data->size < 9 * sizeof(int32_t)) return m_turns;
    return quarter_turns(reinterpret_cast<const int32_t*>(data->data));
}

Size Converter::size_of(const AVFrame& frame) const {
    if (m_format == PixelFormat::rgba) {
        const bool upright = turns_of(frame) % 2 == 0;
        const double width = m_square ? std::round(frame.width * pixel_shape(frame)) : frame.width;
        return upright ? fit(width, frame.height, m_bounds) : fit(frame.height, width, m_bounds);
    }
    return fit(std::round(frame.width * pixel_shape(frame)), frame.height, m_bounds);
}

Trouble Converter::write(const AVFrame& frame, std::byte* slot, uint64_t slot_bytes,
                         media::Frame& facts) {
    if (frame.width <= 0 || frame.height <= 0)
        return Failure{media::FailureCause::damaged, "a picture without size"};
    const Size size = size_of(frame);
    const media::Layout layout = media::layout_of(m_format, size.width, size.height);
    if (layout.bytes > slot_bytes)
        return Failure{media::FailureCause::too_large, "a picture larger than its slot"};
    const bool rgb = is_rgb(static_cast<AVPixelFormat>(frame.format));
    facts.format = m_format;
    facts.matrix = rgb ? ColorMatrix::bt709 : matrix_of(frame);
    facts.range = rgb ? ColorRange::limited : range_of(frame);
    facts.width = size.width;
    facts.height = size.height;
    facts.plane_offset = layout.offset;
    facts.plane_stride = layout.stride;

    std::array<uint8_t*, 4> planes{};
    std::array<int, 4> strides{};
    for (size_t plane = 0; plane < 3; ++plane) {
        planes[plane] = reinterpret_cast<uint8_t*>(slot) + layout.offset[plane];
        strides[plane] = static_cast<int>(layout.stride[plane]);
    }
    if (m_format == PixelFormat::rgba) {
        const int turns = turns_of(frame);
        if (turns != 0) return write_turned(frame, turns, size, planes[0], layout.stride[0], facts);
    }
    const bool same = size.width == static_cast<uint32_t>(frame.width) &&
                      size.height == static_cast<uint32_t>(frame.height) &&
                      m_format == PixelFormat::yuv420p &&
                      plain(static_cast<AVPixelFormat>(frame.format)) == AV_PIX_FMT_YUV420P;
    if (!same) return scale(frame, size, planes.data(), strides.data(), facts);
    av_image_copy(planes.data(), strides.data(), const_cast<const uint8_t**>(frame.data),
                  frame.linesize, AV_PIX_FMT_YUV420P, frame.width, frame.height);
    return std::nullopt;
}

Trouble Converter::scale(const AVFrame& frame, const Size& size, uint8_t* const* planes,
                         const int* strides, const media::Frame& facts) {
    const auto from = plain(static_cast<AVPixelFormat>(frame.format));
    const bool still = m_format == PixelFormat::rgba;
    // SWS_FAST_BILINEAR would want executable memory, which a jailed process has none of.
    const int quality =
        still ? SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT : int{SWS_BILINEAR};
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, from,
                                        static_cast<int>(size.width), static_cast<int>(size.height),
                                        still ? AV_PIX_FMT_RGBA : AV_PIX_FMT_YUV420P, quality,
                                        nullptr, nullptr, nullptr));
    if (!m_scaler)
        return Failure{media::FailureCause::no_decoder, "a pixel format that cannot be converted"};
    // The same matrix and range on both sides: what is shown is decided by the presenter alone.
    const bool rgb = is_rgb(from);
    const int* matrix = coefficients(facts.matrix);
    const int source_full = rgb || facts.range == ColorRange::full ? 1 : 0;
    const int target_full = still || facts.range == ColorRange::full ? 1 : 0;
    sws_setColorspaceDetails(m_scaler.get(), matrix, source_full, matrix, target_full, 0, 1 << 16,
                             1 << 16);
    const int rows =
        sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes, strides);
    if (rows <= 0) return failure(rows, Stage::decoding, "scaling");
    return std::nullopt;
}

Trouble Converter::write_turned(const AVFrame& frame, int turns, const Size& size, uint8_t* to,
                                uint32_t stride, const media::Frame& facts) {
    const Size flat = turns % 2 == 0 ? size : Size{size.height, size.width};
    // Rows padded to 64 bytes: the scaler writes whole vectors.
    const size_t flat_stride = media::layout_of(PixelFormat::rgba, flat.width, 1).stride[0];
    std::vector<uint8_t> pixels(flat_stride * flat.height);
    uint8_t* const planes[4] = {pixels.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(flat_stride), 0, 0, 0};
    if (auto trouble = scale(frame, flat, planes, strides, facts)) return trouble;
    for (uint32_t y = 0; y < size.height; ++y) {
        for (uint32_t x = 0; x < size.width; ++x) {
            const uint32_t from_x = turns == 1   ? y
                                    : turns == 2 ? size.width - 1 - x
                                                 : size.height - 1 - y;
            const uint32_t from_y = turns == 1   ? size.width - 1 - x
                                    : turns == 2 ? size.height - 1 - y
                                                 : x;
            std::memcpy(to + size_t{y} * stride + size_t{x} * 4,
                        pixels.data() + from_y * flat_stride + size_t{from_x} * 4, 4);
        }
    }
    return std::nullopt;
}

} // namespace pufa::decoder
