#pragma once
// The staff desk: its rail, its pages, the keys before it, the screen that may be wiped.

#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"

namespace pufa::screens {

[[nodiscard]] Intent draw_staff(ui::Ui& ui, const StaffModel& model);
[[nodiscard]] Intent draw_pin(ui::Ui& ui, const PinModel& model);
[[nodiscard]] Intent draw_ticket(ui::Ui& ui, const TicketModel& model);
[[nodiscard]] Intent draw_cleaning(ui::Ui& ui, const CleaningModel& model);

} // namespace pufa::screens
