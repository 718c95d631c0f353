#pragma once
// Identities. Item ids are explicit, stable and never reused: statistics hang on them.

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::model {

/// "publisher/pack": each part 1 to 64 of a-z 0-9 and '-', first one a letter or digit.
struct PackId {
    std::string value;
    auto operator<=>(const PackId&) const = default;
    [[nodiscard]] std::string_view publisher() const;
    [[nodiscard]] std::string_view pack() const;
};

/// "publisher/pack/item", parts as in PackId.
struct ItemId {
    std::string value;
    auto operator<=>(const ItemId&) const = default;
    [[nodiscard]] PackId pack() const;
};

[[nodiscard]] bool is_id_part(std::string_view part);
[[nodiscard]] std::optional<PackId> parse_pack_id(std::string_view text);
[[nodiscard]] std::optional<ItemId> parse_item_id(std::string_view text);

} // namespace pufa::model
