#include "content/decoder/convert.h"

#include "content/decoder/pixel_kinds.h"
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

/// Width of one pixel over its height; what is absurd is square.
double pixel_shape(const AVFrame& frame) {
    const AVRational ratio = frame.sample_aspect_ratio;
    if (ratio.num <= 0 || ratio.den <= 0) return 1;
    const double shape = av_q2d(ratio);
    return shape < 0.25 || shape > 4 ? 1 : shape;
}

bool same_size(const AVFrame& frame, const Size& size) {
    return size.width == static_cast<uint32_t>(frame.width) &&
           size.height == static_cast<uint32_t>(frame.height);
}

/// No colour at all.
void fill_chroma(const Size& size, uint8_t* const* planes, const int* strides) {
    for (int plane : {1, 2}) {
        for (uint32_t y = 0; y < (size.height + 1) / 2; ++y)
            std::fill_n(planes[plane] + ptrdiff_t{y} * strides[plane], (size.width + 1) / 2,
                        uint8_t{128});
    }
}

} // namespace

Size fit(double width, double height, const Size& bounds) {
    const double scale = std::min({1.0, bounds.width / width, bounds.height / height});
    const auto side = [&](double length, uint32_t bound) {
        return static_cast<uint32_t>(std::clamp<double>(std::lround(length * scale), 1, bound));
    };
    return {side(width, bounds.width), side(height, bounds.height)};
}

int presented_turns(const Orientation& orientation) {
    // Left for right is top for bottom and half a turn.
    return (orientation.turns + (orientation.mirrored ? 2 : 0)) % 4;
}

ColorMatrix Converter::matrix_of(const AVFrame& frame) const {
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
        if (m_picture_file) return ColorMatrix::bt601;
        return frame.height >= 720 || frame.width >= 1280 ? ColorMatrix::bt709 : ColorMatrix::bt601;
    }
}

Orientation Converter::orientation_for(const AVFrame& frame) const {
    const AVFrameSideData* data = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (data != nullptr && data->size >= 9 * sizeof(int32_t))
        return orientation_of(reinterpret_cast<const int32_t*>(data->data));
    // WebP only hands on what its Exif block says.
    const AVDictionaryEntry* tag = av_dict_get(frame.metadata, "Orientation", nullptr, 0);
    if (m_picture_file && tag != nullptr) return exif_orientation(std::atoi(tag->value));
    return m_orientation;
}

Size Converter::size_of(const AVFrame& frame) const {
    if (m_format == PixelFormat::rgba) {
        const double width = m_square ? std::round(frame.width * pixel_shape(frame)) : frame.width;
        return orientation_for(frame).on_its_side() ? fit(frame.height, width, m_bounds)
                                                    : fit(width, frame.height, m_bounds);
    }
    return fit(std::round(frame.width * pixel_shape(frame)), frame.height, m_bounds);
}

Grade Converter::describe(const AVFrame& frame, const Size& size, media::Frame& facts) const {
    const bool rgb = is_rgb(static_cast<AVPixelFormat>(frame.format));
    facts.format = m_format;
    facts.matrix = rgb ? ColorMatrix::bt709 : matrix_of(frame);
    facts.range = rgb ? ColorRange::limited : range_of(frame);
    facts.width = size.width;
    facts.height = size.height;
    return grade_of(frame, facts.matrix, facts.range);
}

bool Converter::keeps(const AVFrame& frame, media::Frame& facts) const {
    if (m_format != PixelFormat::yuv420p || m_orientation.mirrored ||
        plain(static_cast<AVPixelFormat>(frame.format)) != AV_PIX_FMT_YUV420P)
        return false;
    const Size size = size_of(frame);
    return same_size(frame, size) && describe(frame, size, facts).plain();
}

Trouble Converter::write(const AVFrame& frame, std::byte* slot, uint64_t slot_bytes,
                         media::Frame& facts) {
    if (frame.width <= 0 || frame.height <= 0)
        return Failure{media::FailureCause::damaged, "a picture without size"};
    const Size size = size_of(frame);
    const media::Layout layout = media::layout_of(m_format, size.width, size.height);
    if (layout.bytes > slot_bytes)
        return Failure{media::FailureCause::too_large, "a picture larger than its slot"};
    if (const Grade grade = describe(frame, size, facts); !grade.plain())
        return write_toned(frame, grade, slot, slot_bytes, facts);
    facts.plane_offset = layout.offset;
    facts.plane_stride = layout.stride;

    std::array<uint8_t*, 4> planes{};
    std::array<int, 4> strides{};
    for (size_t plane = 0; plane < 3; ++plane) {
        planes[plane] = reinterpret_cast<uint8_t*>(slot) + layout.offset[plane];
        strides[plane] = static_cast<int>(layout.stride[plane]);
    }
    const Orientation orientation = orientation_for(frame);
    if (m_format == PixelFormat::rgba && !orientation.upright())
        return write_turned(frame, orientation, size, planes[0], layout.stride[0], facts);
    if (m_format == PixelFormat::yuv420p && m_orientation.mirrored) {
        for (size_t plane = 0; plane < 3; ++plane) {
            const uint32_t rows = plane == 0 ? size.height : (size.height + 1) / 2;
            planes[plane] += size_t{rows - 1} * layout.stride[plane];
            strides[plane] = -strides[plane];
        }
    }
    return write_planes(frame, size, planes.data(), strides.data(), facts);
}

