#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr std::array<std::string_view, 12> k_phrase_ends{"，",     "；", "：", "。", "！", "？",
                                                         "\u3000", ", ", "; ", ". ", ": ", "? "};

/// A line shorter than this by the other is a remnant and no half.
constexpr float k_least_half = 0.3f;

std::string month_words(const ui::Ui& ui, int month) {
    return ui.tr(fmt::format("screens.month.{}", std::clamp(month, 1, 12)));
}

/// The narrowest width at which the words still take two lines.
float narrowest(ui::Ui& ui, const ui::TextStyle& style, float width, std::string_view words) {
    const auto count = [&](float room) { return ui.paragraph(style, room, words).lines.size(); };
    float narrow = ui.text_width(style, words) / 2;
    if (count(narrow) == 2) return narrow;
    while (width - narrow > style.size / 2) {
        const float middle = (narrow + width) / 2;
        (count(middle) == 2 ? width : narrow) = middle;
    }
    return width;
}

/// English words can be parted anywhere between them; Chinese ones would be torn.
std::string parted_evenly(ui::Ui& ui, const ui::TextStyle& style, float width,
                          std::string_view words) {
    if (ui.look().language != model::Language::en) return std::string{words};
    const auto& lines = ui.paragraph(style, narrowest(ui, style, width, words), words).lines;
    return lines.size() == 2 ? lines[0].text + "\n" + lines[1].text : std::string{words};
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

std::string in_phrases(ui::Ui& ui, const ui::TextStyle& style, float width,
                       std::string_view words) {
    if (words.find('\n') != words.npos) return std::string{words};
    const float line = style.size * style.line_height;
    const float height = ui.text_height(style, width, words);
    if (height < line * 1.5f || height > line * 2.5f) return std::string{words};
    size_t best = 0;
    float least = width;
    for (const std::string_view mark : k_phrase_ends) {
        for (size_t at = words.find(mark); at != words.npos; at = words.find(mark, at + 1)) {
            const size_t end = at + mark.size();
            if (end >= words.size()) continue;
            const float first = ui.text_width(style, words.substr(0, end));
            const float second = ui.text_width(style, words.substr(end));
            const float uneven = std::max(first, second) - std::min(first, second);
            if (std::max(first, second) > width || uneven >= least) continue;
            if (std::min(first, second) < std::max(first, second) * k_least_half) continue;
            best = end;
            least = uneven;
        }
    }
    if (best == 0) return parted_evenly(ui, style, width, words);
    // The space after a mark belongs to no line.
    const size_t next = words.find_first_not_of(' ', best);
    if (next == words.npos) return std::string{words};
    return std::string{words.substr(0, best)} + "\n" + std::string{words.substr(next)};
}

BalancedWords balanced(ui::Ui& ui, const ui::TextStyle& style, float width,
                       std::string_view words) {
    if (words.find('\n') != words.npos) return {std::string{words}, width};
    BalancedWords out{in_phrases(ui, style, width, words), width};
    if (out.words.size() != words.size() || ui.paragraph(style, width, out.words).lines.size() != 2)
        return out;
    out.width = narrowest(ui, style, width, out.words);
    return out;
}

std::string option_letter(int index) {
    return std::string(1, static_cast<char>('A' + std::clamp(index, 0, 25)));
}

} // namespace pufa::screens
