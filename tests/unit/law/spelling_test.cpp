#include "content/law/spelling.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa::law;

TEST_CASE("one law has one key, however it is written") {
    for (const auto* law :
         {"民法典", "《民法典》", "中华人民共和国民法典", "《中华人民共和国民法典》",
          " 中华人民共和国 民法典\t", "〈民法典〉", "中華人民共和國民法典",
          "\xEF\xBB\xBF《民法典》", "民法典（2026年修正）", "《中华人民共和国民法典》(2026修订)"}) {
        CAPTURE(law);
        CHECK(law_key(law) == "民法典");
    }
}

TEST_CASE("brackets that belong to a law's name keep two laws apart") {
    CHECK(law_key("婚姻家庭编的解释（一）") != law_key("婚姻家庭编的解释（二）"));
    CHECK(law_key("婚姻家庭编的解释(一)") == law_key("婚姻家庭编的解释（一）"));
    CHECK(law_key("某某条例（试行）") == "某某条例（试行）");
    CHECK(law_key("中华人民共和国") == "中华人民共和国");
    CHECK(law_key("（2018年修正）") == "（2018年修正）");
    CHECK(law_key("").empty());
}

TEST_CASE("one article has one key, in words or digits") {
    for (const auto* article :
         {"第一千一百四十二条", "第1142条", "1142", "１１４２", "第 1142 条", "第1142條",
          "第一千一百四十二条第二款", "第1142条第一款第（三）项"}) {
        CAPTURE(article);
        CHECK(article_key(article) == "1142");
    }
    CHECK(article_key("第四条") == "4");
    CHECK(article_key("第十条") == "10");
    CHECK(article_key("第十二条") == "12");
    CHECK(article_key("第二十条") == "20");
    CHECK(article_key("第一百零三条") == "103");
    CHECK(article_key("第一百〇三条") == "103");
    CHECK(article_key("第一百一十条") == "110");
    CHECK(article_key("第一千零五条") == "1005");
    CHECK(article_key("第一千零五十条") == "1050");
    CHECK(article_key("第一千二百六十条") == "1260");
}

TEST_CASE("an article that was put in between is not the one before it") {
    CHECK(article_key("第一百三十三条之一") == "133-1");
    CHECK(article_key("第133条之一") == "133-1");
    CHECK(article_key("133之一") == "133-1");
    CHECK(article_key("第一百三十三条") == "133");
}

TEST_CASE("what is no article's number is compared as it stands") {
    for (const auto* article : {"第五章", "第五", "附则", "第十十条", "第条", "第零条", "0",
                                "99999999999999999999", "第一二三条", "133之", "-1", "之一"}) {
        CAPTURE(article);
        CHECK(article_key(article) == article);
    }
    CHECK(article_key("").empty());
    CHECK(article_key("  ").empty());
}

TEST_CASE("text cut inside of a character ends with a key, not beyond its end") {
    const std::string whole = "《中华人民共和国民法典》第一千一百四十二条之一（2018年修正）";
    for (size_t length = 0; length <= whole.size(); ++length) {
        CHECK(law_key(whole.substr(0, length)).size() <= length + 2);
        CHECK(article_key(whole.substr(0, length)).size() <= length);
        CHECK(article_key(whole.substr(length)).size() <= whole.size());
    }
}
