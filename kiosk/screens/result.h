#pragma once

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_result(ui::Ui& ui, const ResultModel& model);

} // namespace pufa::screens
