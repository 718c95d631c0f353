#include "content/place/datum.h"
#include "content/place/index.h"
#include "tests/bench/heap.h"
#include "tests/bench/map_bench.h"
#include "tests/bench/thread_time.h"
#include "tests/support/sample_places.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <tuple>

namespace pufa::bench {

namespace {

using model::Place;
using place::Answer;
using place::HoursState;
using place::Query;

constexpr int k_rounds = 41;
constexpr size_t k_page = 50; ///< answers that a list shows before it is scrolled

/// A city's offices keep some 400 different hours among them.
std::vector<Place> city(size_t count) {
    auto places = support::sample_places(count, 11);
    for (size_t i = 0; i < places.size(); ++i)
        places[i].hours =
            fmt::format("Mo-Fr 08:{:02}-12:00,14:30-17:{:02}; PH off", i % 20, i / 20 % 20);
    return places;
}

/// The floor: the same question put to each place in turn, its hours parsed beforehand.
class Scan {
  public:
    explicit Scan(const std::vector<Place>& places)
        : m_places(places) {
        for (const auto& place : places) {
            auto hours = place::parse_hours(place.hours);
            m_hours.push_back(hours ? std::optional{std::move(*hours)} : std::nullopt);
        }
    }

    [[nodiscard]] std::vector<Answer> find(const Query& query) const {
        const place::DaysAround days{*query.now, query.holidays};
        std::vector<Row> rows;
        for (size_t i = 0; i < m_places.size(); ++i) {
            const auto& place = m_places[i];
            if (!has(place, query)) continue;
            const auto state = m_hours[i] ? days.state(*m_hours[i]) : HoursState{};
            if (query.open_now && state.kind != HoursState::Kind::open) continue;
            rows.push_back(row(i, state, query));
        }
        const auto earlier = [](const Row& a, const Row& b) { return a.key < b.key; };
        const auto shown = std::min(query.most, rows.size());
        std::partial_sort(rows.begin(), rows.begin() + static_cast<ptrdiff_t>(shown), rows.end(),
                          earlier);
        std::vector<Answer> answers;
        for (size_t i = 0; i < shown; ++i)
            answers.push_back(rows[i].answer);
        return answers;
    }

  private:
    struct Row {
        std::tuple<int, bool, int64_t, ptrdiff_t, double, size_t> key;
        Answer answer;
    };

    static bool has(const Place& place, const Query& query) {
        const auto holds = [](const auto& list, const auto& value) {
            return std::find(list.begin(), list.end(), value) != list.end();
        };
        return (!query.dispute || holds(place.disputes, *query.dispute)) &&
               (!query.language || holds(place.languages, *query.language)) &&
               (!query.district || place.district() == *query.district) &&
               (!query.step_free || place.step_free) && (!query.overseas || place.overseas);
    }

    [[nodiscard]] Row row(size_t i, const HoursState& state, const Query& query) const {
        const auto& place = m_places[i];
        const double distance = place.at ? place::distance_m(*query.here, *place.at) : 0;
        const int order = state.kind == HoursState::Kind::open      ? 0
                          : state.kind == HoursState::Kind::unknown ? 1
                                                                    : 2;
        const auto rank = std::find(query.first.begin(), query.first.end(), place.kind);
        return {{order, !place.at, static_cast<int64_t>(distance / place::Index::k_band_m),
                 rank - query.first.begin(), distance, i},
                {i, state, place.at ? std::optional{distance} : std::nullopt}};
    }

    const std::vector<Place>& m_places;
    std::vector<std::optional<place::Hours>> m_hours;
};

struct Question {
    const char* name;
    Query query;
};

std::vector<Question> questions() {
    Query page;
    page.dispute = support::sample_dispute(0);
    page.first = {model::PlaceKind::mediation, model::PlaceKind::justice_office};
    page.here = model::GeoPoint{112.9, 22.4};
    page.now = base::to_local(base::start_of({2026, 11, 24}) + std::chrono::hours{10});
    page.most = k_page;
    auto night = page;
    night.now = base::to_local(base::start_of({2026, 11, 24}) + std::chrono::hours{22});
    auto narrow = page;
    narrow.language = "en";
    narrow.district = "440703";
    narrow.step_free = narrow.overseas = narrow.open_now = true;
    auto all = page;
    all.most = SIZE_MAX;
    return {{"first 50 of a dispute", page},
            {"the same at night", night},
            {"first 50, five filters", narrow},
            {"all of a dispute", all}};
}

double median_us(const std::function<void()>& once) {
    std::vector<double> times;
    for (int round = 0; round < k_rounds; ++round) {
        const double began = thread_us();
        once();
        times.push_back(thread_us() - began);
    }
    return quantile(std::move(times), 0.5);
}

bool same(const std::vector<Answer>& ours, const std::vector<Answer>& floor) {
    return std::equal(
        ours.begin(), ours.end(), floor.begin(), floor.end(),
        [](const Answer& a, const Answer& b) { return a.place == b.place && a.hours == b.hours; });
}

void add_size(size_t count, std::vector<Row>& rows) {
    const auto name = fmt::format("{} places", count);
    const double empty = heap_bytes();
    const auto places = city(count);
    const double with_places = heap_bytes();
    std::unique_ptr<place::Index> index;
    const double built_us = median_us([&] {
        index.reset();
        index = std::make_unique<place::Index>(places);
    });
    constexpr double k_mega = 1 << 20;
    rows.push_back({name, "ours", "index build, median", built_us / 1e3, "ms"});
    rows.push_back({name, "floor", "memory of the places", (with_places - empty) / k_mega, "MB"});
    rows.push_back(
        {name, "ours", "memory of the index", (heap_bytes() - with_places) / k_mega, "MB"});
    const Scan scan{places};
    for (const auto& [what, query] : questions()) {
        const auto ours = index->find(query);
        PUFA_ASSERT(same(ours, scan.find(query)));
        rows.push_back({name, "ours", fmt::format("{}: answers", what),
                        static_cast<double>(ours.size()), "count"});
        rows.push_back({name, "floor", fmt::format("{}, median", what),
                        median_us([&] { (void)scan.find(query); }), "us"});
        rows.push_back({name, "ours", fmt::format("{}, median", what),
                        median_us([&] { (void)index->find(query); }), "us"});
    }
    const auto here = *questions().front().query.here;
    rows.push_back({name, "ours", "the 10 nearest, median",
                    median_us([&] { (void)index->near(here, 10); }), "us"});
}

} // namespace

std::vector<Row> measure_places() {
    std::vector<Row> rows;
    for (const size_t count : {size_t{5'000}, size_t{50'000}})
        add_size(count, rows);
    return rows;
}

} // namespace pufa::bench
