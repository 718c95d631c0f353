#include "kiosk/ui/line_break.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using namespace pufa::ui;
using model::Language;

namespace {

/// The words with a | wherever a line may end.
std::string marked(std::string_view words, Language language = Language::zh_hans) {
    LineBreaker breaker;
    auto characters = typeset(words, language);
    breaker.mark(words, language, characters);
    std::string out;
    for (size_t i = 0; i < characters.size(); ++i) {
        const size_t end = i + 1 < characters.size() ? characters[i + 1].offset : words.size();
        if (characters[i].may_break_before) out += '|';
        out += words.substr(characters[i].offset, end - characters[i].offset);
    }
    return out;
}

} // namespace

TEST_CASE("a line may end after every ideograph but not before its punctuation") {
    CHECK(marked("遗嘱，有效。") == "遗|嘱，|有|效。");
    CHECK(marked("收费吗？不！") == "收|费|吗？|不！");
}

TEST_CASE("no line begins with what closes or pauses") {
    for (const char32_t c : U"。，、；：？！）》〉」』】〕”’…·％")
        if (c) CHECK_FALSE(may_begin_line(c));
    for (const char32_t c : U"一A1（《“")
        if (c) CHECK(may_begin_line(c));
}

TEST_CASE("no line ends with what opens") {
    for (const char32_t c : U"（《〈「『【〔“‘￥")
        if (c) CHECK_FALSE(may_end_line(c));
    for (const char32_t c : U"一。）》”")
        if (c) CHECK(may_end_line(c));
}

TEST_CASE("titles and brackets hold to their words") {
    CHECK(marked("见《民法典》（节选）") == "见|《民|法|典》|（节|选）");
    CHECK(marked("見「民法」、『法典』") == "見|「民|法」、|『法|典』");
}

TEST_CASE("a Chinese line may end before an opening quote and after a closing one") {
    CHECK(marked("他说“你好”然后走") == "他|说|“你|好”|然|后|走");
    CHECK(marked("他说：“你好。”") == "他|说：|“你|好。”");
}

TEST_CASE("Latin words and numbers are held together") {
    CHECK(marked("mediation is free", Language::en) == "mediation |is |free");
    CHECK(marked("the people’s “free” aid", Language::en) == "the |people’s |“free” |aid");
    CHECK(marked("拨打12348热线") == "拨|打|12348|热|线");
    CHECK(marked("满18周岁，20.5%起") == "满|18|周|岁，|20.5%|起");
}

TEST_CASE("dashes and dots of two em stay whole") {
    CHECK(marked("说——再……了") == "说|——|再……|了");
}

TEST_CASE("characters above U+FFFF and invalid bytes break like others") {
    CHECK(marked("吉𠮷。") == "吉|𠮷。");
    CHECK(marked("吉\xFF吉").find("吉") == 0);
}
