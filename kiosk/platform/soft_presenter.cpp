#include "kiosk/platform/soft_presenter.h"

#include "kiosk/platform/soft_video.h"
#include "kiosk/platform/speed_meter.h"
#include "kiosk/raster/kernels.h"
#include "kiosk/raster/painter.h"
#include "kiosk/ui/theme.h"

#include <cstring>

namespace pufa::platform {
namespace {

void clear_to_paper(const raster::Surface& page, const ui::PixelRect& part) {
    const auto paper = raster::from_rgba(ui::rgba(ui::Color::paper));
    for (int y = part.y; y < part.bottom(); ++y)
        raster::kernels().fill(page.at(part.x, y), static_cast<size_t>(part.w), paper);
}

class SoftPresenter final : public Presenter {
  public:
    explicit SoftPresenter(std::unique_ptr<SoftScreen> screen)
        : m_screen(std::move(screen))
        , m_painter(m_textures) {
        clear_to_paper(m_screen->page(), m_screen->page().all());
    }

    Result<void> resize(int width, int height) override {
        PUFA_CHECK(m_screen->resize(width, height));
        clear_to_paper(m_screen->page(), m_screen->page().all());
        return {};
    }

    void present(ImDrawData& draw_data, const std::optional<VideoLayer>& video,
                 std::span<const ui::PixelRect> damage) override {
        const auto page = m_screen->page();
        std::vector<ui::PixelRect> parts;
        int64_t area = 0;
        for (const auto& rect : damage) {
            const auto part = rect.intersected(page.all());
            if (part.empty()) continue;
            parts.push_back(part);
            area += part.area();
        }
        if (parts.empty()) return;
        const bool measured =
            m_speed.measures() && !video && area * 2 > int64_t{page.width} * page.height;
        const auto began = base::steady_now();
        for (const auto& part : parts) {
            const bool all_video = video && video->picture && video->place.holds(part);
            if (!all_video && !m_painter.begins_with_ground(draw_data, part))
                clear_to_paper(page, part);
            if (video) m_video.draw(*video, part, page);
        }
        m_painter.draw(draw_data, page, parts);
        if (measured) m_speed.add(base::steady_now() - began);
        m_screen->show(parts);
        ++m_presented;
    }

    bool slow() const override { return m_speed.slow(); }

    Image read_back(const ui::PixelRect& part) const override {
        const auto page = m_screen->page();
        const auto inside = part.intersected(page.all());
        Image image{inside.w, inside.h, {}};
        if (inside.empty()) return image;
        image.rgba.resize(static_cast<size_t>(inside.area()) * 4);
        uint8_t* to = image.rgba.data();
        for (int y = inside.y; y < inside.bottom(); ++y)
            for (int x = inside.x; x < inside.right(); ++x, to += 4) {
                const uint32_t rgba = raster::to_rgba(*page.at(x, y));
                std::memcpy(to, &rgba, sizeof rgba);
            }
        return image;
    }

    media::PixelFormat video_format() const override { return media::PixelFormat::yuv420p; }
    uint64_t presented() const override { return m_presented; }

    ui::TextureId create(int width, int height, std::span<const uint8_t> pixels) override {
        return m_textures.create(width, height, pixels);
    }
    void update(ui::TextureId texture, int x, int y, int width, int height,
                std::span<const uint8_t> pixels) override {
        m_textures.update(texture, x, y, width, height, pixels);
    }
    void destroy(ui::TextureId texture) override {
        m_textures.destroy(texture);
        m_painter.forget(texture);
    }

  private:
    std::unique_ptr<SoftScreen> m_screen;
    raster::Textures m_textures;
    raster::Painter m_painter;
    SoftVideo m_video;
    SpeedMeter m_speed;
    uint64_t m_presented = 0;
};

} // namespace

std::unique_ptr<Presenter> make_soft_presenter(std::unique_ptr<SoftScreen> screen) {
    return std::make_unique<SoftPresenter>(std::move(screen));
}

} // namespace pufa::platform
