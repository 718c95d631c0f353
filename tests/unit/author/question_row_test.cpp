#include "tests/support/author_folder.h"

using namespace pufa;
using model::QuestionKind;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

namespace {

/// The first question of a sheet with this one row, which must be sound.
model::Question question_of(std::string_view row) {
    const AuthorFolder bench;
    bench.rows(row);
    CHECK(bench.faults().empty());
    const auto questions = items_of<model::Question>(bench.read().manifest);
    REQUIRE(questions.size() == 1);
    return questions[0];
}

Lines faults_of(std::string_view row) {
    const AuthorFolder bench;
    bench.rows(row);
    return bench.faults();
}

std::string right_letters(const model::Question& question) {
    std::string letters;
    for (size_t i = 0; i < question.options.size(); ++i) {
        if (question.options[i].right) letters += static_cast<char>('A' + i);
    }
    return letters;
}

const std::string k_place = " quizzes/小测.csv:2:";

} // namespace

TEST_CASE("a row becomes a question with the article's own words") {
    const auto question = question_of("wills,单选题,哪份为准？,先立的,最后的,长的,Ｂ,最后的。,"
                                      "不是。,对。,不是。,《民法典》第一千一百四十二条,继承\n");
    CHECK(question.kind == QuestionKind::single);
    CHECK(question.stem == model::in_hans("哪份为准？"));
    CHECK(question.options.size() == 3);
    CHECK(question.options[1].feedback == model::in_hans("对。"));
    CHECK(right_letters(question) == "B");
    CHECK(question.explanation == model::in_hans("最后的。"));
    CHECK(question.topic == "继承");
    CHECK(question.agency == "测试司法局");
    CHECK(question.citation->law == "中华人民共和国民法典");
    CHECK(question.citation->words ==
          "遗嘱人可以撤回、变更自己所立的遗嘱。\n立有数份遗嘱，内容相抵触的，以最后的遗嘱为准。");
    CHECK(question.citation->checked == base::Date{2026, 11, 1});
}

TEST_CASE("answers of several letters may be parted as people part them") {
    for (const std::string answer : {"AC", "\"a, c\"", "A、C", "Ａ／Ｃ", "CA", "A;C"}) {
        CAPTURE(answer);
        const auto question =
            question_of("q,多选,题？,甲,乙,丙," + answer + ",解。,,,,民法典 1142,\n");
        CHECK(question.kind == QuestionKind::multiple);
        CHECK(right_letters(question) == "AC");
    }
}

TEST_CASE("true-false questions have their own two options, or 对 and 错") {
    struct Case {
        std::string answer;
        std::string right;
    };
    for (const auto& tried :
         {Case{"对", "A"}, Case{"错误", "B"}, Case{"√", "A"}, Case{"×", "B"}, Case{"B", "B"}}) {
        CAPTURE(tried.answer);
        const auto question =
            question_of("q,判断,题。,,,," + tried.answer + ",解。,,,,民法典 1142,\n");
        CHECK(question.options.size() == 2);
        CHECK(question.options[0].text.in(model::Language::en) == "True");
        CHECK(right_letters(question) == tried.right);
    }
    const auto own = question_of("q,判断,收费吗？,收费,不收费,,B,解。,,,,民法典 1142,\n");
    CHECK(own.options[1].text == model::in_hans("不收费"));
    CHECK(right_letters(own) == "B");
}

TEST_CASE("an option about those above is kept last") {
    const auto question = question_of("q,单选,题？,甲,乙,以上都对,C,解。,,,,民法典 1142,\n");
    CHECK(question.options[2].keep_last);
    CHECK_FALSE(question.options[0].keep_last);
}

TEST_CASE("wrong answers of every kind are named in their cell") {
    const auto faults = [](const std::string& kind, const std::string& answer) {
        return faults_of("q," + kind + ",题？,甲,乙,," + answer + ",解。,,,,民法典 1142,\n");
    };
    CHECK(faults("单选", "") == Lines{"NO_RIGHT_ANSWER" + k_place + "7 "});
    CHECK(faults("单选", "AB") == Lines{"TOO_MANY_RIGHT" + k_place + "7 AB"});
    CHECK(faults("判断", "AB") == Lines{"TOO_MANY_RIGHT" + k_place + "7 AB"});
    CHECK(faults("单选", "C") == Lines{"BAD_ANSWER" + k_place + "7 C"});
    CHECK(faults("单选", "AA") == Lines{"BAD_ANSWER" + k_place + "7 AA"});
    CHECK(faults("单选", "对") == Lines{"BAD_ANSWER" + k_place + "7 对"});
    CHECK(faults("单选", "、") == Lines{"BAD_ANSWER" + k_place + "7 、"});
    CHECK(faults("多选", "A") == Lines{"ONE_RIGHT_IN_MULTIPLE" + k_place + "7 A"});
}

TEST_CASE("options that are missing, doubled or leave a gap are named") {
    CHECK(faults_of("q,单选,题？,甲,,,A,解。,,,,民法典 1142,\n") ==
          Lines{"TOO_FEW_OPTIONS" + k_place + "4 1"});
    CHECK(faults_of("q,判断,题？,甲,乙,丙,A,解。,,,,民法典 1142,\n") ==
          Lines{"TRUE_FALSE_OPTIONS" + k_place + "2 3"});
    CHECK(faults_of("q,单选,题？,甲,甲,丙,A,解。,,,,民法典 1142,\n") ==
          Lines{"OPTION_TWICE" + k_place + "5 甲"});
    CHECK(faults_of("q,单选,题？,A B,ab,丙,A,解。,,,,民法典 1142,\n") ==
          Lines{"OPTION_ALIKE" + k_place + "5 ab"});
    CHECK(faults_of("q,单选,题？,甲,,丙,A,解。,,,,民法典 1142,\n") ==
          Lines{"OPTION_GAP" + k_place + "6 C"});
    CHECK(faults_of("q,单选,题？,甲,乙,,A,解。,对。,,,民法典 1142,\n") ==
          Lines{"FEEDBACK_PARTIAL" + k_place + "10 B"});
}

TEST_CASE("the letter of an option after a gap still means that option") {
    const AuthorFolder bench;
    bench.rows("q,单选,题？,甲,,丙,C,解。,,,,民法典 1142,\n");
    const auto questions = items_of<model::Question>(bench.read().manifest);
    CHECK(right_letters(questions.at(0)) == "B"); // the second of two
}

TEST_CASE("citations that cannot be read or resolved are named") {
    CHECK(faults_of("q,单选,题？,甲,乙,,A,解。,,,,民法典,\n") ==
          Lines{"BAD_CITATION" + k_place + "12 民法典"});
    CHECK(faults_of("q,单选,题？,甲,乙,,A,解。,,,,民法典 1143,\n") ==
          Lines{"UNKNOWN_CITATION" + k_place + "12 民法典 1143"});
}

TEST_CASE("empty cells and an unknown kind are all named in one round") {
    CHECK(faults_of(",选择,,甲,乙,,A,,,,,,\n") ==
          Lines{"BAD_KIND" + k_place + "2 选择", "CELL_EMPTY" + k_place + "3 题目",
                "NO_EXPLANATION" + k_place + "8 ", "NO_CITATION" + k_place + "12 "});
}

TEST_CASE("an id that stands twice points at its first place") {
    const AuthorFolder bench;
    bench.change("quizzes/小测.csv", "\nchange,", "\nwills,");
    const auto findings = bench.read().findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].fault == author::Fault::DUPLICATE_ID);
    CHECK(findings[0].detail == "quizzes/小测.csv:2:1");
}
