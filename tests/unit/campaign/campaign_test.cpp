#include "content/campaign/campaign.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using base::Date;
using campaign::OnToday;
using Phase = OnToday::Phase;

namespace {

model::Campaign window(const std::string& name, model::MonthDay from, model::MonthDay to,
                       model::MonthDay day) {
    model::Campaign made;
    made.id = {"gd-sfj/calendar/" + name};
    made.from = from;
    made.to = to;
    made.day = day;
    return made;
}

const std::vector<model::Campaign> k_calendar{
    window("constitution", {12, 1}, {12, 7}, {12, 4}),
    window("consumers", {3, 13}, {3, 19}, {3, 15}),
    window("year-end", {12, 28}, {1, 3}, {1, 1}),
    window("leap", {2, 29}, {2, 29}, {2, 29}),
    window("december", {12, 1}, {12, 31}, {12, 10}),
};

model::Question with_options(const std::string& name, size_t options) {
    model::Question made;
    made.id = {"gd-sfj/quiz/" + name};
    made.options.resize(options);
    return made;
}

} // namespace

TEST_CASE("the campaign of the day is the one that is on, else the next one coming") {
    struct Row {
        Date today;
        Phase phase;
        std::string name; ///< "" for none
        int days_left;
    };
    const std::vector<Row> rows{
        {{2026, 11, 23}, Phase::coming, "constitution", 11},
        {{2026, 11, 17}, Phase::coming, "constitution", 17}, // 14 days before its first day
        {{2026, 11, 16}, Phase::none, "", 0},                // 15 days before
        {{2026, 11, 30}, Phase::coming, "constitution", 4},
        {{2026, 12, 1}, Phase::on, "constitution", 3}, // shorter than december
        {{2026, 12, 4}, Phase::on, "constitution", 0},
        {{2026, 12, 7}, Phase::on, "constitution", 0}, // inclusive, the day itself is past
        {{2026, 12, 8}, Phase::on, "december", 2},
        {{2026, 12, 28}, Phase::on, "year-end", 4},
        {{2026, 12, 31}, Phase::on, "year-end", 1},
        {{2027, 1, 1}, Phase::on, "year-end", 0},
        {{2027, 1, 3}, Phase::on, "year-end", 0},
        {{2027, 1, 4}, Phase::none, "", 0},
        {{2027, 2, 28}, Phase::on, "leap", 0}, // a common year
        {{2027, 3, 1}, Phase::coming, "consumers", 14},
        {{2028, 2, 28}, Phase::coming, "leap", 1},
        {{2028, 2, 29}, Phase::on, "leap", 0},
        {{2027, 7, 1}, Phase::none, "", 0},
    };
    for (const auto& row : rows) {
        const auto now = campaign::on(k_calendar, row.today, 14);
        CAPTURE(base::to_string(row.today));
        CHECK(now.phase == row.phase);
        CHECK((now.campaign == nullptr) == row.name.empty());
        if (now.campaign) CHECK(now.campaign->id.value == "gd-sfj/calendar/" + row.name);
        CHECK(now.days_left == row.days_left);
    }
}

TEST_CASE("a campaign of January is seen coming in December") {
    const std::vector<model::Campaign> january{window("january", {1, 8}, {1, 10}, {1, 10})};
    const auto now = campaign::on(january, {2026, 12, 30}, 14);
    CHECK(now.phase == Phase::coming);
    CHECK(now.days_left == 11);
}

TEST_CASE("of equal windows the first in order is taken") {
    const std::vector<model::Campaign> twins{window("long", {5, 1}, {5, 30}, {5, 1}),
                                             window("first", {5, 1}, {5, 7}, {5, 1}),
                                             window("second", {5, 2}, {5, 8}, {5, 2})};
    CHECK(campaign::on(twins, {2026, 5, 3}, 14).campaign == &twins[1]);
    CHECK(campaign::on(twins, {2026, 5, 8}, 14).campaign == &twins[2]);
    // Coming: the one that begins first wins, then the shorter one.
    CHECK(campaign::on(twins, {2026, 4, 28}, 14).campaign == &twins[1]);
}

TEST_CASE("with nothing to look ahead only what is on counts") {
    CHECK(campaign::on(k_calendar, {2026, 11, 30}, 0).phase == Phase::none);
    CHECK(campaign::on(k_calendar, {2026, 11, 30}, -3).phase == Phase::none);
    CHECK(campaign::on(k_calendar, {2026, 12, 1}, 0).phase == Phase::on);
    CHECK(campaign::on({}, {2026, 12, 1}, 400).phase == Phase::none);
}

TEST_CASE("the daily question goes round those with exactly two options") {
    const std::vector<model::Question> questions{with_options("a", 4), with_options("b", 2),
                                                 with_options("c", 2), with_options("d", 3),
                                                 with_options("e", 2)};
    const auto* today = campaign::daily(questions, {2026, 12, 31});
    REQUIRE(today != nullptr);
    CHECK(today == campaign::daily(questions, {2026, 12, 31}));
    const auto* tomorrow = campaign::daily(questions, {2027, 1, 1});
    const auto* third = campaign::daily(questions, {2027, 1, 2});
    CHECK(tomorrow != today);
    CHECK(third != tomorrow);
    CHECK(third != today);
    CHECK(campaign::daily(questions, {2027, 1, 3}) == today);
    for (const auto* one : {today, tomorrow, third})
        CHECK(one->options.size() == 2);
    // A clock that stands before 1970 must not leave the list.
    CHECK(campaign::daily(questions, {1969, 12, 31}) == &questions[4]);
}

TEST_CASE("there is no daily question without one of two options") {
    CHECK(campaign::daily({}, {2026, 12, 4}) == nullptr);
    CHECK(campaign::daily({with_options("a", 4)}, {2026, 12, 4}) == nullptr);
}
