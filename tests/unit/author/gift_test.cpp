#include "content/author/gift.h"

#include "content/author/gift_text.h"
#include "tests/support/author_folder.h"

#include <ctime>

using namespace pufa;
using namespace pufa::author;
using model::QuestionKind;
using support::AuthorFolder;
using support::Lines;

namespace {

struct Read {
    QuestionSheet sheet;
    Lines faults; ///< "NAME file:line subject"
};

Read read(std::string_view text) {
    Findings findings;
    auto sheet = read_gift(text, "t.gift", findings);
    return {std::move(sheet), AuthorFolder::described(findings)};
}

/// The only question of a text, which is sound.
QuestionDraft one(std::string_view text) {
    auto found = read(text);
    CHECK(found.faults == Lines{});
    REQUIRE(found.sheet.questions.size() == 1);
    return found.sheet.questions[0];
}

std::string hans(const Said<model::LocalizedText>& said) {
    return said.value.in(model::Language::zh_hans);
}

/// "+right" and "-wrong", with "#feedback".
Lines options_of(const QuestionDraft& question) {
    Lines lines;
    for (const auto& option : question.options) {
        const auto feedback = hans(option.feedback);
        lines.push_back((option.right ? "+" : "-") + hans(option.text) +
                        (feedback.empty() ? "" : "#" + feedback));
    }
    return lines;
}

} // namespace

TEST_CASE("one right option among wrong ones is a single choice") {
    const auto question = one("遗嘱可以改吗？{=可以 ~不可以 ~要法院同意}");
    CHECK(question.kind.value == QuestionKind::single);
    CHECK(hans(question.stem) == "遗嘱可以改吗？");
    CHECK(options_of(question) == Lines{"+可以", "-不可以", "-要法院同意"});
    CHECK(question.id.value.empty());
}

TEST_CASE("options may stand on lines of their own, with feedback and a general word") {
    const auto question = one("::will-1:: 两份遗嘱，\n以哪份为准？{\n"
                              "  = 最后的 # 对。\n"
                              "  ~ 最先的 # 不是。\n"
                              "  ~ 长的 # 不是。\n"
                              "  #### 以最后的为准。\n  法条：《民法典》第一千一百四十二条\n}\n");
    CHECK(question.title.value == "will-1");
    CHECK(hans(question.stem) == "两份遗嘱，\n以哪份为准？");
    CHECK(options_of(question) == Lines{"+最后的#对。", "-最先的#不是。", "-长的#不是。"});
    CHECK(question.options[1].text.at.line == 4);
    CHECK(hans(question.explanation) == "以最后的为准。");
    CHECK(question.citation.value == "《民法典》第一千一百四十二条");
    CHECK(question.citation.at.line == 6);
}

TEST_CASE("weights above zero are the right ones of a multiple choice") {
    const auto question =
        one("哪两样要带？{~%-100%雨伞 ~%50%身份证#要。 ~%50%申请书 ~%0%零钱 ~%-33,333%相册}");
    CHECK(question.kind.value == QuestionKind::multiple);
    CHECK(options_of(question) == Lines{"-雨伞", "+身份证#要。", "+申请书", "-零钱", "-相册"});
}

TEST_CASE("any = makes a single choice, of two right ones too; partial credit counts as wrong") {
    const auto many = one("题？{=甲 =乙 ~丙}");
    CHECK(many.kind.value == QuestionKind::single);
    CHECK(options_of(many) == Lines{"+甲", "+乙", "-丙"});
    const auto half = read("题？{\n=甲\n~%50%乙\n~丙}");
    CHECK(half.faults == Lines{"GIFT_PARTIAL_CREDIT t.gift:3 乙"});
    CHECK(options_of(half.sheet.questions.at(0)) == Lines{"+甲", "-乙", "-丙"});
    CHECK(half.sheet.questions.at(0).kind.value == QuestionKind::single);
}

TEST_CASE("weights are kept, with as many digits as programs write") {
    const auto question = one("题？{~%33.33333333333333%甲 ~%66.6666666%乙 ~%-12,5%丙 ~丁}");
    CHECK(options_of(question) == Lines{"+甲", "+乙", "-丙", "-丁"});
    CHECK(question.options[0].weight == doctest::Approx(33.3333333));
    CHECK(question.options[2].weight == -12.5);
    CHECK_FALSE(question.options[3].weight);
}

