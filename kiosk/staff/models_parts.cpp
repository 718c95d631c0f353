// The other pages of the desk.

#include "kiosk/staff/inner.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace pufa::staff {

namespace {

using screens::StaffAct;
using screens::StaffButton;
using screens::StaffButtons;
using screens::StaffCard;
using screens::StaffHeading;
using screens::StaffRow;
using screens::StaffTone;
using screens::StaffVerb;
using screens::StaffWords;
using Look = StaffButton::Look;

/// The days on which the calendar changes what is shown (普法时间节点).
struct MarkedDay {
    int month, day;
    std::string_view key;
};
constexpr std::array<MarkedDay, 6> k_days{{{3, 8, "staff.calendar.0308"},
                                           {4, 15, "staff.calendar.0415"},
                                           {5, 1, "staff.calendar.0501"},
                                           {5, 28, "staff.calendar.0528"},
                                           {6, 26, "staff.calendar.0626"},
                                           {12, 4, "staff.calendar.1204"}}};
constexpr int k_places_a_page = 12;
constexpr int k_quarter_turn = 90;

std::string hours_words(const Desk::Inner& desk, const std::optional<campaign::DailySpan>& span) {
    if (!span) return desk.tr("staff.settings.never");
    return fmt::format("{:02}:{:02}—{:02}:{:02}", span->from / 60, span->from % 60, span->to / 60,
                       span->to % 60);
}

void add_counts(const Desk::Inner& desk, const report::Counts& counts,
                screens::StaffNumbers& numbers) {
    const auto add = [&](int64_t value, std::string_view key) {
        numbers.all.push_back({number_words(value), desk.tr(key)});
    };
    add(counts.visits, "staff.count.visits");
    add(counts.reached, "staff.count.reached");
    add(counts.engaged, "staff.count.engaged");
    add(counts.watched_whole, "staff.count.watched_whole");
    add(counts.answered, "staff.count.answered");
    add(counts.looked_up_service, "staff.count.looked_up");
    if (counts.first_answers > 0)
        numbers.all.push_back(
            {fmt::format("{}%", counts.right_at_first * 100 / counts.first_answers),
             desk.tr("staff.count.right")});
}

StaffCard shares_card(std::string title, const std::vector<report::Figures::Named>& named,
                      size_t most) {
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{std::move(title)});
    screens::StaffShares shares;
    int64_t largest = 1;
    for (const auto& one : named)
        largest = std::max(largest, one.count);
    for (size_t i = 0; i < std::min(named.size(), most); ++i)
        shares.all.push_back({named[i].title, number_words(named[i].count),
                              static_cast<float>(named[i].count) / static_cast<float>(largest)});
    card.blocks.emplace_back(std::move(shares));
    return card;
}

StaffCard hard_card(const Desk::Inner& desk, const report::Figures& figures) {
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.figures.hardest")});
    screens::StaffShares shares;
    for (const auto& one : figures.hardest) {
        if (one.answers <= 0) continue;
        const auto wrong = one.answers - one.right;
        shares.all.push_back({one.title, fmt::format("{}%", wrong * 100 / one.answers),
                              static_cast<float>(wrong) / static_cast<float>(one.answers)});
    }
    card.blocks.emplace_back(std::move(shares));
    return card;
}

StaffCard chart_card(const Desk::Inner& desk, const report::Figures& figures) {
    constexpr size_t k_most_days = 31;
    StaffCard card;
    screens::StaffBars days;
    days.words = desk.tr("staff.figures.days");
    const auto count = std::min(k_most_days, figures.days.size());
    for (auto at = figures.days.end() - static_cast<std::ptrdiff_t>(count);
         at != figures.days.end(); ++at) {
        const auto day = base::parse_date(at->day);
        days.all.push_back({static_cast<float>(at->counts.engaged),
                            day ? fmt::format("{}/{}", day->month, day->day) : at->day, false});
    }
    if (!days.all.empty()) card.blocks.emplace_back(std::move(days));
    screens::StaffBars hours;
    hours.words = desk.tr("staff.figures.hours");
    for (size_t hour = 0; hour < figures.hours.size(); ++hour)
        hours.all.push_back({static_cast<float>(figures.hours[hour]), std::to_string(hour), false});
    if (!hours.all.empty()) card.blocks.emplace_back(std::move(hours));
    return card;
}

