#pragma once
// A strip over any page, at its top: that staff preview a day, or that the stick is for staff.

#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"

namespace pufa::screens {

[[nodiscard]] Intent draw_banner(ui::Ui& ui, const Banner& banner);

} // namespace pufa::screens
