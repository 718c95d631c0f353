#include "content/tally/figures.h"

#include "content/tally/counter.h"

#include <algorithm>
#include <set>

namespace pufa::tally {

namespace {

constexpr int k_hours = 24;

bool is(int counter, Counter known) {
    return counter == static_cast<int>(known);
}

/// What one row adds.
Acts acts_of(const RollUpRow& row, bool of_question) {
    Acts acts;
    switch (row.counter) {
    case static_cast<int>(Counter::visit):
        acts.visits = row.count;
        break;
    case static_cast<int>(Counter::reached):
        acts.reached = row.count;
        break;
    case static_cast<int>(Counter::engaged):
        acts.engaged = row.count;
        if (of_question) acts.first_answers = row.count;
        break;
    case static_cast<int>(Counter::watched_whole):
        acts.watched_whole = row.count;
        break;
    case static_cast<int>(Counter::answered):
        acts.answered = row.count;
        break;
    case static_cast<int>(Counter::right_at_first):
        acts.right_at_first = row.count;
        break;
    case static_cast<int>(Counter::looked_up_service):
        acts.looked_up_service = row.count;
        break;
    default:
        break;
    }
    return acts;
}

void add(ItemActs& item, const RollUpRow& row) {
    if (is(row.counter, Counter::reached)) item.reached += row.count;
    if (is(row.counter, Counter::engaged)) item.engaged += row.count;
    if (is(row.counter, Counter::watched_whole)) item.watched_whole += row.count;
    if (is(row.counter, Counter::answered)) item.answered += row.count;
    if (is(row.counter, Counter::right_at_first)) item.right_at_first += row.count;
    if (is(row.counter, Counter::played)) item.played += row.count;
    if (is(row.counter, Counter::looked_up_place)) item.looked_up += row.count;
    if (is(row.counter, Counter::opened_campaign)) item.opened += row.count;
}

/// True for what the figures are of.
bool add(ByOrigin& by, const RollUpRow& row) {
    if (row.clock != "sure") {
        by.suspect_clock += row.count;
        return false;
    }
    if (row.origin == "unattended") by.unattended += row.count;
    if (row.origin == "attract") by.attract += row.count;
    if (row.origin == "staff") by.staff += row.count;
    if (row.origin != "visitor") return false;
    by.visitor += row.count;
    return true;
}

} // namespace

Acts& Acts::operator+=(const Acts& other) {
    visits += other.visits;
    reached += other.reached;
    engaged += other.engaged;
    watched_whole += other.watched_whole;
    answered += other.answered;
    first_answers += other.first_answers;
    right_at_first += other.right_at_first;
    looked_up_service += other.looked_up_service;
    return *this;
}

Acts Figures::since(const std::optional<base::Date>& day) const {
    Acts sum;
    for (const auto& [date, acts] : days)
        if (!day || date > *day) sum += acts;
    return sum;
}

Result<Figures> gather(Ledger& ledger, const Span& span) {
    Figures figures;
    PUFA_TRY(const auto kiosks, ledger.kiosks());
    for (const auto& kiosk : kiosks) {
        PUFA_TRY(const auto days, ledger.days(kiosk.id));
        figures.kiosks[kiosk.id];
        for (const auto& record : days)
            if (span.holds(record.day)) figures.days[record.day];
    }
    // A question is what was ever answered; its first answer made it engaged.
    PUFA_TRY(const auto questions, ledger.items_of(static_cast<int>(Counter::answered)));
    const std::set<std::string> is_question(questions.begin(), questions.end());
    PUFA_CHECK(ledger.each(span, [&](const Ledger::Counted& counted) {
        const auto& row = counted.row;
        static_cast<void>(add(figures.all, row));
        if (!add(figures.counters[row.counter], row)) return;
        const bool of_question = is_question.contains(row.item);
        const auto acts = acts_of(row, of_question);
        figures.days[counted.day] += acts;
        if (row.hour >= 0 && row.hour < k_hours)
            figures.hours.at(static_cast<size_t>(row.hour)) += acts;
        figures.total += acts;
        figures.languages[row.language] += acts;
        figures.kiosks[counted.kiosk] += acts;
        if (row.item.empty()) return;
        auto& item = figures.items[row.item];
        item.is_question = of_question;
        add(item, row);
    }));
    return figures;
}

std::vector<std::pair<std::string, ItemActs>> most(const Figures& figures, int64_t ItemActs::*by,
                                                   size_t at_most) {
    std::vector<std::pair<std::string, ItemActs>> items;
    for (const auto& [id, acts] : figures.items)
        if (acts.*by > 0) items.emplace_back(id, acts);
    std::stable_sort(items.begin(), items.end(), [by](const auto& one, const auto& other) {
        return one.second.*by > other.second.*by;
    });
    if (items.size() > at_most) items.resize(at_most);
    return items;
}

std::vector<std::pair<std::string, ItemActs>> hardest(const Figures& figures, int64_t least,
                                                      size_t at_most) {
    std::vector<std::pair<std::string, ItemActs>> items;
    for (const auto& [id, acts] : figures.items)
        if (acts.is_question && acts.engaged >= least && acts.right_at_first < acts.engaged)
            items.emplace_back(id, acts);
    // Shares are compared across, so that nothing is rounded.
    std::stable_sort(items.begin(), items.end(), [](const auto& one, const auto& other) {
        return one.second.right_at_first * other.second.engaged <
               other.second.right_at_first * one.second.engaged;
    });
    if (items.size() > at_most) items.resize(at_most);
    return items;
}

} // namespace pufa::tally
