#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;

TEST_CASE("another language keeps the page and closes the sheet") {
    Visitor visitor;
    visitor.touch(OpenVideos{});
    const auto hans = visitor.page<ShelfModel>().title;
    visitor.touch(OpenLanguages{});
    REQUIRE(visitor.over<LanguageModel>());
    visitor.touch(ChooseLanguage{model::Language::en});
    CHECK_FALSE(visitor.over<LanguageModel>());
    REQUIRE(visitor.at<ShelfModel>());
    CHECK(visitor.page<ShelfModel>().title != hans);
    CHECK(visitor.page<ShelfModel>().dock.can_go_back);
}

TEST_CASE("words that are missing in the language are shown in another, and the page says so") {
    auto snapshot = test::sample_snapshot();
    for (auto& video : snapshot->videos)
        video.title = model::in_hans("只有简体");
    Visitor visitor{snapshot};
    visitor.touch(OpenVideos{});
    CHECK_FALSE(visitor.page<ShelfModel>().header.fallback);
    visitor.touch(ChooseLanguage{model::Language::en});
    CHECK(visitor.page<ShelfModel>().header.fallback);
    CHECK(visitor.page<ShelfModel>().videos.front().title == "只有简体");
}

TEST_CASE("large text, contrast, lower half and captions last for the visit and not longer") {
    Visitor visitor;
    const auto before = visitor.flow.look();
    visitor.touch(ChooseTextSize{model::TextSize::large});
    visitor.touch(ChooseTheme{model::Theme::high_contrast});
    visitor.touch(ChooseReach{model::Reach::lower});
    visitor.touch(ChooseLanguage{model::Language::zh_hant});
    CHECK(visitor.flow.look() == model::Look{.language = model::Language::zh_hant,
                                             .text = model::TextSize::large,
                                             .theme = model::Theme::high_contrast,
                                             .reach = model::Reach::lower});
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.page<WatchModel>().captions_on);
    visitor.touch(ShowCaptions{false});
    CHECK_FALSE(visitor.page<WatchModel>().captions_on);
    visitor.touch(GoHome{});
    visitor.wait(2min);
    REQUIRE(visitor.at<AttractModel>());
    CHECK(visitor.flow.look() == before);
    visitor.touch(Wake{});
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.page<WatchModel>().captions_on);
}

TEST_CASE("a change of look is a new revision, so that it is drawn") {
    Visitor visitor;
    const auto before = visitor.flow.revision();
    visitor.touch(ChooseTheme{model::Theme::high_contrast});
    CHECK(visitor.flow.revision() > before);
}
