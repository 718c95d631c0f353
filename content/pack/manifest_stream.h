#pragma once
// The two long lists of pack.json, element by element: a manifest of 16 MiB as one JSON value takes
// ten times its size. Private to this folder.

#include "content/base/result.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <string_view>

namespace pufa::pack {

/// All of `text` but the elements of its lists "members" and "items", which are left out whole; a
/// value of another kind in their place stays. Nullopt if it is no JSON object.
struct ManifestFacts {
    nlohmann::ordered_json facts;
    bool has_members = false; ///< as a list
    bool has_items = false;
};
[[nodiscard]] std::optional<ManifestFacts> read_manifest_facts(std::string_view text);

/// Calls each(list, element) for the elements of both lists in their order in `text`, until one
/// fails. The text must have been read by read_manifest_facts.
using EachElement =
    std::function<Result<void>(std::string_view list, const nlohmann::ordered_json& element)>;
[[nodiscard]] Result<void> read_manifest_lists(std::string_view text, const EachElement& each);

} // namespace pufa::pack
