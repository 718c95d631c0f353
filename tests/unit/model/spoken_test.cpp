#include "content/model/spoken.h"

#include <doctest/doctest.h>

#include <utility>

using namespace pufa::model;

TEST_CASE("what a sound track speaks is known from every way of writing it") {
    const std::pair<const char*, Spoken> k_tags[] = {{"cmn", Spoken::mandarin},
                                                     {"zh", Spoken::mandarin},
                                                     {"zh-CN", Spoken::mandarin},
                                                     {"chi", Spoken::mandarin},
                                                     {"zho", Spoken::mandarin},
                                                     {"zh-Hans-CN", Spoken::mandarin},
                                                     {"zh_CN", Spoken::mandarin},
                                                     {"yue", Spoken::cantonese},
                                                     {"YUE-Hant-HK", Spoken::cantonese},
                                                     {"zh-yue", Spoken::cantonese},
                                                     {"zh-hak", Spoken::hakka},
                                                     {"en-GB", Spoken::english},
                                                     {"eng", Spoken::english},
                                                     {"hak", Spoken::hakka},
                                                     {"nan", Spoken::minnan},
                                                     {"fr", Spoken::other},
                                                     {"", Spoken::unknown},
                                                     {"und", Spoken::unknown},
                                                     {"mul", Spoken::unknown},
                                                     {"zxx", Spoken::unknown},
                                                     {"?", Spoken::unknown},
                                                     {"zh-en", Spoken::mandarin},
                                                     {"yue-x-taishan", Spoken::taishanese},
                                                     {"nan-X-teochew", Spoken::teochew}};
    for (const auto& row : k_tags) {
        CAPTURE(row.first);
        CHECK(spoken_of(row.first) == row.second);
    }
}

TEST_CASE("packs write one tag for each language, and the language's own where it has no name") {
    CHECK(spoken_tag("chi") == "cmn");
    CHECK(spoken_tag("zh-yue") == "yue");
    CHECK(spoken_tag("en-GB") == "en");
    CHECK(spoken_tag("yue-x-taishan") == "yue-x-taishan");
    CHECK(spoken_tag("FR_ca") == "fr-ca");
    CHECK(spoken_tag("") == "und");
    CHECK(spoken_tag("../x") == "und");
}

TEST_CASE("a language tag has parts of one to eight letters and digits") {
    for (const auto* tag : {"cmn", "zh-Hant-HK", "yue-x-taishan", "12345678"})
        CHECK(is_language_tag(tag));
    for (const auto* tag : {"", "-", "zh-", "-zh", "zh--CN", "123456789", "zh CN", "粤"})
        CHECK_FALSE(is_language_tag(tag));
}
