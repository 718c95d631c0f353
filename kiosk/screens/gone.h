#pragma once
// "This is over": what the visitor had open may no longer be shown. Two sentences and one button.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_gone(ui::Ui& ui, const GoneModel& model);

} // namespace pufa::screens
