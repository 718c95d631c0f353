#include "content/place/share.h"

#include <fmt/format.h>

namespace pufa::place {

namespace {

/// RFC 2426, section 5: backslash, comma, semicolon and line ends stand for something.
std::string escaped(std::string_view words) {
    std::string text;
    for (const char c : words) {
        if (c == '\\' || c == ',' || c == ';') text += '\\';
        if (c == '\n')
            text += "\\n";
        else if (c != '\r')
            text += c;
    }
    return text;
}

} // namespace

std::string geo_uri(model::GeoPoint at) {
    return fmt::format("geo:{:.6f},{:.6f}", at.lat, at.lon);
}

std::string vcard(const ContactCard& card) {
    std::string text = "BEGIN:VCARD\r\nVERSION:3.0\r\n";
    const auto line = [&](std::string_view field, std::string_view words) {
        if (!words.empty()) text += fmt::format("{}:{}\r\n", field, escaped(words));
    };
    // N is required; an organisation has no family name.
    text += fmt::format("N:{};;;;\r\n", escaped(card.name));
    line("FN", card.name);
    line("TEL", card.phone);
    line("NOTE", card.note);
    const bool too_long = text.size() > k_most_code_bytes - 48; // the position and the end
    if (too_long && !card.note.empty())
        return vcard({.name = card.name, .phone = card.phone, .note = {}, .at = card.at});
    if (card.at) text += fmt::format("GEO:{:.6f};{:.6f}\r\n", card.at->lat, card.at->lon);
    return text + "END:VCARD\r\n";
}

} // namespace pufa::place
