#pragma once

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_fault(ui::Ui& ui, const FaultModel& model);

} // namespace pufa::screens
