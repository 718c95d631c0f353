#include "content/captions/cue_text.h"

#include <doctest/doctest.h>

using namespace pufa::captions;

namespace {

std::string plain_line(std::string_view line) {
    return plain_text(line, Format::subrip).words;
}

std::string plain_lines(std::string_view lines) {
    return plain_text(lines, Format::subrip).words;
}

} // namespace

TEST_CASE("tags go, their words stay") {
    CHECK(plain_line("<b>重要</b>") == "重要");
    CHECK(plain_line("<v 阿姨>你好<00:01.000>呀") == "你好呀");
    CHECK(plain_line("<c.yellow.bg_blue>黄</c>") == "黄");
    CHECK(plain_line("<font color=\"#fff\">白</font>") == "白");
    CHECK(plain_line("{\\an8}上面") == "上面");
    CHECK(plain_line("<ruby>漢<rt>kan</rt></ruby><><lang zh>字</lang>") == "漢kan字");
}

TEST_CASE("what only looks like a tag stays") {
    CHECK(plain_line("5 < 7") == "5 < 7");
    CHECK(plain_line("<没有这种标签>") == "<没有这种标签>");
    CHECK(plain_line("a <b") == "a <b");
    CHECK(plain_line("我 <3 你 -> 他") == "我 <3 你 -> 他");
    CHECK(plain_line("{笑}") == "{笑}");
    CHECK(plain_line("{\\an8") == "{\\an8");
}

TEST_CASE("entities are read once, white space at the ends goes") {
    CHECK(plain_line("&lt;b&gt; &amp;amp; &copy; &nosuch;") == "<b> &amp; © &nosuch;");
    CHECK(plain_line("&#8230;&#x4E2d;&#60;b&#62;&#9;x") == "…中<b> x");
    for (const auto* none : {"&", "&&", "&;", "&1;", "&amp", "&#;", "&#x;", "&#0;", "&#xD800;",
                             "&#1114112;", "&#99999999999;", "&#-5;", "&#3 2;"})
        CHECK(plain_line(none) == none);
    CHECK(plain_line("\t&nbsp;甲\t乙&lrm; \r") == "甲 乙");
    CHECK(plain_line(" <i> </i>").empty());
}

TEST_CASE("escaped words are read as they were") {
    CHECK(escaped("a & <b> -->") == "a &amp; &lt;b&gt; --&gt;");
    CHECK(plain_line(escaped("<i>&lt;</i>")) == "<i>&lt;</i>");
    CHECK(plain_line("{<b>\\an8}") == "{\\an8}");
    CHECK(plain_line(escaped("{\\an8}")) == "{\\an8}");
}

TEST_CASE("a tag may run over lines, and lines without words go") {
    CHECK(plain_lines("<v\nRoger Bingham>你好\n \n<b>\n再见") == "你好\n再见");
    CHECK(plain_lines("").empty());
    CHECK(plain_lines("\n\n").empty());
}

TEST_CASE("what could begin tags a million times is read in one pass") {
    std::string text;
    for (int i = 0; i < 1'000'000; ++i)
        text += "<a{\\<1&#";
    CHECK(plain_lines(text) == text); // would not end if each looked for its end anew
}

TEST_CASE(
    "in WebVTT an open tag takes the rest along, which is said, and &amp needs no semicolon") {
    for (const auto* open : {"a <b", "a </", "a <v 阿姨 说", "a <c.x\ny"}) {
        const auto read = plain_text(open, Format::webvtt);
        CHECK_MESSAGE(read.words == "a", open);
        CHECK(read.cut);
    }
    for (const auto* kept : {"5 < 7", "我 <3 你", "a <"}) {
        const auto read = plain_text(kept, Format::webvtt);
        CHECK_MESSAGE(read.words == kept, kept);
        CHECK_FALSE(read.cut);
    }
    CHECK(plain_text("<b>a</b> &amp b&lt", Format::webvtt).words == "a & b<");
    CHECK(plain_text("a &amp b", Format::subrip).words == "a &amp b");
}
