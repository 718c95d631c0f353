#pragma once
// While nobody is there: clips without sound or drawn art, one large invitation, three languages.
// The whole screen wakes; a language's name wakes in that language.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_attract(ui::Ui& ui, const AttractModel& model);

} // namespace pufa::screens
