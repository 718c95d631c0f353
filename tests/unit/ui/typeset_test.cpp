#include "kiosk/ui/typeset.h"

#include <doctest/doctest.h>

#include <string>

using namespace pufa;
using namespace pufa::ui;
using model::Language;

namespace {

float tightened(std::string_view words, Language language) {
    float sum = 0;
    for (const Character& one : typeset(words, language))
        sum += one.tighten;
    return sum;
}
std::u32string drawn(std::string_view words, Language language = Language::zh_hans) {
    std::u32string all;
    for (const Character& one : typeset(words, language))
        if (one.drawn) all += one.drawn;
    return all;
}

} // namespace

TEST_CASE("characters know where they stand in the words, above U+FFFF too") {
    const auto characters = typeset("a𠮷。", Language::zh_hans);
    REQUIRE(characters.size() == 3);
    CHECK(characters[1].code_point == U'𠮷');
    CHECK(characters[1].offset == 1);
    CHECK(characters[2].offset == 5);
}

TEST_CASE("invalid bytes are shown as what they are, one by one") {
    const auto characters = typeset("a\xFF\xE4", Language::zh_hans);
    REQUIRE(characters.size() == 3);
    CHECK(characters[1].drawn == 0xFFFD);
    CHECK(characters[2].drawn == 0xFFFD);
}

TEST_CASE("controls, joiners and selectors are not drawn; a tab is a space") {
    CHECK(drawn("a\x01\xE2\x80\x8B"
                "b\xEF\xB8\x8F\xEF\xBB\xBF\tc") == U"ab c");
}

TEST_CASE("where two blank halves of punctuation meet one is taken off") {
    CHECK(tightened("他说：“你好”，走了。", Language::zh_hans) == doctest::Approx(1));
    CHECK(tightened("《民法典》（节选）", Language::zh_hans) == doctest::Approx(0.5));
    CHECK(tightened("不吗？好！", Language::zh_hans) == 0);
    CHECK(tightened("民法典，第四条", Language::zh_hans) == 0);
}

TEST_CASE("traditional pauses stand in the middle of their em and keep it") {
    CHECK(tightened("他說：「你好」，走了。", Language::zh_hant) == doctest::Approx(0.5));
    CHECK(tightened("見、（一）", Language::zh_hant) == 0);
}

TEST_CASE("English keeps its own spacing") {
    CHECK(tightened("“One,” he said (“two”).", Language::en) == 0);
}

TEST_CASE("an apostrophe or a dot within Latin words is proportional, a Chinese quote is not") {
    CHECK(typeset("people’s", Language::zh_hans)[6].latin);
    CHECK(typeset("12·4", Language::zh_hans)[2].latin);
    CHECK_FALSE(typeset("‘引号’后", Language::zh_hans)[3].latin);
    CHECK_FALSE(typeset("视频·问答", Language::zh_hans)[2].latin);
}

TEST_CASE("a pair of dashes becomes one long stroke in Chinese only") {
    CHECK(drawn("我说——再见") == U"我说──再见");
    CHECK(drawn("1日—7日") == U"1日—7日");
    CHECK(drawn("free——of", Language::en) == U"free——of");
}
