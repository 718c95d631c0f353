// The page of the stick: what is on it, what would change, how far it is.

#include "kiosk/staff/inner.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace pufa::staff {

namespace {

using report::PlannedPack;
using screens::StaffAct;
using screens::StaffBlock;
using screens::StaffButton;
using screens::StaffButtons;
using screens::StaffCard;
using screens::StaffHeading;
using screens::StaffProgress;
using screens::StaffRow;
using screens::StaffTone;
using screens::StaffVerb;
using screens::StaffWords;
using State = removable::Stick::State;
using Look = StaffButton::Look;

constexpr size_t k_bars = 21;
constexpr int k_weekend = 5; ///< Saturday and Sunday are quieter in the chart

std::string name_of(const Desk::Inner& desk, const removable::Stick& stick) {
    return stick.label.empty()
               ? desk.tr("staff.stick.unnamed", {{"size", size_words(stick.size_bytes)}})
               : desk.tr("staff.stick.named", {{"label", stick.label}});
}

std::string changes(const Desk::Inner& desk, const PlannedPack& pack) {
    using Action = PlannedPack::Action;
    if (pack.action == Action::refused) return desk.tr("staff.stick.refused");
    if (pack.action == Action::already_active) return desk.tr("staff.stick.there");
    if (pack.action == Action::reactivate) return desk.tr("staff.stick.reactivate");
    std::string words;
    const auto add = [&](std::string_view key, size_t count) {
        if (count == 0) return;
        if (!words.empty()) words += "　";
        words += desk.tr(key, {{"count", std::to_string(count)}});
    };
    add("staff.stick.added", pack.added);
    add("staff.stick.changed", pack.changed);
    add("staff.stick.removed", pack.removed.size());
    return words.empty() ? desk.tr("staff.stick.same") : words;
}

StaffRow row_of(const Desk::Inner& desk, const PlannedPack& pack) {
    const auto language = desk.settings.language;
    StaffRow row;
    row.tone = pack.refusal ? StaffTone::bad : pack.unmet > 0 ? StaffTone::warn : StaffTone::good;
    row.trail = changes(desk, pack);
    const auto file = pack.file.substr(pack.file.rfind('/') + 1);
    row.title = pack.title.empty()
                    ? file
                    : desk.tr("staff.stick.pack", {{"title", pack.title.in(language)},
                                                   {"sequence", std::to_string(pack.sequence)}});
    if (pack.refusal) {
        row.note = pack.refusal->sentence + " [" + pack.refusal->code + "]";
        return row;
    }
    row.note =
        desk.tr("staff.stick.signed", {{"signer", pack.signer}}) + " · " + size_words(pack.size);
    if (!pack.not_after.empty())
        row.note += " · " + desk.tr("staff.stick.until", {{"day", pack.not_after}});
    if (pack.demo) row.note += " · " + desk.tr("staff.stick.demo");
    if (pack.unmet > 0) row.note += " · " + desk.tr("staff.stick.unmet");
    for (const auto& title : pack.removed)
        row.note += "\n" + desk.tr("staff.stick.gone", {{"title", title.in(language)}});
    return row;
}

/// What is being installed: bytes of all packs, and the time that the rest will take.
void add_import(const Desk::Inner& desk, StaffCard& card) {
    const auto& import = desk.import;
    const auto upto = import.sizes.begin() + static_cast<std::ptrdiff_t>(import.index);
    const uint64_t before = std::accumulate(import.sizes.begin(), upto, uint64_t{0});
    const uint64_t all = std::accumulate(upto, import.sizes.end(), before);
    const uint64_t done = std::min(all, before + import.bytes);
    const float share = all > 0 ? static_cast<float>(done) / static_cast<float>(all) : 0;
    const auto spent = std::chrono::duration<double>(desk.now.steady - import.began).count();
    auto left = size_words(done) + " / " + size_words(all);
    constexpr double k_first_guess = 2; // seconds: before it no rate is known
    if (spent > k_first_guess && done > 0) {
        const double rest = spent * static_cast<double>(all - done) / static_cast<double>(done);
        left +=
            " · " + desk.tr("staff.stick.left", {{"seconds", fmt::format("{:.0f}", rest + 0.5)}});
    }
    const auto& title = import.titles[std::min(import.index, import.titles.size() - 1)];
    card.blocks.emplace_back(
        StaffProgress{share, desk.tr("staff.stick.copying", {{"title", title}}), std::move(left)});
    card.blocks.emplace_back(StaffButtons{
        {{"stick.installing",
          desk.tr("staff.stick.installing", {{"index", std::to_string(import.index + 1)},
                                             {"count", std::to_string(import.count)}}),
          {StaffVerb::install},
          Look::primary,
          false},
         {"stick.cancel",
          desk.tr("staff.stick.cancel"),
          {StaffVerb::cancel},
          Look::quiet,
          !import.cancelled}}});
}

void add_buttons(const Desk::Inner& desk, StaffCard& card) {
    StaffButtons buttons;
    const auto wanted = desk.wanted().size();
    if (wanted > 0)
        buttons.buttons.push_back(
            {"stick.install",
             desk.tr("staff.stick.install", {{"count", std::to_string(wanted)}}),
             {StaffVerb::install},
             Look::quiet,
             desk.stick.plan->missing == 0});
    buttons.buttons.push_back({"stick.round",
                               desk.tr("staff.stick.round"),
                               {StaffVerb::round},
                               Look::primary,
                               !desk.stick.plan || desk.stick.plan->missing == 0});
    if (!desk.import.undo.empty())
        buttons.buttons.push_back({"stick.undo", desk.tr("staff.stick.undo"), {StaffVerb::undo}});
    buttons.buttons.push_back(
        {"stick.release", desk.tr("staff.stick.release"), {StaffVerb::release}});
    card.blocks.emplace_back(std::move(buttons));
}

void add_sources(const Desk::Inner& desk, StaffCard& card) {
    const auto& content = *desk.stick.content;
    if (content.sources.empty()) return;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.stick.sources")});
    if (content.keys.empty())
        card.blocks.emplace_back(StaffWords{desk.tr("staff.stick.no_key"), StaffTone::warn});
    for (const auto& source : content.sources) {
        StaffRow row{"stick.source." + source.folder,
                     source.title.empty() ? source.folder : source.title,
                     source.id.empty() ? source.folder : source.id,
                     desk.tr("staff.stick.build"),
                     StaffTone::plain,
                     {}};
        if (!content.keys.empty() && !desk.busy())
            row.act = StaffAct{StaffVerb::build_source, source.folder};
        card.blocks.emplace_back(std::move(row));
    }
    constexpr size_t k_shown = 20;
    for (size_t i = 0; i < std::min(k_shown, desk.findings.size()); ++i) {
        const auto& finding = desk.findings[i];
        card.blocks.emplace_back(
            StaffWords{finding.where + "　" + finding.what.in(desk.settings.language),
                       finding.fault ? StaffTone::bad : StaffTone::warn});
    }
    if (desk.findings.size() > k_shown)
        card.blocks.emplace_back(
            StaffWords{desk.tr("staff.stick.more_findings",
                               {{"count", std::to_string(desk.findings.size() - k_shown)}})});
}

void add_content(const Desk::Inner& desk, StaffCard& card) {
    const auto& stick = desk.stick;
    if (stick.fault) {
        card.blocks.emplace_back(StaffWords{desk.words_of(*stick.fault), StaffTone::bad});
        return;
    }
    if (!stick.content || !stick.plan) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.stick.looking")});
        return;
    }
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.stick.changes")});
    if (stick.plan->packs.empty())
        card.blocks.emplace_back(StaffWords{desk.tr("staff.stick.no_packs")});
    for (const auto& pack : stick.plan->packs)
        card.blocks.emplace_back(row_of(desk, pack));
    if (stick.content->left_out > 0)
        card.blocks.emplace_back(StaffWords{
            desk.tr("staff.stick.left_out", {{"count", std::to_string(stick.content->left_out)}})});
    if (stick.plan->missing > 0)
        card.blocks.emplace_back(
            StaffWords{desk.tr("staff.stick.no_room", {{"size", size_words(stick.plan->missing)}}),
                       StaffTone::bad});
    add_sources(desk, card);
}

