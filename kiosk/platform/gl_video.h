#pragma once
// The video layer on GL: planes as textures, YCbCr to RGB in a shader. UI thread, current context.

#include "content/base/result.h"
#include "kiosk/platform/video_painter.h"

#include <array>
#include <memory>

namespace pufa::platform {

class GlVideo final : public VideoPainter {
  public:
    [[nodiscard]] static Result<std::unique_ptr<GlVideo>> make();
    ~GlVideo() override;
    GlVideo(const GlVideo&) = delete;
    GlVideo& operator=(const GlVideo&) = delete;

    void upload(const VideoLayer& video) override;
    void draw(const VideoLayer& video, const ui::PixelRect& part,
              const DrawTarget& target) override;

  private:
    GlVideo() = default;

    struct Pixels {
        const uint8_t* data;
        int width;
        int height;
        int stride;          ///< bytes
        int bytes_per_pixel; ///< 1 or 4
    };
    void upload_plane(size_t index, const Pixels& pixels);
    void bind_planes(int luma_filter) const;
    void set_colours(const media::Picture& picture) const;

    struct Plane {
        unsigned texture = 0;
        int width = 0;
        int height = 0;
        int bytes_per_pixel = 0;
    };
    struct Uniforms {
        int corners, turn, matrix, offset, chroma_scale, chroma_shift, kind;
    };
    unsigned m_program = 0;
    unsigned m_vertex_array = 0;
    Uniforms m_uniforms{};
    std::array<Plane, 3> m_planes{};
    uint64_t m_serial = 0;
};

} // namespace pufa::platform
