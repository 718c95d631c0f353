#pragma once
// What authors call kinds of place, datums and spoken languages. Private to this folder.

#include "content/model/places.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// "司法所" or "justice_office".
[[nodiscard]] std::optional<model::PlaceKind> parse_place_kind(std::string_view word);
/// "WGS-84", "GCJ-02", "BD-09", with or without the hyphen.
[[nodiscard]] std::optional<model::Datum> parse_datum(std::string_view word);
/// "粤语" or "yue" → "yue": ISO 639 codes, or a BCP 47 tag where ISO 639 has none ("台山话" →
/// "yue-x-taishan").
[[nodiscard]] std::optional<std::string> parse_spoken(std::string_view word);
/// "是", "yes", "true", "1" and "否", "no", "false", "0"; also "有" and "无".
[[nodiscard]] std::optional<bool> parse_yes_no(std::string_view word);
/// Parted by ; or what Chinese input methods put there (；、，,); trimmed, none empty.
[[nodiscard]] std::vector<std::string> parted(std::string_view words);

} // namespace pufa::author
