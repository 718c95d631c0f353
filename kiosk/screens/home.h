#pragma once

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_home(ui::Ui& ui, const HomeModel& model);

} // namespace pufa::screens
