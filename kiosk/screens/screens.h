#pragma once
// One pair of files per screen; this is the door they are called by. Drawing changes nothing but
// UiMemory: model in, intent out.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

/// Draws the page and what lies over it; a touch on the overlay never reaches the page.
[[nodiscard]] Intent draw(ui::Ui& ui, const Page& page, const Overlay& overlay,
                          const std::optional<Banner>& banner = {});

} // namespace pufa::screens
