#pragma once
// Names on a map: none overlaps another, a marker or what else stands there, and the important ones
// come first. Canvas units.

#include "kiosk/ui/geometry.h"

#include <cstddef>
#include <span>
#include <vector>

namespace pufa::map {

struct LabelWish {
    ui::Point at; ///< where its middle should stand
    float width = 0;
    float height = 0;
    float may_move = 0; ///< how far it may stand from there
    ui::Rect within{};  ///< where its middle must be if it moves; empty: anywhere
};
struct PlacedLabel {
    size_t wish;
    ui::Rect rect;
};
/// In the order of the wishes, each at the nearest place that is free within `area`; one without
/// such a place is left out.
[[nodiscard]] std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes,
                                                    std::span<const ui::Rect> taken,
                                                    const ui::Rect& area);

} // namespace pufa::map
