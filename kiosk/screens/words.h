#pragma once
// Times, dates and lengths in the words of the page's language.

#include "content/base/clock.h"
#include "kiosk/ui/ui.h"

#include <string>
#include <string_view>

namespace pufa::screens {

/// "6:30", "1:02:05"; whole seconds, rounded down.
[[nodiscard]] std::string duration_words(base::Micros length);
/// "15:20"
[[nodiscard]] std::string clock_words(const base::LocalTime& time);
/// "11月23日 星期一"
[[nodiscard]] std::string day_words(const ui::Ui& ui, const base::LocalTime& time);
/// "2021年1月1日"
[[nodiscard]] std::string date_words(const ui::Ui& ui, const base::Date& date);
/// Words that would take two lines, broken after a comma or the like if both halves then fit, so
/// that no line holds a lone character and no word is torn; else English ones where both lines are
/// as long as each other, and Chinese ones as they are.
[[nodiscard]] std::string in_phrases(ui::Ui& ui, const ui::TextStyle& style, float width,
                                     std::string_view words);
/// The same, and where no comma parts them well the width at which both lines are as long as each
/// other can be had.
struct BalancedWords {
    std::string words;
    float width; ///< to be drawn within
};
[[nodiscard]] BalancedWords balanced(ui::Ui& ui, const ui::TextStyle& style, float width,
                                     std::string_view words);
/// "A" for 0
[[nodiscard]] std::string option_letter(int index);

} // namespace pufa::screens
