#pragma once
// The two long lists of pack.json, element by element, as the text that each is: a manifest of
// 16 MiB as one JSON value takes ten times its size. Private to this folder.

#include "content/base/result.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace pufa::pack {

/// The fields of the manifest that this player knows, and no other: nobody looks at those, and a
/// trusted publisher could fill memory with them. The elements of the lists "members" and "items"
/// are left out; a value of another kind in their place stays. `text` must be JSON (check_bounds).
/// Nullopt if it is no object.
struct ManifestFacts {
    nlohmann::ordered_json facts;
    bool has_members = false; ///< as a list
    bool has_items = false;
};
[[nodiscard]] std::optional<ManifestFacts> read_manifest_facts(std::string_view text);

/// Calls each(list, element) for the elements of both lists in their order in `text`, until one
/// fails. `text` must have been read by read_manifest_facts; an element is a part of it.
using EachElement = std::function<Result<void>(std::string_view list, std::string_view element)>;
[[nodiscard]] Result<void> read_manifest_lists(std::string_view text, const EachElement& each);

} // namespace pufa::pack
