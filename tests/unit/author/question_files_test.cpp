// Files of questions of every kind in one folder.
#include "content/author/question_files.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using namespace std::literals;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

namespace {

constexpr std::string_view k_gift =
    "::late::两份遗嘱以哪份为准？{=最后的 ~最先的 ####最后的。\n法条：民法典 1142}\n";
constexpr std::string_view k_aiken = "遗嘱可以变更吗？\nA. 可以\nB. 不可以\nANSWER: A\n"
                                     "解析：可以撤回、变更。\n法条：民法典 1142\n";

} // namespace

TEST_CASE("GIFT and Aiken become questions as rows do, with their article") {
    const AuthorFolder bench;
    bench.remove("quizzes/小测.csv");
    bench.write("quizzes/小测.gift", k_gift);
    bench.write("quizzes/more.txt", k_aiken);
    CHECK(bench.faults() == Lines{"QUIZ_NOT_DESCRIBED quizzes/more.txt more"});
    const auto reading = bench.read();
    const auto questions = items_of<model::Question>(reading.manifest);
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].id.value == "test-press/small/late");
    CHECK(questions[0].citation->article == "第一千一百四十二条");
    CHECK(questions[1].explanation == model::in_hans("可以撤回、变更。"));
    const auto quizzes = items_of<model::Quiz>(reading.manifest);
    REQUIRE(quizzes.size() == 2);
    CHECK(quizzes[0].id.value == "test-press/small/quiz");
    CHECK(quizzes[1].id.value == "test-press/small/more");
}

TEST_CASE("a .txt is told by its words, and one that is neither is named") {
    const AuthorFolder bench;
    bench.write("quizzes/a.txt", k_gift);
    bench.write("quizzes/b.txt", "记得周五前交。\n");
    bench.write("quizzes/README.txt", "A. 这不是题\nANSWER: A\n");
    CHECK(bench.faults() == Lines{"QUIZ_NOT_DESCRIBED quizzes/a.txt a",
                                  "SIMILAR_STEM quizzes/a.txt:1 两份遗嘱以哪份为准？",
                                  "QUIZ_NOT_DESCRIBED quizzes/b.txt b",
                                  "NOT_QUESTIONS quizzes/b.txt quizzes/b.txt"});
}

TEST_CASE("a NUL is no text, and a file of which all is left out is no quiz") {
    const AuthorFolder bench;
    bench.write("quizzes/a.gift", "\0题？{=甲 ~乙}"sv);
    bench.write("quizzes/b.gift", "谈谈看法。{}\n");
    const auto faults = bench.faults();
    CHECK(std::count(faults.begin(), faults.end(), "NOT_TEXT quizzes/a.gift quizzes/a.gift") == 1);
    CHECK(std::count(faults.begin(), faults.end(), "NO_QUESTIONS quizzes/b.gift quizzes/b.gift") ==
          1);
    CHECK(std::count(faults.begin(), faults.end(), "LEFT_OUT_ESSAY quizzes/b.gift:1 谈谈看法。") ==
          1);
}
