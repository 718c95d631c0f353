#include "kiosk/ui/typeset.h"

#include "content/base/utf8.h"

namespace pufa::ui {

namespace {

bool in(std::u32string_view set, char32_t c) {
    return set.find(c) != std::u32string_view::npos;
}

/// Draws nothing and is not missed: controls, joiners, marks of direction, variation selectors.
bool invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
           (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool latin_word(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c < 0x250);
}

constexpr std::u32string_view k_closing = U"》〉」』】〕〗）’”";
constexpr std::u32string_view k_opening = U"《〈「『【〔〖（‘“";
/// In simplified text these sit at the left of their em; in traditional text in its middle.
constexpr std::u32string_view k_pauses = U"。，、；：";

/// How much of the em of `c` is blank next to `next`.
float blank_between(char32_t c, char32_t next, model::Language language) {
    if (language == model::Language::en) return 0;
    const bool blank_after =
        in(k_closing, c) || (language == model::Language::zh_hans && in(k_pauses, c));
    if (blank_after && (in(k_closing, next) || in(k_opening, next) || in(k_pauses, next)))
        return 0.5f;
    return in(k_opening, c) && in(k_opening, next) ? 0.5f : 0.f;
}

char32_t drawn_as(char32_t c, char32_t before, char32_t after, model::Language language) {
    if (invisible(c)) return c == '\t' ? U' ' : 0;
    if (c == 0xA0) return ' ';
    // The Chinese dash is one stroke two em long; Noto's em dash is short and low without GSUB.
    constexpr char32_t k_dash = U'—';
    const bool pair = c == k_dash && (before == k_dash || after == k_dash);
    return pair && language != model::Language::en ? U'─' : c;
}

} // namespace

std::vector<Character> typeset(std::string_view words, model::Language language) {
    std::vector<Character> characters;
    typeset(words, language, characters);
    return characters;
}

void typeset(std::string_view words, model::Language language, std::vector<Character>& characters) {
    characters.clear();
    characters.reserve(words.size() / 3 + 1);
    const size_t whole = words.size();
    while (!words.empty()) {
        Character one;
        one.offset = whole - words.size();
        if (const auto code_point = base::take_code_point(words)) {
            one.code_point = *code_point;
        } else {
            one.code_point = 0xFFFD;
            words.remove_prefix(1);
        }
        one.space = one.code_point == ' ' || one.code_point == '\t' || one.code_point == 0x3000;
        characters.push_back(one);
    }
    for (size_t i = 0; i < characters.size(); ++i) {
        Character& one = characters[i];
        const char32_t before = i > 0 ? characters[i - 1].code_point : 0;
        const char32_t after = i + 1 < characters.size() ? characters[i + 1].code_point : 0;
        one.drawn = drawn_as(one.code_point, before, after, language);
        one.latin = in(U"’·", one.code_point) && latin_word(before) && latin_word(after);
        if (!one.latin) one.tighten = blank_between(one.code_point, after, language);
    }
}

} // namespace pufa::ui