/// Which step of a round is on, or how it ended.
void add_round(const Desk::Inner& desk, StaffCard& card) {
    if (desk.round == RoundStep::failed && !desk.carry_only) {
        card.blocks.emplace_back(StaffWords{desk.round_fault, StaffTone::bad});
        card.blocks.emplace_back(StaffWords{desk.tr("staff.stick.round.failed")});
        return;
    }
    const auto key = [&]() -> std::string_view {
        switch (desk.round) {
        case RoundStep::opening:
        case RoundStep::carrying:
            return "staff.stick.step.carrying";
        case RoundStep::reopening:
        case RoundStep::verifying:
            return "staff.stick.step.verifying";
        case RoundStep::releasing:
            return "staff.stick.step.releasing";
        default:
            return {};
        }
    }();
    if (!key.empty()) card.blocks.emplace_back(StaffWords{desk.tr(key), StaffTone::warn});
}

void add_results(const Desk::Inner& desk, StaffCard& card) {
    if (desk.import.running) return;
    for (const auto& pack : desk.import.results)
        if (pack.refusal)
            card.blocks.emplace_back(StaffWords{pack.refusal->sentence, StaffTone::bad});
    if (desk.import.fault && desk.import.results.empty())
        card.blocks.emplace_back(StaffWords{desk.words_of(*desk.import.fault), StaffTone::bad});
}

