#include "tests/support/canvases.h"
#include "tests/support/screen_fixture.h"

#include <fmt/format.h>

using namespace pufa;
using namespace pufa::support;

TEST_CASE("touching an option chooses it") {
    ScreenFixture screen;
    const auto quiz = sample_quiz();
    for (int i = 0; i < 4; ++i) {
        const auto intent = screen.touch(quiz, fmt::format("quiz.option.{}", i));
        CHECK(as<ChooseOption>(intent).shown == i);
    }
}

TEST_CASE("an answered question cannot be answered again") {
    ScreenFixture screen;
    (void)screen.show(answered_quiz());
    for (int i = 0; i < 4; ++i)
        CHECK_FALSE(screen.has(fmt::format("quiz.option.{}", i)));
    CHECK_FALSE(screen.has("quiz.submit"));
}

TEST_CASE("after the answer the way on is one button") {
    ScreenFixture screen;
    auto quiz = answered_quiz();
    (void)as<NextQuestion>(screen.touch(quiz, "quiz.next"));
    quiz.last = true;
    (void)as<NextQuestion>(screen.touch(quiz, "quiz.next"));
    (void)screen.show(sample_quiz());
    CHECK_FALSE(screen.has("quiz.next"));
    CHECK_FALSE(screen.has("quiz.article"));
}

TEST_CASE("several answers are submitted once one is chosen") {
    ScreenFixture screen;
    auto quiz = multiple_quiz();
    (void)as<SubmitAnswer>(screen.touch(quiz, "quiz.submit"));
    CHECK(as<ChooseOption>(screen.touch(quiz, "quiz.option.4")).shown == 4);
    quiz.can_submit = false;
    CHECK(is_nothing(screen.touch(quiz, "quiz.submit")));
    CHECK_FALSE(screen.enabled("quiz.submit"));
}

TEST_CASE("a single choice has nothing to submit") {
    ScreenFixture screen;
    (void)screen.show(sample_quiz());
    CHECK_FALSE(screen.has("quiz.submit"));
}

TEST_CASE("the article opens over the page and closes again") {
    ScreenFixture screen;
    CHECK(as<ShowArticle>(screen.touch(answered_quiz(), "quiz.article")).open);
    const auto open = article_quiz();
    CHECK_FALSE(as<ShowArticle>(screen.touch(open, "quiz.article.close")).open);
    CHECK_FALSE(screen.has("quiz.next"));
    CHECK_FALSE(screen.has("dock.home"));
}

TEST_CASE("a long article is read to its end by its button alone") {
    ScreenFixture screen;
    const auto quiz = article_quiz(1200);
    (void)screen.show(quiz);
    float furthest = 0;
    for (int page = 0; page < 12; ++page) {
        screen.tap("quiz.article.more");
        CHECK(is_nothing(screen.show(quiz)));
        (void)screen.show(quiz);
        const float offset = screen.memory.scrolls["quiz.article.words"].offset;
        if (offset < furthest) return; // from its end the button leads back to the top
        furthest = offset;
    }
    FAIL("the button never came to the end");
}

TEST_CASE("six long options and a long stem are all within reach") {
    ScreenFixture screen;
    const auto quiz = long_quiz(false);
    for (int i = 0; i < 6; ++i)
        CHECK(as<ChooseOption>(screen.touch(quiz, fmt::format("quiz.option.{}", i))).shown == i);
}

TEST_CASE("a stem without measure pushes options below, and the button brings them") {
    ScreenFixture screen;
    const auto quiz = long_quiz(false, 400);
    (void)screen.show(quiz);
    CHECK_FALSE(screen.has("quiz.option.5"));
    for (int page = 0; page < 6 && !screen.has("quiz.option.5"); ++page) {
        screen.tap("quiz.more");
        (void)screen.show(quiz);
        (void)screen.show(quiz);
    }
    CHECK(as<ChooseOption>(screen.touch(quiz, "quiz.option.5")).shown == 5);
}

TEST_CASE("the options stay where they are when the answer is shown") {
    ScreenFixture screen;
    (void)screen.show(multiple_quiz());
    const auto before = screen.ui.targets().find("quiz.option.0")->rect;
    auto chosen = multiple_quiz();
    chosen.options[1].mark = QuizOption::Mark::chosen;
    (void)screen.show(chosen);
    CHECK(screen.ui.targets().find("quiz.option.0")->rect == before);
}

TEST_CASE("in every layout each option is within reach and the way on is one button") {
    for (const auto& canvas : all_canvases()) {
        CAPTURE(canvas.name);
        ScreenFixture screen{canvas.layout};
        screen.look = canvas.look;
        for (const auto& quiz : {sample_quiz(), multiple_quiz(), true_false_quiz(), picture_quiz(),
                                 long_quiz(false)}) {
            screen.memory = {};
            (void)screen.show(quiz);
            for (size_t i = 0; i < quiz.options.size(); ++i) {
                const auto id = fmt::format("quiz.option.{}", i);
                for (int page = 0; page < 40 && !screen.has(id); ++page) {
                    screen.tap("quiz.more");
                    (void)screen.show(quiz);
                    (void)screen.show(quiz);
                }
                CHECK(as<ChooseOption>(screen.touch(quiz, id)).shown == static_cast<int>(i));
            }
        }
        (void)as<SubmitAnswer>(screen.touch(multiple_quiz(), "quiz.submit"));
        for (const auto& quiz : {answered_quiz(), told_quiz(), true_false_quiz(true),
                                 picture_quiz(true), long_quiz(true)}) {
            (void)as<NextQuestion>(screen.touch(quiz, "quiz.next"));
            CHECK(as<ShowArticle>(screen.touch(quiz, "quiz.article")).open);
        }
        (void)as<ShowArticle>(screen.touch(article_quiz(1200), "quiz.article.close"));
    }
}

TEST_CASE("in one column the answer comes into view by itself, and the next question at its top") {
    const auto layout = ui::make_layout(1080, 1920, 546, ui::TextSize::large, ui::Reach::lower);
    ScreenFixture screen{layout};
    (void)screen.show(sample_quiz());
    const auto answered = answered_quiz();
    for (int frame = 0; frame < 240; ++frame)
        (void)screen.show(answered);
    CHECK(screen.memory.scrolls["quiz.question"].offset > 100);
    auto next = sample_quiz();
    next.number = 5;
    (void)screen.show(next);
    (void)screen.show(next);
    CHECK(screen.memory.scrolls["quiz.question"].offset == 0);
}
