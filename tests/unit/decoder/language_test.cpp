#include "content/decoder/language.h"

#include <doctest/doctest.h>

using pufa::decoder::same_language;

TEST_CASE("a language is known by each of its names, whatever script and region follow") {
    for (const char* name : {"zh", "ZH", "chi", "zho", "cmn", "zh-Hans", "zh-Hant-HK", "cmn-CN"})
        CHECK(same_language(name, "zh"));
    for (const char* name : {"yue", "yue-HK", "zh-yue", "zh-yue-HK"})
        CHECK(same_language(name, "yue"));
    CHECK(same_language("eng", "en-GB"));
    CHECK(same_language("xyz", "xyz"));
}

TEST_CASE("Cantonese is no Chinese of any kind, and no tag is like none") {
    CHECK_FALSE(same_language("yue", "zh"));
    CHECK_FALSE(same_language("zho", "zh-yue"));
    CHECK_FALSE(same_language("en", "eo"));
    CHECK_FALSE(same_language("english", "eng"));
    CHECK_FALSE(same_language("", ""));
    CHECK_FALSE(same_language("zh", ""));
}
