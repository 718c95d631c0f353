#pragma once
// Every sentence a citizen or staff member can see, by key, in three languages. The catalogues are
// gettext PO files (msgid is the key), compiled into the programs. Threads: read-only after first
// use.

#include "content/base/error.h"
#include "content/model/text.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::strings {

struct Argument {
    std::string_view name; ///< replaces {name}
    std::string value;
};

/// The words for `key`; a key that no catalogue has stops the process (a test names every key).
[[nodiscard]] const std::string& text(model::Language language, std::string_view key);
[[nodiscard]] std::string text(model::Language language, std::string_view key,
                               std::initializer_list<Argument> arguments);
/// One sentence that says what, where and what to do. Falls back to no other language.
[[nodiscard]] std::string sentence(model::Language language, const Error& error);
/// The sentence with the code's name behind it, "… [LOCKED]", for a shell and for a report.
[[nodiscard]] std::string named_sentence(model::Language language, const Error& error);
[[nodiscard]] std::vector<std::string_view> keys(model::Language language);

} // namespace pufa::strings
