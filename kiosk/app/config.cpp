#include "kiosk/app/config.h"

#include "content/base/file.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace pufa::app {
namespace {

constexpr uint64_t k_largest_file = 1u << 20;
constexpr int64_t k_fewest_kept_days = 31;
constexpr int64_t k_most_kept_days = 36'500;
constexpr double k_smallest_panel_mm = 150;
constexpr double k_largest_panel_mm = 3000;

/// One table read key by key; remembers the first fault.
class Reader {
  public:
    Reader(const toml::table& table, std::string where)
        : m_table(table)
        , m_where(std::move(where)) {}

    template <class Take>
    void key(std::string_view name, std::string_view expected, Take take) {
        m_known.push_back(name);
        const auto* node = m_table.get(name);
        if (node && !take(*node)) fault(node->source(), fmt::format("{}: {}", name, expected));
    }

    [[nodiscard]] std::optional<Error> finish() {
        for (const auto& [key, node] : m_table)
            if (std::find(m_known.begin(), m_known.end(), key.str()) == m_known.end())
                fault(node.source(), fmt::format("{}: unknown key", key.str()));
        return m_error;
    }

  private:
    void fault(const toml::source_region& at, std::string what) {
        if (!m_error)
            m_error =
                Error{Code::BAD_CONFIG, m_where, fmt::format("line {}: {}", at.begin.line, what)};
    }

    const toml::table& m_table;
    std::string m_where;
    std::vector<std::string_view> m_known;
    std::optional<Error> m_error;
};

template <class To>
bool assign_text(const toml::node& node, To& to) {
    const auto value = node.value_exact<std::string>();
    if (value) to = *value;
    return value.has_value();
}

} // namespace

Result<Config> parse_config(std::string_view toml, const std::string& where) {
    toml::table table;
    try {
        table = toml::parse(toml, where);
    } catch (const toml::parse_error& failed) {
        return Error{Code::BAD_CONFIG, where,
                     fmt::format("line {}: {}", failed.source().begin.line, failed.description())};
    }
    Config config;
    Reader reader(table, where);
    reader.key("place", "expected a text",
               [&](const auto& node) { return assign_text(node, config.place); });
    reader.key("site", "expected a name of a-z, 0-9 and -", [&](const auto& node) {
        return assign_text(node, config.site) && model::is_id_part(config.site);
    });
    reader.key("state", "expected a folder",
               [&](const auto& node) { return assign_text(node, config.state); });
    reader.key("language", "expected \"zh-Hans\", \"zh-Hant\" or \"en\"", [&](const auto& node) {
        const auto text = node.template value_exact<std::string>();
        const auto language = text ? model::parse_language(*text) : std::nullopt;
        if (language) config.language = *language;
        return language.has_value();
    });
    reader.key("volume", "expected a number from 0 to 5", [&](const auto& node) {
        const auto volume = node.template value_exact<int64_t>();
        if (!volume || *volume < 0 || *volume > 5) return false;
        config.volume = static_cast<int>(*volume);
        return true;
    });
    reader.key("night", "expected \"22:00-07:00\"", [&](const auto& node) {
        const auto text = node.template value_exact<std::string>();
        config.night = text ? campaign::parse_daily_span(*text) : std::nullopt;
        return config.night.has_value();
    });
    reader.key("position", "expected [degrees east, degrees north]", [&](const auto& node) {
        const auto* pair = node.as_array();
        if (!pair || pair->size() != 2) return false;
        const auto lon = pair->get(0)->template value<double>();
        const auto lat = pair->get(1)->template value<double>();
        if (!lon || !lat || !(*lon >= -180 && *lon <= 180) || !(*lat >= -85 && *lat <= 85))
            return false;
        config.position = model::GeoPoint{*lon, *lat};
        return true;
    });
    reader.key("panel_diagonal_mm", "expected millimetres from 150 to 3000", [&](const auto& node) {
        const auto mm = node.template value<double>();
        // Not a number is within no bounds.
        if (!mm || !(*mm >= k_smallest_panel_mm && *mm <= k_largest_panel_mm)) return false;
        config.panel_diagonal_mm = static_cast<float>(*mm);
        return true;
    });
    reader.key(
        "keep_statistics_days", "expected 0 (all) or days from 31 to 36500", [&](const auto& node) {
            const auto days = node.template value_exact<int64_t>();
            const bool bounded = days && *days >= k_fewest_kept_days && *days <= k_most_kept_days;
            if (!bounded && days != 0) return false;
            config.keep_statistics_days = static_cast<int>(*days);
            return true;
        });
    reader.key("scrub", "expected true or false", [&](const auto& node) {
        const auto value = node.template value_exact<bool>();
        if (value) config.scrub = *value;
        return value.has_value();
    });
    reader.key("presenter", "expected \"auto\", \"gl\" or \"soft\"", [&](const auto& node) {
        const auto word = node.template value_exact<std::string>();
        const auto presenter = word ? parse_presenter(*word) : std::nullopt;
        if (presenter) config.presenter = *presenter;
        return presenter.has_value();
    });
    reader.key("rotation", "expected 0, 90, 180 or 270", [&](const auto& node) {
        const auto degrees = node.template value_exact<int64_t>();
        if (!degrees || !is_rotation(*degrees)) return false;
        config.rotation = static_cast<int>(*degrees);
        return true;
    });
    if (auto error = reader.finish()) return *error;
    return config;
}

Result<Config> load_config(const std::filesystem::path& file, Missing missing) {
    const auto text = base::read_file(file, k_largest_file);
    if (text) return parse_config(*text, file.string());
    if (text.error().code == Code::NOT_FOUND && missing == Missing::is_default) return Config{};
    return text.error();
}

std::optional<platform::DrawnBy> parse_presenter(std::string_view word) {
    if (word == "auto") return platform::DrawnBy::automatic;
    if (word == "gl") return platform::DrawnBy::gl;
    if (word == "soft") return platform::DrawnBy::soft;
    return std::nullopt;
}

} // namespace pufa::app
