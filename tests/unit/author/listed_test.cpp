#include "content/author/listed.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;
using support::Lines;

namespace {

const std::map<std::string, int, std::less<>> k_known{{"one", 1}, {"two", 2}};
const Place k_place{"x.toml", 3, 1};

} // namespace

TEST_CASE("known words give what stands for them, in their order") {
    Findings findings;
    CHECK(look_up_all(k_known, {"two", "one"}, "thing", k_place, findings) == std::vector{2, 1});
    CHECK(findings.empty());
}

TEST_CASE("words that are unknown or stand twice are named and left out") {
    Findings findings;
    CHECK(look_up_all(k_known, {"two", "three", "two"}, "thing", k_place, findings) ==
          std::vector{2});
    CHECK(support::AuthorFolder::described(findings) ==
          Lines{"FINDER_UNKNOWN x.toml:3:1 three", "LISTED_TWICE x.toml:3:1 two"});
    CHECK(findings[0].detail == "thing");
}

TEST_CASE("a list has at most fifty entries") {
    std::map<std::string, int, std::less<>> known;
    std::vector<std::string> words;
    for (int i = 0; i < 51; ++i) {
        words.push_back(std::to_string(i));
        known[words.back()] = i;
    }
    Findings findings;
    (void)look_up_all(known, words, "thing", k_place, findings);
    CHECK(support::AuthorFolder::described(findings) == Lines{"LIST_TOO_LONG x.toml:3:1 thing"});
    findings.clear();
    words.pop_back();
    (void)look_up_all(known, words, "thing", k_place, findings);
    CHECK(findings.empty());
}