Trouble Converter::write_planes(const AVFrame& frame, const Size& size, uint8_t* const* planes,
                                const int* strides, const media::Frame& facts) {
    const auto format = plain(static_cast<AVPixelFormat>(frame.format));
    const bool same = same_size(frame, size);
    const bool planar = m_format == PixelFormat::yuv420p;
    if (planar && same && format == AV_PIX_FMT_YUV420P) {
        av_image_copy(const_cast<uint8_t**>(planes), const_cast<int*>(strides),
                      const_cast<const uint8_t**>(frame.data), frame.linesize, AV_PIX_FMT_YUV420P,
                      frame.width, frame.height);
        return std::nullopt;
    }
    if (planar && same && format == AV_PIX_FMT_GRAY8) {
        av_image_copy_plane(planes[0], strides[0], frame.data[0], frame.linesize[0], frame.width,
                            frame.height);
    } else if (auto trouble = scale(frame, size, planes, strides, facts)) {
        return trouble;
    }
    if (planar && is_gray(format)) fill_chroma(size, planes, strides);
    return std::nullopt;
}

Trouble Converter::write_toned(const AVFrame& frame, const Grade& grade, std::byte* slot,
                               uint64_t slot_bytes, media::Frame& facts) {
    // Without a turn: what is made here is turned like any other frame.
    Size size = size_of(frame);
    if (m_format == PixelFormat::rgba && orientation_for(frame).on_its_side())
        std::swap(size.width, size.height);
    Frame toned{av_frame_alloc()};
    if (!toned) return failure(AVERROR(ENOMEM), Stage::decoding, "frame");
    toned->format = AV_PIX_FMT_YUV420P;
    toned->width = static_cast<int>(size.width);
    toned->height = static_cast<int>(size.height);
    int done = av_frame_get_buffer(toned.get(), 64);
    if (done >= 0) done = av_frame_copy_props(toned.get(), &frame);
    if (done < 0) return failure(done, Stage::decoding, "frame");
    if (auto trouble = m_tone.map(frame, grade, size, toned->data, toned->linesize)) return trouble;
    toned->color_trc = AVCOL_TRC_BT709;
    toned->color_primaries = AVCOL_PRI_BT709;
    toned->colorspace = AVCOL_SPC_BT709;
    toned->color_range = AVCOL_RANGE_MPEG;
    toned->sample_aspect_ratio = {1, 1}; // made square on the way
    return write(*toned, slot, slot_bytes, facts);
}

Trouble Converter::scale(const AVFrame& frame, const Size& size, uint8_t* const* planes,
                         const int* strides, const media::Frame& facts) {
    const auto from = plain(static_cast<AVPixelFormat>(frame.format));
    const bool still = m_format == PixelFormat::rgba;
    // From gray to planes with colour the scaler would stretch a range and tint: brightness alone.
    const auto to = still ? AV_PIX_FMT_RGBA : is_gray(from) ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_YUV420P;
    // SWS_FAST_BILINEAR would want executable memory, which a jailed process has none of.
    const int quality =
        still ? SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT : int{SWS_BILINEAR};
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height, from,
                                        static_cast<int>(size.width), static_cast<int>(size.height),
                                        to, quality, nullptr, nullptr, nullptr));
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

Trouble Converter::write_turned(const AVFrame& frame, const Orientation& orientation,
                                const Size& size, uint8_t* to, uint32_t stride,
                                const media::Frame& facts) {
    const Size flat = orientation.on_its_side() ? Size{size.height, size.width} : size;
    // Rows padded to 64 bytes: the scaler writes whole vectors.
    const size_t flat_stride = media::layout_of(PixelFormat::rgba, flat.width, 1).stride[0];
    std::vector<uint8_t> pixels(flat_stride * flat.height);
    uint8_t* const planes[4] = {pixels.data(), nullptr, nullptr, nullptr};
    const int strides[4] = {static_cast<int>(flat_stride), 0, 0, 0};
    if (auto trouble = scale(frame, flat, planes, strides, facts)) return trouble;
    const int turns = orientation.turns;
    for (uint32_t y = 0; y < size.height; ++y) {
        for (uint32_t x = 0; x < size.width; ++x) {
            uint32_t from_x = x, from_y = y;
            if (turns == 1) from_x = y, from_y = size.width - 1 - x;
            if (turns == 2) from_x = size.width - 1 - x, from_y = size.height - 1 - y;
            if (turns == 3) from_x = size.height - 1 - y, from_y = x;
            if (orientation.mirrored) from_x = flat.width - 1 - from_x;
            std::memcpy(to + size_t{y} * stride + size_t{x} * 4,
                        pixels.data() + from_y * flat_stride + size_t{from_x} * 4, 4);
        }
    }
    return std::nullopt;
}

} // namespace pufa::decoder
