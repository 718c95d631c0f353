#pragma once
// Every piece of the kit in every state, for whoever works on it: pufa-kiosk --gallery.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

/// What was touched that changes the look; the theme and the text size take turns.
enum class GalleryTouch { none, theme, text };
[[nodiscard]] GalleryTouch draw_gallery(Ui& ui);

} // namespace pufa::screens
