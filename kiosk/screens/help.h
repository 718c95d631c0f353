#pragma once
// The sheet behind 求助: numbers to call and where a person can help.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_help(ui::Ui& ui, const HelpModel& model);

} // namespace pufa::screens
