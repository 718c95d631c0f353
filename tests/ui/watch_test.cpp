#include "kiosk/screens/watch_parts.h"
#include "tests/support/canvases.h"
#include "tests/support/screen_fixture.h"

#include "imgui.h"

using namespace pufa;
using namespace pufa::support;
using State = WatchModel::State;

TEST_CASE("the player's buttons mean what they show") {
    ScreenFixture screen;
    const auto watch = sample_watch();
    (void)as<TogglePlay>(screen.touch(watch, "watch.play"));
    CHECK(as<SkipBy>(screen.touch(watch, "watch.minus")).by == std::chrono::seconds{-10});
    CHECK(as<SkipBy>(screen.touch(watch, "watch.plus")).by == std::chrono::seconds{10});
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
    (void)as<OpenHelp>(screen.touch(watch, "watch.help"));
    CHECK(as<ChangeVolume>(screen.touch(watch, "watch.volume")).volume == watch.volume + 1);
}

TEST_CASE("a touch on the picture does nothing while the controls are shown") {
    ScreenFixture screen;
    (void)screen.show(sample_watch());
    screen.tap_at({960, 400});
    CHECK(is_nothing(screen.show(sample_watch())));
}

TEST_CASE("hidden controls come back with a touch anywhere and nothing else is in reach") {
    ScreenFixture screen;
    const auto watch = hidden_watch();
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.play"));
    for (const ui::Point at : {ui::Point{5, 5}, ui::Point{960, 1075}, ui::Point{1915, 540}}) {
        screen.tap_at(at);
        (void)as<ShowControls>(screen.show(watch));
    }
}

TEST_CASE("the bar seeks where the finger lifts, not before") {
    ScreenFixture screen;
    const auto watch = sample_watch();
    (void)screen.show(watch);
    const auto bar = screen.ui.targets().find("watch.seek")->rect;
    using Kind = ui::PointerInput::Kind;
    const auto near = [](base::Micros target, base::Micros wanted) {
        return std::chrono::abs(target - wanted) < std::chrono::milliseconds{50};
    };
    screen.feed(Kind::down, bar.center());
    CHECK(near(as<PreviewAt>(screen.show(watch)).target, watch.duration / 2));
    screen.feed(Kind::move, {bar.x + bar.w * 0.75f, bar.center().y});
    CHECK(near(as<PreviewAt>(screen.show(watch)).target, watch.duration * 3 / 4));
    screen.feed(Kind::up, {bar.x + bar.w * 0.75f, bar.center().y});
    const auto target = as<SeekTo>(screen.show(watch)).target;
    CHECK(near(target, watch.duration * 3 / 4));
}

TEST_CASE("a tap on the bar seeks there") {
    ScreenFixture screen;
    const auto watch = sample_watch();
    const auto target = as<SeekTo>(screen.touch(watch, "watch.seek")).target;
    CHECK(std::chrono::abs(target - watch.duration / 2) < std::chrono::milliseconds{50});
}

TEST_CASE("while a video opens it cannot be paused, and the ways out are there") {
    ScreenFixture screen;
    const auto watch = sample_watch(State::opening);
    CHECK(is_nothing(screen.touch(watch, "watch.play")));
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
}

TEST_CASE("after the end one can watch again, go on, or go home") {
    ScreenFixture screen;
    const auto watch = sample_watch(State::ended);
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.again")).id == watch.id);
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<OpenHelp>(screen.touch(watch, "watch.help"));
    CHECK_FALSE(screen.has("watch.play"));
}

TEST_CASE("a video that cannot be played offers the next one and the way back") {
    ScreenFixture screen;
    auto watch = sample_watch(State::failed);
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
    (void)as<GoHome>(screen.touch(watch, "watch.home"));
    watch.next.reset();
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.next"));
    (void)as<GoBack>(screen.touch(watch, "watch.back"));
}

TEST_CASE("the picture shows through the whole canvas") {
    ScreenFixture screen;
    (void)screen.show(sample_watch());
    REQUIRE(screen.ui.video_rect());
    CHECK(*screen.ui.video_rect() == screen.layout.canvas());
    (void)screen.show(sample_home());
    CHECK_FALSE(screen.ui.video_rect());
}