void places_list(const Desk::Inner& desk, screens::StaffModel& model) {
    StaffCard card;
    const auto pages =
        (static_cast<int>(desk.places.size()) + k_places_a_page - 1) / k_places_a_page;
    const auto from = static_cast<size_t>(desk.places_page * k_places_a_page);
    const auto until = std::min(desk.places.size(), from + k_places_a_page);
    for (size_t i = from; i < until; ++i)
        card.blocks.emplace_back(StaffRow{"settings.place." + desk.places[i].id,
                                          desk.places[i].title,
                                          {},
                                          {},
                                          StaffTone::plain,
                                          StaffAct{StaffVerb::set_place, desk.places[i].id}});
    card.blocks.emplace_back(StaffButtons{{{"settings.places.before",
                                            desk.tr("staff.settings.before"),
                                            {StaffVerb::open_places, {}, desk.places_page - 1},
                                            Look::quiet,
                                            desk.places_page > 0},
                                           {"settings.places.after",
                                            desk.tr("staff.settings.after"),
                                            {StaffVerb::open_places, {}, desk.places_page + 1},
                                            Look::quiet,
                                            desk.places_page + 1 < pages},
                                           {"settings.places.close",
                                            desk.tr("staff.settings.back"),
                                            {StaffVerb::open_places, {}, -1}}}});
    model.title = desk.tr("staff.settings.place");
    model.main.push_back(std::move(card));
}

void calibration(const Desk::Inner& desk, screens::StaffModel& model) {
    StaffCard card;
    card.blocks.emplace_back(StaffWords{desk.tr("staff.settings.card.how")});
    card.blocks.emplace_back(screens::StaffCardOutline{*desk.calibrating});
    constexpr double k_inch = 25.4;
    card.blocks.emplace_back(screens::StaffStepper{
        "settings.card",
        desk.tr("staff.settings.card.size"),
        fmt::format("{:.1f}″", static_cast<double>(*desk.calibrating) / k_inch),
        {StaffVerb::card_wider, {}, -1},
        {StaffVerb::card_wider, {}, 1}});
    card.blocks.emplace_back(StaffButtons{
        {{"settings.card.fits",
          desk.tr("staff.settings.card.fits"),
          {StaffVerb::card_fits},
          Look::primary},
         {"settings.card.close", desk.tr("staff.settings.back"), {StaffVerb::calibrate}}}});
    model.title = desk.tr("staff.settings.card");
    model.main.push_back(std::move(card));
}

StaffCard visitors_card(const Desk::Inner& desk) {
    const auto& settings = desk.settings;
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.settings.visitors")});
    card.blocks.emplace_back(StaffWords{desk.tr("staff.settings.language")});
    StaffButtons languages;
    for (const auto language : model::k_languages)
        languages.buttons.push_back({"settings.language." + std::string{model::tag(language)},
                                     strings::text(language, "screens.look.name"),
                                     {StaffVerb::set_language, std::string{model::tag(language)}},
                                     language == settings.language ? Look::current : Look::quiet});
    card.blocks.emplace_back(std::move(languages));
    const auto cap = settings.volume_cap;
    card.blocks.emplace_back(screens::StaffStepper{"settings.cap",
                                                   desk.tr("staff.settings.cap"),
                                                   fmt::format("{} / 5", cap),
                                                   {StaffVerb::set_volume_cap, {}, cap - 1},
                                                   {StaffVerb::set_volume_cap, {}, cap + 1},
                                                   cap > 1,
                                                   cap < 5});
    const auto hours = [&](std::string id, std::string_view key, StaffVerb verb, SpanList list,
                           const std::optional<campaign::DailySpan>& span) {
        const int step = step_of(span, list);
        card.blocks.emplace_back(screens::StaffStepper{std::move(id),
                                                       desk.tr(key),
                                                       hours_words(desk, span),
                                                       {verb, {}, step - 1},
                                                       {verb, {}, step + 1},
                                                       step > 0,
                                                       step < last_step(list)});
    };
    hours("settings.quiet", "staff.settings.quiet", StaffVerb::set_quiet, SpanList::quiet,
          settings.quiet);
    hours("settings.night", "staff.settings.night", StaffVerb::set_night, SpanList::night,
          settings.night);
    return card;
}

StaffCard machine_card(const Desk::Inner& desk) {
    const auto& settings = desk.settings;
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.settings.machine")});
    card.blocks.emplace_back(
        StaffRow{"settings.place",
                 desk.tr("staff.settings.place"),
                 settings.place.empty() ? desk.tr("staff.settings.place.none") : settings.place,
                 {},
                 StaffTone::plain,
                 StaffAct{StaffVerb::open_places, {}, 0}});
    card.blocks.emplace_back(StaffWords{desk.tr("staff.settings.rotation")});
    StaffButtons turns;
    for (int degrees = 0; degrees < 4 * k_quarter_turn; degrees += k_quarter_turn)
        turns.buttons.push_back({fmt::format("settings.rotation.{}", degrees),
                                 fmt::format("{}°", degrees),
                                 {StaffVerb::set_rotation, {}, degrees},
                                 degrees == settings.rotation ? Look::current : Look::quiet});
    card.blocks.emplace_back(std::move(turns));
    card.blocks.emplace_back(StaffRow{"settings.calibrate",
                                      desk.tr("staff.settings.card"),
                                      desk.tr("staff.settings.card.note"),
                                      {},
                                      StaffTone::plain,
                                      StaffAct{StaffVerb::calibrate, {}, 1}});
    card.blocks.emplace_back(clock_row(desk));
    card.blocks.emplace_back(StaffRow{"settings.pin",
                                      desk.tr("staff.settings.pin"),
                                      {},
                                      {},
                                      StaffTone::plain,
                                      StaffAct{StaffVerb::change_pin}});
    card.blocks.emplace_back(StaffRow{"settings.restart",
                                      desk.tr("staff.settings.restart"),
                                      desk.tr("staff.settings.restart.note"),
                                      {},
                                      StaffTone::plain,
                                      StaffAct{StaffVerb::restart}});
    return card;
}

} // namespace

