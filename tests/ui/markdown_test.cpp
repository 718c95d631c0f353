#include "kiosk/screens/markdown.h"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

using namespace pufa::screens;

namespace {

std::string repeated(std::string_view words, int times) {
    std::string all;
    for (int i = 0; i < times; ++i)
        all += words;
    return all;
}

std::string strong_words(const RichWords& words) {
    std::string all;
    for (const auto& range : words.strong)
        all += "[" + words.words.substr(range.from, range.to - range.from) + "]";
    return all;
}

} // namespace

TEST_CASE("headings, paragraphs and rules are blocks in their order") {
    const auto blocks =
        parse_markdown("# 漏水\n\n先**保留证据**，\n再找调解员。\n\n---\n\n## 电话\n");
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].kind == MarkdownBlock::Kind::heading);
    CHECK(blocks[0].level == 1);
    CHECK(blocks[0].words.words == "漏水");
    CHECK(blocks[1].kind == MarkdownBlock::Kind::paragraph);
    CHECK(blocks[1].words.words == "先保留证据，再找调解员。");
    CHECK(strong_words(blocks[1].words) == "[保留证据]");
    CHECK(blocks[2].kind == MarkdownBlock::Kind::rule);
    CHECK(blocks[3].level == 2);
}

TEST_CASE("English lines are joined with a space, a hard break stays") {
    const auto blocks = parse_markdown("no fee\nwhatever  \nat all");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].words.words == "no fee whatever\nat all");
}

TEST_CASE("lists have their marks, their numbers and their depth") {
    const auto blocks =
        parse_markdown("- 拍照\n- 找物业\n  1. 看\n  2. 写\n\n3. 起诉\n\n   要趁早\n");
    REQUIRE(blocks.size() == 6);
    CHECK(blocks[0].marker == "•");
    CHECK(blocks[0].depth == 1);
    CHECK(blocks[2].marker == "1.");
    CHECK(blocks[3].marker == "2.");
    CHECK(blocks[3].depth == 2);
    CHECK(blocks[4].marker == "3.");
    CHECK(blocks[5].marker.empty());
    CHECK(blocks[5].depth == 1);
}

TEST_CASE("the paragraphs of a quotation belong together, and the next one is another") {
    const auto blocks = parse_markdown("> 第一款\n>\n> 第二款\n\n之间\n\n> 另一条\n");
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].quote != 0);
    CHECK(blocks[1].quote == blocks[0].quote);
    CHECK(blocks[2].quote == 0);
    CHECK(blocks[3].quote != blocks[0].quote);
}

TEST_CASE("where a quotation is from stays on its own line, a broken sentence is joined") {
    const auto blocks = parse_markdown("> 不收取\n> 任何费用。\n> 《人民调解法》第四条\n");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].words.words == "不收取任何费用。\n《人民调解法》第四条");
}

TEST_CASE("a table has its head first") {
    const auto blocks = parse_markdown("| 找谁 | 电话 |\n|---|---|\n| **热线** | 12348 |\n");
    REQUIRE(blocks.size() == 1);
    REQUIRE(blocks[0].rows.size() == 2);
    CHECK(blocks[0].rows[0][1].words == "电话");
    CHECK(blocks[0].rows[1][0].words == "热线");
    CHECK(strong_words(blocks[0].rows[1][0]) == "[热线]");
}

TEST_CASE("links are their words, images are left out, HTML is words") {
    const auto blocks = parse_markdown(
        "看[民法典](https://example.org)。\n\n![图](a.png)\n\n<b>不</b>收费&amp;&#x4E0D;&bogus;\n");
    REQUIRE(blocks.size() == 2);
    CHECK(blocks[0].words.words == "看民法典。");
    CHECK(blocks[1].words.words == "<b>不</b>收费&不&bogus;");
}

TEST_CASE("strong words beside Chinese punctuation are strong all the same") {
    const auto blocks = parse_markdown("以**“最后的遗嘱”**为准，**公证**不再优先。");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].words.words == "以“最后的遗嘱”为准，公证不再优先。");
    CHECK(strong_words(blocks[0].words) == "[“最后的遗嘱”][公证]");
}

TEST_CASE("left asterisks are paired around what is strong already") {
    RichWords words{"a**b*c**d", {{3, 6}}};
    const auto paired = with_left_marks(words);
    CHECK(paired.words == "ab*cd");
    CHECK(strong_words(paired) == "[b*c]");
    const auto none = with_left_marks({"2**3 与 x", {{8, 9}}});
    CHECK(none.words == "2**3 与 x");
    CHECK(none.strong.size() == 1);
}

TEST_CASE("hostile Markdown is read in moments and breaks nothing") {
    const std::string nul{"a\0b\n", 4};
    const auto started = std::chrono::steady_clock::now();
    for (const auto& hostile :
         {repeated(">", 100'000) + " x", repeated("> ", 50'000) + "x\n" + repeated("> ", 50'000),
          repeated("- ", 20'000) + "x", repeated("[", 50'000), repeated("*a ", 50'000),
          repeated("**", 100'000), repeated("![", 50'000), repeated("`", 100'000) + "x",
          repeated("|a", 20'000) + "\n" + repeated("|---", 20'000) + "\n", repeated("法", 70'000),
          repeated("\xFF\xC0", 50'000), nul, std::string(200'000, '\0'),
          repeated("# \xE6\xB3", 1000), std::string{}}) {
        const auto blocks = parse_markdown(hostile);
        for (const auto& block : blocks)
            for (const auto& range : block.words.strong) {
                CHECK(range.from < range.to);
                CHECK(range.to <= block.words.words.size());
            }
    }
    CHECK(parse_markdown(nul).front().words.words == "a\xEF\xBF\xBD"
                                                     "b");
    CHECK(std::chrono::steady_clock::now() - started < std::chrono::seconds{60});
}
