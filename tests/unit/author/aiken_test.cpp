#include "content/author/aiken.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;
using support::AuthorFolder;
using support::Lines;

namespace {

struct Read {
    QuestionSheet sheet;
    Lines faults; ///< "NAME file:line subject"
};

Read read(std::string_view text) {
    Findings findings;
    auto sheet = read_aiken(text, "t.txt", findings);
    return {std::move(sheet), AuthorFolder::described(findings)};
}

std::string hans(const Said<model::LocalizedText>& said) {
    return said.value.in(model::Language::zh_hans);
}

Lines options_of(const QuestionDraft& question) {
    Lines lines;
    for (const auto& option : question.options)
        lines.push_back((option.right ? "+" : "-") + hans(option.text));
    return lines;
}

} // namespace

TEST_CASE("questions, options and answers are read line by line") {
    const auto found = read("Where does one apply?\nA. At the court\nB. At home\nANSWER: A\n\n"
                            "收费吗？\r\nA) 收费\r\nB) 不收\r\nC) 看情况\r\nANSWER: B\r\n");
    CHECK(found.faults.empty());
    REQUIRE(found.sheet.questions.size() == 2);
    CHECK(hans(found.sheet.questions[0].stem) == "Where does one apply?");
    CHECK(options_of(found.sheet.questions[0]) == Lines{"+At the court", "-At home"});
    CHECK(found.sheet.questions[1].at.line == 6);
    CHECK(found.sheet.questions[1].answer_at.line == 10);
    CHECK(options_of(found.sheet.questions[1]) == Lines{"-收费", "+不收", "-看情况"});
    CHECK(found.sheet.questions[1].kind.value == model::QuestionKind::single);
}

TEST_CASE("wrapped lines, empty lines and what people write in Chinese are understood") {
    const auto found =
        read("Two lines\nof a stem\n\nA. first\nwrapped\n\nB. second\nanswer: b\n"
             "收费\n吗？\nＡ、收费\nB．不收\n答案：Ｂ\n解析：不收取任何费用。\n法条："
             "《人民调解法》第四条\n");
    CHECK(found.faults.empty());
    REQUIRE(found.sheet.questions.size() == 2);
    CHECK(hans(found.sheet.questions[0].stem) == "Two lines of a stem");
    CHECK(options_of(found.sheet.questions[0]) == Lines{"-first wrapped", "+second"});
    CHECK(hans(found.sheet.questions[1].stem) == "收费吗？");
    CHECK(options_of(found.sheet.questions[1]) == Lines{"-收费", "+不收"});
    CHECK(hans(found.sheet.questions[1].explanation) == "不收取任何费用。");
    CHECK(found.sheet.questions[1].citation.value == "《人民调解法》第四条");
}

TEST_CASE("what belongs to no question is named with its line") {
    CHECK(read("第一章\n\n题？\nA. 甲\nB. 乙\nANSWER: A\n").faults ==
          Lines{"AIKEN_STRAY_TEXT t.txt:1 第一章"});
    CHECK(read("ANSWER: A\n").faults == Lines{"AIKEN_STRAY_TEXT t.txt:1 ANSWER: A"});
    CHECK(read("题？\nA. 甲\nB. 乙\nANSWER: A\nANSWER: B\n").faults ==
          Lines{"AIKEN_STRAY_TEXT t.txt:5 ANSWER: B"});
    CHECK(read("只有题目\n").faults == Lines{"AIKEN_STRAY_TEXT t.txt:1 只有题目"});
    CHECK(read("A. 甲\nB. 乙\nANSWER: A\n").faults == Lines{"NO_STEM t.txt:1 "});
}

TEST_CASE("letters out of order are read, the answer being the one that has its letter") {
    const auto found = read("一？\nB. 甲\nA. 乙\nANSWER: A\n");
    CHECK(found.faults == Lines{"AIKEN_LETTERS t.txt:2 B", "AIKEN_LETTERS t.txt:3 A"});
    CHECK(options_of(found.sheet.questions.at(0)) == Lines{"-甲", "+乙"});
    CHECK_FALSE(found.sheet.questions.at(0).faulty);
}

TEST_CASE("answers without option, or with two, are named, and the next one is read") {
    const auto found = read("一？\nA. 甲\nC. 丙\nANSWER: B\n\n二？\nA. 甲\nB. 乙\nANSWER: A\n\n"
                            "三？\nA. 甲\nA. 乙\nANSWER: A\n");
    CHECK(found.faults == Lines{"AIKEN_LETTERS t.txt:3 C", "BAD_ANSWER t.txt:4 B",
                                "AIKEN_LETTERS t.txt:13 A", "BAD_ANSWER t.txt:14 A"});
    REQUIRE(found.sheet.questions.size() == 3);
    CHECK(found.sheet.questions[0].faulty);
    CHECK_FALSE(found.sheet.questions[1].faulty);
    CHECK(found.sheet.questions[2].faulty);
}

TEST_CASE(
    "a letter with a full stop is no option before the options, nor are initials among them") {
    const auto found = read("U.S. law allows this?\nA. By the U.S.\nU.S. courts\nB.No\nC)never\n"
                            "ANSWER: B\n\nLaw: what is it?\nA) this\nB) that\nANSWER: A\n");
    CHECK(found.faults.empty());
    REQUIRE(found.sheet.questions.size() == 2);
    CHECK(hans(found.sheet.questions[0].stem) == "U.S. law allows this?");
    CHECK(options_of(found.sheet.questions[0]) ==
          Lines{"-By the U.S. U.S. courts", "+No", "-never"});
    CHECK(hans(found.sheet.questions[1].stem) == "Law: what is it?");
    const auto first = read("Feedback: is it useful?\nA. yes\nB. no\nANSWER: A\n");
    CHECK(hans(first.sheet.questions.at(0).stem) == "Feedback: is it useful?");
}

TEST_CASE("a question without answer is kept, to be named by the rules of all questions") {
    const auto found = read("一？\nA. 甲\nB. 乙\n\n二？\nA. 甲\nB. 乙\nANSWER: AB\n");
    CHECK(found.faults.empty());
    REQUIRE(found.sheet.questions.size() == 2);
    CHECK(options_of(found.sheet.questions[0]) == Lines{"-甲", "-乙"});
    CHECK(options_of(found.sheet.questions[1]) == Lines{"+甲", "+乙"});
}

TEST_CASE("a text is told to be Aiken by its options and answers") {
    CHECK(looks_like_aiken("题？\nA. 甲\nB. 乙\nANSWER: A\n"));
    CHECK(looks_like_aiken("题 {x}？\nA. 甲\nB. 乙\nANSWER: A\n"));
    CHECK(looks_like_aiken("题？\nA. 甲\nB. 乙\n"));
    CHECK_FALSE(looks_like_aiken("题？{\nA. 甲\n=乙}\n"));
    CHECK_FALSE(looks_like_aiken("笔记\n"));
    CHECK_FALSE(looks_like_aiken(""));
}
