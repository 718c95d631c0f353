#include "content/model/text.h"

#include <doctest/doctest.h>

using namespace pufa::model;

TEST_CASE("missing words fall back to a language that has them") {
    auto text = in_hans("你好");
    CHECK(text.in(Language::zh_hant) == "你好");
    CHECK(text.in(Language::en) == "你好");
    CHECK_FALSE(text.has(Language::en));
    LocalizedText only_english;
    only_english[Language::en] = "Hello";
    CHECK(only_english.in(Language::zh_hans) == "Hello");
    CHECK(LocalizedText{}.in(Language::en).empty());
}

TEST_CASE("language tags go both ways") {
    for (const auto language : k_languages)
        CHECK(parse_language(tag(language)) == language);
    CHECK_FALSE(parse_language("zh"));
}
