#pragma once
// Items as they stand in pack.json and in the compiled catalogue (docs/pack-format.md).
// Unknown fields are ignored; a missing or mistyped one is BAD_MANIFEST with the item's id and
// field.

#include "content/base/result.h"
#include "content/model/items.h"

#include <nlohmann/json_fwd.hpp>

namespace pufa::model {

/// {"kind": "video" | "question" | "quiz" | "campaign" | "article", "id": …, …}
[[nodiscard]] nlohmann::ordered_json to_json(const Item& item);
[[nodiscard]] Result<Item> item_from_json(const nlohmann::ordered_json& json);
/// {"zh-Hans": …}; languages without words are left out.
[[nodiscard]] nlohmann::ordered_json to_json(const LocalizedText& text);

} // namespace pufa::model
