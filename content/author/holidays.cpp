#include "content/author/holidays.h"

#include "content/author/toml_file.h"

namespace pufa::author {

namespace {

constexpr const char* k_file = "holidays.toml";

model::Holiday read_holiday(TomlReader& toml) {
    model::Holiday holiday;
    const auto from = toml.date("from", Need::required);
    const auto to = toml.date("to", Need::required);
    holiday.from = from.value_or(base::Date{});
    holiday.to = to.value_or(holiday.from);
    if (from && to && *to < *from) toml.found(Fault::SPAN_CROSSED, "to");
    holiday.title = toml.localized("title", Need::required);
    const auto closed = toml.flag("closed");
    if (!toml.has("closed")) toml.found(Fault::MISSING_KEY, "closed");
    holiday.closed = closed.value_or(true);
    toml.finish();
    return holiday;
}

} // namespace

std::optional<model::HolidayCalendar> read_holidays(Draft& draft) {
    model::HolidayCalendar calendar;
    const bool read = read_toml(draft, k_file, [&](TomlReader& toml) {
        calendar.id = draft.ids.add("holidays", {k_file, 0, 0}).value_or(model::ItemId{});
        for (auto& table : toml.tables("holiday")) {
            auto day = read_holiday(table);
            // Of two that say the same day, neither may win by its place in the file.
            for (const auto& other : calendar.days) {
                if (day.from <= other.to && other.from <= day.to)
                    table.found(Fault::HOLIDAYS_OVERLAP, "from", base::to_string(other.from));
            }
            calendar.days.push_back(std::move(day));
        }
    });
    return read ? std::optional{std::move(calendar)} : std::nullopt;
}

} // namespace pufa::author