TEST_CASE("in every layout the player's buttons are whole, apart and mean what they show") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& watch :
             {sample_watch(), spoken_watch(), full_watch(), upright_watch(), silent_upright_watch(),
              episode_watch(), sample_watch(State::opening), sample_watch(State::ended),
              sample_watch(State::failed)}) {
            screen.memory = {};
            (void)screen.show(watch);
            check_targets(screen, canvas.layout);
        }
        const auto upright = upright_watch();
        CHECK(as<OpenVideo>(screen.touch(upright, "watch.next")).id == upright.next->id);
        const auto full = full_watch();
        for (const auto id : {"watch.sounds", "watch.pace", "watch.captions", "watch.volume"}) {
            screen.memory = {};
            (void)screen.show(full);
            CHECK(screen.has(id));
        }
        const auto watch = spoken_watch();
        (void)as<TogglePlay>(screen.touch(watch, "watch.play"));
        CHECK(as<SkipBy>(screen.touch(watch, "watch.minus")).by == std::chrono::seconds{-10});
        CHECK_FALSE(as<ShowCaptions>(screen.touch(watch, "watch.captions")).on);
        (void)as<GoBack>(screen.touch(watch, "watch.back"));
        (void)as<GoHome>(screen.touch(watch, "watch.home"));
        (void)as<OpenHelp>(screen.touch(watch, "watch.help"));
        CHECK(as<ChangeVolume>(screen.touch(watch, "watch.volume")).volume == watch.volume + 1);
    });
}

TEST_CASE("captions can be turned off and on, if the video has any") {
    ScreenFixture screen;
    auto watch = spoken_watch();
    CHECK_FALSE(as<ShowCaptions>(screen.touch(watch, "watch.captions")).on);
    watch.captions_on = false;
    CHECK(as<ShowCaptions>(screen.touch(watch, "watch.captions")).on);
    watch.has_captions = false;
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.captions"));
}

TEST_CASE("the chapter's name opens the list, and a chapter is where the video goes on") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        for (const auto& watch : {sample_watch(), chaptered_watch()}) {
            screen.memory = {};
            (void)screen.show(watch);
            screen.tap("watch.chapters");
            CHECK(is_nothing(screen.show(watch)));
            (void)screen.show(watch);
            CHECK_FALSE(screen.has("watch.play"));
            check_targets(screen, canvas.layout);
            // The list opens where the video is: in the second of three, in the sixth of twelve.
            const size_t now = watch.chapters.size() == 3 ? 1 : 5;
            const auto id = "watch.chapter." + std::to_string(now);
            CHECK(as<SeekTo>(screen.touch(watch, id)).target == watch.chapters[now].at);
            (void)screen.show(watch);
            CHECK(screen.has("watch.play"));
        }
    });
}

TEST_CASE("every chapter of a long list is reached with its button, and the list can be closed") {
    ScreenFixture screen;
    const auto watch = chaptered_watch();
    (void)screen.show(watch);
    screen.tap("watch.chapters");
    (void)screen.show(watch);
    (void)screen.show(watch);
    for (int page = 0; page < 12 && !screen.has("watch.chapter.11"); ++page) {
        screen.tap("watch.chapters.more");
        (void)screen.show(watch);
        (void)screen.show(watch);
    }
    CHECK(screen.has("watch.chapter.11"));
    screen.tap("watch.chapters.close");
    CHECK(is_nothing(screen.show(watch)));
    (void)screen.show(watch);
    CHECK(screen.has("watch.play"));
}

TEST_CASE("the list of chapters outlasts the controls but not the video") {
    ScreenFixture screen;
    (void)screen.show(sample_watch());
    screen.tap("watch.chapters");
    (void)screen.show(sample_watch());
    (void)screen.show(hidden_watch());
    CHECK(screen.has("watch.chapter.1"));
    (void)screen.show(sample_watch(State::ended));
    CHECK_FALSE(screen.has("watch.chapter.1"));
    (void)screen.show(sample_watch());
    CHECK_FALSE(screen.has("watch.chapter.1"));
}

