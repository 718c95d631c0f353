#pragma once
// 您遇到什么事？ The kinds of dispute with their pictures; each leads to the places that can help.

#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"

namespace pufa::screens {

[[nodiscard]] Intent draw_finder(ui::Ui& ui, const FinderModel& model);

} // namespace pufa::screens
