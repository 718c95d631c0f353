#include "kiosk/screens/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

std::string month_words(const ui::Ui& ui, int month) {
    return ui.tr(fmt::format("screens.month.{}", std::clamp(month, 1, 12)));
}

} // namespace

std::string duration_words(base::Micros length) {
    const auto seconds =
        std::max<int64_t>(0, std::chrono::duration_cast<std::chrono::seconds>(length).count());
    const auto minutes = seconds / 60;
    if (minutes < 60) return fmt::format("{}:{:02}", minutes, seconds % 60);
    return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, seconds % 60);
}

std::string clock_words(const base::LocalTime& time) {
    return fmt::format("{:02}:{:02}", time.hour, time.minute);
}

std::string day_words(const ui::Ui& ui, const base::LocalTime& time) {
    return ui.tr(
        "screens.day",
        {{"month", month_words(ui, time.date.month)},
         {"day", fmt::format("{}", time.date.day)},
         {"weekday", ui.tr(fmt::format("screens.weekday.{}", std::clamp(time.weekday, 0, 6)))}});
}

std::string date_words(const ui::Ui& ui, const base::Date& date) {
    return ui.tr("screens.date", {{"year", fmt::format("{}", date.year)},
                                  {"month", month_words(ui, date.month)},
                                  {"day", fmt::format("{}", date.day)}});
}

std::string option_letter(int index) {
    return std::string(1, static_cast<char>('A' + std::clamp(index, 0, 25)));
}

} // namespace pufa::screens
