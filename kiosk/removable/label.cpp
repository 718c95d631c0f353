#include "kiosk/removable/label.h"

#include "content/base/utf8.h"

#include <iconv.h>

#include <array>
#include <charconv>
#include <optional>
#include <system_error>

namespace pufa::removable {

namespace {

constexpr size_t k_most_characters = 64;

/// nullopt if the bytes are no GB18030.
std::optional<std::string> from_gb18030(std::string_view bytes) {
    const iconv_t converter = ::iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    std::string source{bytes};
    // A character of one byte stays one, of two becomes three, of four at most four.
    std::string text(bytes.size() * 2 + 4, '\0');
    char* from = source.data();
    char* to = text.data();
    size_t from_left = source.size();
    size_t to_left = text.size();
    const auto failed = ::iconv(converter, &from, &from_left, &to, &to_left);
    ::iconv_close(converter);
    if (failed == static_cast<size_t>(-1) || from_left > 0) return std::nullopt;
    text.resize(text.size() - to_left);
    return text;
}

/// What would break a line, turn it round or vanish in it.
bool is_unwelcome(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return c < 0x20 || within(0x7F, 0x9F) || c == 0xAD || c == 0x061C || within(0x200B, 0x200F) ||
           within(0x2028, 0x202E) || within(0x2060, 0x206F) || c == 0xFEFF || c == 0xFFFD;
}

} // namespace

std::string clean_label(std::string_view bytes) {
    std::optional<std::string> text{std::string{bytes}};
    if (!base::is_utf8(bytes)) text = from_gb18030(bytes);
    if (!text) return {};
    std::string label;
    std::string_view rest{*text};
    size_t characters = 0;
    while (characters < k_most_characters) {
        const auto c = base::take_code_point(rest);
        if (!c) break;
        if (is_unwelcome(*c) || (*c == ' ' && label.empty())) continue;
        base::append_utf8(label, *c);
        ++characters;
    }
    label.erase(label.find_last_not_of(' ') + 1);
    return label;
}

std::string undo_udev_escapes(std::string_view name) {
    std::string bytes;
    for (size_t i = 0; i < name.size(); ++i) {
        constexpr size_t k_escape = 4; // \xHH
        const auto escape = name.substr(i, k_escape);
        unsigned value = 0;
        if (escape.size() == k_escape && escape.starts_with("\\x")) {
            const char* const end = escape.data() + k_escape;
            const auto read = std::from_chars(escape.data() + 2, end, value, 16);
            if (read.ec == std::errc{} && read.ptr == end) {
                bytes += static_cast<char>(value);
                i += k_escape - 1;
                continue;
            }
        }
        bytes += name[i];
    }
    return bytes;
}

std::string linked_label(const std::filesystem::path& by_label,
                         const std::filesystem::path& device) {
    std::error_code error;
    std::filesystem::directory_iterator links{by_label, error};
    for (; !error && links != std::filesystem::directory_iterator{}; links.increment(error)) {
        std::error_code no_link;
        const auto target = std::filesystem::read_symlink(links->path(), no_link);
        if (!no_link && target.filename() == device.filename())
            return clean_label(undo_udev_escapes(links->path().filename().native()));
    }
    return {};
}

} // namespace pufa::removable
