#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using tally::Counter;
using test::item;
using test::Visitor;

namespace {

/// Index on screen of the option that reads `words`.
int shown(const Visitor& visitor, const std::string& words) {
    const auto& options = visitor.page<QuizModel>().options;
    for (size_t i = 0; i < options.size(); ++i) {
        if (options[i].text == words) return static_cast<int>(i);
    }
    return -1;
}

} // namespace

TEST_CASE("what a question is about is said in the visitor's language or not at all") {
    auto snapshot = test::sample_snapshot();
    snapshot->quizzes[0].title[model::Language::en] = "A small quiz";
    Visitor visitor{snapshot};
    visitor.touch(OpenQuiz{item("quiz")});
    const auto says = [&](const std::string& words) {
        return visitor.page<QuizModel>().kicker.find(words) != std::string::npos;
    };
    CHECK(says("人民调解"));
    visitor.touch(ChooseLanguage{model::Language::en});
    CHECK(says("A small quiz"));
    CHECK_FALSE(says("人民调解"));
    visitor.touch(ChooseLanguage{model::Language::zh_hant});
    CHECK_FALSE(says("人民调解"));
    CHECK_FALSE(says("小测验"));
    CHECK_FALSE(visitor.page<QuizModel>().kicker.empty());
}

TEST_CASE("a question's picture is named with its pack, and put into words") {
    auto snapshot = test::sample_snapshot();
    snapshot->questions[0].picture = "pictures/q1.png";
    snapshot->questions[0].picture_words = model::in_hans("两份遗嘱");
    Visitor visitor{snapshot};
    visitor.touch(OpenQuiz{item("quiz")});
    CHECK(visitor.page<QuizModel>().picture.key == "demo/sample:pictures/q1.png");
    CHECK(visitor.page<QuizModel>().picture_words == "两份遗嘱");
    visitor.touch(ChooseOption{0});
    visitor.touch(NextQuestion{});
    CHECK(visitor.page<QuizModel>().picture.key.empty());
    CHECK(visitor.page<QuizModel>().picture_words.empty());
}

TEST_CASE("a quiz is answered from the door to the result, and thanks waits for the disk") {
    Visitor visitor;
    visitor.touch(OpenQuizzes{}); // the only quiz: no shelf between
    REQUIRE(visitor.at<QuizModel>());
    CHECK(visitor.page<QuizModel>().number == 1);
    visitor.touch(ChooseOption{shown(visitor, "选项 1")});
    CHECK(visitor.page<QuizModel>().answered_right);
    visitor.touch(NextQuestion{});

    visitor.touch(ChooseOption{shown(visitor, "选项 0")});
    CHECK_FALSE(visitor.page<QuizModel>().answered);
    CHECK(visitor.page<QuizModel>().can_submit);
    visitor.touch(SubmitAnswer{});
    CHECK(visitor.page<QuizModel>().answered);
    CHECK_FALSE(visitor.page<QuizModel>().answered_right);
    const auto missed =
        visitor.page<QuizModel>().options[static_cast<size_t>(shown(visitor, "选项 1"))];
    CHECK(missed.mark == QuizOption::Mark::missed);
    visitor.touch(NextQuestion{});

    CHECK(visitor.page<QuizModel>().last);
    visitor.touch(ChooseOption{1}); // true or false is never shuffled
    visitor.touch(NextQuestion{});

    REQUIRE(visitor.at<ResultModel>());
    CHECK(visitor.page<ResultModel>().right == 2);
    CHECK(visitor.page<ResultModel>().count == 3);
    CHECK_FALSE(visitor.page<ResultModel>().recorded);
    visitor.send(flow::Recorded{visitor.events.size() - 1});
    CHECK_FALSE(visitor.page<ResultModel>().recorded);
    visitor.send(flow::Recorded{visitor.events.size()});
    CHECK(visitor.page<ResultModel>().recorded);

    CHECK(visitor.counted(Counter::visit) == 1);
    CHECK(visitor.counted(Counter::reached, "demo/sample/quiz") == 1);
    CHECK(visitor.counted(Counter::answered) == 3);
    CHECK(visitor.counted(Counter::right_at_first) == 2);
    CHECK(visitor.counted(Counter::engaged) == 3);
    CHECK(visitor.counted(Counter::finished_quiz, "demo/sample/quiz") == 1);
}

