#include "content/tally/counter.h"

#include "content/strings/strings.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

using namespace pufa;

TEST_CASE("the numbers of the counters are those in the files of the past") {
    // A number that changes would change what old days say.
    const std::vector<std::pair<std::string_view, int>> frozen{
        {"reached", 1},
        {"engaged", 2},
        {"watched_whole", 3},
        {"answered", 4},
        {"right_at_first", 5},
        {"finished_quiz", 6},
        {"looked_up_service", 7},
        {"visit", 8},
        {"played", 9},
        {"used_finder", 10},
        {"looked_up_place", 11},
        {"opened_help", 12},
        {"read_article", 13},
        {"opened_campaign", 14},
        {"chose_language", 15},
    };
    REQUIRE(tally::k_counters.size() == frozen.size());
    for (size_t i = 0; i < frozen.size(); ++i) {
        CHECK(tally::k_counters[i].key == frozen[i].first);
        CHECK(static_cast<int>(tally::k_counters[i].counter) == frozen[i].second);
    }
}

TEST_CASE("every counter has a name of its own and a definition in three languages") {
    for (const auto language : model::k_languages) {
        std::set<std::string> names;
        std::set<std::string> definitions;
        for (const auto& info : tally::k_counters) {
            const auto key = "counter." + std::string{info.key};
            names.insert(strings::text(language, key + ".name"));
            definitions.insert(strings::text(language, key + ".definition"));
        }
        CHECK(names.size() == tally::k_counters.size());
        CHECK(definitions.size() == tally::k_counters.size());
    }
}

TEST_CASE("the figures in the definitions are those the meter keeps to") {
    for (const auto language : model::k_languages) {
        CHECK(strings::text(language, "counter.engaged.definition").find("15") !=
              std::string::npos);
        CHECK(strings::text(language, "counter.watched_whole.definition").find("90") !=
              std::string::npos);
    }
}

TEST_CASE("a set of options is one number") {
    CHECK(tally::option_set(std::vector<int>{0, 2}) == 64 + 1 + 4);
    CHECK(tally::option_set(std::vector<int>{5}) == 64 + 32);
    CHECK(tally::option_set(std::vector<int>{}) == 64);
}
