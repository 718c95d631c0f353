#include "content/model/item_json.h"

#include "tests/support/sample_items.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using namespace pufa::model;

TEST_CASE("every kind of item comes back from its JSON as it was") {
    Campaign campaign;
    campaign.id = {"demo/pack/c"};
    campaign.title = in_hans("宪法日");
    campaign.from = {12, 1};
    campaign.to = {12, 7};
    campaign.day = {12, 4};
    campaign.items = {{"demo/pack/v1"}};
    Quiz quiz{{"demo/pack/quiz"}, in_hans("测验"), {{"demo/pack/q1"}}, {"youth"}};
    for (const Item& item :
         {Item{test::full_video()}, Item{test::full_question()}, Item{quiz}, Item{campaign},
          Item{test::full_article()}, Item{test::full_place()}, Item{test::full_dispute()},
          Item{test::full_holidays()}, Item{test::full_base_map()}, Item{test::full_poll()},
          Item{test::full_consultation()}, Item{test::full_law_status()}}) {
        const auto read = item_from_json(to_json(item).dump());
        REQUIRE(read);
        CHECK(*read == item);
    }
}

TEST_CASE("what an article leaves out is left out of its JSON and comes back empty") {
    auto article = test::full_article();
    article.note = {};
    article.citation.reset();
    const auto json = to_json(Item{article});
    CHECK_FALSE(json.contains("note"));
    CHECK_FALSE(json.contains("citation"));
    CHECK(*item_from_json(json.dump()) == Item{article});
}

TEST_CASE("an item for everybody says nothing of an audience, and every kind with one gives it") {
    auto article = test::full_article();
    article.audience.clear();
    CHECK_FALSE(to_json(Item{article}).contains("audience"));
    CHECK(audience_of(Item{test::full_video()}) == Audience{"elderly", "overseas"});
    CHECK(audience_of(Item{test::full_poll()}) == Audience{"women"});
    CHECK(audience_of(Item{article}).empty());
    CHECK(audience_of(Item{test::full_place()}).empty());
}
