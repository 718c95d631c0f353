#include "content/catalog/freshness.h"

#include "content/base/result.h"
#include "content/campaign/programme.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace pufa::catalog {

namespace {

/// Calls visit(kind, list) for every list of items that may end; the numbers mean nothing outside.
template <class S, class Visit>
void each_list(S& snapshot, const Visit& visit) {
    size_t kind = 0;
    const auto one = [&](auto& list) { visit(kind++, list); };
    one(snapshot.questions); // before the quizzes, which go with their questions
    one(snapshot.quizzes);
    one(snapshot.videos);
    one(snapshot.campaigns);
    one(snapshot.articles);
    one(snapshot.places);
    one(snapshot.disputes);
    one(snapshot.polls);
    one(snapshot.consultations);
}
constexpr size_t k_kinds = 9;

template <class Item>
const model::LocalizedText& title_of(const Item& item) {
    if constexpr (requires { item.stem; })
        return item.stem;
    else if constexpr (requires { item.name; })
        return item.name;
    else
        return item.title;
}

bool believed(WallTime now) {
    return campaign::is_plausible(base::to_local(now).date);
}

/// Removes what is marked and keeps the order.
template <class T>
void take_out(std::vector<T>& list, const std::vector<bool>& marked) {
    size_t kept = 0;
    for (size_t i = 0; i < list.size(); ++i) {
        if (marked[i]) continue;
        if (kept != i) list[kept] = std::move(list[i]);
        ++kept;
    }
    list.erase(list.begin() + static_cast<std::ptrdiff_t>(kept), list.end());
}

} // namespace

struct Freshness::Collector {
    const law::Changes& changes;
    base::Date earliest;
    const std::set<model::ItemId>& off;
    std::vector<End>& ends;
    std::unordered_map<std::string_view, WallTime> question_ends{};

    /// The law of `citation` changes.
    void end_by_law(const std::optional<model::Citation>& citation, std::optional<End>& end) const {
        const auto* told = citation ? changes.against(*citation) : nullptr;
        if (!told) return;
        const auto from = told->change.from;
        const auto when = from <= earliest ? WallTime::min() : base::start_of(from);
        if (end && end->when <= when) return;
        end = End{.when = when, .why = Why::law_changed, .told = told};
    }

    void end_with_questions(const model::Quiz& quiz, std::optional<End>& end) const {
        if (quiz.questions.empty()) return;
        auto last = WallTime::min();
        for (const auto& id : quiz.questions) {
            const auto found = question_ends.find(id.value);
            if (found == question_ends.end()) return;
            last = std::max(last, found->second);
        }
        if (!end || last < end->when) end = End{.when = last, .why = Why::no_question_left};
    }

    void put(std::optional<End> end, size_t kind, size_t index) {
        if (!end) return;
        end->kind = kind;
        end->index = index;
        ends.push_back(*end);
    }

    template <class Item>
    void look_at(size_t kind, size_t index, const Item& item) {
        std::optional<End> end;
        if (item.valid_until) end = End{.when = *item.valid_until};
        if constexpr (requires { item.citation; }) end_by_law(item.citation, end);
        if constexpr (std::is_same_v<Item, model::Quiz>) end_with_questions(item, end);
        if (off.contains(item.id)) end = End{.when = WallTime::min(), .why = Why::switched_off};
        if constexpr (std::is_same_v<Item, model::Question>)
            if (end) question_ends.emplace(item.id.value, end->when);
        if constexpr (std::is_same_v<Item, model::Dispute>) {
            for (size_t fact = 0; fact < item.facts.size(); ++fact) {
                std::optional<End> of_fact;
                end_by_law(item.facts[fact].citation, of_fact);
                if (of_fact) of_fact->fact = fact;
                put(of_fact, kind, index);
            }
        }
        put(end, kind, index);
    }
};

Freshness::Freshness(std::shared_ptr<const Snapshot> all, std::set<model::ItemId> switched_off)
    : m_all(std::move(all))
    , m_off(std::move(switched_off))
    , m_changes(m_all->law_status) {
    Collector collector{m_changes, base::to_local(m_all->clock_floor).date, m_off, m_ends};
    each_list(*m_all, [&](size_t kind, const auto& list) {
        PUFA_ASSERT(kind < k_kinds);
        for (size_t index = 0; index < list.size(); ++index)
            collector.look_at(kind, index, list[index]);
    });
    std::stable_sort(m_ends.begin(), m_ends.end(),
                     [](const End& a, const End& b) { return a.when < b.when; });
}

