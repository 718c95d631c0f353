#pragma once
// Draws a page without a window and remembers all that was written on it.

#include "kiosk/screens/screens.h"
#include "kiosk/ui/ui.h"
#include "tests/support/counting_textures.h"
#include "tests/support/sample_pages.h"
#include "tests/support/spied_text.h"
#include "tests/support/veil.h"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>
#include <memory>
#include <vector>

namespace pufa::support {

class PageReader {
  public:
    CountingTextures textures;
    SpiedText text{open_text(textures)};
    ui::UiMemory memory;
    ui::Ui ui{text, memory, [](const std::string&, ui::PixelSize) { return std::nullopt; }};

    /// The first frame of a visit that comes straight to this page: nothing moves.
    void show(const NamedPage& named, const ui::Layout& layout, const ui::Look& look) {
        memory = {};
        named.touch(memory);
        draw_frame([&](ui::Ui& to) { (void)screens::draw(to, named.page, named.overlay); }, layout,
                   look, named.input());
    }
    /// The same of what `draw` draws.
    void show(const std::function<void(ui::Ui&)>& draw, const ui::Layout& layout,
              const ui::Look& look) {
        memory = {};
        draw_frame(draw, layout, look, {});
    }
    void show(const NamedPage& named, const ui::Layout& layout, model::Language language) {
        show(named, layout, ui::Look{.language = language});
    }
    [[nodiscard]] ImDrawData& frame() const { return *m_frame; }

    /// What of a line a visitor sees, canvas units; empty if nothing.
    [[nodiscard]] ui::Rect seen_of(const SpiedText::Drawn& one) const {
        if (one.vertices == 0) return {};
        const ui::Point min = m_layout.to_canvas({one.clip.x, one.clip.y});
        const ui::Point max = m_layout.to_canvas({one.clip.right(), one.clip.bottom()});
        return one.box.intersected({min.x, min.y, max.x - min.x, max.y - min.y});
    }
    /// What is written on the topmost layer: a sheet's veil hides what is drawn before it.
    [[nodiscard]] std::vector<SpiedText::Drawn> on_top() const {
        const int veil = veil_end(*m_frame, m_layout);
        std::vector<SpiedText::Drawn> found;
        for (const auto& one : text.drawn)
            if (one.first_vertex >= veil && !seen_of(one).empty()) found.push_back(one);
        return found;
    }

  private:
    void draw_frame(const std::function<void(ui::Ui&)>& draw, const ui::Layout& layout,
                    const ui::Look& look, ui::Ui::Input input) {
        text.forget();
        (void)text.take_missing();
        ui.begin(layout, look, std::move(input), SteadyTime{});
        draw(ui);
        m_frame = &ui.end();
        m_layout = layout;
    }
    static std::unique_ptr<ui::Text> open_text(CountingTextures& textures) {
        auto files = ui::find_fonts();
        REQUIRE(files.ok());
        auto opened = ui::Text::open(*files, textures);
        REQUIRE(opened.ok());
        return std::move(opened).value();
    }

    ImDrawData* m_frame = nullptr;
    ui::Layout m_layout;
};

} // namespace pufa::support
