#include "kiosk/flow/captioning.h"
#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using model::Language;
using test::item;
using test::Visitor;
using S = flow::PlayerUpdate::State;

namespace {

flow::CaptionTrack track(Language language, const std::string& words) {
    return {language, {{1s, 3s, words + " 1"}, {3s, 5s, words + " 2"}, {8s, 9s, words + " 3"}}};
}

/// The sample whose video "one" has captions in these languages.
std::shared_ptr<catalog::Snapshot> with_captions(const std::vector<Language>& languages) {
    auto snapshot = test::sample_snapshot();
    uint64_t offset = 5000;
    for (const auto language : languages) {
        const auto member = "captions/one." + std::string{model::tag(language)} + ".vtt";
        snapshot->videos[0].captions.push_back({language, member});
        snapshot->members["demo/sample:" + member] = {"/nowhere.pufa", offset++, 100};
    }
    return snapshot;
}

/// Watches "one"; its captions have been read.
struct Watching : Visitor {
    explicit Watching(const std::vector<Language>& languages = {Language::zh_hans, Language::en})
        : Visitor(with_captions(languages)) {
        touch(OpenVideo{item("one")});
        flow::CaptionsRead read{item("one"), {}};
        for (const auto language : languages)
            read.tracks.push_back(track(language, std::string{model::tag(language)}));
        send(read);
    }
    [[nodiscard]] const WatchModel& watch() const { return page<WatchModel>(); }
};

} // namespace

TEST_CASE("the app is told where the captions are") {
    Visitor visitor{with_captions({Language::zh_hans, Language::en})};
    visitor.touch(OpenVideo{item("one")});
    const auto play =
        std::find_if(visitor.effects.begin(), visitor.effects.end(), [](const auto& effect) {
            return std::holds_alternative<flow::PlayVideo>(effect);
        });
    REQUIRE(play != visitor.effects.end());
    const auto& captions = std::get<flow::PlayVideo>(*play).captions;
    REQUIRE(captions.size() == 2);
    CHECK(captions[1].language == Language::en);
    CHECK(captions[1].file.offset == 5001);
}

TEST_CASE("the silent clips of the attract page ask for no captions") {
    Visitor visitor{with_captions({Language::zh_hans}), "2026-11-23T15:20:00",
                    Visitor::Start::attract};
    visitor.send(flow::CatalogChanged{with_captions({Language::zh_hans})});
    REQUIRE(visitor.asked_for<flow::PlayVideo>() >= 1);
    for (const auto& effect : visitor.effects) {
        if (const auto* play = std::get_if<flow::PlayVideo>(&effect)) CHECK(play->captions.empty());
    }
}

TEST_CASE("the caption of the moment stands on the page, and none while nothing is said") {
    Watching visitor;
    const std::pair<Micros, std::string> k_moments[] = {
        {500ms, ""},       {1s, "zh-Hans 1"}, {2900ms, "zh-Hans 1"}, {3s, "zh-Hans 2"}, {6s, ""},
        {8s, "zh-Hans 3"}, {9s, ""}};
    for (const auto& [at, words] : k_moments) {
        visitor.player(S::playing, at, 40s);
        CHECK(visitor.watch().caption == words);
    }
    visitor.touch(SeekTo{4s});
    CHECK(visitor.watch().caption == "zh-Hans 2");
}

