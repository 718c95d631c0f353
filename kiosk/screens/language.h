#pragma once
// The sheet behind the dock's language button: three languages by their own names, and how else
// the page may look.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_language(ui::Ui& ui);

} // namespace pufa::screens
