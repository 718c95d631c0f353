#include "content/settings/settings.h"

#include "content/base/file.h"
#include "content/base/log.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace pufa::settings {

namespace {

using Json = nlohmann::ordered_json;

constexpr uint64_t k_largest_file = 1024 * 1024;
constexpr float k_smallest_panel_mm = 150, k_largest_panel_mm = 3000;

std::string words_of(const campaign::DailySpan& span) {
    return fmt::format("{:02}:{:02}-{:02}:{:02}", span.from / 60, span.from % 60, span.to / 60,
                       span.to % 60);
}

/// "" says that there is none, which is not the same as that nothing was said.
void take_span(const Json& json, const char* key, std::optional<campaign::DailySpan>& to) {
    const auto at = json.find(key);
    if (at == json.end() || !at->is_string()) return;
    const auto words = at->get<std::string>();
    const auto span = campaign::parse_daily_span(words);
    if (span || words.empty()) to = span;
}

void take_text(const Json& json, const char* key, std::string& to) {
    const auto at = json.find(key);
    if (at != json.end() && at->is_string()) to = at->get<std::string>();
}

void take_items(const Json& json, const char* key, std::set<model::ItemId>& to) {
    const auto at = json.find(key);
    if (at == json.end() || !at->is_array()) return;
    to.clear();
    for (const auto& id : *at)
        if (id.is_string() && to.size() < k_most_switched_off) to.insert({id.get<std::string>()});
}

Settings read(const Json& json, Settings settings) {
    std::string tag;
    take_text(json, "language", tag);
    if (const auto language = model::parse_language(tag)) settings.language = *language;
    const auto cap = json.value("volume_cap", Json{});
    if (cap.is_number_integer() && cap >= 1 && cap <= 5) settings.volume_cap = cap.get<int>();
    take_span(json, "quiet", settings.quiet);
    take_span(json, "night", settings.night);
    const auto rotation = json.value("rotation", Json{});
    if (rotation == 0 || rotation == 90 || rotation == 180 || rotation == 270)
        settings.rotation = rotation.get<int>();
    const auto panel = json.value("panel_diagonal_mm", Json{});
    if (panel.is_number() && panel >= k_smallest_panel_mm && panel <= k_largest_panel_mm)
        settings.panel_diagonal_mm = panel.get<float>();
    take_text(json, "place", settings.place);
    take_text(json, "place_id", settings.place_id);
    const auto position = json.value("position", Json{});
    if (position.is_array() && position.size() == 2 && position[0].is_number() &&
        position[1].is_number())
        settings.position = model::GeoPoint{position[0].get<double>(), position[1].get<double>()};
    take_items(json, "switched_off", settings.switched_off);
    return settings;
}

} // namespace

std::filesystem::path file_in(const std::filesystem::path& state_folder) {
    return state_folder / "settings.json";
}

Settings load(const std::filesystem::path& file, const Settings& otherwise) {
    const auto text = base::read_file(file, k_largest_file);
    if (!text) {
        if (text.error().code != Code::NOT_FOUND)
            base::log_warning("settings of the desk cannot be read: {} ({})", text.error().where,
                              text.error().detail);
        return otherwise;
    }
    const auto json = Json::parse(*text, nullptr, false);
    if (!json.is_object()) {
        base::log_warning("{} holds no settings; kiosk.toml's hold", file.string());
        return otherwise;
    }
    return read(json, otherwise);
}

std::string text_of(const Settings& settings) {
    Json json{{"language", model::tag(settings.language)},
              {"volume_cap", settings.volume_cap},
              {"quiet", settings.quiet ? words_of(*settings.quiet) : ""},
              {"night", settings.night ? words_of(*settings.night) : ""},
              {"rotation", settings.rotation},
              {"panel_diagonal_mm", settings.panel_diagonal_mm},
              {"place", settings.place},
              {"place_id", settings.place_id}};
    if (settings.position) json["position"] = {settings.position->lon, settings.position->lat};
    auto& off = json["switched_off"] = Json::array();
    for (const auto& id : settings.switched_off)
        off.push_back(id.value);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<void> save(const std::filesystem::path& file, const Settings& settings) {
    return base::write_file_atomic(file, text_of(settings));
}

} // namespace pufa::settings
