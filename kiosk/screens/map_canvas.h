#pragma once
// The map: a base map with markers that are panned, pinched, zoomed by keys and tapped. Where it
// looks is kept in UiMemory, so that the end of a visit puts it back. UI thread only.

#include "kiosk/map/scene.h"
#include "kiosk/screens/widgets.h"

#include <optional>
#include <string>

namespace pufa::screens {

struct MapTouched {
    std::optional<size_t> row; ///< of the marker that was tapped in this frame
};

struct MapCanvasWords {
    bool demo = false; ///< the note says that this is sample data
};

/// How much of each side lies beneath panels, canvas units: the map goes on there, but what one
/// looks at, the keys and the note stay clear of it.
struct MapFrame {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;
};

/// Fills `area`. It flies to a selected marker that is out of sight, and to a district whenever
/// `zoom_to_district` (a code of six digits) is another one than in the frame before; then back to
/// the whole map when there is none any more. On every frame it says that a schematic is no ground
/// for a boundary, or under which number the map was approved.
/// Targets: "map" (pan), "map.plus", "map.minus", "map.here", "map.marker.<row>",
/// "map.cluster.<least row>".
MapTouched map_canvas(Ui& ui, const Rect& area, const map::Scene& scene,
                      const MapCanvasWords& words, std::optional<size_t> selected_row,
                      const std::optional<std::string>& zoom_to_district,
                      const MapFrame& insets = {});

} // namespace pufa::screens
