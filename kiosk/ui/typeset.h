#pragma once
// The characters of a line as they are drawn: the fonts' own shaping (GSUB, contextual spacing) is
// not run, so what Chinese typography needs of it is done here. Pure. Not seen by screens.

#include "content/model/text.h"

#include <string_view>
#include <vector>

namespace pufa::ui {

/// One character as a line sees it.
struct Character {
    char32_t code_point = 0;
    size_t offset = 0;  ///< in the words, bytes
    char32_t drawn = 0; ///< the glyph to draw; 0: none (a control, joiner or selector)
    bool latin = false; ///< drawn as in English text: a proportional apostrophe or dot
    float tighten = 0;  ///< em taken off its advance: two blank halves of punctuation meet
    float advance = 0;  ///< canvas units; left to whoever knows the fonts
    bool space = false; ///< may hang over the end of a line unseen
    bool may_break_before = false;
};

/// Invalid bytes become U+FFFD.
[[nodiscard]] std::vector<Character> typeset(std::string_view words, model::Language language);
/// The same into room that is there already: a page at rest is drawn without asking for memory.
void typeset(std::string_view words, model::Language language, std::vector<Character>& characters);

} // namespace pufa::ui
