#pragma once
// pack.json: parse says whether it is one, check says whether it may be shown
// (docs/pack-format.md).

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/model/items.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::pack {

inline constexpr int k_format = 1;
/// What a pack may ask for in features_required: kinds of items that the first players of format 1
/// do not know, so that they say NEEDS_NEWER_PLAYER and not that the pack is bad.
inline constexpr std::array<std::string_view, 4> k_features{"articles", "places", "polls",
                                                            "law-status"};

struct Member {
    std::string path;
    uint64_t size = 0;
    uint32_t crc = 0;
    std::string sha256; ///< 64 lower-case hex digits
    bool operator==(const Member&) const = default;
};

/// An entry of `requires`: another pack, in this version or a later one.
struct NeededPack {
    model::PackId id;
    int64_t sequence = 1;
    bool operator==(const NeededPack&) const = default;
};

struct Manifest {
    int format = k_format;
    model::PackId id;
    model::LocalizedText title;
    int64_t sequence = 1; ///< grows with every published version
    base::WallTime created;
    std::vector<std::string> agencies;
    std::vector<model::Language> languages;
    std::optional<base::Date> not_before;
    std::optional<base::Date> not_after;
    bool demo = false; ///< marked as demo data on screen
    /// Machines for which it is, as patterns (sites.h); empty: for all.
    std::vector<std::string> sites;
    std::vector<NeededPack> needs; ///< `requires`
    std::vector<std::string> features_required;
    std::vector<Member> members; ///< all but the first two, in the order of the archive
    std::vector<model::Item> items;
};

/// The features that these items need, in the order of k_features.
[[nodiscard]] std::vector<std::string> features_of(const std::vector<model::Item>& items);

/// BAD_MANIFEST, NEEDS_NEWER_PLAYER or TOO_LARGE; bounds on depth and counts are checked first.
[[nodiscard]] Result<Manifest> parse_manifest(std::string_view json, const std::string& where);
/// The one spelling of a manifest; the same struct gives the same bytes.
[[nodiscard]] std::string write_manifest(const Manifest& manifest);
/// Every rule that does not depend on the machine: references inside the pack, member paths,
/// AI marks, ids under the pack's own. Empty if all hold.
[[nodiscard]] std::vector<Error> check_manifest(const Manifest& manifest, const std::string& where);

} // namespace pufa::pack