TEST_CASE("on a tall screen the picture stands above and the controls never go") {
    ScreenFixture screen{ui::make_layout(1080, 1920)};
    (void)screen.show(hidden_watch());
    REQUIRE(screen.ui.video_rect());
    const auto picture = *screen.ui.video_rect();
    CHECK(picture.w == 1080);
    CHECK(picture.h == doctest::Approx(1080 * 9 / 16.f));
    CHECK(picture.bottom() <= 1920 * 0.4f);
    for (const auto id : {"watch.play", "watch.back", "watch.home", "watch.help", "watch.seek"}) {
        REQUIRE(screen.has(id));
        CHECK(screen.ui.targets().find(id)->rect.y >= 1920 * 0.4f);
    }
    CHECK(as<OpenVideo>(screen.touch(hidden_watch(), "watch.next")).id == sample_watch().next->id);
}

TEST_CASE("an upright film fills a tall screen, and its controls come and go") {
    ScreenFixture screen{ui::make_layout(1080, 1920)};
    auto watch = upright_watch();
    (void)screen.show(watch);
    CHECK(*screen.ui.video_rect() == screen.layout.canvas());
    CHECK(screen.has("watch.play"));
    watch.controls_shown = false;
    (void)as<ShowControls>(screen.touch(watch, "watch.show"));
}

TEST_CASE("in the lower part of a tall screen the picture takes what is above the page") {
    const auto layout = ui::make_layout(1080, 1920, 546, ui::TextSize::normal, ui::Reach::lower);
    ScreenFixture screen{layout};
    (void)screen.show(sample_watch());
    REQUIRE(screen.ui.video_rect());
    CHECK(screen.ui.video_rect()->bottom() <= 1);
    CHECK(screen.ui.video_rect()->y >= layout.screen().y - 1);
}

TEST_CASE("while a video plays the next one is a touch away, if there is one") {
    ScreenFixture screen;
    auto watch = sample_watch();
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    watch.next.reset();
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.next"));
}

TEST_CASE("how fast is chosen on a sheet that says how fast it is") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        auto watch = full_watch();
        for (const int percent : k_paces) {
            screen.memory = {};
            (void)screen.show(watch);
            screen.tap("watch.pace");
            CHECK(is_nothing(screen.show(watch)));
            (void)screen.show(watch);
            check_targets(screen, canvas.layout);
            CHECK_FALSE(screen.has("watch.play"));
            const auto id = "watch.pace." + std::to_string(percent);
            CHECK(as<ChoosePace>(screen.touch(watch, id)).percent == percent);
            watch.pace_percent = percent;
            (void)screen.show(watch);
            CHECK(screen.has("watch.play"));
        }
        (void)screen.show(watch);
        screen.tap("watch.pace");
        (void)screen.show(watch);
        CHECK(is_nothing(screen.touch(watch, "watch.pace.close")));
        (void)screen.show(watch);
        CHECK(screen.has("watch.play"));
    });
}

TEST_CASE("paces are written as people write them") {
    CHECK(pace_words(75) == "0.75×");
    CHECK(pace_words(100) == "1×");
    CHECK(pace_words(125) == "1.25×");
    CHECK(pace_words(150) == "1.5×");
    CHECK(pace_words(200) == "2×");
}

TEST_CASE("what is heard is chosen on a sheet, if there is a choice") {
    on_every_canvas([](ScreenFixture& screen, const Canvas& canvas) {
        const auto watch = full_watch();
        (void)screen.show(watch);
        screen.tap("watch.sounds");
        (void)screen.show(watch);
        (void)screen.show(watch);
        check_targets(screen, canvas.layout);
        CHECK(as<ChooseSound>(screen.touch(watch, "watch.sound.2")).track == 2);
    });
    ScreenFixture screen;
    auto watch = full_watch();
    watch.sounds.resize(1);
    (void)screen.show(watch);
    CHECK_FALSE(screen.has("watch.sounds"));
    // A sheet whose choice has gone is closed.
    screen.memory.open_sheet = "watch.sounds";
    (void)screen.show(watch);
    CHECK(screen.has("watch.play"));
}

