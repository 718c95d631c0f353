#pragma once
// A place as a telephone takes it from a QR code. Pure.

#include "content/model/places.h"

#include <optional>
#include <string>
#include <string_view>

namespace pufa::place {

/// "geo:22.590000,113.070000" (RFC 5870); the position is WGS-84.
[[nodiscard]] std::string geo_uri(model::GeoPoint at);

struct ContactCard {
    std::string_view name;
    std::string_view phone; ///< empty: left out, as all that is empty
    std::string_view note;
    std::optional<model::GeoPoint> at; ///< WGS-84
};
/// What a telephone reads from a screen at an arm's length: a QR code of version 20, level M.
inline constexpr size_t k_most_code_bytes = 666;
/// vCard 3.0 (RFC 2426), which telephones old and new read; lines are not folded, since readers of
/// codes do not unfold them. A note that would make it longer than k_most_code_bytes is left out.
[[nodiscard]] std::string vcard(const ContactCard& card);

} // namespace pufa::place
