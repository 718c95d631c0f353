#pragma once
// Strict UTF-8: overlong forms, surrogates and values above U+10FFFF are invalid.

#include <optional>
#include <string>
#include <string_view>

namespace pufa::base {

/// Takes one code point off the front; nullopt leaves `text` as it was (empty or invalid).
[[nodiscard]] std::optional<char32_t> take_code_point(std::string_view& text);
[[nodiscard]] bool is_utf8(std::string_view text);
void append_utf8(std::string& text, char32_t code_point);

} // namespace pufa::base
