#include "content/decoder/pixel_kinds.h"

namespace pufa::decoder {

using media::ColorMatrix;
using media::ColorRange;

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

bool is_gray(AVPixelFormat format) {
    const AVPixFmtDescriptor* facts = av_pix_fmt_desc_get(format);
    return facts != nullptr && facts->nb_components <= 2 && !is_rgb(format);
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

} // namespace pufa::decoder
