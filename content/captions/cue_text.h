#pragma once
// The words of a cue without what dresses them. Private to this folder.

#include <string>
#include <string_view>

namespace pufa::captions {

/// One line: without tags and white space at its ends, entities as their characters. May be empty.
[[nodiscard]] std::string plain_line(std::string_view line);
/// The same of all lines of a cue; '\n' parts those that are not empty. A tag may run over lines.
[[nodiscard]] std::string plain_text(std::string_view lines);
/// White space at the ends of lines and lines without words go; no control character stays.
[[nodiscard]] std::string tidy_lines(std::string_view lines);
/// The other way: &, <, > and the brace of "{\\" as entities.
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace pufa::captions
