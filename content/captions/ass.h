#pragma once
// Advanced SubStation Alpha (.ass) and its forerunner (.ssa), which libass's ass_file_format notes
// describe: only what is said and when; styles, positions and drawings are not read. Private to
// this folder.

#include "content/captions/captions.h"

#include <string>
#include <string_view>

namespace pufa::captions {

/// Its first line that is neither blank nor a comment names one of its sections.
[[nodiscard]] bool is_ass(std::string_view text);
/// `text` is UTF-8 without NUL.
[[nodiscard]] Parsed parse_ass(std::string_view text);
/// The words of one event: without "{…}" and drawings; "\N" parts lines, "\n" and "\h" are blanks.
[[nodiscard]] std::string ass_words(std::string_view text);

} // namespace pufa::captions