StaffCard statistics_card(const Desk::Inner& desk) {
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.carry.title")});
    if (!desk.figures) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.figures.reading")});
        return card;
    }
    const auto& figures = *desk.figures;
    card.blocks.emplace_back(
        StaffWords{figures.exported_until.empty()
                       ? desk.tr("staff.carry.never")
                       : desk.tr("staff.carry.since", {{"day", figures.exported_until}})});
    const auto& counts = figures.since_export;
    screens::StaffNumbers numbers;
    numbers.all.push_back({number_words(counts.engaged), desk.tr("staff.count.engaged")});
    if (counts.first_answers > 0)
        numbers.all.push_back(
            {fmt::format("{}%", counts.right_at_first * 100 / counts.first_answers),
             desk.tr("staff.count.right")});
    card.blocks.emplace_back(std::move(numbers));
    screens::StaffBars bars;
    const auto count = std::min(k_bars, figures.days.size());
    for (auto at = figures.days.end() - static_cast<std::ptrdiff_t>(count);
         at != figures.days.end(); ++at) {
        const auto day = base::parse_date(at->day);
        const bool quiet = day && base::to_local(base::start_of(*day)).weekday >= k_weekend;
        bars.all.push_back({static_cast<float>(at->counts.engaged), {}, quiet});
    }
    if (!bars.all.empty()) {
        bars.words = desk.tr("staff.carry.days");
        card.blocks.emplace_back(std::move(bars));
    }
    const auto* in = desk.the_stick();
    const bool can =
        in && (in->state == State::readable || in->state == State::writable) && !desk.busy();
    if (can)
        card.blocks.emplace_back(
            StaffButtons{{{"stick.carry", desk.tr("staff.carry.do"), {StaffVerb::carry}}}});
    return card;
}

