#include "content/pack/key_limits.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <optional>

namespace pufa::pack {

namespace {

std::optional<base::Date> date_of(const toml::node& node) {
    if (const auto date = node.value_exact<toml::date>())
        return base::parse_date(
            fmt::format("{:04}-{:02}-{:02}", date->year, date->month, date->day));
    const auto text = node.value_exact<std::string>();
    return text ? base::parse_date(*text) : std::nullopt;
}

/// What is wrong with a key of the table; nothing if it was taken.
std::optional<std::string> take(const toml::key& name, const toml::node& node, TrustedKey& key) {
    if (name == "publishers") {
        const auto* list = node.as_array();
        if (!list || list->empty()) return "publishers: expected a list of names, not empty";
        key.publishers.emplace();
        for (const auto& entry : *list) {
            const auto publisher = entry.value_exact<std::string>();
            if (!publisher || !model::is_id_part(*publisher))
                return "publishers: expected names of a-z, 0-9 and -";
            key.publishers->push_back(*publisher);
        }
        return std::nullopt;
    }
    if (name == "not_after") {
        key.not_after = date_of(node);
        if (!key.not_after) return "not_after: expected a day like 2027-12-31";
        return std::nullopt;
    }
    if (name == "note") {
        const auto note = node.value_exact<std::string>();
        if (!note) return "note: expected a text";
        key.note = *note;
        return std::nullopt;
    }
    return fmt::format("{}: unknown key", name.str());
}

} // namespace

Result<void> parse_limits(std::string_view text, const std::string& where, TrustedKey& key) {
    const auto bad = [&](const toml::source_region& at, std::string_view what) {
        return Error{Code::BAD_KEY, where, fmt::format("line {}: {}", at.begin.line, what)};
    };
    try {
        const auto table = toml::parse(text, where);
        for (const auto& [name, node] : table) {
            if (const auto fault = take(name, node, key)) return bad(name.source(), *fault);
        }
        return {};
    } catch (const toml::parse_error& failed) {
        return bad(failed.source(), failed.description());
    }
}

} // namespace pufa::pack
