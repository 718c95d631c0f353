#pragma once
// Times, dates and lengths in the words of the page's language.

#include "content/base/clock.h"
#include "kiosk/ui/ui.h"

#include <string>

namespace pufa::screens {

/// "6:30", "1:02:05"; whole seconds, rounded down.
[[nodiscard]] std::string duration_words(base::Micros length);
/// "15:20"
[[nodiscard]] std::string clock_words(const base::LocalTime& time);
/// "11月23日 星期一"
[[nodiscard]] std::string day_words(const ui::Ui& ui, const base::LocalTime& time);
/// "2021年1月1日"
[[nodiscard]] std::string date_words(const ui::Ui& ui, const base::Date& date);
/// "A" for 0
[[nodiscard]] std::string option_letter(int index);

} // namespace pufa::screens