TEST_CASE("statistics keep the author's option, not the place on the screen") {
    Visitor visitor;
    visitor.touch(OpenQuizzes{});
    visitor.touch(ChooseOption{shown(visitor, "选项 2")});
    for (const auto& event : visitor.events) {
        if (event.counter == Counter::answered) CHECK(event.option == 2);
    }
    CHECK(visitor.counted(Counter::answered) == 1);
}

TEST_CASE("several chosen options are one answer that names them all") {
    Visitor visitor;
    visitor.touch(OpenQuizzes{});
    visitor.touch(ChooseOption{0});
    visitor.touch(NextQuestion{});
    visitor.touch(ChooseOption{shown(visitor, "选项 0")});
    visitor.touch(ChooseOption{shown(visitor, "选项 2")});
    visitor.touch(SubmitAnswer{});
    CHECK(visitor.counted(Counter::answered, "demo/sample/q2") == 1);
    for (const auto& event : visitor.events) {
        if (event.counter == Counter::answered && event.item == "demo/sample/q2")
            CHECK(event.option == tally::k_option_set + 1 + 4);
    }
}

TEST_CASE("a second try counts as answered, never as right at first") {
    Visitor visitor;
    visitor.touch(AnswerDaily{item("q3"), 0});
    CHECK(visitor.page<QuizModel>().answered);
    CHECK_FALSE(visitor.page<QuizModel>().answered_right);
    visitor.touch(NextQuestion{});
    REQUIRE(visitor.at<ResultModel>());
    visitor.touch(RepeatQuiz{});
    visitor.touch(ChooseOption{1});
    CHECK(visitor.page<QuizModel>().answered_right);
    CHECK(visitor.counted(Counter::answered) == 2);
    CHECK(visitor.counted(Counter::right_at_first) == 0);
    CHECK(visitor.counted(Counter::finished_quiz) == 0);
}

TEST_CASE("an answer cannot be changed, and an impatient second tap does nothing") {
    Visitor visitor;
    visitor.touch(OpenQuizzes{});
    visitor.touch(ChooseOption{0});
    const bool right = visitor.page<QuizModel>().answered_right;
    visitor.touch(ChooseOption{1});
    visitor.touch(ChooseOption{99});
    CHECK(visitor.page<QuizModel>().answered_right == right);
    CHECK(visitor.counted(Counter::answered) == 1);
}

TEST_CASE("the article opens only after the answer and closes with the next question") {
    Visitor visitor;
    visitor.touch(OpenQuizzes{});
    visitor.touch(ShowArticle{true});
    CHECK_FALSE(visitor.page<QuizModel>().article_open);
    visitor.touch(ChooseOption{0});
    visitor.touch(ShowArticle{true});
    CHECK(visitor.page<QuizModel>().article_open);
    CHECK(visitor.page<QuizModel>().citation->article == "第四条");
    visitor.touch(NextQuestion{});
    CHECK_FALSE(visitor.page<QuizModel>().article_open);
}

TEST_CASE("intents that make no sense where the visitor is change nothing") {
    Visitor visitor;
    const std::vector<Intent> strays{GoBack{},
                                     TogglePlay{},
                                     SeekTo{5s},
                                     SkipBy{5s},
                                     ChooseOption{0},
                                     SubmitAnswer{},
                                     NextQuestion{},
                                     RepeatQuiz{},
                                     ShowArticle{true},
                                     OpenVideo{{"no/such/item"}},
                                     OpenQuiz{{"no/such/item"}},
                                     AnswerDaily{{"no/such/item"}, 0}};
    for (const auto& stray : strays)
        visitor.touch(stray);
    CHECK(visitor.at<HomeModel>());
    CHECK(visitor.events.size() == 1); // the visit itself
}
