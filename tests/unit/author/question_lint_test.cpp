#include "content/author/question_lint.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using namespace pufa::author;
using support::AuthorFolder;
using support::Lines;

namespace {

/// A sound single-choice question; `right` is the index of its right option.
QuestionDraft asked(const std::string& stem, const std::vector<std::string>& options,
                    size_t right = 0) {
    static int line = 1;
    QuestionDraft question;
    question.at = question.stem.at = {++line, 0};
    question.id.value = "q" + std::to_string(line);
    question.stem.value = model::in_hans(stem);
    for (const auto& words : options) {
        const auto index = question.options.size();
        question.options.push_back(
            {option_letter(index), {model::in_hans(words), question.at}, {}, index == right});
    }
    question.explanation.value = model::in_hans("因为这样。");
    question.citation.value = "民法典 1142";
    return question;
}

/// "NAME subject", of one sheet.
Lines said_of(const std::vector<QuestionDraft>& questions) {
    Findings findings;
    lint_questions({{"一.csv", questions, 0}}, findings);
    Lines lines;
    for (const auto& finding : findings) {
        CHECK(severity(finding.fault) == Severity::warning);
        lines.push_back(std::string{name(finding.fault)} + " " + finding.subject);
    }
    return lines;
}

Lines said_of(const QuestionDraft& question) {
    return said_of(std::vector{question});
}

} // namespace

TEST_CASE("a sound question is not spoken of") {
    CHECK(said_of(asked("收费吗？", {"收费", "不收"})).empty());
}

TEST_CASE("questions that teach nothing are named") {
    auto bare = asked("收费吗？", {"收费", "不收"});
    bare.explanation.value = {};
    bare.citation.value.clear();
    CHECK(said_of(bare) == Lines{"NO_EXPLANATION ", "NO_CITATION "});
}

TEST_CASE("a stem is too long from the 161st character on") {
    std::string stem;
    for (size_t i = 0; i < k_long_stem; ++i)
        stem += "字";
    CHECK(said_of(asked(stem, {"甲", "乙"})).empty());
    CHECK(said_of(asked(stem + "字", {"甲", "乙"})) == Lines{"LONG_STEM 161"});
}

TEST_CASE("what is said of all options belongs at the end") {
    CHECK(said_of(asked("题？", {"甲", "以上都对", "乙"})) == Lines{"ALL_ABOVE_NOT_LAST 以上都对"});
    CHECK(said_of(asked("题？", {"甲", "None of the above.", "乙"})) ==
          Lines{"ALL_ABOVE_NOT_LAST None of the above."});
    CHECK(said_of(asked("题？", {"甲", "乙", "以上都不对"})).empty());
    // Two of them may stand at the end, and 以上 may mean something else.
    CHECK(said_of(asked("题？", {"甲", "以上都对", "以上都不对"})).empty());
    CHECK(said_of(asked("题？", {"以上海为例", "乙"})).empty());
}

TEST_CASE("letters that name options mean nothing once options are shuffled") {
    for (const std::string words : {"A和B", "Ａ、Ｂ", "AB都对", "A,C 均正确", "B或C"}) {
        CAPTURE(words);
        CHECK(said_of(asked("题？", {"甲", "乙", words})) == Lines{"LETTER_REFERENCE " + words});
    }
    for (const std::string words : {"AB型", "A4 纸", "BAD", "甲和乙", "CD", "A、B、C 三类地区"}) {
        CAPTURE(words);
        CHECK(said_of(asked("题？", {"甲", words})).empty());
    }
    auto explained = asked("题？", {"甲", "乙"});
    explained.explanation.value = model::in_hans("所以故选 B。");
    CHECK(said_of(explained) == Lines{"LETTER_REFERENCE 所以故选 B。"});
}

TEST_CASE("a picture that is spoken of must be there") {
    auto question = asked("如图，谁先走？", {"甲", "乙"});
    CHECK(said_of(question) == Lines{"PICTURE_REFERENCE 如图，谁先走？"});
    question.picture.value = "路口.png";
    CHECK(said_of(question).empty());
    CHECK(said_of(asked("公共场所，例如图书馆，可以吸烟吗？", {"可以", "不行"})).empty());
}

TEST_CASE(
    "stems that differ in punctuation, blanks and width only are named, in other sheets too") {
    Findings findings;
    lint_questions({{"一.csv", {asked("遗嘱，可以改吗？", {"可以", "不行"})}, 0},
                    {"二.csv", {asked("遗嘱可以 改吗?", {"可以", "不行"})}, 0}},
                   findings);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fault == Fault::SIMILAR_STEM);
    CHECK(findings[0].place.file == "二.csv");
    CHECK(findings[0].detail.starts_with("一.csv:"));
}

TEST_CASE("words of other scripts do not run together when stems are compared") {
    CHECK(said_of({asked("甲？", {"可以", "不行"}), asked("乙？", {"可以", "不行"}),
                   asked("？", {"可以", "不行"}), asked("！", {"可以", "不行"})})
              .empty());
}

TEST_CASE("the longest option may not always be the right one") {
    std::vector<QuestionDraft> quiz;
    for (size_t i = 0; i < 4; ++i)
        quiz.push_back(asked("题" + std::to_string(i), {"短", "长得多的选项"}, 1));
    CHECK(said_of(quiz).empty());
    quiz.push_back(asked("题4", {"短", "长得多的选项"}, 0));
    CHECK(said_of(quiz) == Lines{"LONGEST_IS_RIGHT 4"});
    quiz.push_back(asked("题5", {"一样", "不同"}, 1)); // 4 of 6
    CHECK(said_of(quiz).empty());
}

TEST_CASE("eight questions with the same letter as their answer are named") {
    std::vector<QuestionDraft> quiz;
    for (size_t i = 0; i < 7; ++i)
        quiz.push_back(asked("题" + std::to_string(i), {"甲一", "乙二", "丙三"}, 1));
    CHECK(said_of(quiz).empty());
    quiz.push_back(asked("题7", {"甲一", "乙二", "丙三"}, 1));
    CHECK(said_of(quiz) == Lines{"SAME_LETTER_RIGHT B"});
    quiz.push_back(asked("题8", {"甲一", "乙二", "丙三"}, 2));
    CHECK(said_of(quiz).empty());
}
