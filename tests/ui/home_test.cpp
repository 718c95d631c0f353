#include "tests/support/canvases.h"

#include <algorithm>

using namespace pufa;
using namespace pufa::support;

TEST_CASE("the banner opens its campaign") {
    ScreenFixture screen;
    const auto home = sample_home();
    CHECK(as<OpenCampaign>(screen.touch(home, "home.campaign")).id == home.campaign->id);
}

TEST_CASE("without a campaign the banner greets and cannot be touched") {
    ScreenFixture screen;
    (void)screen.show(quiet_home());
    CHECK_FALSE(screen.has("home.campaign"));
}

TEST_CASE("each answer of the daily question is the option in the author's order") {
    ScreenFixture screen;
    const auto home = sample_home();
    const auto first = as<AnswerDaily>(screen.touch(home, "home.daily.0"));
    CHECK(first.question == home.daily->question);
    CHECK(first.option == 0);
    CHECK(as<AnswerDaily>(screen.touch(home, "home.daily.1")).option == 1);
}

TEST_CASE("long answers of the daily question stand one above the other") {
    ScreenFixture screen;
    (void)screen.show(long_home());
    const auto* first = screen.ui.targets().find("home.daily.0");
    const auto* second = screen.ui.targets().find("home.daily.1");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->rect.x == second->rect.x);
    CHECK(first->rect.bottom() < second->rect.y);
}

TEST_CASE("a question with three answers is not offered with two of them") {
    ScreenFixture screen;
    auto home = sample_home();
    home.daily->options.emplace_back("看情况");
    (void)screen.show(home);
    CHECK_FALSE(screen.has("home.daily.0"));
}

TEST_CASE("without a daily question the banner takes the whole width") {
    ScreenFixture screen;
    auto home = sample_home();
    (void)screen.show(home);
    const float narrow = screen.ui.targets().find("home.campaign")->rect.w;
    home.daily.reset();
    (void)screen.show(home);
    const float wide = screen.ui.targets().find("home.campaign")->rect.w;
    CHECK(wide > narrow + 500);
    CHECK(wide == doctest::Approx(1920 - 2 * ui::make_layout(1920, 1080).margin));
}

TEST_CASE("the doors lead to videos, quizzes and help") {
    ScreenFixture screen;
    const auto home = sample_home();
    (void)as<OpenVideos>(screen.touch(home, "home.door.videos"));
    (void)as<OpenQuizzes>(screen.touch(home, "home.door.quizzes"));
    (void)as<OpenHelp>(screen.touch(home, "home.door.help"));
}

TEST_CASE("a door that leads nowhere is not there and the others share its room") {
    ScreenFixture screen;
    (void)screen.show(sample_home());
    const float third = screen.ui.targets().find("home.door.help")->rect.w;
    (void)screen.show(home_without_videos());
    CHECK_FALSE(screen.has("home.door.videos"));
    CHECK(screen.ui.targets().find("home.door.help")->rect.w > third * 1.4f);
}

TEST_CASE("a card of the shelf opens its video") {
    ScreenFixture screen;
    const auto home = sample_home();
    const auto& id = home.shelf[1].id;
    CHECK(as<OpenVideo>(screen.touch(home, "home.card." + id.value)).id == id);
}

TEST_CASE("a video that failed to play cannot be opened again") {
    ScreenFixture screen;
    const auto home = sample_home();
    REQUIRE(home.shelf[3].unavailable);
    const std::string id = "home.card." + home.shelf[3].id.value;
    CHECK(is_nothing(screen.touch(home, id)));
    CHECK_FALSE(screen.enabled(id));
}

TEST_CASE("one or two videos lie on their side and fill the row") {
    ScreenFixture screen;
    const auto home = quiet_home();
    const auto& id = home.shelf[1].id;
    CHECK(as<OpenVideo>(screen.touch(home, "home.card." + id.value)).id == id);
    const auto* card = screen.ui.targets().find("home.card." + id.value);
    CHECK(card->rect.right() == doctest::Approx(1920 - ui::make_layout(1920, 1080).margin));
}

TEST_CASE("dragging the shelf brings the cards beyond the edge") {
    ScreenFixture screen;
    const auto home = sample_home();
    (void)screen.show(home);
    const std::string last = "home.card." + home.shelf[5].id.value;
    CHECK_FALSE(screen.has(last));
    using Kind = ui::PointerInput::Kind;
    screen.feed(Kind::down, {1700, 750});
    for (float x = 1700; x > 300; x -= 100) {
        screen.now += UiFixture::k_frame;
        screen.feed(Kind::move, {x, 750});
    }
    (void)screen.show(home);
    CHECK(screen.has(last));
    screen.now += std::chrono::milliseconds{300};
    screen.feed(Kind::up, {300, 750});
    CHECK(is_nothing(screen.show(home)));
}

