#include "tests/support/screen_fixture.h"

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
