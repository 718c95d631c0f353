#pragma once
// The words of a cue without what dresses them. Private to this folder.

#include "content/captions/captions.h"

#include <string>
#include <string_view>

namespace pufa::captions {

struct CueText {
    std::string words;
    bool cut = false; ///< a tag of WebVTT was open to the end: what it held is no words
};

/// The lines of a cue without tags and white space at their ends, character references as their
/// characters; '\n' parts those that are not empty. A tag may run over lines. In WebVTT "<b" that
/// no ">" follows takes the rest along, and "&amp" needs no semicolon; in SubRip both are words.
[[nodiscard]] CueText plain_text(std::string_view lines, Format format);
/// White space at the ends of lines and lines without words go; no control character stays.
[[nodiscard]] std::string tidy_lines(std::string_view lines);
/// The other way: &, <, > and the brace of "{\\" as entities.
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace pufa::captions
