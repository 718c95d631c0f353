// kiosk.toml: what was read keeps its bounds and, written as TOML, is the same.

#include "kiosk/app/config.h"
#include "tests/fuzz/fuzz.h"

#include <fmt/format.h>
#include <sstream>
#include <toml++/toml.h>

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto config = app::parse_config(fuzz::text_of(data, size), "kiosk.toml");
    if (!config) return config.error().code == Code::BAD_CONFIG ? 0 : -1;
    PUFA_ASSERT(config->volume >= 0 && config->volume <= 5 && config->panel_diagonal_mm >= 150);
    toml::table table{{"place", config->place},
                      {"state", config->state.string()},
                      {"language", std::string{model::tag(config->language)}},
                      {"volume", config->volume},
                      {"panel_diagonal_mm", double{config->panel_diagonal_mm}}};
    if (const auto& at = config->position) table.insert("position", toml::array{at->lon, at->lat});
    if (const auto& night = config->night)
        table.insert("night", fmt::format("{:02}:{:02}-{:02}:{:02}", night->from / 60,
                                          night->from % 60, night->to / 60, night->to % 60));
    std::ostringstream text;
    text << table;
    const auto again = app::parse_config(text.str(), "kiosk.toml");
    PUFA_ASSERT(again.ok() && *again == *config);
    return 0;
}
