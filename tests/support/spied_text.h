#pragma once
// A Text that passes everything on and remembers what a frame laid out, clamped and drew.

#include "kiosk/ui/text.h"

#include <imgui/imgui.h>

#include <algorithm>
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
        ui::TextStyle style{};
        ui::Rect clip{};      ///< what of it can be seen at most; pixels
        int first_vertex = 0; ///< of the frame's draw list
        int vertices = 0;     ///< none: outside its clip, or blank
        /// The words that this line is of, as they were laid out; empty if they were not.
        std::string whole{};
        bool clamped = false; ///< they end in an ellipsis
        float room = 0;       ///< the width they were laid out for
    };
    std::vector<Drawn> drawn;
    std::vector<std::string> clamped; ///< laid out so; not all of it need be drawn

    void forget() {
        drawn.clear();
        clamped.clear();
        m_laid_out = {};
    }

    void begin_frame() override {
        forget();
        m_real->begin_frame();
    }
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
        m_laid_out = {std::string{text}, paragraph.clamped, max_width, {}};
        for (const auto& line : paragraph.lines)
            m_laid_out.lines.push_back(line.text);
        return paragraph;
    }
    void draw(ImDrawList& list, const ui::TextStyle& style, ui::Point at,
              std::string_view text) override {
        const float leading = (style.line_height - 1) * style.size / 2;
        Drawn one;
        one.box = {at.x, at.y + leading, m_real->width(style, text), style.size};
        one.words = text;
        one.style = style;
        const ImVec2 min = list.GetClipRectMin();
        const ImVec2 max = list.GetClipRectMax();
        one.clip = {min.x, min.y, max.x - min.x, max.y - min.y};
        one.first_vertex = list.VtxBuffer.Size;
        const auto& lines = m_laid_out.lines;
        if (std::find(lines.begin(), lines.end(), one.words) != lines.end()) {
            one.whole = m_laid_out.words;
            one.clamped = m_laid_out.clamped;
            one.room = m_laid_out.room;
        }
        m_real->draw(list, style, at, text);
        one.vertices = list.VtxBuffer.Size - one.first_vertex;
        drawn.push_back(std::move(one));
    }
    int take_missing() override { return m_real->take_missing(); }
    int pages() const override { return m_real->pages(); }

  private:
    struct LaidOut {
        std::string words;
        bool clamped = false;
        float room = 0;
        std::vector<std::string> lines;
    };

    std::unique_ptr<ui::Text> m_real;
    LaidOut m_laid_out; ///< the last one, which is drawn next if at all
};

} // namespace pufa::support
