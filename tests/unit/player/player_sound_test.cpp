// Pace, tracks of sound, and sound devices that come and go: picture and sound keep in step.
#include "kiosk/player/player.h"

#include "tests/support/player_stage.h"

using namespace pufa;
using namespace std::chrono_literals;
using player::State;
using test::k_frame;
using Stage = test::PlayerStage;

TEST_CASE("a sound device that dies costs the sound, not the film") {
    Stage stage;
    stage.start_film(6s, true);
    stage.pass(1s);
    stage.sink.broken = true;
    stage.pass(2s);
    CHECK(base::take_logged_warnings().size() == 1);
    const Micros at = stage.player.status().position;
    stage.pass(1s);
    CHECK(std::chrono::abs(stage.player.status().position - at - 1s) < 30ms);
    CHECK(stage.player.status().position - stage.shown() < k_frame);
    // The ring is emptied all the same, so that the decoder is not held up.
    const Micros heard{static_cast<int64_t>(stage.on().ring.at * 1'000'000 / 48'000)};
    CHECK(std::chrono::abs(heard - stage.player.status().position) < 30ms);
    stage.pass(4s);
    CHECK(stage.state() == State::ended);
}

TEST_CASE("how an item begins is told to its decoder and to the sink") {
    Stage stage;
    media::Stated stated;
    stated.video_codec = "h264";
    stage.player.play({"film.mp4"}, {0.5f, "yue", stated}, stage.now);
    REQUIRE(stage.logs[0]->beginnings.size() == 1);
    CHECK(stage.logs[0]->beginnings[0].sound_language == "yue");
    CHECK(stage.logs[0]->beginnings[0].stated == stated);
    CHECK(stage.sink.item_gain == 0.5f);
    stage.start_film(1s, false);
    CHECK(stage.sink.item_gain == 1);
}

TEST_CASE("without sound another pace holds at once, and the next film has its own again") {
    Stage stage;
    stage.start_film(60s, false);
    stage.pass(1s);
    const Micros at = stage.player.status().position;
    stage.player.set_pace(200, stage.now);
    CHECK(stage.logs[0]->paces == std::vector<int>{200});
    stage.player.set_pace(200, stage.now); // again is nothing new
    CHECK(stage.logs[0]->paces.size() == 1);
    stage.pass(2s);
    CHECK(std::chrono::abs(stage.player.status().position - at - 4s) < 30ms);
    CHECK(stage.player.status().position - stage.shown() < k_frame);
    CHECK(stage.player.status().pace_percent == 200);
    const auto due = stage.player.next_due(stage.now);
    REQUIRE(due);
    CHECK(*due - stage.now <= k_frame / 2);
    stage.start_film(4s, false);
    CHECK(stage.player.status().pace_percent == 100);
    stage.pass(1s);
    CHECK(std::chrono::abs(stage.player.status().position - 1s) < 30ms);
}

TEST_CASE("with sound another pace holds from where it is heard, picture and sound in step") {
    Stage stage;
    stage.start_film(60s, true);
    stage.pass(1s);
    stage.player.set_pace(150, stage.now);
    // The decoder takes over 100 ms ahead of what has been read.
    auto& ring = stage.on().ring;
    const uint64_t join = ring.at + 4800;
    const Micros join_pts{static_cast<int64_t>(join * 1'000'000 / 48'000)};
    stage.on().next.emplace_back(media::HasSound{join_pts, join, 1, 150});
    const auto heard = [&]() -> Micros {
        const auto us = [](uint64_t frames) {
            return Micros{static_cast<int64_t>(frames * 1'000'000 / 48'000)};
        };
        return ring.at <= join ? us(ring.at) : join_pts + us(ring.at - join) * 3 / 2;
    };
    for (int i = 0; i < 100; ++i) {
        stage.pass(40ms);
        CHECK(std::chrono::abs(heard() - stage.player.status().position) < 20ms);
        CHECK(stage.player.status().position - stage.shown() < k_frame);
    }
    CHECK(stage.player.status().position > 6500ms);
}

TEST_CASE("a track that is chosen is asked for once, one that is not there never") {
    Stage stage;
    stage.play();
    media::Facts facts;
    facts.duration = 10s;
    facts.has_sound = true;
    facts.sounds = {{"chi", ""}, {"yue", "粤语"}};
    facts.sound_track = 1;
    stage.on().opens(facts);
    stage.on().sounds(0s, 10s);
    CHECK(stage.player.update(stage.now));
    CHECK(stage.player.status().sound_track == 1);
    stage.player.choose_sound(2, stage.now);
    stage.player.choose_sound(1, stage.now);
    CHECK(stage.logs[0]->tracks.empty());
    stage.player.choose_sound(0, stage.now);
    CHECK(stage.player.status().sound_track == 0);
    CHECK(stage.logs[0]->tracks == std::vector<size_t>{0});
    CHECK(stage.player.update(stage.now));
}

TEST_CASE("a device that goes and comes back is followed by the clock without a jump") {
    Stage stage;
    stage.sink.latency = 40ms;
    stage.start_film(20s, true);
    stage.pass(1s);
    Micros last = stage.player.status().position;
    SteadyTime last_at = stage.now;
    const auto pass_evenly = [&](Micros time) {
        for (Micros step = 0ms; step < time; step += 40ms) {
            stage.pass(40ms);
            const Micros moved = stage.player.status().position - last;
            // Never back, never more than a frame from what has passed.
            CHECK(moved >= 0ms);
            CHECK(std::chrono::abs(moved - (stage.now - last_at)) < 20ms);
            CHECK(stage.player.status().position - stage.shown() < k_frame);
            last = stage.player.status().position;
            last_at = stage.now;
        }
    };
    const auto heard = [&] {
        const auto frames = static_cast<int64_t>(stage.sink.heard_position(stage.now));
        return Micros{frames * 1'000'000 / 48'000};
    };
    for (int i = 0; i < 2; ++i) {
        stage.sink.gone = true;
        pass_evenly(3s);
        // The ring keeps up, so that what comes back is what belongs to the picture.
        const Micros kept{static_cast<int64_t>(stage.on().ring.at * 1'000'000 / 48'000)};
        CHECK(std::chrono::abs(kept - stage.player.status().position) < 20ms);
        stage.sink.gone = false;
        pass_evenly(1s);
        CHECK(std::chrono::abs(heard() - stage.player.status().position) < 20ms);
    }
    CHECK(stage.state() == State::playing);
}

TEST_CASE("without a device from the start the film plays, and sounds once there is one") {
    Stage stage;
    stage.sink.latency = 40ms;
    stage.sink.gone = true;
    stage.start_film(20s, true);
    stage.pass(2s);
    CHECK(std::chrono::abs(stage.player.status().position - 2s) < 30ms);
    stage.player.seek(10s, stage.now);
    stage.next_picture = 10s;
    stage.on().sounds(10s, 10s);
    const uint64_t begins = stage.on().ring.written - 480'000;
    stage.pass(1s);
    CHECK(std::chrono::abs(stage.player.status().position - 11s) < 40ms);
    stage.sink.gone = false;
    stage.pass(1s);
    const auto frames = static_cast<int64_t>(stage.sink.heard_position(stage.now) - begins);
    const Micros heard = 10s + Micros{frames * 1'000'000 / 48'000};
    CHECK(std::chrono::abs(heard - stage.player.status().position) < 20ms);
}