TEST_CASE("the page is built again when the caption changes and not for each picture") {
    Watching visitor;
    visitor.player(S::playing, 1'010ms, 40s);
    const auto revision = visitor.flow.revision();
    visitor.player(S::playing, 1'090ms, 40s);
    visitor.player(S::playing, 1'170ms, 40s);
    CHECK(visitor.flow.revision() == revision);
    visitor.player(S::playing, 2'999ms, 40s);
    const auto before = visitor.flow.revision();
    visitor.player(S::playing, 3s, 40s);
    CHECK(visitor.flow.revision() == before + 1);
    CHECK(visitor.watch().caption == "zh-Hans 2");
}

TEST_CASE("captions can be switched off and on, and are on again for the next visitor") {
    Watching visitor;
    visitor.player(S::playing, 2s, 40s);
    visitor.touch(ShowCaptions{false});
    CHECK(visitor.watch().caption.empty());
    CHECK_FALSE(visitor.watch().captions_on);
    CHECK(visitor.watch().has_captions);
    const auto revision = visitor.flow.revision();
    visitor.player(S::playing, 2'100ms, 40s);
    CHECK(visitor.flow.revision() == revision);
    visitor.touch(ShowCaptions{true});
    CHECK(visitor.watch().caption == "zh-Hans 1");
    visitor.touch(ShowCaptions{false});
    visitor.player(S::ended, 40s, 40s);
    visitor.wait(50s);
    REQUIRE(visitor.at<AttractModel>());
    visitor.touch(Wake{});
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.watch().captions_on);
}

TEST_CASE("a switch of the language switches the captions") {
    Watching visitor;
    visitor.player(S::playing, 2s, 40s);
    visitor.touch(ChooseLanguage{Language::en});
    CHECK(visitor.watch().caption == "en 1");
    visitor.touch(ChooseLanguage{Language::zh_hant});
    CHECK(visitor.watch().caption == "zh-Hans 1");
}

TEST_CASE("what is said can be read along in the visitor's language, unless captions are off") {
    Watching visitor;
    REQUIRE(visitor.watch().transcript);
    const auto& lines = *visitor.watch().transcript;
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].at == 3s);
    CHECK(lines[1].words == "zh-Hans 2");
    const auto kept = visitor.watch().transcript;
    visitor.player(S::playing, 2s, 40s);
    CHECK(visitor.watch().transcript == kept); // the same list, not another alike
    visitor.touch(ChooseLanguage{Language::en});
    CHECK(visitor.watch().transcript->front().words == "en 1");
    visitor.touch(ShowCaptions{false});
    CHECK_FALSE(visitor.watch().transcript);
    Visitor silent;
    silent.touch(OpenVideo{item("one")});
    CHECK_FALSE(silent.page<WatchModel>().transcript);
}

TEST_CASE("the lines of a cue are one line of the transcript") {
    const auto lines = flow::lines_of({{1s, 2s, "楼上漏水，\n先保留证据"},
                                       {2s, 3s, "Keep\nevidence"},
                                       {3s, 4s, "法律 12348\n有人听"}});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].words == "楼上漏水，先保留证据");
    CHECK(lines[1].words == "Keep evidence");
    CHECK(lines[2].words == "法律 12348 有人听");
    CHECK(lines[2].at == 3s);
}

TEST_CASE("captions that come for a video that the visitor has left are dropped") {
    Watching visitor;
    visitor.touch(OpenVideo{item("two")});
    visitor.player(S::playing, 2s, 20s);
    CHECK_FALSE(visitor.watch().has_captions);
    visitor.send(flow::CaptionsRead{item("one"), {track(Language::zh_hans, "old")}});
    CHECK_FALSE(visitor.watch().has_captions);
    CHECK(visitor.watch().caption.empty());
}

TEST_CASE("a video has captions while they are being read, and none if none could be") {
    Visitor visitor{with_captions({Language::zh_hans})};
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.page<WatchModel>().has_captions);
    visitor.send(flow::CaptionsRead{item("one"), {}});
    CHECK_FALSE(visitor.page<WatchModel>().has_captions);
}

TEST_CASE("a visitor gets captions in the own language, else in Chinese, else in any") {
    using Languages = std::vector<Language>;
    const auto chosen = [](const Languages& there, Language language) -> std::optional<Language> {
        std::vector<flow::CaptionTrack> tracks;
        for (const auto one : there)
            tracks.push_back({one, {}});
        const auto* track = flow::choose_captions(tracks, language);
        return track ? std::optional{track->language} : std::nullopt;
    };
    const auto hans = Language::zh_hans, hant = Language::zh_hant, en = Language::en;
    for (const auto language : model::k_languages) {
        CHECK(chosen({en, hant, hans}, language) == language);
        CHECK_FALSE(chosen({}, language));
    }
    CHECK(chosen({en, hans}, hant) == hans);
    CHECK(chosen({en, hant}, hans) == hant);
    CHECK(chosen({hant, hans}, en) == hans);
    CHECK(chosen({hant}, en) == hant);
    CHECK(chosen({en}, hans) == en);
    CHECK(chosen({en}, hant) == en);
}
