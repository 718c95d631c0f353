#include "admin/kiosk_config.h"

#include "content/base/file.h"
#include "content/pack/sites.h"

#include <fmt/format.h>
#include <toml++/toml.h>

namespace pufa::admin {

namespace {

constexpr uint64_t k_largest_file = 1u << 20;

Error bad_config(const std::filesystem::path& file, const toml::source_region& at,
                 std::string_view what) {
    return {Code::BAD_CONFIG, file.string(), fmt::format("line {}: {}", at.begin.line, what)};
}

} // namespace

Result<KioskConfig> read_kiosk_config(const std::filesystem::path& file, Missing missing) {
    const auto text = base::read_file(file, k_largest_file);
    if (!text) {
        if (text.error().code == Code::NOT_FOUND && missing == Missing::is_default)
            return KioskConfig{};
        return text.error();
    }
    try {
        const auto table = toml::parse(*text, file.string());
        KioskConfig config;
        if (const auto* state = table.get("state")) {
            const auto folder = state->value_exact<std::string>();
            if (!folder) return bad_config(file, state->source(), "state: expected a folder");
            config.state = *folder;
        }
        if (const auto* site = table.get("site")) {
            const auto name = site->value_exact<std::string>();
            if (!name || !pack::is_site(*name))
                return bad_config(file, site->source(), "site: expected a name of a-z, 0-9 and -");
            config.site = *name;
        }
        if (const auto* place = table.get("place")) {
            const auto words = place->value_exact<std::string>();
            if (!words) return bad_config(file, place->source(), "place: expected a text");
            config.place = *words;
        }
        return config;
    } catch (const toml::parse_error& failed) {
        return bad_config(file, failed.source(), failed.description());
    }
}

} // namespace pufa::admin
