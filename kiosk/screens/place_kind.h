#pragma once
// A kind of place by colour and icon: the same in the list and on the map.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

struct KindLook {
    Color color; ///< while it is open; closed is brick
    char32_t icon;
};
[[nodiscard]] KindLook kind_look(model::PlaceKind kind);

} // namespace pufa::screens
