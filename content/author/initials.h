#pragma once
// What a visitor types on a keyboard of Latin letters to find a title: 立遗嘱 → "lyz". Made at the
// build by ICU, whose readings are character by character; words in which it errs are in a table.
// Private to this folder.

#include "content/model/items.h"

#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// One letter for each Chinese character; Latin letters (without accents) and digits as they are,
/// in lower case; nothing of anything else.
[[nodiscard]] std::string initials_of(std::string_view text);

/// Fills them in for every kind of item that has them, from its name in simplified Chinese.
void add_initials(std::vector<model::Item>& items);

} // namespace pufa::author