TEST_CASE("on every canvas all that can be touched at home is large enough, apart and on screen") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& page :
             {sample_home(), full_home(), quiet_home(), long_home(), home_without_videos()}) {
            screen.memory = {};
            (void)screen.show(page);
            check_targets(screen, canvas.layout);
            for (int turn = 0; turn < 12 && screen.has("home.more"); ++turn) {
                (void)screen.touch(page, "home.more");
                (void)screen.show(page);
                check_targets(screen, canvas.layout);
                if (screen.memory.scrolls["home.scroll"].offset <= 0) break;
            }
        }
    });
}

TEST_CASE("on every canvas each door of the home page can be reached") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        const bool large = canvas.look.text == ui::TextSize::large;
        std::vector<std::string> wanted{"home.door.videos", "home.door.quizzes",
                                        "home.door.articles", "home.door.help"};
        if (large)
            wanted.insert(wanted.end(), {"home.door.call", "home.door.campaign", "home.text.normal",
                                         "home.contrast"});
        if (!large) wanted.insert(wanted.end(), {"home.campaign", "home.daily.0", "home.daily.1"});
        std::vector<std::string> met;
        const auto page = full_home();
        (void)screen.show(page);
        for (int turn = 0; turn < 12; ++turn) {
            for (const auto& id : wanted)
                if (screen.has(id)) met.push_back(id);
            if (!screen.has("home.more")) break;
            (void)screen.touch(page, "home.more");
            (void)screen.show(page);
            if (screen.memory.scrolls["home.scroll"].offset <= 0) break;
        }
        for (const auto& id : wanted) {
            CAPTURE(id);
            CHECK(std::find(met.begin(), met.end(), id) != met.end());
        }
    });
}

TEST_CASE("articles have a door when a pack holds some") {
    ScreenFixture screen;
    (void)as<OpenArticles>(screen.touch(full_home(), "home.door.articles"));
    (void)screen.show(sample_home());
    CHECK_FALSE(screen.has("home.door.articles"));
}

TEST_CASE("in portrait the campaign can be opened from the lower part of the screen as well") {
    ScreenFixture screen{ui::make_layout(1080, 1920)};
    const auto home = sample_home();
    CHECK(as<OpenCampaign>(screen.touch(home, "home.door.campaign")).id == home.campaign->id);
    CHECK(screen.ui.targets().find("home.door.campaign")->rect.y > 1920 * 0.4f);
}

TEST_CASE("in large text home is a list of doors and the way back to normal text") {
    const auto layout = ui::make_layout(1080, 1920, 546, ui::TextSize::large);
    ScreenFixture screen{layout};
    screen.look.text = ui::TextSize::large;
    const auto home = sample_home();
    (void)as<OpenVideos>(screen.touch(home, "home.door.videos"));
    CHECK(as<OpenHelp>(screen.touch(home, "home.door.help")).part == HelpPart::desk);
    (void)as<OpenQuizzes>(screen.touch(home, "home.door.quizzes"));
    CHECK(as<OpenHelp>(screen.touch(home, "home.door.call")).part == HelpPart::phone);
    CHECK(as<ChooseTextSize>(screen.touch(home, "home.text.normal")).size == ui::TextSize::normal);
    CHECK(as<ChooseTheme>(screen.touch(home, "home.contrast")).theme == ui::Theme::high_contrast);
    screen.look.theme = ui::Theme::high_contrast;
    CHECK(as<ChooseTheme>(screen.touch(home, "home.contrast")).theme == ui::Theme::light);
    const auto* first = screen.ui.targets().find("home.door.videos");
    const auto* second = screen.ui.targets().find("home.door.help");
    CHECK(first->rect.x == second->rect.x);
    CHECK(first->rect.w == doctest::Approx(layout.canvas_width - 2 * layout.margin));
}

TEST_CASE(
    "the button beside a home page that is too long turns it a page on, and back at its end") {
    ScreenFixture screen{ui::make_layout(1366, 768, 396)};
    const auto home = full_home();
    (void)screen.show(home);
    const std::string card = "home.card." + home.shelf[0].id.value;
    const float peeks = screen.ui.targets().find(card)->rect.h;
    (void)screen.touch(home, "home.more");
    (void)screen.show(home);
    CHECK(screen.memory.scrolls["home.scroll"].offset > 0);
    CHECK(screen.ui.targets().find(card)->rect.h > peeks + 100);
    (void)screen.touch(home, "home.more");
    CHECK(screen.memory.scrolls["home.scroll"].offset == 0);
}
