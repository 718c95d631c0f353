#pragma once
// Who can help: a list, open now first and then near, the map beside it, and the card of one place.

#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"

namespace pufa::screens {

[[nodiscard]] Intent draw_places(ui::Ui& ui, const PlacesModel& model);

} // namespace pufa::screens
