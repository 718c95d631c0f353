#include "content/pack/title.h"

#include <doctest/doctest.h>

using namespace pufa;
using pack::title_from_json;

TEST_CASE("a title is read in the languages it has, and other members are ignored") {
    const auto title =
        title_from_json(R"({"zh-Hans": "遗嘱", "en": "Wills", "fr": "x", "zh-Hant": 5})");
    REQUIRE(title);
    CHECK(title->in(model::Language::zh_hans) == "遗嘱");
    CHECK(title->in(model::Language::en) == "Wills");
    CHECK_FALSE(title->has(model::Language::zh_hant));
}

TEST_CASE("what is no object is no title") {
    for (const std::string text : {"", "x", "[]", "\"words\"", "{"}) {
        INFO(text);
        CHECK_FALSE(title_from_json(text));
    }
}
