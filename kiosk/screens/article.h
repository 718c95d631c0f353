#pragma once
// A guide or a case to read.

#include "kiosk/screens/page.h"

namespace pufa::ui {
class Ui;
}

namespace pufa::screens {

[[nodiscard]] Intent draw_article(ui::Ui& ui, const ArticleModel& model);

} // namespace pufa::screens
