#pragma once
// The parts of the page of places, apart so that each can be read on its own.

#include "kiosk/screens/widgets.h"

#include <optional>
#include <string>

namespace pufa::screens {

/// What was asked, what the law promises, and the places. Fills `rect`. Without a map beside it the
/// list has the chips and, if there is one, the way to the map.
struct PlacesListParts {
    bool chips = false;
    std::optional<PlacesView> to_map{};
};
[[nodiscard]] Intent draw_places_list(Ui& ui, const Rect& rect, const PlacesModel& model,
                                      const PlacesListParts& parts);

/// The filters, and the districts where they fit; returns how far down they reach.
struct PlaceChips {
    Intent intent;
    float height = 0;
};
[[nodiscard]] PlaceChips draw_place_chips(Ui& ui, Point at, float width, const Rect& clip,
                                          const PlacesModel& model);
[[nodiscard]] float place_chips_height(Ui& ui, float width, const PlacesModel& model);

/// The sheet that is open; PlaceSheet::none draws nothing.
[[nodiscard]] Intent draw_place_sheet(Ui& ui, const PlacesModel& model);

} // namespace pufa::screens
