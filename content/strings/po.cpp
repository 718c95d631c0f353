#include "content/strings/po.h"

#include <fmt/format.h>

#include <optional>

namespace pufa::strings {

namespace {

/// Undoes \n, \t, \" and \\; nullopt if `quoted` is not one quoted string.
std::optional<std::string> unquote(std::string_view quoted) {
    if (quoted.size() < 2 || quoted.front() != '"' || quoted.back() != '"') return std::nullopt;
    quoted = quoted.substr(1, quoted.size() - 2);
    std::string text;
    for (size_t i = 0; i < quoted.size(); ++i) {
        if (quoted[i] == '"') return std::nullopt;
        if (quoted[i] != '\\') {
            text += quoted[i];
            continue;
        }
        if (++i == quoted.size()) return std::nullopt;
        switch (quoted[i]) {
        case 'n':
            text += '\n';
            break;
        case 't':
            text += '\t';
            break;
        case '"':
        case '\\':
            text += quoted[i];
            break;
        default:
            return std::nullopt;
        }
    }
    return text;
}

std::string_view trim(std::string_view line) {
    while (!line.empty() && (line.back() == '\r' || line.back() == ' '))
        line.remove_suffix(1);
    return line;
}

} // namespace

Result<std::map<std::string, std::string, std::less<>>> parse_po(std::string_view text,
                                                                 std::string_view name) {
    std::map<std::string, std::string, std::less<>> entries;
    std::string key;
    std::string value;
    enum class In { nothing, msgid, msgstr } in = In::nothing;
    int number = 0;
    const auto fault = [&](std::string_view what) {
        return Error{Code::BAD_SOURCE, fmt::format("{} line {}", name, number), std::string{what}};
    };
    const auto finish = [&]() -> Result<void> {
        if (in != In::msgstr) return {};
        if (!key.empty()) { // the empty key is the header
            if (value.empty()) return fault("no words for " + key);
            if (!entries.emplace(key, value).second) return fault("twice: " + key);
        }
        return {};
    };
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#') continue;
        if (line.starts_with("msgid ")) {
            PUFA_CHECK(finish());
            in = In::msgid;
            key.clear();
            line.remove_prefix(6);
        } else if (line.starts_with("msgstr ")) {
            if (in != In::msgid) return fault("msgstr without msgid");
            in = In::msgstr;
            value.clear();
            line.remove_prefix(7);
        } else if (in == In::nothing) {
            return fault("words outside an entry");
        }
        const auto piece = unquote(line);
        if (!piece) return fault("not a quoted string");
        (in == In::msgid ? key : value) += *piece;
    }
    PUFA_CHECK(finish());
    return entries;
}

} // namespace pufa::strings
