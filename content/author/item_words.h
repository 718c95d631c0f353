#pragma once
// Everything in an item that is read on the screen, whatever its kind. Private to this folder.

#include "content/model/items.h"

#include <string>
#include <vector>

namespace pufa::author {

struct ItemWords {
    std::vector<const model::LocalizedText*> texts; ///< in languages; may be empty ones
    std::vector<const std::string*> plain;          ///< in one: agencies, topics, quoted law
    std::vector<const model::Citation*> citations;
};
/// Points into `item`.
[[nodiscard]] ItemWords words_of(const model::Item& item);

/// What to call it: the beginning of its title or question, else its id.
[[nodiscard]] std::string title_of(const model::Item& item);

} // namespace pufa::author
