#include "kiosk/platform/gl_video.h"

#include "kiosk/platform/colour.h"
#include "kiosk/platform/gl_program.h"
#include "kiosk/platform/video_fit.h"

#include <epoxy/gl.h>

namespace pufa::platform {
namespace {

constexpr const char* k_vertex = R"(
uniform vec4 corners; // left, top, right, bottom in clip space
uniform mat2 turn;
out vec2 point;
void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    point = turn * (corner - 0.5) + 0.5;
    gl_Position = vec4(mix(corners.xy, corners.zw, corner), 0.0, 1.0);
}
)";

constexpr const char* k_fragment = R"(
uniform sampler2D plane0;
uniform sampler2D plane1;
uniform sampler2D plane2;
uniform mat3 matrix;
uniform vec3 offset;
uniform vec2 chroma_scale;
uniform vec2 chroma_shift;
uniform int kind; // 0 YCbCr, 1 RGBA
in vec2 point;
out vec4 colour;
void main() {
    if (kind == 1) {
        colour = vec4(texture(plane0, point).rgb, 1.0);
        return;
    }
    vec2 chroma = point * chroma_scale + chroma_shift;
    vec3 yuv = vec3(texture(plane0, point).r, texture(plane1, chroma).r, texture(plane2, chroma).r);
    colour = vec4(clamp(matrix * (yuv - offset), 0.0, 1.0), 1.0);
}
)";

} // namespace

Result<std::unique_ptr<GlVideo>> GlVideo::make() {
    std::unique_ptr<GlVideo> video(new GlVideo);
    PUFA_TRY(video->m_program, link_program(k_vertex, k_fragment));
    const auto at = [&](const char* name) { return glGetUniformLocation(video->m_program, name); };
    video->m_uniforms = {at("corners"),      at("turn"),         at("matrix"), at("offset"),
                         at("chroma_scale"), at("chroma_shift"), at("kind")};
    glUseProgram(video->m_program);
    glUniform1i(at("plane0"), 0);
    glUniform1i(at("plane1"), 1);
    glUniform1i(at("plane2"), 2);
    glGenVertexArrays(1, &video->m_vertex_array);
    return video;
}

GlVideo::~GlVideo() {
    for (const auto& plane : m_planes)
        if (plane.texture) glDeleteTextures(1, &plane.texture);
    if (m_vertex_array) glDeleteVertexArrays(1, &m_vertex_array);
    if (m_program) glDeleteProgram(m_program);
}

void GlVideo::upload_plane(size_t index, const Pixels& pixels) {
    auto& plane = m_planes[index];
    const GLenum format = pixels.bytes_per_pixel == 4 ? GL_RGBA : GL_RED;
    if (!plane.texture) {
        glGenTextures(1, &plane.texture);
        glBindTexture(GL_TEXTURE_2D, plane.texture);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    }
    glBindTexture(GL_TEXTURE_2D, plane.texture);
    if (plane.width != pixels.width || plane.height != pixels.height ||
        plane.bytes_per_pixel != pixels.bytes_per_pixel) {
        glTexImage2D(GL_TEXTURE_2D, 0, pixels.bytes_per_pixel == 4 ? GL_RGBA8 : GL_R8, pixels.width,
                     pixels.height, 0, format, GL_UNSIGNED_BYTE, nullptr);
        plane = {plane.texture, pixels.width, pixels.height, pixels.bytes_per_pixel};
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, pixels.stride / pixels.bytes_per_pixel);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, pixels.width, pixels.height, format, GL_UNSIGNED_BYTE,
                    pixels.data);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void GlVideo::upload(const VideoLayer& video) {
    if (!video.picture || video.serial == m_serial) return;
    m_serial = video.serial;
    const auto& picture = *video.picture;
    if (picture.format == media::PixelFormat::rgba) {
        upload_plane(0, {picture.plane[0], picture.width, picture.height, picture.stride[0], 4});
        return;
    }
    const int chroma_width = (picture.width + 1) / 2;
    const int chroma_height = (picture.height + 1) / 2;
    upload_plane(0, {picture.plane[0], picture.width, picture.height, picture.stride[0], 1});
    upload_plane(1, {picture.plane[1], chroma_width, chroma_height, picture.stride[1], 1});
    upload_plane(2, {picture.plane[2], chroma_width, chroma_height, picture.stride[2], 1});
}

void GlVideo::bind_planes(GLint luma_filter) const {
    for (size_t i = 0; i < m_planes.size(); ++i) {
        const GLint filter = i == 0 ? luma_filter : GL_LINEAR;
        glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(i));
        glBindTexture(GL_TEXTURE_2D, m_planes[i].texture);
        if (!m_planes[i].texture) continue;
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, filter);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter);
    }
    glActiveTexture(GL_TEXTURE0);
}

void GlVideo::set_colours(const media::Picture& picture) const {
    const auto colours = yuv_to_rgb(picture.matrix, picture.range);
    glUniformMatrix3fv(m_uniforms.matrix, 1, GL_TRUE, colours.matrix[0].data());
    glUniform3fv(m_uniforms.offset, 1, colours.offset.data());
    // Chroma samples sit at the left one of each pair of luma samples (H.264 Annex E, type 0), and
    // the planes of an odd width are half a sample wider than the picture.
    const auto chroma_width = static_cast<float>((picture.width + 1) / 2);
    const auto chroma_height = static_cast<float>((picture.height + 1) / 2);
    glUniform2f(m_uniforms.chroma_scale, static_cast<float>(picture.width) / 2 / chroma_width,
                static_cast<float>(picture.height) / 2 / chroma_height);
    glUniform2f(m_uniforms.chroma_shift, 0.25f / chroma_width, 0);
    glUniform1i(m_uniforms.kind, picture.format == media::PixelFormat::rgba ? 1 : 0);
}

void GlVideo::draw(const VideoLayer& video, const ui::PixelRect& part, const DrawTarget& target) {
    if (!video.picture) return;
    const auto& picture = *video.picture;
    const auto visible = intersection(part, video.place);
    if (visible.empty()) return;
    glEnable(GL_SCISSOR_TEST);
    glScissor(visible.x, target.height - visible.y - visible.h, visible.w, visible.h);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    const auto at = fit_video(video.place, picture.width, picture.height, video.rotation);
    const bool same_size = video.rotation % 180 == 0
                               ? at.w == picture.width && at.h == picture.height
                               : at.w == picture.height && at.h == picture.width;
    glUseProgram(m_program);
    glBindVertexArray(m_vertex_array);
    glDisable(GL_BLEND);
    glViewport(0, 0, target.width, target.height);
    bind_planes(same_size ? GL_NEAREST : GL_LINEAR);
    set_colours(picture);
    const auto clip_x = [&](int x) {
        return 2 * static_cast<float>(x) / static_cast<float>(target.width) - 1;
    };
    const auto clip_y = [&](int y) {
        return 1 - 2 * static_cast<float>(y) / static_cast<float>(target.height);
    };
    glUniform4f(m_uniforms.corners, clip_x(at.x), clip_y(at.y), clip_x(at.x + at.w),
                clip_y(at.y + at.h));
    const auto turn = turn_of(video.rotation);
    glUniformMatrix2fv(m_uniforms.turn, 1, GL_TRUE, turn[0].data());
    glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    glBindVertexArray(0);
}

} // namespace pufa::platform
