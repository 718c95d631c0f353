#pragma once

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_shelf(ui::Ui& ui, const ShelfModel& model);

} // namespace pufa::screens
