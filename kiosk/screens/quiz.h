#pragma once

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_quiz(ui::Ui& ui, const QuizModel& model);

} // namespace pufa::screens
