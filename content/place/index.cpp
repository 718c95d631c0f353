#include "content/place/index.h"

#include "content/place/datum.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace pufa::place {

namespace {

using Lists = std::map<std::string, std::vector<uint32_t>, std::less<>>;

std::vector<std::optional<model::GeoPoint>> positions_of(const std::vector<model::Place>& places) {
    std::vector<std::optional<model::GeoPoint>> positions;
    positions.reserve(places.size());
    for (const auto& place : places)
        positions.push_back(place.at ? std::optional{to_wgs84(*place.at, place.datum)}
                                     : std::nullopt);
    return positions;
}

void add(Lists& lists, std::string_view key, uint32_t place) {
    auto found = lists.find(key);
    if (found == lists.end()) found = lists.emplace(key, std::vector<uint32_t>{}).first;
    if (found->second.empty() || found->second.back() != place) found->second.push_back(place);
}

std::map<std::string, PlaceSet, std::less<>> sets_of(Lists lists, size_t count) {
    std::map<std::string, PlaceSet, std::less<>> sets;
    for (auto& [key, places] : lists)
        sets.emplace(key, PlaceSet{std::move(places), count});
    return sets;
}

/// No place has a key that the index does not know.
void keep_with(const std::map<std::string, PlaceSet, std::less<>>& sets,
               const std::optional<std::string>& key, size_t count, Bits& matching) {
    if (!key) return;
    const auto found = sets.find(*key);
    if (found == sets.end())
        matching = Bits{count, Bits::Start::none};
    else
        found->second.keep_in(matching);
}

bool is_finite(model::GeoPoint at) {
    return std::isfinite(at.lon) && std::isfinite(at.lat);
}

constexpr size_t k_groups = 3;
/// Smaller comes first.
size_t group_of(const HoursState& state) {
    switch (state.kind) {
    case HoursState::Kind::open:
        return 0;
    case HoursState::Kind::unknown:
        return 1;
    case HoursState::Kind::closed:
        return 2;
    }
    return 2;
}

} // namespace

struct Index::Judged {
    std::vector<HoursState> states; ///< of each of m_hours
    std::vector<size_t> groups;     ///< likewise
};

struct Index::Ranked {
    uint64_t order = 0; ///< state, position, step of distance, kind: see Ranking
    double distance_m = 0;
    size_t place = 0;
    auto operator<=>(const Ranked&) const = default;
};

/// Puts what decides before the distance itself into one number: two bits of state, one of having
/// no position, the step of distance, eight bits of kind.
struct Index::Ranking {
    Ranking(const Query& query, const Judged& states)
        : judged(states) {
        kinds.fill(query.first.size());
        for (size_t rank = query.first.size(); rank-- > 0;)
            kinds[static_cast<size_t>(query.first[rank])] = rank;
        if (query.here && is_finite(*query.here)) here = query.here;
        if (here) from = direction_of(*here);
    }

    [[nodiscard]] static uint64_t step(double distance_m) {
        return static_cast<uint64_t>(distance_m / k_band_m);
    }
    [[nodiscard]] uint64_t order(size_t group, bool positioned, double distance_m,
                                 model::PlaceKind kind) const {
        const uint64_t rank = std::min<size_t>(kinds[static_cast<size_t>(kind)], 0xFF);
        return uint64_t{group} << 62 | uint64_t{!positioned} << 61 | step(distance_m) << 8 | rank;
    }

    const Judged& judged;
    std::array<size_t, model::k_place_kinds.size()> kinds{};
    std::optional<model::GeoPoint> here;
    Direction from{};
};

Index::Index(const std::vector<model::Place>& places)
    : m_hours(1)
    , m_points(positions_of(places)) {
    m_hours_of.reserve(places.size());
    m_kind_of.reserve(places.size());
    std::unordered_map<std::string_view, uint32_t> known{{"", 0}};
    std::array<std::vector<uint32_t>, model::k_place_kinds.size()> kinds;
    std::vector<uint32_t> step_free, overseas;
    Lists disputes, languages, districts, towns;
    for (uint32_t i = 0; i < places.size(); ++i) {
        const auto& place = places[i];
        const auto [hours, is_new] =
            known.try_emplace(place.hours, static_cast<uint32_t>(m_hours.size()));
        if (is_new) {
            auto parsed = parse_hours(place.hours);
            m_hours.push_back(parsed ? std::optional{std::move(*parsed)} : std::nullopt);
        }
        m_hours_of.push_back(hours->second);
        m_kind_of.push_back(place.kind);
        kinds[static_cast<size_t>(place.kind)].push_back(i);
        if (place.step_free) step_free.push_back(i);
        if (place.overseas) overseas.push_back(i);
        for (const auto& dispute : place.disputes)
            add(disputes, dispute.value, i);
        for (const auto& language : place.languages)
            add(languages, language, i);
        add(districts, place.district(), i);
        add(towns, place.town, i);
    }
    const size_t count = places.size();
    for (size_t kind = 0; kind < kinds.size(); ++kind)
        m_kinds[kind] = PlaceSet{std::move(kinds[kind]), count};
    m_step_free = PlaceSet{std::move(step_free), count};
    m_overseas = PlaceSet{std::move(overseas), count};
    m_disputes = sets_of(std::move(disputes), count);
    m_languages = sets_of(std::move(languages), count);
    m_districts = sets_of(std::move(districts), count);
    m_towns = sets_of(std::move(towns), count);
}

