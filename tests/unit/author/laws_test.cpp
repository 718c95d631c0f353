#include "content/author/laws.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;

namespace {

const std::string k_header = "law,full_name,article,article_zh,in_force,text\n";
const std::string k_row =
    "民法典,中华人民共和国民法典,1142,第一千一百四十二条,2021-01-01,第一段。\\n第二段。\n";

Laws read(const std::string& rows, Findings& findings) {
    return Laws::read(k_header + rows, "laws.csv", {2026, 11, 1}, findings);
}

} // namespace

TEST_CASE("an article is found by short and full name, number and words") {
    Findings findings;
    const auto laws = read(k_row, findings);
    CHECK(findings.empty());
    CHECK(laws.size() == 1);
    for (const auto* law : {"民法典", "中华人民共和国民法典"}) {
        for (const auto* article : {"1142", "第一千一百四十二条"}) {
            const auto* found = laws.find(law, article);
            REQUIRE(found);
            CHECK(found->law == "中华人民共和国民法典");
            CHECK(found->article == "第一千一百四十二条");
            CHECK(found->words == "第一段。\n第二段。");
            CHECK(found->in_force == base::Date{2021, 1, 1});
            CHECK(found->checked == base::Date{2026, 11, 1});
        }
    }
    CHECK(laws.find("民法典", "1143") == nullptr);
    CHECK(laws.find("刑法", "1142") == nullptr);
}

TEST_CASE("citations are written in the ways people write them") {
    const auto is = [](std::string_view text, std::string_view law, std::string_view article) {
        const auto cited = parse_citation(text);
        CAPTURE(text);
        REQUIRE(cited);
        CHECK(cited->law == law);
        CHECK(cited->article == article);
    };
    is("《民法典》第一千一百四十二条", "民法典", "第一千一百四十二条");
    is(" 民法典 1142 ", "民法典", "1142");
    is("民法典1142", "民法典", "1142");
    is("《民法典》 第 1142 条", "民法典", "1142");
    is("刑法第一百三十三条之一", "刑法", "第一百三十三条之一");
    is("《中华人民共和国宪法》第五条", "中华人民共和国宪法", "第五条");
}

TEST_CASE("what names no law or no article is no citation") {
    for (const std::string text : {"", "民法典", "1142", "第五条", "民法典第", "《》第五条"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_citation(text));
    }
}

TEST_CASE("a doubled article, a second full name and a bad date are named with their row") {
    Findings findings;
    (void)read(k_row + k_row, findings);
    CHECK(findings ==
          Findings{{Fault::ARTICLE_TWICE, {"laws.csv", 3, 3}, "民法典", "第一千一百四十二条"}});
    findings.clear();
    (void)read(k_row + "民法典,民法典,17,第十七条,2021-13-01,成年人。\n", findings);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].fault == Fault::WANTS_DATE);
    CHECK(findings[0].place == Place{"laws.csv", 3, 5});
    CHECK(findings[1].fault == Fault::LAW_NAMES_DIFFER);
}
