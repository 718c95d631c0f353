#include "content/author/validity.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using author::end_of_validity;
using support::AuthorFolder;
using support::Lines;

TEST_CASE("a day is valid to its end in China, a moment is a moment") {
    CHECK(end_of_validity("2026-12-31") == base::parse_iso("2027-01-01T00:00:00+08:00"));
    CHECK(end_of_validity(" 2028-02-29 ") == base::parse_iso("2028-03-01T00:00:00+08:00"));
    CHECK(end_of_validity("2026-12-31T18:00:00Z") == base::parse_iso("2026-12-31T18:00:00Z"));
    CHECK(end_of_validity("2026-12-31T18:00") == base::parse_iso("2026-12-31T10:00:00Z"));
    for (const auto* wrong : {"", "2026", "2026-02-30", "31.12.2026", "2026-12-31 evening"})
        CHECK_FALSE(end_of_validity(wrong));
}

TEST_CASE("a day is understood as people type it into Excel, and as Excel keeps it") {
    for (const auto* day : {"2026/12/31", "2026年12月31日", "2026.12.31", "46387", " 46387 "})
        CHECK_MESSAGE(end_of_validity(day) == end_of_validity("2026-12-31"), day);
    CHECK(end_of_validity("2026/1/5") == end_of_validity("2026-01-05"));
    CHECK(end_of_validity("２０２６年１月５日") == end_of_validity("2026-01-05"));
    CHECK(end_of_validity("36526") == end_of_validity("2000-01-01"));
    CHECK(end_of_validity("46387.75") == base::parse_iso("2026-12-31T18:00:00+08:00"));
    for (const auto* wrong :
         {"2026/2/30", "2026/13/1", "2026年12月", "12/31/2026", "2026/12/31/", "2026//31",
          "20261231", "100", "46387.x", "nan", "1e300", "-46387", "99999999999/1/1"})
        CHECK_MESSAGE(!end_of_validity(wrong), wrong);
}

TEST_CASE("a quiz ends when its file says so, a question when its row does") {
    const AuthorFolder bench;
    bench.change("quizzes/小测.toml", "title", "valid_until = 2026-12-31\ntitle");
    bench.change("quizzes/小测.csv", "法条,主题\n", "法条,有效期至\n");
    bench.change("quizzes/小测.csv", "民法典 1142,继承\n", "民法典 1142,2026-06-30\n");
    bench.change("quizzes/小测.csv", "第一千一百四十二条,继承", "第一千一百四十二条,");
    const auto manifest = bench.read().manifest;
    CHECK(support::items_of<model::Quiz>(manifest).at(0).valid_until ==
          base::parse_iso("2027-01-01T00:00:00+08:00"));
    const auto questions = support::items_of<model::Question>(manifest);
    CHECK(questions.at(0).valid_until == base::parse_iso("2026-07-01T00:00:00+08:00"));
    CHECK_FALSE(questions.at(1).valid_until);
    bench.change("quizzes/小测.csv", "2026-06-30", "2026年");
    CHECK(bench.faults() == Lines{"WANTS_DATE quizzes/小测.csv:2:13 2026年"});
}

TEST_CASE("films and campaigns end when their files say so, by date, moment or words") {
    const AuthorFolder bench;
    bench.change("videos/漏 水.toml", "topics", "valid_until = 2026-12-31\ntopics");
    bench.change("campaigns.toml", "items", "valid_until = \"2027-06-30\"\nitems");
    const auto manifest = bench.read().manifest;
    CHECK(support::items_of<model::Video>(manifest).at(0).valid_until ==
          base::parse_iso("2027-01-01T00:00:00+08:00"));
    CHECK(support::items_of<model::Campaign>(manifest).at(0).valid_until ==
          base::parse_iso("2027-07-01T00:00:00+08:00"));
    bench.change("videos/漏 水.toml", "2026-12-31", "2026-12-31T18:00:00+08:00");
    CHECK(support::items_of<model::Video>(bench.read().manifest).at(0).valid_until ==
          base::parse_iso("2026-12-31T18:00:00+08:00"));
    bench.change("videos/漏 水.toml", "2026-12-31T18:00:00+08:00", "\"soon\"");
    CHECK(bench.faults() == Lines{"WANTS_DATE videos/漏 水.toml:4:15 valid_until"});
    bench.change("videos/漏 水.toml", "\"soon\"", "7");
    CHECK(bench.faults() == Lines{"WANTS_DATE videos/漏 水.toml:4:15 valid_until"});
}
