// The page of the clock, and what other pages say of it.

#include "kiosk/staff/inner.h"

#include <fmt/format.h>

#include <array>

namespace pufa::staff {

using screens::StaffButtons;
using screens::StaffCard;
using screens::StaffTone;
using screens::StaffVerb;
using screens::StaffWords;
using Look = screens::StaffButton::Look;

namespace {

struct Judged {
    std::string words;
    StaffTone tone = StaffTone::good;
};

Judged judged(const Desk::Inner& desk) {
    using enum campaign::ClockDoubt;
    const auto day = [](WallTime when) { return base::to_string(base::to_local(when).date); };
    const auto& known = desk.clock.known;
    switch (desk.clock_doubt()) {
    case none:
        return {desk.tr("staff.clock.fine"), StaffTone::good};
    case before_build:
        return {desk.tr("staff.clock.before_build",
                        {{"day", day(std::max(known.built,
                                              base::start_of(campaign::k_first_plausible)))}}),
                StaffTone::bad};
    case before_content:
        return {desk.tr("staff.clock.before_content", {{"day", day(known.floor)}}), StaffTone::bad};
    case beyond:
        return {desk.tr("staff.clock.beyond"), StaffTone::bad};
    case set_back:
        return {desk.tr("staff.clock.set_back", {{"day", day(*known.last_seen)}}), StaffTone::warn};
    case far_ahead:
        return {desk.tr("staff.clock.far_ahead", {{"day", day(*known.last_seen)}}),
                StaffTone::warn};
    }
    return {};
}

screens::StaffNumbers face(const Desk::Inner& desk) {
    const auto local = base::to_local(desk.now.wall);
    return {{{fmt::format("{:02}:{:02}", local.hour, local.minute), base::to_string(local.date)}}};
}

} // namespace

std::string moment_words(const base::LocalTime& at) {
    return fmt::format("{} {:02}:{:02}", base::to_string(at.date), at.hour, at.minute);
}

StaffCard clock_card(const Desk::Inner& desk) {
    auto [words, tone] = judged(desk);
    StaffCard card;
    card.blocks.emplace_back(screens::StaffHeading{desk.tr("staff.calendar.clock")});
    card.blocks.emplace_back(face(desk));
    card.blocks.emplace_back(StaffWords{std::move(words), tone});
    card.blocks.emplace_back(StaffButtons{
        {{"clock.open", desk.tr("staff.clock.open"), {StaffVerb::open_clock, {}, 1}}}});
    return card;
}

screens::StaffRow clock_row(const Desk::Inner& desk) {
    const auto [words, tone] = judged(desk);
    // A row that is well has no sign, as those around it.
    const bool fine = tone == StaffTone::good;
    return {"settings.clock",
            desk.tr("staff.clock"),
            fine ? std::string{} : words,
            moment_words(base::to_local(desk.now.wall)),
            fine ? StaffTone::plain : tone,
            screens::StaffAct{StaffVerb::open_clock, {}, 1}};
}

void clock_page(const Desk::Inner& desk, screens::StaffModel& model) {
    const auto& clock = desk.clock;
    model.title = desk.tr("staff.clock");
    StaffCard says;
    says.blocks.emplace_back(screens::StaffHeading{desk.tr("staff.clock.now")});
    says.blocks.emplace_back(face(desk));
    auto [words, tone] = judged(desk);
    says.blocks.emplace_back(StaffWords{std::move(words), tone});
    if (tone == StaffTone::warn)
        says.blocks.emplace_back(StaffButtons{
            {{"clock.right", desk.tr("staff.clock.right"), {StaffVerb::clock_right}}}});

    StaffCard choose;
    choose.blocks.emplace_back(screens::StaffHeading{desk.tr("staff.clock.choose")});
    const bool can = !clock.setting;
    const auto step = [&](std::string id, std::string_view key, StaffVerb verb, std::string value) {
        choose.blocks.emplace_back(screens::StaffStepper{std::move(id),
                                                         desk.tr(key),
                                                         std::move(value),
                                                         {verb, {}, -1},
                                                         {verb, {}, 1},
                                                         can,
                                                         can});
    };
    const auto& at = clock.chosen;
    step("clock.year", "staff.clock.year", StaffVerb::clock_year, fmt::format("{}", at.date.year));
    step("clock.month", "staff.clock.month", StaffVerb::clock_month,
         fmt::format("{:02}", at.date.month));
    step("clock.day", "staff.clock.day", StaffVerb::clock_day, fmt::format("{:02}", at.date.day));
    step("clock.hour", "staff.clock.hour", StaffVerb::clock_hour, fmt::format("{:02}", at.hour));
    step("clock.minute", "staff.clock.minute", StaffVerb::clock_minute,
         fmt::format("{:02}", at.minute));
    constexpr int k_many = 10;
    choose.blocks.emplace_back(StaffButtons{{{"clock.ten_less",
                                              desk.tr("staff.clock.ten_less"),
                                              {StaffVerb::clock_minute, {}, -k_many},
                                              Look::quiet,
                                              can},
                                             {"clock.ten_more",
                                              desk.tr("staff.clock.ten_more"),
                                              {StaffVerb::clock_minute, {}, k_many},
                                              Look::quiet,
                                              can}}});
    if (auto refusal = desk.clock_refusal(); !refusal.empty())
        choose.blocks.emplace_back(StaffWords{std::move(refusal), StaffTone::bad});
    if (!clock.trouble.empty())
        choose.blocks.emplace_back(StaffWords{desk.tr(clock.trouble), StaffTone::bad});
    if (clock.setting) choose.blocks.emplace_back(StaffWords{desk.tr("staff.clock.setting")});
    choose.blocks.emplace_back(StaffButtons{
        {{"clock.set", desk.tr("staff.clock.set"), {StaffVerb::clock_set}, Look::primary, can},
         {"clock.close", desk.tr("staff.settings.back"), {StaffVerb::open_clock}}}});
    model.main.push_back(std::move(choose));
    model.side.push_back(std::move(says));
}

} // namespace pufa::staff
