#pragma once
// "Are you still here?", with the seconds that are left and one large button.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_idle(ui::Ui& ui, const IdleModel& model);

} // namespace pufa::screens