TEST_CASE(
    "beside an upright film all that is said can be read, and a line is a way into the film") {
    ScreenFixture screen;
    const auto watch = upright_watch();
    (void)screen.show(watch);
    REQUIRE(screen.ui.video_rect());
    const auto picture = *screen.ui.video_rect();
    CHECK(picture.x == 0);
    CHECK(picture.h == 1080);
    CHECK(picture.w == doctest::Approx(1080 * 9 / 16.f));
    for (const auto& target : pressable(screen))
        CHECK(target.rect.x >= picture.right());
    // The current line is the sixth; the list stands so that it is seen, with what came before.
    CHECK(screen.has("watch.line.5"));
    CHECK(screen.has("watch.line.4"));
    CHECK(as<SeekTo>(screen.touch(watch, "watch.line.6")).target == std::chrono::seconds{42});
}

TEST_CASE("without captions, or with them off, the next film stands beside an upright one") {
    ScreenFixture screen;
    auto watch = silent_upright_watch();
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    watch = upright_watch();
    watch.captions_on = false;
    CHECK(as<OpenVideo>(screen.touch(watch, "watch.next")).id == watch.next->id);
    CHECK_FALSE(screen.has("watch.line.5"));
}

TEST_CASE("the transcript follows the film until somebody scrolls, and some seconds later again") {
    ScreenFixture screen;
    auto watch = upright_watch();
    std::vector<SpokenLine> lines;
    for (int i = 0; i < 200; ++i)
        lines.push_back({std::chrono::seconds{5 * i}, prose(20)});
    watch.transcript = std::make_shared<const std::vector<SpokenLine>>(lines);
    watch.position = std::chrono::seconds{0};
    (void)screen.show(watch);
    CHECK(screen.has("watch.line.0"));
    const auto settle = [&] {
        for (int i = 0; i < 4; ++i) {
            screen.now += std::chrono::milliseconds{200};
            (void)screen.show(watch);
        }
    };
    watch.position = std::chrono::seconds{500};
    settle();
    CHECK(screen.has("watch.line.100"));
    CHECK_FALSE(screen.has("watch.line.0"));
    screen.tap("watch.transcript.more");
    settle();
    CHECK_FALSE(screen.has("watch.line.98"));
    watch.position = std::chrono::seconds{505};
    settle();
    CHECK_FALSE(screen.has("watch.line.98")); // it is being read
    screen.now += std::chrono::seconds{8};
    settle();
    CHECK(screen.has("watch.line.101"));
    CHECK(screen.has("watch.line.100"));
}

TEST_CASE("a sliding finger sees the picture of its moment, and a tap shows it a moment longer") {
    ScreenFixture screen;
    auto watch = sample_watch();
    const auto& key = watch.pictures->sheet.key;
    screen.pictures[key] = {77, 1600, 900};
    const auto cells = [&](ImDrawData& frame) {
        int found = 0;
        for (int list = 0; list < frame.CmdListsCount; ++list)
            for (const auto& command : frame.CmdLists[list]->CmdBuffer)
                if (reinterpret_cast<uintptr_t>(command.GetTexID()) == 77) ++found;
        return found;
    };
    const auto frame = [&] {
        return cells(screen.frame([&](ui::Ui& ui) { (void)screens::draw(ui, watch, {}); }));
    };
    watch.state = WatchModel::State::opening;
    CHECK(frame() == 0);
    CHECK(screen.asked_sizes.count(key) == 0); // the film's first picture goes first
    watch.state = WatchModel::State::playing;
    CHECK(frame() == 0); // asked for before it is needed
    CHECK(screen.asked_sizes[key].width == 320 * 10);
    CHECK(screen.asked_sizes[key].height == 180 * 10);
    const auto bar = screen.ui.targets().find("watch.seek")->rect;
    using Kind = ui::PointerInput::Kind;
    screen.feed(Kind::down, bar.center());
    CHECK(frame() == 1);
    screen.feed(Kind::up, bar.center());
    CHECK(frame() == 1);
    screen.now += std::chrono::milliseconds{300};
    CHECK(frame() == 1);
    CHECK(screen.ui.animating());
    screen.now += std::chrono::seconds{1};
    CHECK(frame() == 0);
    screen.pictures.clear();
    screen.feed(Kind::down, bar.center());
    CHECK(frame() == 0); // it is not there yet: the time alone
}