size_t Freshness::gone_at(WallTime now) const {
    const auto until = believed(now) ? now : WallTime::min();
    const auto first = std::upper_bound(m_ends.begin(), m_ends.end(), until,
                                        [](WallTime at, const End& end) { return at < end.when; });
    return static_cast<size_t>(first - m_ends.begin());
}

InForce Freshness::at(WallTime now) const {
    const auto least = base::start_of(campaign::k_first_plausible);
    const auto most = base::start_of(campaign::k_first_beyond);
    InForce made;
    made.gone = gone_at(now);
    made.shown = made.gone == 0 ? m_all : without(made.gone);
    if (now < least) {
        made.from = WallTime::min();
        made.until = least;
    } else if (now >= most) {
        made.from = most;
        made.until = WallTime::max();
    } else {
        made.from = made.gone == 0 ? least : std::max(least, m_ends[made.gone - 1].when);
        made.until = made.gone == m_ends.size() ? most : std::min(most, m_ends[made.gone].when);
    }
    return made;
}

std::shared_ptr<const Snapshot> Freshness::without(size_t gone) const {
    auto shown = std::make_shared<Snapshot>(*m_all);
    std::vector<std::vector<bool>> marked(k_kinds);
    each_list(*shown,
              [&](size_t kind, const auto& list) { marked[kind].resize(list.size(), false); });
    std::vector<bool> some(k_kinds, false);
    std::vector<std::pair<size_t, size_t>> facts; // of which dispute, which
    for (size_t i = 0; i < gone; ++i) {
        const auto& end = m_ends[i];
        if (end.fact) {
            facts.emplace_back(end.index, *end.fact);
        } else {
            marked[end.kind][end.index] = true;
            some[end.kind] = true;
        }
    }
    std::sort(facts.rbegin(), facts.rend()); // from behind, so that the indices stay right
    for (const auto& [dispute, fact] : facts) {
        auto& held = shown->disputes[dispute].facts;
        held.erase(held.begin() + static_cast<std::ptrdiff_t>(fact));
    }
    std::set<model::ItemId> questions;
    for (size_t i = 0; i < shown->questions.size(); ++i)
        if (marked[0][i]) questions.insert(shown->questions[i].id);
    if (!questions.empty())
        for (auto& quiz : shown->quizzes)
            std::erase_if(quiz.questions, [&](const auto& id) { return questions.contains(id); });
    const auto places = shown->places.size();
    each_list(*shown, [&](size_t kind, auto& list) {
        if (some[kind]) take_out(list, marked[kind]);
    });
    if (shown->places.size() != places)
        shown->place_index = std::make_shared<const place::Index>(shown->places);
    return shown;
}

Ending Freshness::described(const End& end) const {
    Ending made;
    made.why = end.why;
    made.when = end.when;
    made.fact = end.fact.has_value();
    if (end.told) {
        made.change = *end.told;
        made.when = base::start_of(end.told->change.from);
    }
    each_list(*m_all, [&](size_t kind, const auto& list) {
        if (kind != end.kind) return;
        const auto& item = list[end.index];
        made.id = item.id;
        made.title = title_of(item);
        if constexpr (requires { item.facts; })
            if (end.fact) made.title = item.facts[*end.fact].text;
    });
    return made;
}

FreshnessReport Freshness::report(WallTime now, std::chrono::days ahead) const {
    FreshnessReport made;
    made.clock_believed = believed(now);
    const auto gone = gone_at(now);
    for (size_t i = 0; i < m_ends.size(); ++i) {
        if (m_ends[i].why == Why::switched_off)
            made.off.push_back(described(m_ends[i]));
        else if (i < gone)
            made.withheld.push_back(described(m_ends[i]));
        else if (made.clock_believed && m_ends[i].when - now <= ahead)
            made.soon.push_back(described(m_ends[i]));
    }
    return made;
}

} // namespace pufa::catalog
