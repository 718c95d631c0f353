#include "content/base/character_reference.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <map>

namespace pufa::base {

namespace {

constexpr size_t k_longest_name = 8; // "thetasym", "#1114111"

/// Names of characters that follow one another; "-" stands for one without name.
struct Run {
    char32_t first;
    std::string_view names;
};
constexpr Run k_latin{
    0xA0, "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg "
          "plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 "
          "iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml "
          "Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave "
          "Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil "
          "egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde "
          "ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"};
constexpr Run k_ascii[] = {{0x22, "quot"}, {0x26, "amp"}, {0x3C, "lt"}, {0x3E, "gt"},
                           {0x22, "QUOT"}, {0x26, "AMP"}, {0x3C, "LT"}, {0x3E, "GT"},
                           {0xA9, "COPY"}, {0xAE, "REG"}};
constexpr Run k_others[] = {
    {0x27, "apos"},
    {0x152, "OElig oelig"},
    {0x160, "Scaron scaron"},
    {0x178, "Yuml"},
    {0x192, "fnof"},
    {0x2C6, "circ"},
    {0x2DC, "tilde"},
    {0x391, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi "
            "Rho - Sigma Tau Upsilon Phi Chi Psi Omega"},
    {0x3B1, "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi "
            "rho sigmaf sigma tau upsilon phi chi psi omega"},
    {0x3D1, "thetasym upsih"},
    {0x3D6, "piv"},
    {0x2002, "ensp emsp"},
    {0x2009, "thinsp"},
    {0x200C, "zwnj zwj lrm rlm"},
    {0x2013, "ndash mdash"},
    {0x2018, "lsquo rsquo sbquo"},
    {0x201C, "ldquo rdquo bdquo"},
    {0x2020, "dagger Dagger bull"},
    {0x2026, "hellip"},
    {0x2030, "permil"},
    {0x2032, "prime Prime"},
    {0x2039, "lsaquo rsaquo"},
    {0x203E, "oline"},
    {0x2044, "frasl"},
    {0x20AC, "euro"},
    {0x2111, "image"},
    {0x2118, "weierp"},
    {0x211C, "real"},
    {0x2122, "trade"},
    {0x2135, "alefsym"},
    {0x2190, "larr uarr rarr darr harr"},
    {0x21B5, "crarr"},
    {0x21D0, "lArr uArr rArr dArr hArr"},
    {0x2200, "forall"},
    {0x2202, "part exist"},
    {0x2205, "empty"},
    {0x2207, "nabla isin notin"},
    {0x220B, "ni"},
    {0x220F, "prod"},
    {0x2211, "sum minus"},
    {0x2217, "lowast"},
    {0x221A, "radic"},
    {0x221D, "prop infin"},
    {0x2220, "ang"},
    {0x2227, "and or cap cup int"},
    {0x2234, "there4"},
    {0x223C, "sim"},
    {0x2245, "cong"},
    {0x2248, "asymp"},
    {0x2260, "ne equiv"},
    {0x2264, "le ge"},
    {0x2282, "sub sup nsub"},
    {0x2286, "sube supe"},
    {0x2295, "oplus"},
    {0x2297, "otimes"},
    {0x22A5, "perp"},
    {0x22C5, "sdot"},
    {0x2308, "lceil rceil lfloor rfloor"},
    {0x25CA, "loz"},
    {0x2660, "spades"},
    {0x2663, "clubs"},
    {0x2665, "hearts diams"},
    {0x27E8, "lang rang"},
};

using Names = std::map<std::string_view, char32_t>;

void add(Names& names, const Run& run) {
    auto point = run.first;
    for (auto rest = run.names; !rest.empty(); ++point) {
        const auto end = std::min(rest.find(' '), rest.size());
        if (rest.substr(0, end) != "-") names.emplace(rest.substr(0, end), point);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
}

/// Those whose semicolon may be missing.
const Names& old_names() {
    static const auto names = [] {
        Names made;
        add(made, k_latin);
        for (const auto& run : k_ascii)
            add(made, run);
        return made;
    }();
    return names;
}

const Names& all_names() {
    static const auto names = [] {
        auto made = old_names();
        for (const auto& run : k_others)
            add(made, run);
        return made;
    }();
    return names;
}

char32_t as_drawn(char32_t point) {
    const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
    if (control || point == 0xA0 || (point >= 0x2000 && point <= 0x200A)) return U' ';
    return point == 0xAD || (point >= 0x200B && point <= 0x200F) ? 0 : point;
}

/// "8230", "x2026".
std::optional<char32_t> number_of(std::string_view digits) {
    const bool hex = digits.starts_with('x') || digits.starts_with('X');
    if (hex) digits.remove_prefix(1);
    uint32_t value = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value == 0 || value > 0x10FFFF || surrogate) return std::nullopt;
    return static_cast<char32_t>(value);
}

std::optional<char32_t> named(const Names& names, std::string_view name) {
    const auto known = names.find(name);
    return known == names.end() ? std::nullopt : std::optional{known->second};
}

} // namespace

std::optional<CharacterReference> character_reference(std::string_view text, Semicolon semicolon) {
    if (!text.starts_with('&')) return std::nullopt;
    const auto rest = text.substr(1, k_longest_name + 1);
    if (const auto end = rest.find(';'); end != std::string_view::npos) {
        const auto name = rest.substr(0, end);
        const auto point =
            name.starts_with('#') ? number_of(name.substr(1)) : named(all_names(), name);
        if (point) return CharacterReference{as_drawn(*point), end + 2};
    }
    if (semicolon == Semicolon::required) return std::nullopt;
    for (auto size = std::min(rest.size(), k_longest_name); size > 1; --size) {
        if (const auto point = named(old_names(), rest.substr(0, size)))
            return CharacterReference{as_drawn(*point), size + 1};
    }
    return std::nullopt;
}

} // namespace pufa::base
