#include "content/author/finding.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;

TEST_CASE("every fault says what is wrong and what to do in three languages") {
#define PUFA_FAULT(name, severity) Fault::name,
    const Fault faults[] = {PUFA_AUTHOR_FAULTS(PUFA_FAULT)};
#undef PUFA_FAULT
    for (const auto fault : faults) {
        for (const auto language : model::k_languages) {
            const Finding finding{fault, {"pack.toml", 1, 1}, "SUBJECT", "DETAIL"};
            CAPTURE(name(fault));
            CHECK(what(language, finding).size() > 5);
            CHECK(what_to_do(language, finding).size() > 5);
            CHECK(what(language, finding).find("{subject}") == std::string::npos);
            CHECK(what_to_do(language, finding).find("{subject}") == std::string::npos);
        }
    }
}

TEST_CASE("a place is written as file, line and column, as far as they are known") {
    CHECK(where({"quizzes/十题.csv", 3, 7}) == "quizzes/十题.csv:3:7");
    CHECK(where({"pack.toml", 3, 0}) == "pack.toml:3");
    CHECK(where({"videos/a b.mp4", 0, 0}) == "videos/a b.mp4");
}

TEST_CASE("findings are sorted by place and keep their order in one place") {
    Findings findings{{Fault::CELL_EMPTY, {"b.csv", 2, 1}, "1", {}},
                      {Fault::CELL_EMPTY, {"a.csv", 9, 1}, "2", {}},
                      {Fault::BAD_KIND, {"b.csv", 1, 4}, "3", {}},
                      {Fault::BAD_ID, {"b.csv", 2, 1}, "4", {}}};
    sort_by_place(findings);
    std::string order;
    for (const auto& finding : findings)
        order += finding.subject;
    CHECK(order == "2314");
}

TEST_CASE("warnings alone do not stop a pack") {
    CHECK_FALSE(has_errors({{Fault::UNKNOWN_KEY, {}, {}, {}}}));
    CHECK(has_errors({{Fault::UNKNOWN_KEY, {}, {}, {}}, {Fault::BAD_ID, {}, {}, {}}}));
}
