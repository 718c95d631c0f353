#include "content/campaign/programme.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using namespace pufa::campaign;

namespace {

model::Question question(const std::string& name, size_t options) {
    model::Question made;
    made.id = {"demo/pack/" + name};
    made.options.resize(options);
    return made;
}

model::Campaign window(const std::string& name, model::MonthDay from, model::MonthDay to,
                       std::vector<model::ItemId> items) {
    return {{"demo/pack/" + name}, {}, {}, from, to, to, std::move(items)};
}

/// The demonstration's calendar: days, a week, a month, one over the year's end, 29 February.
struct Calendar {
    std::vector<model::Campaign> campaigns{
        window("women", {3, 1}, {3, 8}, {{"demo/pack/film"}}),
        window("security", {4, 9}, {4, 15}, {{"demo/pack/quiz"}}),
        window("labour", {5, 1}, {5, 1}, {}),
        window("civil-code", {5, 1}, {5, 31}, {}),
        window("constitution", {12, 1}, {12, 7}, {{"demo/pack/film"}, {"demo/pack/tf-own"}}),
        window("new-year", {12, 30}, {1, 2}, {}),
        window("leap", {2, 29}, {2, 29}, {}),
    };
    std::vector<model::Question> questions{question("tf-1", 2), question("four", 4),
                                           question("tf-2", 2), question("tf-own", 2),
                                           question("tf-quiz", 2)};
    std::vector<model::Quiz> quizzes{{{"demo/pack/quiz"}, {}, {{"demo/pack/tf-quiz"}}}};

    [[nodiscard]] Programme at(const std::string& when,
                               const std::optional<DailySpan>& night = {}) const {
        return programme({campaigns, questions, quizzes}, base::to_local(*base::parse_iso(when)),
                         14, night);
    }
    [[nodiscard]] std::string name_at(const std::string& when) const {
        const auto found = at(when).campaign;
        if (found.phase != OnToday::Phase::on) return "";
        return found.campaign->id.value.substr(std::string{"demo/pack/"}.size());
    }
};

} // namespace

TEST_CASE("campaigns begin and end at midnight, at the year's end and on 29 February") {
    struct Row {
        std::string when, name;
    };
    const Calendar calendar;
    for (const auto& row : {Row{"2026-11-30T23:59:59", ""},
                            {"2026-12-01T00:00:00", "constitution"},
                            {"2026-12-07T23:59:59", "constitution"},
                            {"2026-12-08T00:00:00", ""},
                            {"2026-12-29T23:59:59", ""},
                            {"2026-12-31T23:59:59", "new-year"},
                            {"2027-01-01T00:00:00", "new-year"},
                            {"2027-01-02T23:59:59", "new-year"},
                            {"2027-01-03T00:00:00", ""},
                            {"2028-02-29T12:00:00", "leap"},
                            {"2028-03-01T00:00:00", "women"},
                            {"2027-02-28T12:00:00", "leap"},
                            {"2027-03-01T00:00:00", "women"},
                            {"2027-05-01T12:00:00", "labour"}, // a day within its month
                            {"2027-05-02T00:00:00", "civil-code"},
                            {"2027-05-31T23:59:59", "civil-code"},
                            {"2027-06-01T00:00:00", ""}}) {
        CAPTURE(row.when);
        CHECK(calendar.name_at(row.when) == row.name);
    }
}

TEST_CASE("what the campaign holds comes first while it is on, not while it is coming") {
    const Calendar calendar;
    CHECK(calendar.at("2026-12-04T09:00:00").first ==
          std::vector<model::ItemId>{{"demo/pack/film"}, {"demo/pack/tf-own"}});
    const auto coming = calendar.at("2026-11-25T09:00:00");
    CHECK(coming.campaign.phase == OnToday::Phase::coming);
    CHECK(coming.first.empty());
}

TEST_CASE("today's question is the campaign's, also out of its quiz, else one of all") {
    const Calendar calendar;
    REQUIRE(calendar.at("2026-12-04T09:00:00").daily);
    CHECK(calendar.at("2026-12-04T09:00:00").daily->id.value == "demo/pack/tf-own");
    CHECK(calendar.at("2027-04-10T09:00:00").daily->id.value == "demo/pack/tf-quiz");
    // The women's campaign has no question of its own.
    const auto* first = calendar.at("2027-03-02T09:00:00").daily;
    const auto* next = calendar.at("2027-03-03T09:00:00").daily;
    REQUIRE(first);
    CHECK(first->options.size() == 2);
    CHECK(first != next);
    CHECK(first == calendar.at("2027-03-02T23:59:59").daily);
}

TEST_CASE("a clock that nobody can believe turns the calendar off, not the content") {
    const Calendar calendar;
    for (const auto* when : {"1970-12-04T09:00:00", "2025-12-04T09:00:00", "2100-12-04T09:00:00"}) {
        CAPTURE(when);
        const auto made = calendar.at(when, DailySpan{0, 0});
        CHECK(made.campaign.phase == OnToday::Phase::none);
        CHECK(made.first.empty());
        CHECK(made.daily);
        CHECK_FALSE(made.night);
    }
}

TEST_CASE("a night runs over midnight") {
    struct Row {
        std::string clock;
        bool night;
    };
    const Calendar calendar;
    for (const auto& row : {Row{"21:59:59", false},
                            {"22:00:00", true},
                            {"23:59:59", true},
                            {"00:00:00", true},
                            {"06:59:59", true},
                            {"07:00:00", false},
                            {"12:00:00", false}}) {
        CAPTURE(row.clock);
        CHECK(calendar.at("2026-12-31T" + row.clock, DailySpan{22 * 60, 7 * 60}).night ==
              row.night);
        CHECK_FALSE(calendar.at("2026-12-31T" + row.clock).night);
    }
    CHECK(contains({9 * 60, 17 * 60}, 9 * 60));
    CHECK_FALSE(contains({9 * 60, 17 * 60}, 17 * 60));
    CHECK(contains({600, 600}, 599));
}

TEST_CASE("a span of the day is written in one way only") {
    CHECK(parse_daily_span("22:00-07:00") == DailySpan{1320, 420});
    for (const auto* wrong : {"", "22:00", "22-07", "24:00-07:00", "22:60-07:00", "22:00-7:00",
                              "22:00 07:00", "-1:00-07:00", "22:00-07:00 "}) {
        CAPTURE(wrong);
        CHECK_FALSE(parse_daily_span(wrong));
    }
}
