#pragma once
// The JSON of places.h and voices.h; the other items' is in item_json.cpp. Private to this folder.

#include "content/model/items.h"
#include "content/model/json_reader.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string_view>

namespace pufa::model {

[[nodiscard]] nlohmann::ordered_json write_place_item(const Place& place);
[[nodiscard]] nlohmann::ordered_json write_place_item(const Dispute& dispute);
[[nodiscard]] nlohmann::ordered_json write_place_item(const HolidayCalendar& calendar);
[[nodiscard]] nlohmann::ordered_json write_place_item(const BaseMap& map);
[[nodiscard]] nlohmann::ordered_json write_place_item(const Poll& poll);
[[nodiscard]] nlohmann::ordered_json write_place_item(const Consultation& consultation);

/// Nullopt if `kind` is none of these; a fault is kept in `in`.
[[nodiscard]] std::optional<Item> read_place_item(std::string_view kind, JsonReader& in);

} // namespace pufa::model