TEST_CASE("some programs write ~= and a percent sign that is no weight is one") {
    CHECK(options_of(one("题？{~=甲 ~乙}")) == Lines{"+甲", "-乙"});
    CHECK(options_of(one("题？{=%涨了% ~100%}")) == Lines{"+%涨了%", "-100%"});
}

TEST_CASE("true and false, the first feedback being that of whoever is wrong") {
    for (const std::string word : {"T", "TRUE", " T "}) {
        CAPTURE(word);
        const auto question = one("人民调解不收费。{" + word + "#条文写的是不收。#对，不收。}");
        CHECK(question.kind.value == QuestionKind::true_false);
        CHECK(options_of(question) == Lines{"+对#对，不收。", "-错#条文写的是不收。"});
    }
    CHECK(options_of(one("要收费。{F}")) == Lines{"-对", "+错"});
    CHECK(options_of(one("要收费。{FALSE#不收。}")) == Lines{"-对#不收。", "+错"});
    CHECK(hans(one("要收费。{F####不收取任何费用。}").explanation) == "不收取任何费用。");
    for (const std::string word : {"t", "true", "True", "f"})
        CHECK(read("要收费。{" + word + "}").faults ==
              Lines{"LEFT_OUT_SHORT_ANSWER t.gift:1 要收费。"});
}

TEST_CASE("what a kiosk cannot ask is named with its line and left out, and the rest is read") {
    const auto found = read("::配::连起来{\n=广东 -> 广州\n=湖南 -> 长沙\n}\n\n"
                            "哪一年？{#2021:1}\n\n"
                            "首都是？{=北京 =Beijing}\n\n"
                            "谈谈看法。{}\n\n"
                            "下面是选择题。\n\n"
                            "题？{=甲 ~乙}");
    CHECK(found.faults ==
          Lines{"LEFT_OUT_MATCHING t.gift:1 配", "LEFT_OUT_NUMERIC t.gift:6 哪一年？",
                "LEFT_OUT_SHORT_ANSWER t.gift:8 首都是？", "LEFT_OUT_ESSAY t.gift:10 谈谈看法。",
                "LEFT_OUT_DESCRIPTION t.gift:12 下面是选择题。"});
    CHECK(found.sheet.left_out == 5);
    CHECK(found.sheet.questions.size() == 1);
}

TEST_CASE("answers in the middle of a sentence leave a blank there") {
    CHECK(hans(one("向 {=法院 ~邻居} 起诉。").stem) == "向 _____ 起诉。");
    CHECK(hans(one("[html]<p>向{=法院 ~邻居}起诉。</p>").stem) == "向_____起诉。");
    CHECK(hans(one("要多久{=一年 ~两年}？").stem) == "要多久_____？");
}

TEST_CASE("escaped marks are words, and other backslashes are themselves") {
    const auto question =
        one("\\::名\\: a\\=b \\{c\\} \\~d \\#e \\\\f \\(g\\) 一\\n二{=\\= ~\\~\\#}");
    CHECK(hans(question.stem) == "::名: a=b {c} ~d #e \\f \\(g\\) 一\n二");
    CHECK(options_of(question) == Lines{"+=", "-~#"});
    CHECK(hans(one("题？{=甲 ~乙\\\\}").options.at(1).text) == "乙\\");
}

TEST_CASE("markers of format are obeyed and HTML becomes words") {
    CHECK(hans(one("[html]<p>甲<b>乙</b>&nbsp;&lt;&#20013;&gt;</p>\n<p>丁</p>{=甲 ~乙}").stem) ==
          "甲乙 <中>\n丁");
    CHECK(hans(one("[markdown]**甲** `乙` ____ {=甲 ~乙}").stem) == "甲 乙 ____");
    CHECK(hans(one("[plain]<b>甲</b> &amp;{=甲 ~乙}").stem) == "<b>甲</b> &amp;");
    CHECK(hans(one("[moodle]3 < 5 且 a<b 吗<br>？{=甲 ~乙}").stem) == "3 < 5 且 a<b 吗\n？");
    CHECK(options_of(one("[html]题{=<i>甲</i> ~[plain]<i>乙</i>}")) == Lines{"+甲", "-<i>乙</i>"});
}

