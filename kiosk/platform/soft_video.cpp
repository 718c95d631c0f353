#include "kiosk/platform/soft_video.h"

#include "kiosk/platform/video_fit.h"
#include "kiosk/raster/kernels.h"

#include <libyuv.h>

#include <cstring>

namespace pufa::platform {
namespace {

constexpr raster::Pixel k_black = raster::k_unused_byte;

const libyuv::YuvConstants& constants(media::ColorMatrix matrix, media::ColorRange range) {
    const bool full = range == media::ColorRange::full;
    switch (matrix) {
    case media::ColorMatrix::bt601:
        return full ? libyuv::kYuvJPEGConstants : libyuv::kYuvI601Constants;
    case media::ColorMatrix::bt2020:
        return full ? libyuv::kYuvV2020Constants : libyuv::kYuv2020Constants;
    case media::ColorMatrix::bt709:
        break;
    }
    return full ? libyuv::kYuvF709Constants : libyuv::kYuvH709Constants;
}

uint8_t* bytes(raster::Pixel* pixels) {
    return reinterpret_cast<uint8_t*>(pixels);
}
const uint8_t* bytes(const raster::Pixel* pixels) {
    return reinterpret_cast<const uint8_t*>(pixels);
}

/// Four bytes to the pixel.
int row_bytes(ptrdiff_t pixels) {
    return static_cast<int>(pixels) * 4;
}

/// `part` of the planes as pixels; its corner is even, so that it begins with a sample of chroma.
void to_pixels(const Planes& planes, const ui::PixelRect& part, const libyuv::YuvConstants& colours,
               raster::Pixel* to, ptrdiff_t stride) {
    const auto from = [&](size_t plane, int shrink) {
        return planes.data[plane] + static_cast<ptrdiff_t>(part.y / shrink) * planes.stride[plane] +
               part.x / shrink;
    };
    libyuv::I420ToARGBMatrix(from(0, 1), planes.stride[0], from(1, 2), planes.stride[1], from(2, 2),
                             planes.stride[2], bytes(to), row_bytes(stride), &colours, part.w,
                             part.h);
}

} // namespace

void SoftVideo::draw(const VideoLayer& video, const ui::PixelRect& part, const PagePiece& to) {
    const auto visible = part.intersected(video.place).intersected(to.all());
    if (!video.picture || visible.empty()) return;
    prepare(video);
    const auto seen = visible.intersected(m_at);
    if (seen != visible)
        for (int y = visible.y; y < visible.bottom(); ++y)
            raster::kernels().fill(to.at(visible.x, y), static_cast<size_t>(visible.w), k_black);
    if (!seen.empty()) convert(*video.picture, seen, to);
}

void SoftVideo::prepare(const VideoLayer& video) {
    const auto& picture = *video.picture;
    const auto at = fit_video(video.place, picture.width, picture.height, video.rotation);
    if (video.serial == m_serial && at == m_at && video.rotation == m_rotation) return;
    m_serial = video.serial;
    m_at = at;
    m_rotation = video.rotation;
    if (at.empty()) return;
    if (picture.format == media::PixelFormat::rgba) return prepare_still(picture);
    m_as_it_is = video.rotation == 0 && picture.width == at.w && picture.height == at.h;
    if (m_as_it_is) return;
    m_planes = scaled(turned(planes_of(picture), video.rotation, m_turned), at.w, at.h, m_scaled);
}

void SoftVideo::prepare_still(const media::Picture& picture) {
    m_still.resize(static_cast<size_t>(m_at.area()));
    libyuv::ARGBScale(picture.plane[0], picture.stride[0], picture.width, picture.height,
                      bytes(m_still.data()), row_bytes(m_at.w), m_at.w, m_at.h,
                      libyuv::kFilterBilinear);
    libyuv::ABGRToARGB(bytes(m_still.data()), row_bytes(m_at.w), bytes(m_still.data()),
                       row_bytes(m_at.w), m_at.w, m_at.h);
}

void SoftVideo::convert(const media::Picture& picture, const ui::PixelRect& seen,
                        const PagePiece& to) {
    const ui::PixelRect part{seen.x - m_at.x, seen.y - m_at.y, seen.w, seen.h};
    const raster::Pixel* from = nullptr;
    ptrdiff_t stride = 0;
    if (picture.format == media::PixelFormat::rgba) {
        stride = m_at.w;
        from = m_still.data() + part.y * stride + part.x;
    } else {
        const auto& colours = constants(picture.matrix, picture.range);
        const auto planes = m_as_it_is ? planes_of(picture) : m_planes;
        const int left = part.x % 2;
        const int above = part.y % 2;
        if (left == 0 && above == 0)
            return to_pixels(planes, part, colours, to.at(seen.x, seen.y), to.surface.stride);
        const ui::PixelRect even{part.x - left, part.y - above, part.w + left, part.h + above};
        m_some.resize(static_cast<size_t>(even.area()));
        to_pixels(planes, even, colours, m_some.data(), even.w);
        stride = even.w;
        from = m_some.data() + above * stride + left;
    }
    libyuv::ARGBCopy(bytes(from), row_bytes(stride), bytes(to.at(seen.x, seen.y)),
                     row_bytes(to.surface.stride), seen.w, seen.h);
}

} // namespace pufa::platform
