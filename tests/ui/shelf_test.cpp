#include "tests/support/canvases.h"

#include <set>

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the shelf opens its videos and quizzes") {
    ScreenFixture screen;
    const auto shelf = sample_shelf();
    const auto& video = shelf.videos[0].id;
    const auto& quiz = shelf.quizzes[1].id;
    CHECK(as<OpenVideo>(screen.touch(shelf, "shelf.video." + video.value)).id == video);
    CHECK(as<OpenQuiz>(screen.touch(shelf, "shelf.quiz." + quiz.value)).id == quiz);
}

TEST_CASE("what lies below the dock comes up with a drag") {
    ScreenFixture screen;
    const auto shelf = sample_shelf(12, 2);
    (void)screen.show(shelf);
    const std::string last = "shelf.video." + shelf.videos.back().id.value;
    CHECK_FALSE(screen.has(last));
    using Kind = ui::PointerInput::Kind;
    screen.feed(Kind::down, {960, 900});
    for (float y = 900; y > 100; y -= 50) {
        screen.now += UiFixture::k_frame;
        screen.feed(Kind::move, {960, y});
    }
    (void)screen.show(shelf);
    CHECK(screen.has(last));
}

TEST_CASE("an empty shelf still leads back and home") {
    ScreenFixture screen;
    const auto shelf = sample_shelf(0, 0);
    (void)as<GoBack>(screen.touch(shelf, "dock.back"));
    (void)as<GoHome>(screen.touch(shelf, "dock.home"));
}

TEST_CASE("the shelf opens its articles") {
    ScreenFixture screen;
    const auto shelf = article_shelf();
    const auto& article = shelf.articles[3].id;
    CHECK(as<OpenArticle>(screen.touch(shelf, "shelf.article." + article.value)).id == article);
}

TEST_CASE("on every canvas everything on a shelf can be reached and is large enough and apart") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& shelf :
             {sample_shelf(), sample_shelf(9, 0), sample_shelf(0, 3), sample_shelf(1, 0),
              sample_shelf(2, 0), article_shelf(), mixed_shelf(), sample_shelf(0, 0)}) {
            std::set<std::string> wanted;
            for (const auto& video : shelf.videos)
                wanted.insert("shelf.video." + video.id.value);
            for (const auto& quiz : shelf.quizzes)
                wanted.insert("shelf.quiz." + quiz.id.value);
            for (const auto& article : shelf.articles)
                wanted.insert("shelf.article." + article.id.value);
            screen.memory = {};
            (void)screen.show(shelf);
            for (int turn = 0; turn < 20; ++turn) {
                check_targets(screen, canvas.layout);
                for (const auto& target : pressable(screen))
                    wanted.erase(target.id);
                if (!screen.has("shelf.more")) break;
                (void)screen.touch(shelf, "shelf.more");
                (void)screen.show(shelf);
                if (screen.memory.scrolls["shelf.scroll"].offset <= 0) break;
            }
            CHECK_MESSAGE(wanted.empty(), (wanted.empty() ? "" : *wanted.begin()));
        }
    });
}

TEST_CASE("few videos are shown larger than many") {
    ScreenFixture screen;
    const auto width = [&](const ShelfModel& shelf) {
        screen.memory = {};
        (void)screen.show(shelf);
        return screen.ui.targets().find("shelf.video." + shelf.videos[0].id.value)->rect.w;
    };
    CHECK(width(sample_shelf(2, 0)) > width(sample_shelf(9, 0)) * 1.5f);
    CHECK(width(sample_shelf(1, 0)) > width(sample_shelf(2, 0)) * 1.5f);
}
