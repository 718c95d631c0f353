#include "content/stick/names.h"

#include "content/base/utf8.h"

#include <algorithm>
#include <array>

namespace pufa::stick {

namespace {

bool is_unwelcome(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c < 0x20 || within(0x7F, 0x9F) || c == 0x061C || within(0x200B, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2060, 0x206F) || c == 0xFEFF;
}

bool is_forbidden(char32_t c) {
    constexpr std::u32string_view k_forbidden = U"\"*/:<>?\\|";
    return is_unwelcome(c) || k_forbidden.find(c) != std::u32string_view::npos;
}

void trim(std::string& name) {
    name.erase(0, std::min(name.find_first_not_of(" ."), name.size()));
    name.erase(name.find_last_not_of(" .") + 1);
}

/// With or without an extension: Windows opens a device for "nul.txt" too.
bool is_device(std::string_view name) {
    std::string stem{name.substr(0, name.find('.'))};
    for (auto& c : stem)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    constexpr std::array<std::string_view, 4> k_devices{"CON", "PRN", "AUX", "NUL"};
    if (std::find(k_devices.begin(), k_devices.end(), stem) != k_devices.end()) return true;
    return stem.size() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")) &&
           stem[3] >= '0' && stem[3] <= '9';
}

} // namespace

bool is_showable(std::string_view name) {
    while (!name.empty()) {
        const auto c = base::take_code_point(name);
        if (!c || is_unwelcome(*c)) return false;
    }
    return true;
}

std::string safe_name(std::string_view words) {
    std::string name;
    while (!words.empty()) {
        const auto c = base::take_code_point(words);
        std::string character;
        base::append_utf8(character, !c || is_forbidden(*c) ? U'-' : *c);
        if (!c) words.remove_prefix(1); // no UTF-8
        if (name.size() + character.size() > k_most_name_bytes) break;
        name += character;
    }
    trim(name);
    if (name.empty()) return "kiosk";
    if (!is_device(name)) return name;
    name.insert(0, "_");
    return safe_name(name);
}

} // namespace pufa::stick
