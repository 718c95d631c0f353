#include "tests/support/author_folder.h"

using namespace pufa;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

TEST_CASE("a campaign names its days and its items by short ids") {
    const AuthorFolder bench;
    const auto campaigns = items_of<model::Campaign>(bench.read().manifest);
    REQUIRE(campaigns.size() == 1);
    CHECK(campaigns[0].id.value == "test-press/small/day");
    CHECK(campaigns[0].from == model::MonthDay{12, 1});
    CHECK(campaigns[0].day == model::MonthDay{12, 4});
    CHECK(campaigns[0].items ==
          std::vector<model::ItemId>{{"test-press/small/leak"}, {"test-press/small/quiz"}});
}

TEST_CASE("items that do not exist are dangling") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", "\"quiz\"", "\"quizz\", \"test-press/small/wills\"");
    CHECK(bench.faults() == Lines{"DANGLING campaigns.toml:7:9 quizz"});
}

TEST_CASE("the day must lie inside, over the end of the year too") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", "day = \"12-04\"", "day = \"12-08\"");
    CHECK(bench.faults() == Lines{"DAY_OUTSIDE campaigns.toml:6:7 campaign.day"});
    bench.write("campaigns.toml", "[[campaign]]\nid = \"y\"\ntitle = \"年\"\nfrom = \"12-28\"\n"
                                  "to = \"01-05\"\nday = \"01-01\"\n");
    CHECK(bench.faults().empty());
    bench.change("campaigns.toml", "\"01-01\"", "\"06-01\"");
    CHECK(bench.faults() == Lines{"DAY_OUTSIDE campaigns.toml:6:7 campaign.day"});
}

TEST_CASE("days that do not exist are named with their words") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", "12-07", "12-32");
    CHECK(bench.faults() == Lines{"WANTS_MONTH_DAY campaigns.toml:5:6 campaign.to"});
}

TEST_CASE("an item of another pack may be named by its full id; a word that is no id is named") {
    const AuthorFolder bench;
    bench.change("campaigns.toml", "\"quiz\"", "\"quiz\", \"other/films/lecture-1\"");
    const auto reading = bench.read();
    CHECK(reading.findings.empty());
    CHECK(items_of<model::Campaign>(reading.manifest)[0].items.back().value ==
          "other/films/lecture-1");
    bench.change("campaigns.toml", "other/films/lecture-1", "other/films");
    CHECK(bench.faults() == Lines{"BAD_ID campaigns.toml:7:9 other/films"});
}
