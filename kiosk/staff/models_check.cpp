// The page of the check: what a person found beside what the machine found.

#include "kiosk/staff/inner.h"

#include <algorithm>

namespace pufa::staff {

using checkup::Answer;
using checkup::Part;
using screens::StaffButtons;
using screens::StaffCard;
using screens::StaffHeading;
using screens::StaffTone;
using screens::StaffVerb;
using screens::StaffWords;
using Look = screens::StaffButton::Look;

namespace {

struct Words {
    Part part;
    std::string_view title, begin, question, yes, no, again;
};
/// The touch asks nothing: the panel answers itself.
constexpr Words k_words[] = {
    {Part::sound, "staff.check.sound", "staff.check.sound.begin", "staff.check.sound.ask",
     "staff.check.sound.yes", "staff.check.sound.no", "staff.check.sound.again"},
    {Part::picture, "staff.check.picture", "staff.check.picture.begin", "staff.check.picture.ask",
     "staff.check.picture.yes", "staff.check.picture.no", "staff.check.picture.again"},
    {Part::touch, "staff.check.touch", "staff.check.touch.begin", {}, {}, {}, {}}};

StaffTone tone_of(Answer answer) {
    return answer == Answer::passed   ? StaffTone::good
           : answer == Answer::failed ? StaffTone::bad
                                      : StaffTone::warn;
}

std::string_view key_of(Answer answer) {
    return answer == Answer::passed   ? "staff.check.passed"
           : answer == Answer::failed ? "staff.check.failed"
                                      : "staff.check.unanswered";
}

/// The sentence that doctor has for it, filled.
std::string sentence(const Desk::Inner& desk, const checkup::Line& line) {
    auto text = desk.tr("doctor." + line.check);
    for (const auto& [word, value] : line.words) {
        const auto marker = "{" + word + "}";
        for (size_t at = 0; (at = text.find(marker, at)) != std::string::npos; at += value.size())
            text.replace(at, marker.size(), value);
    }
    return text;
}

void add_part(const Desk::Inner& desk, const Words& words, StaffCard& card) {
    const std::string name{checkup::name(words.part)};
    if (desk.hands.asking && desk.hands.running == words.part) {
        card.blocks.emplace_back(StaffHeading{desk.tr(words.title)});
        card.blocks.emplace_back(StaffWords{desk.tr(words.question)});
        card.blocks.emplace_back(StaffButtons{
            {{"check." + name + ".yes",
              desk.tr(words.yes),
              {StaffVerb::hands_answer, name, 1},
              Look::primary},
             {"check." + name + ".no", desk.tr(words.no), {StaffVerb::hands_answer, name, 0}},
             {"check." + name + ".again", desk.tr(words.again), {StaffVerb::hands_begin, name}}}});
        return;
    }
    const auto& found = desk.hands.found.of(words.part);
    const auto line = checkup::line_of(desk.hands.found, words.part);
    // What is well only says how to do it again.
    const bool tells = line && found->answer != Answer::passed;
    card.blocks.emplace_back(screens::StaffRow{
        "check." + name, desk.tr(words.title), tells ? sentence(desk, *line) : desk.tr(words.begin),
        found ? desk.tr(key_of(found->answer)) + " " + moment_words(base::to_local(found->when))
              : desk.tr("staff.check.never"),
        found ? tone_of(found->answer) : StaffTone::plain,
        screens::StaffAct{StaffVerb::hands_begin, name}});
}

/// What is wrong comes first; what a person found stands in its own card.
void add_lines(const Desk::Inner& desk, StaffCard& card) {
    using Health = report::HealthLine::Health;
    for (const auto health : {Health::wrong, Health::look, Health::ok})
        for (const auto& line : *desk.health)
            if (line.health == health && !line.check.starts_with(checkup::k_line_prefix))
                card.blocks.emplace_back(
                    StaffWords{line.sentence, health == Health::ok     ? StaffTone::good
                                              : health == Health::look ? StaffTone::warn
                                                                       : StaffTone::bad});
}

/// Of both cards.
std::ptrdiff_t faults(const Desk::Inner& desk) {
    const auto of_machine =
        std::count_if(desk.health->begin(), desk.health->end(), [](const auto& line) {
            return line.health != report::HealthLine::Health::ok &&
                   !line.check.starts_with(checkup::k_line_prefix);
        });
    const auto of_hands =
        std::count_if(checkup::k_parts.begin(), checkup::k_parts.end(), [&](Part part) {
            const auto& found = desk.hands.found.of(part);
            return found && found->answer != Answer::passed;
        });
    return of_machine + of_hands;
}

} // namespace

void check_page(const Desk::Inner& desk, screens::StaffModel& model) {
    model.title = desk.tr("staff.rail.check");
    StaffCard hands;
    hands.blocks.emplace_back(StaffHeading{desk.tr("staff.check.hands")});
    for (const auto& words : k_words)
        add_part(desk, words, hands);
    model.main.push_back(std::move(hands));

    StaffCard machine;
    machine.blocks.emplace_back(StaffHeading{desk.tr("staff.check.machine")});
    if (!desk.health) {
        machine.blocks.emplace_back(StaffWords{desk.tr("staff.check.reading")});
    } else {
        const auto bad = faults(desk);
        model.note = bad == 0 ? desk.tr("staff.check.good")
                              : desk.tr("staff.check.count", {{"count", std::to_string(bad)}});
        add_lines(desk, machine);
    }
    machine.blocks.emplace_back(StaffButtons{
        {{"check.again", desk.tr("staff.check.again"), {StaffVerb::check_again}, Look::primary},
         {"check.forget", desk.tr("staff.check.forget"), {StaffVerb::forget_aside}}}});
    model.main.push_back(std::move(machine));
}

} // namespace pufa::staff