StaffCard health_card(const Desk::Inner& desk) {
    using Health = report::HealthLine::Health;
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.rail.check")});
    if (!desk.health) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.check.reading")});
        return card;
    }
    const auto bad = std::count_if(desk.health->begin(), desk.health->end(),
                                   [](const auto& line) { return line.health != Health::ok; });
    if (bad == 0) {
        card.blocks.emplace_back(StaffWords{desk.tr("staff.check.good"), StaffTone::good});
        return card;
    }
    constexpr int k_shown = 3;
    int shown = 0;
    for (const auto& line : *desk.health)
        if (line.health != Health::ok && shown++ < k_shown)
            card.blocks.emplace_back(StaffWords{
                line.sentence, line.health == Health::wrong ? StaffTone::bad : StaffTone::warn});
    card.blocks.emplace_back(
        StaffButtons{{{"stick.check",
                       desk.tr("staff.check.open", {{"count", std::to_string(bad)}}),
                       {StaffVerb::check_again}}}});
    return card;
}

StaffCard no_stick_card(const Desk::Inner& desk) {
    StaffCard card;
    card.blocks.emplace_back(StaffHeading{desk.tr("staff.stick.none")});
    card.blocks.emplace_back(StaffWords{desk.tr("staff.stick.none.note")});
    add_results(desk, card);
    if (desk.round == RoundStep::failed) add_round(desk, card);
    return card;
}

void add_stick(const Desk::Inner& desk, const removable::Stick& in, screens::StaffModel& model) {
    StaffCard card;
    if (in.state == State::released) {
        const bool after_round = desk.round == RoundStep::done;
        card.blocks.emplace_back(StaffRow{{},
                                          desk.tr("staff.stick.out"),
                                          after_round ? desk.tr("staff.stick.round.done") : "",
                                          {},
                                          StaffTone::good,
                                          {}});
    } else if (in.state == State::failed && in.trouble) {
        card.blocks.emplace_back(
            StaffWords{strings::sentence(desk.settings.language, *in.trouble), StaffTone::bad});
    } else {
        add_content(desk, card);
        add_round(desk, card);
        add_results(desk, card);
        if (desk.import.running)
            add_import(desk, card);
        else if (!desk.building.empty())
            card.blocks.emplace_back(StaffProgress{
                desk.progress.done, desk.tr("staff.stick.building"), desk.progress.what});
        else if (!desk.busy() && (desk.stick.plan || desk.stick.fault))
            add_buttons(desk, card);
    }
    model.main.push_back(std::move(card));
}

} // namespace

void stick_page(const Desk::Inner& desk, screens::StaffModel& model) {
    const auto* in = desk.the_stick();
    model.title = in ? name_of(desk, *in) : desk.tr("staff.rail.stick");
    if (in && desk.stick.plan && !desk.stick.plan->packs.empty())
        model.note =
            desk.tr("staff.stick.facts", {{"count", std::to_string(desk.stick.plan->packs.size())},
                                          {"free", size_words(desk.stick.plan->free_before)}});
    if (desk.sticks.size() > 1) {
        StaffCard card;
        StaffButtons buttons;
        for (const auto& one : desk.sticks)
            buttons.buttons.push_back({"stick.choose." + one.id,
                                       name_of(desk, one),
                                       {StaffVerb::choose_stick, one.id},
                                       one.id == desk.stick.id ? Look::current : Look::quiet,
                                       !desk.busy()});
        card.blocks.emplace_back(StaffWords{desk.tr("staff.stick.several")});
        card.blocks.emplace_back(std::move(buttons));
        model.main.push_back(std::move(card));
    }
    if (in && desk.busy()) {
        StaffCard card;
        card.blocks.emplace_back(
            StaffRow{{}, desk.tr("staff.stick.leave_in"), {}, {}, StaffTone::warn, {}});
        model.main.push_back(std::move(card));
    }
    if (in)
        add_stick(desk, *in, model);
    else
        model.main.push_back(no_stick_card(desk));
    model.side.push_back(statistics_card(desk));
    model.side.push_back(health_card(desk));
}

} // namespace pufa::staff