TEST_CASE("scripts, styles and tags of every name are no words, and references are characters") {
    CHECK(hans(one("[html]甲<style>p \\{\\}</STYLE>乙<x-note a\\=\"1>0\">丙</x-note>{=甲 ~乙}")
                   .stem) == "甲乙丙");
    CHECK(hans(one("a<style>b</style>c<input disabled value\\=1>d<x>e{=甲 ~乙}").stem) ==
          "acd<x>e");
    CHECK(hans(one("[html]&eacute;&le;&Omega;&rarr;&#x4E2D;&shy;&nosuch;{=甲 ~乙}").stem) ==
          "é≤Ω→中&nosuch;");
    const auto found = read("[html]甲<SCRIPT>alert(1)</script>乙<script>丙{=甲 ~乙}");
    CHECK(found.faults ==
          Lines{"MEDIA_LEFT_OUT t.gift:1 script", "MEDIA_LEFT_OUT t.gift:1 script"});
    CHECK(hans(found.sheet.questions.at(0).stem) == "甲乙");
}

TEST_CASE("a picture in HTML is named, since words cannot stand for it") {
    const auto found = read("[html]看图<img src\\=\"a.png\">{=甲 ~乙}");
    CHECK(found.faults == Lines{"MEDIA_LEFT_OUT t.gift:1 img"});
    CHECK(hans(found.sheet.questions.at(0).stem) == "看图");
}

TEST_CASE("comments are passed over, but for id and tags; categories are topic and tags") {
    const auto found =
        read("// 第一部分\n\n$CATEGORY: $course$/top/民法/继承\n\n"
             "// [id:will-7] [tag:遗嘱] [tag: 期限 ]\n题一？{=甲\n// 一句话\n~乙}\n\n"
             "$CATEGORY: 反诈/a//b\n题二？{=甲 ~乙}\n$CATEGORY: 劳动\n题三？{=甲 ~乙}\n");
    CHECK(found.faults.empty());
    REQUIRE(found.sheet.questions.size() == 3);
    const auto& first = found.sheet.questions[0];
    CHECK(first.id.value == "will-7");
    CHECK(first.at.line == 6);
    CHECK(first.options[1].text.at.line == 8);
    CHECK(first.topic.value == "继承");
    CHECK(first.tags == Lines{"民法", "遗嘱", "期限"});
    CHECK(found.sheet.questions[1].topic.value == "a/b");
    CHECK(found.sheet.questions[1].tags == Lines{"反诈"});
    CHECK(found.sheet.questions[2].topic.value == "劳动");
}

TEST_CASE("a title is kept; an [id:] that may not be one is said; brackets are escaped in both") {
    CHECK(one("::第一题: 遗嘱::题？{=甲 ~乙}").title.value == "第一题: 遗嘱");
    CHECK(one("// [id:a-1] [id:a-2]\n::a-3::题？{=甲 ~乙}").id.value == "a-1");
    CHECK(one("// [tag:甲\\]乙] [tag:丙]\n题？{=甲 ~乙}").tags == Lines{"甲]乙", "丙"});
    CHECK(read("// [id:i\\]d]\n题？{=甲 ~乙}").faults == Lines{"ID_NOT_USABLE t.gift:2 i]d"});
    const auto found = read("// [id:Q 12]\n题？{=甲 ~乙}");
    CHECK(found.faults == Lines{"ID_NOT_USABLE t.gift:2 Q 12"});
    CHECK(found.sheet.questions.at(0).id.value.empty());
}

TEST_CASE("malformed questions are named, and those beside them are read") {
    const std::string sound = "\n\n好？{=甲 ~乙}\n";
    const auto faults = [&](const std::string& text) {
        const auto found = read(text + sound);
        CHECK(found.sheet.questions.back().at.line > 1);
        CHECK(hans(found.sheet.questions.back().stem) == "好？");
        return found.faults;
    };
    CHECK(faults("题？{=甲 ~乙") == Lines{"GIFT_BRACE_OPEN t.gift:1 题？{=甲 ~乙"});
    CHECK(faults("题？{\n=甲\n\n~乙\n}") == Lines{"GIFT_BRACE_OPEN t.gift:1 题？{ =甲"});
    CHECK(faults("题？{={甲} ~乙}") == Lines{"GIFT_BRACE_EXTRA t.gift:1 题？{={甲} ~乙}"});
    CHECK(faults("}题？{=甲 ~乙}") == Lines{"GIFT_BRACE_EXTRA t.gift:1 }题？{=甲 ~乙}"});
    CHECK(faults("一？{=甲 ~乙}\n二？{=甲 ~乙}").at(0).starts_with("GIFT_BRACE_EXTRA"));
    CHECK(faults("{=甲 ~乙}") == Lines{"NO_STEM t.gift:1 "});
}

