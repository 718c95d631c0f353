#include "kiosk/platform/gl_presenter.h"

#include "content/base/log.h"
#include "kiosk/platform/gl_program.h"
#include "kiosk/platform/gl_turn.h"
#include "kiosk/platform/imgui_renderer.h"
#include "kiosk/platform/speed_meter.h"
#include "kiosk/platform/turn.h"
#include "kiosk/platform/video_fit.h"
#include "kiosk/ui/theme.h"

#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace pufa::platform {
namespace {

void clear_to_paper() {
    const uint32_t paper = ui::rgba(ui::Color::paper); // 0xAABBGGRR
    const auto part = [&](int shift) { return static_cast<float>(paper >> shift & 0xff) / 255; };
    glClearColor(part(0), part(8), part(16), 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

GLuint make_texture(int width, int height, const uint8_t* pixels) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
    return texture;
}

class Presenting final : public GlPresenter {
  public:
    explicit Presenting(std::function<void()> swap)
        : m_swap(std::move(swap)) {}

    ~Presenting() override {
        if (m_framebuffer) glDeleteFramebuffers(1, &m_framebuffer);
        if (m_target) glDeleteTextures(1, &m_target);
    }

    Result<void> start(int width, int height, VideoBy video_by, int rotation) {
        m_rotation = rotation;
        if (rotation != 0) {
            PUFA_TRY(m_turn, GlTurn::make(rotation));
        }
        PUFA_TRY(m_video, make_video_painter(video_by));
        PUFA_TRY(m_imgui, ImguiRenderer::make());
        glGenFramebuffers(1, &m_framebuffer);
        return resize(width, height);
    }

    Result<void> resize(int width, int height) override {
        if (m_target) glDeleteTextures(1, &m_target);
        m_width = std::max(1, width);
        m_height = std::max(1, height);
        m_target = make_texture(m_width, m_height, nullptr);
        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, m_target, 0);
        const GLenum status = glCheckFramebufferStatus(GL_FRAMEBUFFER);
        if (status != GL_FRAMEBUFFER_COMPLETE)
            return Error{Code::NO_DISPLAY, "OpenGL",
                         fmt::format("framebuffer {}x{}: status {:#x}", m_width, m_height, status)};
        glDisable(GL_SCISSOR_TEST);
        clear_to_paper();
        return {};
    }

    void present(ImDrawData& draw_data, const std::optional<VideoLayer>& video,
                 std::span<const ui::PixelRect> damage) override {
        std::vector<ui::PixelRect> parts;
        for (const auto& rect : damage)
            if (const auto part = intersection(rect, {0, 0, m_width, m_height}); !part.empty())
                parts.push_back(part);
        if (parts.empty()) return;
        const bool measured = m_speed.measures() && !video && is_a_page(parts);
        const auto began = base::steady_now();

        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
        glViewport(0, 0, m_width, m_height);
        if (video) m_video->upload(*video);
        for (const auto& part : parts) {
            if (!video || intersection(part, video->place) != part) {
                glEnable(GL_SCISSOR_TEST);
                glScissor(part.x, m_height - part.y - part.h, part.w, part.h);
                clear_to_paper();
            }
            if (video) m_video->draw(*video, part, {m_target, m_width, m_height});
        }
        m_imgui->draw(draw_data, parts);
        if (measured) {
            glFinish();
            m_speed.add(base::steady_now() - began);
        }
        show();
        ++m_presented;
    }
    bool slow() const override { return m_speed.slow(); }

    Image read_back(const ui::PixelRect& part) const override {
        const auto inside = intersection(part, {0, 0, m_width, m_height});
        Image image{inside.w, inside.h, {}};
        if (inside.empty()) return image;
        const auto row = static_cast<size_t>(inside.w) * 4;
        std::vector<uint8_t> from_bottom(row * static_cast<size_t>(inside.h));
        glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
        glPixelStorei(GL_PACK_ALIGNMENT, 4);
        glReadPixels(inside.x, m_height - inside.y - inside.h, inside.w, inside.h, GL_RGBA,
                     GL_UNSIGNED_BYTE, from_bottom.data());
        image.rgba.resize(from_bottom.size());
        for (size_t y = 0; y < static_cast<size_t>(inside.h); ++y)
            std::memcpy(&image.rgba[y * row],
                        &from_bottom[(static_cast<size_t>(inside.h) - 1 - y) * row], row);
        return image;
    }

    media::PixelFormat video_format() const override { return media::PixelFormat::yuv420p; }
    uint64_t presented() const override { return m_presented; }

    ui::TextureId create(int width, int height, std::span<const uint8_t> pixels) override {
        const auto size = static_cast<size_t>(width) * static_cast<size_t>(height) * 4;
        PUFA_ASSERT(width > 0 && height > 0 && (pixels.empty() || pixels.size() == size));
        if (!pixels.empty()) return make_texture(width, height, pixels.data());
        const std::vector<uint8_t> cleared(size);
        return make_texture(width, height, cleared.data());
    }

    void update(ui::TextureId texture, int x, int y, int width, int height,
                std::span<const uint8_t> pixels) override {
        PUFA_ASSERT(pixels.size() == static_cast<size_t>(width) * static_cast<size_t>(height) * 4);
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
        glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
        glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, GL_RGBA, GL_UNSIGNED_BYTE,
                        pixels.data());
    }