Index::Judged Index::judge(const Query& query) const {
    Judged judged;
    judged.states.resize(m_hours.size());
    if (query.now) {
        const DaysAround days{*query.now, query.holidays};
        for (size_t i = 0; i < m_hours.size(); ++i)
            if (m_hours[i]) judged.states[i] = days.state(*m_hours[i]);
    }
    judged.groups.reserve(m_hours.size());
    for (const auto& state : judged.states)
        judged.groups.push_back(group_of(state));
    return judged;
}

Bits Index::matches(const Query& query, const Judged& judged) const {
    Bits matching{size(), Bits::Start::all};
    if (query.kind) m_kinds[static_cast<size_t>(*query.kind)].keep_in(matching);
    if (query.step_free) m_step_free.keep_in(matching);
    if (query.overseas) m_overseas.keep_in(matching);
    keep_with(m_disputes, query.dispute ? std::optional{query.dispute->value} : std::nullopt,
              size(), matching);
    keep_with(m_languages, query.language, size(), matching);
    keep_with(m_districts, query.district, size(), matching);
    keep_with(m_towns, query.town, size(), matching);
    if (query.open_now && query.now)
        matching.each([&](size_t place) {
            if (judged.groups[m_hours_of[place]] != 0) matching.clear(place);
        });
    return matching;
}

/// Walks outwards from here until `most` places of the best state are found. None: that would not
/// end soon (they are few, or far away), or there are not enough of them.
std::optional<std::vector<Index::Ranked>>
Index::rank_near(const Ranking& ranking, const Bits& matching, size_t most) const {
    if (!ranking.here || most == 0 || most > size() / 8) return std::nullopt;
    const auto& groups = ranking.judged.groups;
    std::array<size_t, k_groups> counts{};
    matching.each([&](size_t place) { ++counts[groups[m_hours_of[place]]]; });
    size_t best = 0;
    while (best < k_groups && counts[best] == 0)
        ++best;
    if (best == k_groups || counts[best] < most) return std::nullopt;
    std::vector<Ranked> ranked;
    auto walk = m_points.walk(*ranking.here);
    for (size_t budget = 64 + size() / 16; budget > 0; --budget) {
        const auto found = walk.next();
        if (!found) break;
        // Kinds may still change the order of what lies in the same step of distance.
        if (ranked.size() >= most &&
            Ranking::step(found->distance_m) > Ranking::step(ranked[most - 1].distance_m))
            return ranked;
        if (!matching.test(found->id) || groups[m_hours_of[found->id]] != best) continue;
        ranked.push_back({ranking.order(best, true, found->distance_m, m_kind_of[found->id]),
                          found->distance_m, found->id});
    }
    return std::nullopt;
}

std::vector<Index::Ranked> Index::rank_all(const Ranking& ranking, const Bits& matching) const {
    std::vector<Ranked> ranked;
    ranked.reserve(matching.count());
    matching.each([&](size_t place) {
        const bool positioned = m_points.has(place);
        const double distance_m =
            positioned && ranking.here ? m_points.distance_m(place, ranking.from) : 0;
        ranked.push_back({ranking.order(ranking.judged.groups[m_hours_of[place]], positioned,
                                        distance_m, m_kind_of[place]),
                          distance_m, place});
    });
    return ranked;
}

std::vector<Answer> Index::find(const Query& query) const {
    const auto judged = judge(query);
    const auto matching = matches(query, judged);
    const Ranking ranking{query, judged};
    auto near_ones = rank_near(ranking, matching, query.most);
    auto ranked = near_ones ? std::move(*near_ones) : rank_all(ranking, matching);
    if (query.most < ranked.size()) {
        std::nth_element(ranked.begin(), ranked.begin() + static_cast<ptrdiff_t>(query.most),
                         ranked.end());
        ranked.resize(query.most);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<Answer> answers;
    answers.reserve(ranked.size());
    for (const auto& one : ranked) {
        Answer answer{one.place, judged.states[m_hours_of[one.place]], std::nullopt};
        if (ranking.here && m_points.has(one.place)) answer.distance_m = one.distance_m;
        answers.push_back(answer);
    }
    return answers;
}

std::vector<size_t> Index::matching(const Query& query) const {
    const auto bits = matches(query, judge(query));
    std::vector<size_t> places;
    places.reserve(bits.count());
    bits.each([&](size_t place) { places.push_back(place); });
    return places;
}

size_t Index::count(const Query& query) const {
    return matches(query, judge(query)).count();
}

std::vector<Near> Index::near(model::GeoPoint point, size_t most) const {
    std::vector<Near> found;
    if (!is_finite(point)) return found;
    auto walk = m_points.walk(point);
    while (found.size() < most) {
        const auto next = walk.next();
        if (!next) break;
        found.push_back({next->id, next->distance_m});
    }
    return found;
}

const Hours* Index::hours(size_t place) const {
    const auto& hours = m_hours[m_hours_of[place]];
    return hours ? &*hours : nullptr;
}

} // namespace pufa::place
