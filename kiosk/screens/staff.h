#pragma once
// The staff desk: its rail, its pages, the keys before it, the screen that may be wiped, the
// pages that the check fills it with.

#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"

namespace pufa::screens {

[[nodiscard]] Intent draw_staff(ui::Ui& ui, const StaffModel& model);
[[nodiscard]] Intent draw_pin(ui::Ui& ui, const PinModel& model);
[[nodiscard]] Intent draw_ticket(ui::Ui& ui, const TicketModel& model);
[[nodiscard]] Intent draw_cleaning(ui::Ui& ui, const CleaningModel& model);
[[nodiscard]] Intent draw_color(ui::Ui& ui, const ColorModel& model);
[[nodiscard]] Intent draw_wipe(ui::Ui& ui, const WipeModel& model);

} // namespace pufa::screens