    void destroy(ui::TextureId texture) override {
        const auto name = static_cast<GLuint>(texture);
        glDeleteTextures(1, &name);
    }

  private:
    [[nodiscard]] bool is_a_page(const std::vector<ui::PixelRect>& parts) const {
        int64_t area = 0;
        for (const auto& part : parts)
            area += part.area();
        return area * 2 > int64_t{m_width} * m_height;
    }
    /// The window's own buffers do not persist over a swap, so all of the target is copied.
    void show() {
        if (!m_swap) return glFlush(); // offscreen: the target is all there is
        if (m_turn) {
            const auto panel = turned({m_width, m_height}, m_rotation);
            glBindFramebuffer(GL_FRAMEBUFFER, 0);
            m_turn->draw(m_target, panel.width, panel.height);
        } else {
            glDisable(GL_SCISSOR_TEST);
            glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
            glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
            glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height, GL_COLOR_BUFFER_BIT,
                              GL_NEAREST);
        }
        m_swap();
    }

    std::function<void()> m_swap;
    int m_width = 0;
    int m_height = 0;
    int m_rotation = 0;
    std::unique_ptr<GlTurn> m_turn; ///< of a panel that does not hang upright
    GLuint m_target = 0;
    GLuint m_framebuffer = 0;
    std::unique_ptr<VideoPainter> m_video;
    std::unique_ptr<ImguiRenderer> m_imgui;
    uint64_t m_presented = 0;
    SpeedMeter m_speed;
};

} // namespace

Result<std::unique_ptr<GlPresenter>> GlPresenter::make(int width, int height,
                                                       std::function<void()> swap, VideoBy video_by,
                                                       int rotation) {
    const int version = epoxy_gl_version();
    if (version < (epoxy_is_desktop_gl() ? 32 : 30))
        return Error{Code::NO_DISPLAY, "OpenGL",
                     fmt::format("version {}.{} is too old", version / 10, version % 10)};
    auto presenter = std::make_unique<Presenting>(std::move(swap));
    PUFA_CHECK(presenter->start(width, height, video_by, rotation));
    base::log_info("OpenGL: {}, {}", reinterpret_cast<const char*>(glGetString(GL_RENDERER)),
                   reinterpret_cast<const char*>(glGetString(GL_VERSION)));
    return std::unique_ptr<GlPresenter>(std::move(presenter));
}

} // namespace pufa::platform
