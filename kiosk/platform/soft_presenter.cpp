#include "kiosk/platform/soft_presenter.h"

#include "kiosk/platform/soft_video.h"
#include "kiosk/platform/speed_meter.h"
#include "kiosk/raster/kernels.h"
#include "kiosk/raster/painter.h"
#include "kiosk/ui/theme.h"

#include <algorithm>
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
        if (video) parts = show_past_page(draw_data, *video, parts);
        const bool measured =
            m_speed.measures() && !video && area * 2 > int64_t{page.width} * page.height;
        const auto began = base::steady_now();
        for (const auto& part : parts) {
            const bool all_video = video && video->picture && video->place.holds(part);
            if (!all_video && !m_painter.begins_with_ground(draw_data, part))
                clear_to_paper(page, part);
            if (video) m_video.draw(*video, part, {page});
        }
        m_painter.draw(draw_data, page, parts);
        if (measured) m_speed.add(base::steady_now() - began);
        if (!parts.empty()) m_screen->show(parts);
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
    using Parts = std::vector<ui::PixelRect>;

    /// What is nothing but film goes to the glass strip by strip; returns what is left.
    Parts show_past_page(const ImDrawData& draw_data, const VideoLayer& video, const Parts& parts) {
        const auto strip = m_screen->strip();
        // An even number: a row of chroma is two of the picture.
        const int rows = strip.height & ~1;
        if (rows == 0 || !video.picture) return parts;
        Parts left;
        for (const auto& part : parts) {
            if (!video.place.holds(part) || part.w > strip.width) {
                left.push_back(part);
                continue;
            }
            for (int y = part.y; y < part.bottom(); y += rows) {
                const ui::PixelRect piece{part.x, y, part.w, std::min(rows, part.bottom() - y)};
                if (m_painter.touches(draw_data, piece)) {
                    left.push_back(piece);
                    continue;
                }
                m_video.draw(video, piece, {strip, piece.x, piece.y});
                m_screen->show_strip(piece);
            }
        }
        return left;
    }

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
