#pragma once
// A pack's title as store.db keeps it.

#include "content/model/text.h"

#include <optional>
#include <string_view>

namespace pufa::pack {

/// {"zh-Hans": …}; nothing if it is not such an object.
[[nodiscard]] std::optional<model::LocalizedText> title_from_json(std::string_view text);

} // namespace pufa::pack
