#include "kiosk/flow/hearing.h"
#include "tests/flow/visitor.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::screens;
using namespace std::chrono_literals;
using test::item;
using test::Visitor;
using S = flow::PlayerUpdate::State;
using Sound = tally::SoundLanguage;

namespace {

/// Two films, what their packs say that they speak, and how loud they are.
std::shared_ptr<catalog::Snapshot> speaking(std::vector<std::string> one,
                                            std::vector<std::string> two) {
    auto snapshot = test::sample_snapshot();
    snapshot->videos[0].sounds = std::move(one);
    snapshot->videos[1].sounds = std::move(two);
    return snapshot;
}

flow::PlayerUpdate opened(const std::vector<std::string>& languages, size_t track = 0) {
    flow::PlayerUpdate update{S::playing, 1s, 40s, true};
    for (const auto& language : languages)
        update.sounds.push_back({language, ""});
    update.sound_track = track;
    return update;
}

std::vector<std::string> names(const WatchModel& watch) {
    std::vector<std::string> names;
    for (const auto& sound : watch.sounds)
        names.push_back((sound.current ? "*" : "") + sound.name);
    return names;
}

template <class E>
std::vector<E> asked(const Visitor& visitor) {
    std::vector<E> found;
    for (const auto& effect : visitor.effects)
        if (const auto* one = std::get_if<E>(&effect)) found.push_back(*one);
    return found;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("sounds are offered by their own names, and only where there are two") {
    struct Row {
        Names pack, file, zh_hans, en;
    };
    const Row rows[] = {
        {{"cmn", "yue"}, {"", ""}, {"*普通话", "粤语"}, {"*普通话 Mandarin", "粤语 Cantonese"}},
        {{}, {"chi", "yue"}, {"*普通话", "粤语"}, {"*普通话 Mandarin", "粤语 Cantonese"}},
        {{"und", "en"}, {"zho", "eng"}, {"*普通话", "English"}, {"*普通话 Mandarin", "English"}},
        {{"cmn", "yue-x-taishan", "hak"},
         {"", "", ""},
         {"*普通话", "台山话", "客家话"},
         {"*普通话 Mandarin", "台山话 Taishanese", "客家话 Hakka"}},
        {{}, {"", "und"}, {"*声音 1", "声音 2"}, {"*Sound 1", "Sound 2"}},
        {{"cmn", "cmn"},
         {"", ""},
         {"*普通话", "普通话 2"},
         {"*普通话 Mandarin", "普通话 Mandarin 2"}},
        {{"cmn"}, {"chi"}, {}, {}},
        {{}, {}, {}, {}},
    };
    for (const auto& row : rows) {
        Visitor visitor{speaking(row.pack, {})};
        visitor.touch(OpenVideo{item("one")});
        // The pack's word is enough before the file is open.
        if (row.pack.size() > 1 && row.pack[0] != "und")
            CHECK(names(visitor.page<WatchModel>()) == row.zh_hans);
        visitor.send(opened(row.file));
        CHECK(names(visitor.page<WatchModel>()) == row.zh_hans);
        visitor.touch(ChooseLanguage{model::Language::en});
        CHECK(names(visitor.page<WatchModel>()) == row.en);
    }
}

TEST_CASE("the sound that was chosen is heard at once, in the next film, and by nobody after") {
    Visitor visitor{speaking({"cmn", "yue"}, {"en", "yue", "cmn"})};
    visitor.touch(OpenVideo{item("one")});
    CHECK(asked<flow::PlayVideo>(visitor).back().sound_language.empty());
    visitor.send(opened({"", ""}));
    CHECK(visitor.asked_for<flow::ChooseSound>() == 0);
    visitor.touch(ChooseSound{1});
    REQUIRE(visitor.asked_for<flow::ChooseSound>() == 1);
    CHECK(asked<flow::ChooseSound>(visitor)[0].track == 1);
    CHECK(names(visitor.page<WatchModel>()) == Names{"普通话", "*粤语"});

    visitor.touch(OpenVideo{item("two")});
    CHECK(asked<flow::PlayVideo>(visitor).back().sound_language == "yue");
    CHECK(names(visitor.page<WatchModel>()) == Names{"English", "*粤语", "普通话"});
    // The file names nothing: the player began with its first track, and is told which is meant.
    visitor.send(opened({"", "", ""}));
    REQUIRE(visitor.asked_for<flow::ChooseSound>() == 2);
    CHECK(asked<flow::ChooseSound>(visitor)[1].track == 1);
    // It needs no telling where the file says so itself.
    visitor.touch(OpenVideo{item("one")});
    visitor.send(opened({"chi", "yue"}, 1));
    CHECK(visitor.asked_for<flow::ChooseSound>() == 2);

    visitor.player(S::ended, 40s, 40s);
    visitor.wait(50s);
    REQUIRE(visitor.at<AttractModel>());
    visitor.touch(Wake{});
    visitor.touch(OpenVideo{item("one")});
    CHECK(asked<flow::PlayVideo>(visitor).back().sound_language.empty());
}

TEST_CASE("a track that the film does not have is not chosen") {
    Visitor visitor{speaking({"cmn", "yue"}, {})};
    visitor.touch(OpenVideo{item("one")});
    visitor.touch(ChooseSound{1}); // not open yet: nobody knows
    visitor.send(opened({"", ""}));
    visitor.touch(ChooseSound{2});
    visitor.touch(ChooseSound{-1});
    visitor.touch(GoBack{});
    visitor.touch(ChooseSound{0});
    CHECK(visitor.asked_for<flow::ChooseSound>() == 0);
}

TEST_CASE("what is heard is counted, and nothing is said to be heard that is not") {
    struct Row {
        Names pack, file;
        size_t track;
        bool has_sound;
        Sound sound;
    };
    const Row rows[] = {
        {{"cmn", "yue"}, {"", ""}, 0, true, Sound::mandarin},
        {{"cmn", "yue"}, {"", ""}, 1, true, Sound::cantonese},
        {{}, {"yue"}, 0, true, Sound::cantonese},
        {{}, {"eng"}, 0, true, Sound::english},
        {{"yue-x-taishan"}, {""}, 0, true, Sound::other},
        {{}, {"fre"}, 0, true, Sound::other},
        {{}, {""}, 0, true, Sound::unknown},
        {{}, {}, 0, true, Sound::unknown},
        {{}, {}, 0, false, Sound::none},
    };
    for (const auto& row : rows) {
        auto snapshot = speaking(row.pack, {});
        snapshot->videos[0].has_sound = row.has_sound;
        Visitor visitor{snapshot};
        visitor.touch(OpenVideo{item("one")});
        CHECK(visitor.events.front().sound == Sound::none); // the visit itself
        for (auto at = 0s; at < 16s; at += 1s) {
            auto update = opened(row.file, row.track);
            update.position = at;
            visitor.send(update);
        }
        REQUIRE(visitor.counted(tally::Counter::engaged) == 1);
        CHECK(visitor.events.back().sound == row.sound);
    }
}

TEST_CASE("questions and menus have no sound, though a film was heard before") {
    Visitor visitor{speaking({"cmn"}, {})};
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.events.back().sound == Sound::mandarin);
    visitor.touch(OpenQuiz{item("quiz")});
    visitor.touch(ChooseOption{0});
    REQUIRE(visitor.counted(tally::Counter::answered) == 1);
    for (const auto& event : visitor.events)
        if (event.counter == tally::Counter::answered) CHECK(event.sound == Sound::none);
}

TEST_CASE("a pace holds for the films of a visit, and the next visitor has the usual one") {
    Visitor visitor;
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.asked_for<flow::SetPace>() == 0);
    visitor.touch(ChoosePace{150});
    CHECK(visitor.page<WatchModel>().pace_percent == 150);
    visitor.touch(OpenVideo{item("two")});
    CHECK(visitor.page<WatchModel>().pace_percent == 150);
    const auto paces = asked<flow::SetPace>(visitor);
    REQUIRE(paces.size() == 2);
    CHECK(paces[0].percent == 150);
    CHECK(paces[1].percent == 150);
    for (const int odd : {0, 99, 300, -100})
        visitor.touch(ChoosePace{odd});
    CHECK(visitor.page<WatchModel>().pace_percent == 150);
    visitor.player(S::ended, 20s, 20s);
    visitor.wait(50s);
    visitor.touch(Wake{});
    visitor.touch(OpenVideo{item("one")});
    CHECK(visitor.page<WatchModel>().pace_percent == 100);
    CHECK(asked<flow::SetPace>(visitor).size() == 2);
}

TEST_CASE("a film is made as loud as the others, and opens by what its pack says of it") {
    auto snapshot = test::sample_snapshot();
    snapshot->videos[0].loudness = model::Loudness{-22, -10};
    snapshot->videos[0].stated.emplace().video_codec = "h264";
    Visitor visitor{snapshot};
    visitor.touch(OpenVideo{item("one")});
    CHECK(asked<flow::PlayVideo>(visitor).back().gain == doctest::Approx(1.9953).epsilon(1e-4));
    REQUIRE(asked<flow::PlayVideo>(visitor).back().stated);
    CHECK(asked<flow::PlayVideo>(visitor).back().stated->video_codec == "h264");
    visitor.touch(OpenVideo{item("two")});
    CHECK(asked<flow::PlayVideo>(visitor).back().gain == 1);
    CHECK_FALSE(asked<flow::PlayVideo>(visitor).back().stated);
}
