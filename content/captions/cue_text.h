#pragma once
// The words of a cue without what dresses them. Private to this folder.

#include <string>
#include <string_view>

namespace pufa::captions {

/// One line: without tags and white space at its ends, entities as their characters. May be empty.
[[nodiscard]] std::string plain_line(std::string_view line);
/// The other way: &, < and > as entities.
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace pufa::captions
