#pragma once
// A Text that passes everything on and remembers what was laid out, clamped and drawn.

#include "kiosk/ui/text.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pufa::support {

class SpiedText final : public ui::Text {
  public:
    explicit SpiedText(std::unique_ptr<ui::Text> real)
        : m_real(std::move(real)) {}

    struct Drawn {
        ui::Rect box; ///< the em box of the line, not its leading
        std::string words;
    };
    std::vector<Drawn> drawn;
    std::vector<std::string> clamped;

    void forget() {
        drawn.clear();
        clamped.clear();
    }

    void begin_frame() override { m_real->begin_frame(); }
    ui::TextureHost& textures() override { return m_real->textures(); }
    ui::TextureId white() const override { return m_real->white(); }
    void set_scale(float scale) override { m_real->set_scale(scale); }
    void set_top(int pixels) override { m_real->set_top(pixels); }
    void set_theme(ui::Theme theme) override { m_real->set_theme(theme); }
    void set_language(model::Language language) override { m_real->set_language(language); }
    float width(const ui::TextStyle& style, std::string_view text) override {
        return m_real->width(style, text);
    }
    const ui::Paragraph& layout(const ui::TextStyle& style, std::string_view text, float max_width,
                                int max_lines) override {
        const ui::Paragraph& paragraph = m_real->layout(style, text, max_width, max_lines);
        if (paragraph.clamped) clamped.emplace_back(text);
        return paragraph;
    }
    void draw(ImDrawList& list, const ui::TextStyle& style, ui::Point at,
              std::string_view text) override {
        const float leading = (style.line_height - 1) * style.size / 2;
        drawn.push_back(
            {{at.x, at.y + leading, m_real->width(style, text), style.size}, std::string{text}});
        m_real->draw(list, style, at, text);
    }
    int take_missing() override { return m_real->take_missing(); }
    int pages() const override { return m_real->pages(); }

  private:
    std::unique_ptr<ui::Text> m_real;
};

} // namespace pufa::support
