#pragma once
// The subset of gettext PO that the catalogues use: comments, msgid, msgstr, continued strings.
// Source: GNU gettext manual, "The Format of PO Files".

#include "content/base/result.h"

#include <map>
#include <string>
#include <string_view>

namespace pufa::strings {

/// BAD_SOURCE with "line N" for anything outside the subset, a double key or an empty msgstr.
[[nodiscard]] Result<std::map<std::string, std::string, std::less<>>>
parse_po(std::string_view text, std::string_view name);

} // namespace pufa::strings
