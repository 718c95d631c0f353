#pragma once
// What the active packs say of their items, for the statistics.

#include "content/catalog/snapshot.h"
#include "content/model/text.h"
#include "content/tally/item_facts.h"

namespace pufa::admin {

[[nodiscard]] tally::FactsByItem item_facts(const catalog::Snapshot& snapshot,
                                            model::Language language);

} // namespace pufa::admin
