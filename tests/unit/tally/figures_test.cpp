#include "content/tally/figures.h"

#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::tally;
using namespace pufa::tally::test;

namespace {

/// Rows of one day, each a counter with what differs from a visitor's, as a ledger.
class Counted {
  public:
    Counted() {
        auto opened = Ledger::open(m_folder.path() / "ledger.db");
        REQUIRE(opened);
        m_ledger.emplace(std::move(opened).value());
    }
    Counted& add(Counter counter, const std::string& item, int64_t count, int hour = 9) {
        RollUpRow row{
            hour, static_cast<int>(counter), item, 1, -1, "zh-Hans", "none", "visitor", "sure",
            count};
        m_rows.push_back(std::move(row));
        return *this;
    }
    Counted& by(const std::string& origin) {
        m_rows.back().origin = origin;
        return *this;
    }
    Counted& in(const std::string& language) {
        m_rows.back().language = language;
        return *this;
    }
    Counted& doubted() {
        m_rows.back().clock = "suspect";
        return *this;
    }
    void put(const base::Date& day, const std::string& kiosk = "") {
        std::sort(m_rows.begin(), m_rows.end());
        REQUIRE(m_ledger->transaction([&] {
            return m_ledger->put_day(kiosk, {.day = day, .hash = day_hash(m_rows)}, m_rows);
        }));
        m_rows.clear();
    }
    [[nodiscard]] Figures gathered(const Span& span = {}) {
        auto figures = gather(*m_ledger, span);
        REQUIRE(figures);
        return std::move(figures).value();
    }

  private:
    base::TemporaryFolder m_folder;
    std::optional<Ledger> m_ledger;
    std::vector<RollUpRow> m_rows;
};

} // namespace

TEST_CASE("figures are visitors' under a clock that is believed, and the rest is named") {
    Counted counted;
    counted.add(Counter::visit, "", 3).add(Counter::reached, "a/b/film", 5);
    counted.add(Counter::engaged, "a/b/film", 2).add(Counter::watched_whole, "a/b/film", 1);
    counted.add(Counter::engaged, "a/b/film", 40).by("unattended");
    counted.add(Counter::played, "a/b/film", 100).by("attract");
    counted.add(Counter::reached, "a/b/film", 7).by("staff");
    counted.add(Counter::visit, "", 11).doubted();
    counted.put(k_day);
    const auto figures = counted.gathered();
    CHECK(figures.total == Acts{.visits = 3, .reached = 5, .engaged = 2, .watched_whole = 1});
    CHECK(figures.all == ByOrigin{11, 40, 100, 7, 11});
    CHECK(figures.counters.at(static_cast<int>(Counter::visit)) == ByOrigin{3, 0, 0, 0, 11});
    CHECK(figures.items.at("a/b/film").engaged == 2);
    CHECK(figures.items.at("a/b/film").played == 0);
}

TEST_CASE("first answers are what made a question engaged, whichever day it was first answered") {
    Counted counted;
    counted.add(Counter::engaged, "a/b/q", 4).add(Counter::engaged, "a/b/film", 9);
    counted.put(k_day);
    counted.add(Counter::answered, "a/b/q", 6).add(Counter::engaged, "a/b/q", 5);
    counted.add(Counter::right_at_first, "a/b/q", 2);
    counted.put({2026, 11, 24});
    const auto figures = counted.gathered();
    CHECK(figures.total.first_answers == 9);
    CHECK(figures.total.answered == 6);
    CHECK(figures.total.engaged == 18);
    CHECK(figures.days.at(k_day).first_answers == 4);
    CHECK(figures.items.at("a/b/q").is_question);
    CHECK_FALSE(figures.items.at("a/b/film").is_question);
}

TEST_CASE("days, hours, languages and kiosks each add up to the total") {
    Counted counted;
    int64_t total = 0;
    for (const auto* kiosk : {"k1", "k2"})
        for (const int day : {23, 24, 26}) {
            for (int hour = 8; hour < 18; ++hour) {
                counted.add(Counter::engaged, "a/b/film", day + hour, hour)
                    .in(hour % 3 == 0 ? "en" : "zh-Hans");
                total += day + hour;
            }
            counted.put({2026, 11, day}, kiosk);
        }
    const auto figures = counted.gathered();
    const auto sum = [](const auto& groups) {
        int64_t all = 0;
        for (const auto& [key, acts] : groups)
            all += acts.engaged;
        return all;
    };
    CHECK(figures.total.engaged == total);
    CHECK(sum(figures.days) == total);
    CHECK(sum(figures.languages) == total);
    CHECK(sum(figures.kiosks) == total);
    int64_t hours = 0;
    for (const auto& acts : figures.hours)
        hours += acts.engaged;
    CHECK(hours == total);
    CHECK(figures.days.size() == 3);
    CHECK(figures.since(base::Date{2026, 11, 24}).engaged ==
          figures.days.at({2026, 11, 26}).engaged);
    CHECK(figures.since(std::nullopt).engaged == total);

    const auto one = counted.gathered({.from = k_day, .to = k_day});
    CHECK(one.days.size() == 1);
    CHECK(one.total.engaged == figures.days.at(k_day).engaged);
}

TEST_CASE("the hardest questions are those with the largest share of wrong first answers") {
    Counted counted;
    const auto question = [&](const std::string& item, int64_t first, int64_t right) {
        counted.add(Counter::answered, item, first).add(Counter::engaged, item, first);
        if (right > 0) counted.add(Counter::right_at_first, item, right);
    };
    question("a/b/half", 10, 5);
    question("a/b/third", 9, 3);
    question("a/b/never", 5, 0);
    question("a/b/rare", 4, 0); // too few to say
    question("a/b/easy", 50, 50);
    counted.put(k_day);
    const auto figures = counted.gathered();
    std::vector<std::string> order;
    for (const auto& [item, acts] : hardest(figures, 5, 10))
        order.push_back(item);
    CHECK(order == std::vector<std::string>{"a/b/never", "a/b/third", "a/b/half"});
    CHECK(hardest(figures, 5, 1).size() == 1);
    const auto top = most(figures, &ItemActs::engaged, 2);
    REQUIRE(top.size() == 2);
    CHECK(top[0].first == "a/b/easy");
    CHECK(top[1].first == "a/b/half");
    CHECK(most(figures, &ItemActs::looked_up, 2).empty());
}