TEST_CASE("what Moodle reads although it is odd is read as there, and said") {
    const auto unmarked = read("题？{甲 ~乙 =丙}");
    CHECK(unmarked.faults == Lines{"GIFT_STRAY_TEXT t.gift:1 甲"});
    CHECK(options_of(unmarked.sheet.questions.at(0)) == Lines{"-甲", "-乙", "+丙"});
    const auto endless = read(":: 没有结尾 {=甲 ~乙}");
    CHECK(endless.faults == Lines{"GIFT_TITLE_OPEN t.gift:1 没有结尾 {=甲 ~乙}"});
    CHECK(hans(endless.sheet.questions.at(0).stem) == "没有结尾");
    const auto braces = read("题{=甲 ~乙} 见 {附件}。");
    CHECK(braces.faults == Lines{"GIFT_BRACE_WORDS t.gift:1 题{=甲 ~乙} 见 {附件}。"});
    CHECK(hans(braces.sheet.questions.at(0).stem) == "题_____ 见 {附件}。");
    CHECK(hans(read("题？{=甲 ~乙}}").sheet.questions.at(0).stem) == "题？}");
    for (const auto& found : {unmarked, endless, braces})
        CHECK_FALSE(found.sheet.questions.at(0).faulty);
}

TEST_CASE("a line of the general word that cites no article stays there, and is said") {
    const auto found = read("题？{=甲 ~乙####因为。\nLaw: see ch. 3}");
    CHECK(found.faults == Lines{"CITATION_AS_WORDS t.gift:1 Law: see ch. 3"});
    CHECK(hans(found.sheet.questions.at(0).explanation) == "因为。\nLaw: see ch. 3");
    CHECK(found.sheet.questions.at(0).citation.value.empty());
}

TEST_CASE("any line ends will do, and a lone backslash at the end is one") {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const auto found = read("一？{=甲 ~乙}" + end + end + "二？{=甲 ~乙}" + end);
        CHECK(found.faults.empty());
        REQUIRE(found.sheet.questions.size() == 2);
        CHECK(found.sheet.questions[1].at.line == 3);
    }
    CHECK(read("题？{=甲 ~乙}\\").sheet.questions.size() == 1);
    CHECK(read("题？{=甲 ~乙\\").faults.at(0).starts_with("GIFT_BRACE_OPEN"));
    CHECK(read("\\").faults == Lines{"LEFT_OUT_DESCRIPTION t.gift:1 \\"});
    CHECK(read("").faults.empty());
    CHECK(read("//\n\n$CATEGORY:\n\n::::\n").sheet.questions.empty());
}

TEST_CASE("time is linear, whatever the text") {
    const auto repeated = [](const std::string& part, size_t times) {
        std::string text;
        for (size_t i = 0; i < times; ++i)
            text += part;
        return text;
    };
    // Of this thread's own processor time, so that a busy machine does not count.
    const auto took = [](const std::string& text) {
        const auto now = [] {
            timespec time{};
            ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
            return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
        };
        Findings findings;
        const double start = now();
        const auto sheet = read_gift(text, "t.gift", findings);
        return std::pair{now() - start, sheet.questions.size()};
    };
    CHECK(took(repeated("题？{=甲 ~乙}\n\n", 100'000)).second == 100'000);
    const auto texts = [&](size_t part) {
        return std::vector{repeated("{", (1u << 20) / part),
                           repeated("~=#", (1u << 18) / part),
                           repeated("题{\n\n", 100'000 / part),
                           "q{" + repeated("~a\n", (1u << 18) / part) + "}",
                           "q{=a ~" + repeated("<b &", (1u << 18) / part) + "}",
                           "[markdown]" + repeated("**a", (1u << 18) / part) + "{=a~b}",
                           "q{=" + repeated("\\", (1u << 20) / part),
                           "[html]" + repeated("<!--", (1u << 18) / part) + "{=a~b}",
                           "[html]" + repeated("<a b=\\=\"", (1u << 17) / part) + "{=a~b}",
                           "[html]" + repeated("<script></SCRIPT>", (1u << 16) / part) + "{=a~b}",
                           "::" + repeated(":", (1u << 20) / part)};
    };
    const auto fourths = texts(4);
    const auto wholes = texts(1);
    // Four times the text takes a quadratic reader sixteen times as long.
    for (size_t i = 0; i < wholes.size(); ++i) {
        CAPTURE(i);
        CHECK(took(wholes[i]).first < 8 * took(fourths[i]).first + 0.1);
    }
}
