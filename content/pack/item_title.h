#pragma once
// What an item is called in a list for people.

#include "content/model/items.h"

namespace pufa::pack {

/// Its title, its name or its stem; empty for the kinds that have none.
[[nodiscard]] model::LocalizedText title_of(const model::Item& item);

} // namespace pufa::pack
