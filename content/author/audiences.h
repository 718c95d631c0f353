#pragma once
// For whom an item is, as authors write it. Private to this folder.

#include "content/author/toml_reader.h"
#include "content/model/audience.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// "青少年" or "youth" → "youth"; "不限" or "general" → "", which is everybody.
[[nodiscard]] std::optional<std::string_view> parse_audience(std::string_view word);

/// Of words that stand at `place`, each of them one or several parted by 、 or a semicolon.
/// UNKNOWN_AUDIENCE, which lists the words; LISTED_TWICE; AUDIENCE_AND_ALL if everybody is named
/// beside a group, which then counts.
[[nodiscard]] model::Audience take_audience(const std::vector<std::string>& words,
                                            const Place& place, Findings& findings);

/// `audience` of a table: a word or a list. `otherwise` if it does not say; an empty list says that
/// it is for everybody.
[[nodiscard]] model::Audience read_audience(TomlReader& toml, const model::Audience& otherwise,
                                            Findings& findings);

} // namespace pufa::author
