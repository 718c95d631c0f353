#include "kiosk/platform/cpu_video.h"

#include "kiosk/platform/video_fit.h"
#include "kiosk/platform/video_planes.h"

#include <epoxy/gl.h>
#include <libyuv.h>

namespace pufa::platform {
namespace {

/// libyuv's "ARGB" is B, G, R, A in memory; with the planes swapped and the mirrored constants it
/// writes R, G, B, A.
const libyuv::YuvConstants& constants(media::ColorMatrix matrix, media::ColorRange range) {
    const bool full = range == media::ColorRange::full;
    switch (matrix) {
    case media::ColorMatrix::bt601:
        return full ? libyuv::kYvuJPEGConstants : libyuv::kYvuI601Constants;
    case media::ColorMatrix::bt2020:
        return full ? libyuv::kYvuV2020Constants : libyuv::kYvu2020Constants;
    case media::ColorMatrix::bt709:
        break;
    }
    return full ? libyuv::kYvuF709Constants : libyuv::kYvuH709Constants;
}

bool within(const ui::PixelRect& inner, const ui::PixelRect& outer) {
    return intersection(inner, outer) == inner;
}

} // namespace

void CpuVideo::upload(const VideoLayer& video) {
    if (!video.picture) return;
    const auto& picture = *video.picture;
    const auto at = fit_video(video.place, picture.width, picture.height, video.rotation);
    if (video.serial == m_serial && at == m_at && video.rotation == m_rotation) return;
    m_serial = video.serial;
    m_at = at;
    m_rotation = video.rotation;
    m_rgba.resize(static_cast<size_t>(at.w) * static_cast<size_t>(at.h) * 4);
    if (!at.empty()) convert(picture, video.rotation);
}

void CpuVideo::convert(const media::Picture& picture, int rotation) {
    const int row = m_at.w * 4;
    if (picture.format == media::PixelFormat::rgba) {
        libyuv::ARGBScale(picture.plane[0], picture.stride[0], picture.width, -picture.height,
                          m_rgba.data(), row, m_at.w, m_at.h, libyuv::kFilterBilinear);
        return;
    }
    const auto planes =
        scaled(turned(planes_of(picture), rotation, m_turned), m_at.w, m_at.h, m_scaled);
    libyuv::I420ToARGBMatrix(planes.data[0], planes.stride[0], planes.data[2], planes.stride[2],
                             planes.data[1], planes.stride[1], m_rgba.data(), row,
                             &constants(picture.matrix, picture.range), planes.width,
                             -planes.height);
}

void CpuVideo::draw(const VideoLayer& video, const ui::PixelRect& part, const DrawTarget& target) {
    const auto visible = intersection(part, video.place);
    if (!video.picture || visible.empty()) return;
    if (!within(visible, m_at)) {
        glEnable(GL_SCISSOR_TEST);
        glScissor(visible.x, target.height - visible.y - visible.h, visible.w, visible.h);
        glClearColor(0, 0, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
    }
    const auto seen = intersection(visible, m_at);
    if (seen.empty()) return;
    const int first_row = m_at.y + m_at.h - seen.y - seen.h; // from the bottom
    const auto* pixels =
        m_rgba.data() + (static_cast<size_t>(first_row) * static_cast<size_t>(m_at.w) +
                         static_cast<size_t>(seen.x - m_at.x)) *
                            4;
    glBindTexture(GL_TEXTURE_2D, target.texture);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, m_at.w);
    glTexSubImage2D(GL_TEXTURE_2D, 0, seen.x, target.height - seen.y - seen.h, seen.w, seen.h,
                    GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

} // namespace pufa::platform
