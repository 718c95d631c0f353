#include "content/author/words.h"

#include "content/base/utf8.h"

#include <array>

namespace pufa::author {

namespace {

constexpr std::array<std::string_view, 9> k_spaces{
    " ", "\t", "\r", "\n", "\v", "\f", "\u00A0", "\u3000", "\uFEFF",
};

constexpr char32_t k_wide_first = 0xFF01;
constexpr char32_t k_wide_last = 0xFF5E;
constexpr char32_t k_wide_offset = 0xFEE0;

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x00A0 || c == 0x3000 || c == 0xFEFF;
}

} // namespace

std::string_view trim(std::string_view text) {
    for (bool more = true; more;) {
        more = false;
        for (const auto space : k_spaces) {
            if (text.starts_with(space)) {
                text.remove_prefix(space.size());
                more = true;
            }
            if (text.ends_with(space)) {
                text.remove_suffix(space.size());
                more = true;
            }
        }
    }
    return text;
}

std::string fold(std::string_view text) {
    std::string folded;
    for (auto c : code_points(text)) {
        if (is_space(c)) continue;
        if (c >= k_wide_first && c <= k_wide_last) c -= k_wide_offset;
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        base::append_utf8(folded, c);
    }
    return folded;
}

std::u32string code_points(std::string_view text) {
    std::u32string points;
    while (const auto point = base::take_code_point(text))
        points += *point;
    return points;
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
    std::string result;
    for (auto at = text.find(from); at != std::string_view::npos; at = text.find(from)) {
        result += text.substr(0, at);
        result += to;
        text.remove_prefix(at + from.size());
    }
    result += text;
    return result;
}

} // namespace pufa::author