void figures_page(const Desk::Inner& desk, screens::StaffModel& model) {
    model.title = desk.tr("staff.rail.figures");
    model.note = desk.tr("staff.figures.note");
    StaffCard card;
    if (!desk.figures) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.figures.reading")});
        model.main.push_back(std::move(card));
        return;
    }
    const auto& figures = *desk.figures;
    screens::StaffNumbers numbers;
    add_counts(desk, figures.total, numbers);
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.figures.total")});
    card.blocks.emplace_back(std::move(numbers));
    model.main.push_back(std::move(card));
    model.main.push_back(chart_card(desk, figures));
    constexpr size_t k_items = 8, k_few = 5;
    if (!figures.items.empty())
        model.main.push_back(shares_card(desk.tr("staff.figures.items"), figures.items, k_items));
    if (!figures.hardest.empty()) model.main.push_back(hard_card(desk, figures));
    if (!figures.agencies.empty())
        model.side.push_back(
            shares_card(desk.tr("staff.figures.agencies"), figures.agencies, k_few));
    // An item may be for several of them: the bars do not add up, and say so.
    if (!figures.audiences.empty()) {
        auto groups = shares_card(desk.tr("staff.figures.audiences"), figures.audiences, k_few);
        groups.blocks.emplace_back(StaffWords{desk.tr("staff.figures.audiences.note")});
        model.side.push_back(std::move(groups));
    }
    if (!figures.places.empty())
        model.side.push_back(shares_card(desk.tr("staff.figures.places"), figures.places, k_few));
    StaffCard apart;
    apart.blocks.emplace_back(StaffHeading{desk.tr("staff.figures.apart")});
    screens::StaffNumbers others;
    others.all.push_back({number_words(figures.unattended), desk.tr("staff.count.unattended")});
    others.all.push_back({number_words(figures.attract), desk.tr("staff.count.attract")});
    others.all.push_back({number_words(figures.staff), desk.tr("staff.count.staff")});
    others.all.push_back({number_words(figures.suspect_clock), desk.tr("staff.count.suspect")});
    apart.blocks.emplace_back(std::move(others));
    for (const auto& gap : figures.gaps)
        apart.blocks.emplace_back(StaffWords{
            desk.tr("staff.figures.gap", {{"day", gap.day}}) + " " + gap.why, StaffTone::warn});
    model.side.push_back(std::move(apart));
    StaffCard words;
    for (const auto& one : figures.definitions)
        words.blocks.emplace_back(StaffRow{{}, one.name, one.definition, {}, StaffTone::plain, {}});
    if (!words.blocks.empty()) {
        words.blocks.insert(words.blocks.begin(),
                            StaffHeading{desk.tr("staff.figures.definitions")});
        model.side.push_back(std::move(words));
    }
}

void calendar_page(const Desk::Inner& desk, screens::StaffModel& model) {
    model.title = desk.tr("staff.rail.calendar");
    model.note = desk.tr("staff.calendar.note");
    const auto today = base::to_local(desk.now.wall).date;
    StaffCard card;
    for (const auto& [month, day, key] : k_days) {
        base::Date date{today.year, month, day};
        if (date < today) ++date.year;
        const auto words = base::to_string(date);
        card.blocks.emplace_back(
            StaffRow{"calendar." + words, desk.tr(key), words,
                     desk.tr("staff.calendar.days",
                             {{"days", std::to_string(base::days_between(today, date))}}),
                     StaffTone::plain, StaffAct{StaffVerb::preview_day, words}});
    }
    model.main.push_back(std::move(card));
    model.side.push_back(clock_card(desk));
}

void settings_page(const Desk::Inner& desk, screens::StaffModel& model) {
    if (desk.calibrating) {
        calibration(desk, model);
        return;
    }
    if (desk.places_page >= 0) {
        places_list(desk, model);
        return;
    }
    if (desk.clock.open) {
        clock_page(desk, model);
        return;
    }
    model.title = desk.tr("staff.rail.settings");
    model.main.push_back(visitors_card(desk));
    model.main.push_back(machine_card(desk));
}

} // namespace pufa::staff
