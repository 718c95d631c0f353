#pragma once

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_watch(ui::Ui& ui, const WatchModel& model);

} // namespace pufa::screens
