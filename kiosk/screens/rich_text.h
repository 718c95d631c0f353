#pragma once
// Words of which some are strong, set in lines. Regular and bold Han characters are equally wide,
// others are not: lines are broken as regular words and each is then set run by run.

#include "kiosk/ui/ui.h"

#include <string>
#include <string_view>
#include <vector>

namespace pufa::screens {

/// Plain words, '\n' parts paragraphs, and which bytes of them are strong.
struct RichWords {
    struct Range {
        size_t from = 0;
        size_t to = 0; ///< not included
        bool operator==(const Range&) const = default;
    };
    std::string words;
    std::vector<Range> strong; ///< in order, apart
};

/// `**strong**` within a paragraph; marks without a partner stay as they are.
[[nodiscard]] RichWords with_strong(std::string_view marked);

struct RichRun {
    float x = 0; ///< from the line's left, canvas units
    bool strong = false;
    std::string words;
};
/// For one style, width and language.
struct RichLayout {
    std::vector<std::vector<RichRun>> lines;
    float line_height = 0; ///< canvas units
    [[nodiscard]] float height() const { return static_cast<float>(lines.size()) * line_height; }
};

[[nodiscard]] RichLayout lay_out(ui::Ui& ui, const ui::TextStyle& style, float width,
                                 const RichWords& words);
/// Only the lines that reach into the screen.
void draw_rich(ui::Ui& ui, const ui::TextStyle& style, ui::Point at, const RichLayout& layout);

/// The layout of `**marked**` words, kept in the Ui's memory by that id until one of the arguments
/// changes; valid until then.
[[nodiscard]] const RichLayout& kept_layout(ui::Ui& ui, std::string_view id,
                                            const ui::TextStyle& style, float width,
                                            std::string_view marked);

} // namespace pufa::screens
