#pragma once
// Fills lines from characters whose advances are known. Pure. Not seen by screens.

#include "kiosk/ui/line_break.h"
#include "kiosk/ui/text.h"

#include <span>
#include <string_view>
#include <vector>

namespace pufa::ui {

/// What a clamped line ends with. Noto has no "…" on the baseline, so English writes three stops.
struct Ellipsis {
    std::string_view words;
    float width = 0;
};

/// Appends the lines of one paragraph (no '\n' in it) to `out`. Once max_lines (0: any number) are
/// full and words are left over, the last line is cut for the ellipsis and out.clamped set. The
/// last line is never one lone character of Chinese ("益。") if the line before it can spare
/// another. `more_follows`: another paragraph comes after this one.
void fill_lines(std::string_view words, std::span<const Character> characters, float max_width,
                int max_lines, Ellipsis ellipsis, bool more_follows, Paragraph& out);

} // namespace pufa::ui
