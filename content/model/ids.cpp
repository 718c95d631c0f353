#include "content/model/ids.h"

#include <algorithm>

namespace pufa::model {

namespace {

constexpr size_t k_max_part = 64;

bool is_lower_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// True if `text` is exactly `parts` valid parts between slashes.
bool has_parts(std::string_view text, int parts) {
    for (; parts > 1; --parts) {
        const auto slash = text.find('/');
        if (slash == std::string_view::npos || !is_id_part(text.substr(0, slash))) return false;
        text.remove_prefix(slash + 1);
    }
    return is_id_part(text);
}

} // namespace

std::string_view PackId::publisher() const {
    return std::string_view{value}.substr(0, value.find('/'));
}

std::string_view PackId::pack() const {
    return std::string_view{value}.substr(value.find('/') + 1);
}

PackId ItemId::pack() const {
    return {value.substr(0, value.rfind('/'))};
}

bool is_id_part(std::string_view part) {
    if (part.empty() || part.size() > k_max_part || !is_lower_or_digit(part.front())) return false;
    return std::all_of(part.begin(), part.end(),
                       [](char c) { return is_lower_or_digit(c) || c == '-'; });
}

std::optional<PackId> parse_pack_id(std::string_view text) {
    if (!has_parts(text, 2)) return std::nullopt;
    return PackId{std::string{text}};
}

std::optional<ItemId> parse_item_id(std::string_view text) {
    if (!has_parts(text, 3)) return std::nullopt;
    return ItemId{std::string{text}};
}

} // namespace pufa::model
