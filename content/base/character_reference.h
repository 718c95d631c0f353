#pragma once
// Characters that HTML spells by name or number: "&hellip;", "&#8230;", "&#x2026;". Names are those
// of HTML 4 (all of Latin-1, Greek, and the marks that word processors write) and "&apos;".

#include <cstddef>
#include <optional>
#include <string_view>

namespace pufa::base {

/// HTML lets the semicolon behind the names of Latin-1's characters, &, <, > and " be missing.
enum class Semicolon { required, optional };

struct CharacterReference {
    /// Blanks of any width and control characters are U+0020. 0: nothing is to be seen of it (a
    /// joiner, a mark of direction, a soft hyphen).
    char32_t point = 0;
    size_t size = 0; ///< that it takes in the text
};

/// What stands at the front of `text`; nullopt if that is no reference, or one to no character.
[[nodiscard]] std::optional<CharacterReference> character_reference(std::string_view text,
                                                                    Semicolon semicolon);

} // namespace pufa::base
