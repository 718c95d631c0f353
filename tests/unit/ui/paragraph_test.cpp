#include "kiosk/ui/paragraph.h"

#include "content/base/utf8.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using namespace pufa::ui;
using model::Language;

namespace {

/// Ideographs are 10 wide, all else 5; so is the ellipsis 10.
Paragraph fill(std::string_view words, float max_width, int max_lines = 0,
               bool more_follows = false) {
    LineBreaker breaker;
    auto characters = typeset(words, Language::zh_hans);
    for (Character& one : characters)
        one.advance = one.code_point < 0x2000 ? 5 : 10;
    breaker.mark(words, Language::zh_hans, characters);
    Paragraph out;
    fill_lines(words, characters, max_width, max_lines, {"…", 10}, more_follows, out);
    return out;
}
std::string lines(const Paragraph& paragraph) {
    std::string all;
    for (const LineOfText& line : paragraph.lines)
        all += (all.empty() ? "" : "|") + line.text;
    return all;
}

} // namespace

TEST_CASE("kinsoku holds at the edge of a line") {
    struct Case {
        std::string_view words;
        float width;
        std::string_view expected;
    };
    const Case cases[]{
        {"一二三四五六", 30, "一二三|四五六"},      {"一二三。四五", 30, "一二|三。四|五"},
        {"一二三，四五", 30, "一二|三，四|五"},     {"一二三、四五", 30, "一二|三、四|五"},
        {"一二三）四五", 30, "一二|三）四|五"},     {"一二三》四五", 30, "一二|三》四|五"},
        {"一二三！四五", 30, "一二|三！四|五"},     {"一二三？四五", 30, "一二|三？四|五"},
        {"一二三：四五", 30, "一二|三：四|五"},     {"一二三；四五", 30, "一二|三；四|五"},
        {"一二三”四五", 30, "一二|三”四|五"},       {"一二三。”四", 30, "一二|三。”|四"},
        {"一二（三四）", 30, "一二|（三|四）"},     {"一二《三四》", 30, "一二|《三|四》"},
        {"一二“三四”", 30, "一二|“三|四”"},         {"一二三……四", 30, "一二|三……|四"},
        {"一二。。。。三", 30, "一|二。。|。。三"},
    };
    for (const Case& one : cases) {
        CAPTURE(std::string{one.words});
        CHECK(lines(fill(one.words, one.width)) == one.expected);
    }
}

TEST_CASE("no character stands alone on the last line if the line before can spare one") {
    CHECK(lines(fill("一二三四五六七八九", 80)) == "一二三四五六七|八九");
    CHECK(lines(fill("一二三四五六七八益。", 80)) == "一二三四五六七|八益。");
    CHECK(lines(fill("一二三四五六七八九十", 80)) == "一二三四五六七八|九十");
    CHECK(lines(fill("一二三四五六七八 4", 85)) == "一二三四五六七八|4");
    CHECK(lines(fill("一二三四五六七《八》益", 90)) == "一二三四五六七|《八》益");
    CHECK(lines(fill("一二三四五六七八九", 80, 2, true)) == "一二三四五六七八|九…");
    CHECK(lines(fill("一二三四", 30)) == "一二三|四");
}

TEST_CASE("a Latin word goes to the next line whole, and is split only if no line holds it") {
    CHECK(lines(fill("一二 legal aid", 40)) == "一二|legal|aid");
    CHECK(lines(fill("aid mediation", 25)) == "aid|media|tion");
}

TEST_CASE("spaces at a line's end are neither drawn nor counted") {
    const auto paragraph = fill("aid   legal", 26);
    CHECK(lines(paragraph) == "aid|legal");
    CHECK(paragraph.lines[0].width == 15);
    CHECK(lines(fill("一二三　四", 30)) == "一二三|四");
}

TEST_CASE("a clamp ends in an ellipsis that fits") {
    const auto paragraph = fill("一二三四五六七八九", 40, 2);
    CHECK(lines(paragraph) == "一二三四|五六七…");
    CHECK(paragraph.clamped);
    CHECK(paragraph.lines[1].width == 40);
}

TEST_CASE("nothing dangles before the ellipsis") {
    CHECK(lines(fill("一二，三四五六", 40, 1)) == "一二…");
    CHECK(lines(fill("一二（三四五六", 40, 1)) == "一二…");
    CHECK(lines(fill("一 aid legal", 40, 1)) == "一 aid…");
    CHECK(lines(fill("一 aid legal", 45, 1)) == "一 aid…");
}

TEST_CASE("what fits is not clamped, what follows in another paragraph is missed") {
    CHECK_FALSE(fill("一二三四", 40, 1).clamped);
    CHECK(lines(fill("一二三四", 40, 1)) == "一二三四");
    CHECK(lines(fill("一二三四", 40, 1, true)) == "一二三…");
    CHECK(lines(fill("一二", 40, 1, true)) == "一二…");
}

TEST_CASE("a width that holds no character still holds one a line") {
    CHECK(lines(fill("一二三", 4)) == "一|二|三");
    CHECK(lines(fill("一二三", 4, 2)) == "一|…");
}

TEST_CASE("every line but a forced one fits, at every width") {
    const std::string words = "根据《中华人民共和国民法典》第一千一百四十二条，“遗嘱人”可以撤回、变"
                              "更自己所立的遗嘱（含公证"
                              "遗嘱）。mediation is free，拨打12348！";
    for (float width = 60; width < 700; width += 7) {
        CAPTURE(width);
        std::string joined;
        for (const LineOfText& line : fill(words, width).lines) {
            CHECK(line.width <= width + 0.01f);
            std::string_view rest = line.text;
            CHECK(may_begin_line(base::take_code_point(rest).value_or(0)));
            CHECK(may_end_line(typeset(line.text, Language::zh_hans).back().code_point));
            joined += line.text;
        }
        std::string solid = words;
        std::erase(solid, ' ');
        std::erase(joined, ' ');
        CHECK(joined == solid);
    }
}
