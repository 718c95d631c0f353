#include "content/tally/csv.h"

#include "content/base/utf8.h"

namespace pufa::tally {

namespace {

/// What programs skip or trim before they look at a cell.
bool is_blank(char32_t c) {
    return c == U' ' || c == 0x00A0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
           c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

/// The full-width forms too: programs set for Chinese or Japanese read them as the plain ones.
bool begins_formula(char32_t c) {
    switch (c) {
    case U'=':
    case U'+':
    case U'-':
    case U'@':
    case U'\t':
    case U'\r':
    case U'\n':
    case 0xFF1D: // ＝
    case 0xFF0B: // ＋
    case 0xFF0D: // －
    case 0xFF20: // ＠
        return true;
    default:
        return false;
    }
}

} // namespace

std::string harmless(std::string_view words) {
    std::string_view rest = words;
    auto first = base::take_code_point(rest);
    while (first && is_blank(*first))
        first = base::take_code_point(rest);
    if (first && begins_formula(*first)) return "'" + std::string{words};
    return std::string{words};
}

void append_record(std::string& csv, std::span<const std::string> cells) {
    bool first = true;
    for (const auto& cell : cells) {
        if (!first) csv += ',';
        first = false;
        const auto words = harmless(cell);
        if (words.find_first_of(",\"\r\n") == std::string::npos) {
            csv += words;
            continue;
        }
        csv += '"';
        for (const char c : words) {
            if (c == '"') csv += '"';
            csv += c;
        }
        csv += '"';
    }
    csv += "\r\n";
}

} // namespace pufa::tally
