#include "kiosk/player/player.h"

#include "tests/support/player_stage.h"

using namespace pufa;
using namespace std::chrono_literals;
using player::State;
using test::k_frame;
using Stage = test::PlayerStage;

TEST_CASE(
    "a decoder is warm before anything plays, and the next is warmed behind the one that plays") {
    Stage stage;
    CHECK(stage.links.size() == 1);
    CHECK(stage.state() == State::idle);
    CHECK_FALSE(stage.player.next_due(stage.now));
    stage.play();
    CHECK(stage.logs[0]->opened.size() == 1);
    CHECK(stage.state() == State::opening);
    CHECK(stage.player.decoder_pid() == 4711);
    stage.player.update(stage.now);
    CHECK(stage.links.size() == 1);
    stage.open_film(1s, false);
    stage.on().shows(0s);
    CHECK(stage.player.update(stage.now));
    CHECK(stage.state() == State::playing);
    CHECK(stage.links.size() == 2);
}

TEST_CASE("pictures keep to the clock while sound is its master") {
    Stage stage;
    stage.start_film(4s, true);
    CHECK(stage.sink.running);
    for (int i = 0; i < 40; ++i) {
        stage.pass(80ms);
        const Micros heard{static_cast<int64_t>(stage.on().ring.at * 1'000'000 / 48'000)};
        CHECK(std::chrono::abs(heard - stage.player.status().position) < 20ms);
        CHECK(stage.player.status().position - stage.shown() < k_frame);
    }
}

TEST_CASE("without sound the film runs by the clock and ends at its duration") {
    Stage stage;
    stage.start_film(2s, false);
    stage.pass(1s);
    CHECK(std::chrono::abs(stage.player.status().position - 1s) < 20ms);
    stage.pass(900ms);
    CHECK(stage.state() == State::playing);
    stage.pass(200ms);
    CHECK(stage.state() == State::ended);
    CHECK(stage.player.status().position == 2s);
    CHECK(stage.shown() == 2s - k_frame);
    CHECK_FALSE(stage.player.next_due(stage.now));
}

TEST_CASE("a film with sound ends when picture and sound are over") {
    Stage stage;
    stage.start_film(2s, true);
    stage.pass(1900ms);
    CHECK(stage.state() == State::playing);
    stage.pass(300ms);
    CHECK(stage.state() == State::ended);
    CHECK(stage.player.status().position == 2s);
    CHECK_FALSE(stage.sink.running);
}

TEST_CASE("pause stops the sound and the picture at once, resume goes on from there") {
    Stage stage;
    stage.start_film(4s, true);
    stage.pass(1s);
    stage.player.pause(stage.now);
    CHECK_FALSE(stage.sink.running);
    CHECK(stage.state() == State::paused);
    const Micros at = stage.player.status().position;
    const auto serial = stage.player.picture_serial();
    stage.pass(3s);
    CHECK(stage.player.status().position == at);
    CHECK(stage.player.picture_serial() == serial);
    CHECK_FALSE(stage.player.next_due(stage.now));
    stage.player.resume(stage.now);
    CHECK(stage.sink.running);
    stage.pass(400ms);
    CHECK(std::chrono::abs(stage.player.status().position - at - 400ms) < 30ms);
}

TEST_CASE("a seek while paused shows the exact picture and stays paused") {
    Stage stage;
    stage.start_film(10s, true);
    stage.pass(500ms);
    stage.player.pause(stage.now);
    stage.player.seek(7s, stage.now);
    CHECK(stage.state() == State::seeking);
    CHECK(stage.player.status().position == 7s);
    CHECK(stage.logs[0]->sought == std::vector<Micros>{7s});
    CHECK(stage.player.picture() != nullptr);
    stage.next_picture = 7s;
    stage.on().sounds(7s, 3s);
    stage.pass(16ms);
    CHECK(stage.state() == State::paused);
    CHECK(stage.shown() == 7s);
    CHECK_FALSE(stage.sink.running);
    stage.pass(1s);
    CHECK(stage.shown() == 7s);
    stage.player.resume(stage.now);
    stage.pass(1s);
    CHECK(std::chrono::abs(stage.player.status().position - 8s) < 30ms);
}

TEST_CASE("a seek while playing goes on playing from there, sound and picture together") {
    Stage stage;
    stage.start_film(10s, true);
    stage.pass(1s);
    stage.player.seek(5s, stage.now);
    CHECK_FALSE(stage.sink.running);
    stage.next_picture = 5s;
    stage.on().sounds(5s, 5s);
    stage.pass(16ms);
    CHECK(stage.state() == State::playing);
    CHECK(stage.sink.running);
    stage.pass(1s);
    CHECK(std::chrono::abs(stage.player.status().position - 6s) < 40ms);
    CHECK(stage.player.status().position - stage.shown() < k_frame);
}

TEST_CASE("a target beyond the film is its end") {
    Stage stage;
    stage.start_film(2s, false);
    stage.player.seek(9s, stage.now);
    CHECK(stage.player.status().position == 2s);
    stage.player.seek(-3s, stage.now);
    CHECK(stage.player.status().position == 0s);
}

TEST_CASE("after the end resume begins again, a seek plays on from its target") {
    Stage stage;
    stage.start_film(1s, false);
    stage.pass(1200ms);
    REQUIRE(stage.state() == State::ended);
    stage.player.resume(stage.now);
    CHECK(stage.state() == State::seeking);
    CHECK(stage.logs[0]->sought == std::vector<Micros>{0s});
    stage.next_picture = 0s;
    stage.told_end = false;
    stage.pass(1200ms);
    REQUIRE(stage.state() == State::ended);
    stage.player.seek(600ms, stage.now);
    stage.next_picture = 600ms;
    stage.told_end = false;
    stage.pass(16ms);
    CHECK(stage.state() == State::playing);
    CHECK(stage.shown() == 600ms);
}

TEST_CASE("sound alone plays and ends") {
    Stage stage;
    stage.play();
    media::Facts facts;
    facts.duration = 1s;
    facts.has_sound = true;
    stage.on().opens(facts);
    stage.on().sounds(0s, 1s);
    stage.on().ends();
    stage.player.update(stage.now);
    CHECK(stage.state() == State::playing);
    stage.pass(500ms);
    CHECK(std::chrono::abs(stage.player.status().position - 500ms) < 30ms);
    CHECK(stage.player.picture() == nullptr);
    stage.pass(700ms);
    CHECK(stage.state() == State::ended);
    CHECK(stage.player.status().position == 1s);
}

TEST_CASE("a pause before the first picture shows it and waits") {
    Stage stage;
    stage.play();
    stage.player.pause(stage.now);
    CHECK(stage.state() == State::opening);
    stage.open_film(2s, false);
    stage.on().shows(0s);
    stage.player.update(stage.now);
    CHECK(stage.state() == State::paused);
    CHECK(stage.shown() == 0s);
}

TEST_CASE("a file that cannot be decoded fails by name, and the next plays with the warm decoder") {
    Stage stage;
    stage.play();
    stage.on().fails(Code::UNPLAYABLE);
    CHECK(stage.player.update(stage.now));
    CHECK(stage.state() == State::failed);
    CHECK(stage.player.status().error->code == Code::UNPLAYABLE);
    CHECK(stage.logs[0]->gone);
    CHECK(stage.player.decoder_pid() == -1);
    REQUIRE(stage.links.size() == 2);
    stage.start_film(1s, false);
    CHECK(stage.logs[1]->opened.size() == 1);
    CHECK(stage.state() == State::playing);
    CHECK_FALSE(stage.player.status().error);
}

TEST_CASE("a decoder that dies while it plays takes its picture along and nothing else") {
    Stage stage;
    stage.start_film(4s, true);
    stage.pass(1s);
    stage.on().fails(Code::DECODER_DIED);
    stage.player.update(stage.now);
    CHECK(stage.state() == State::failed);
    CHECK(stage.player.status().error->code == Code::DECODER_DIED);
    CHECK(stage.player.picture() == nullptr);
    CHECK_FALSE(stage.sink.running);
    CHECK(stage.sink.ring == nullptr);
    stage.start_film(4s, true);
    stage.pass(1s);
    CHECK(stage.state() == State::playing);
}

TEST_CASE("a warm decoder that died while it waited is replaced before it is used") {
    Stage stage;
    stage.links[0]->fails(Code::DECODER_DIED);
    stage.player.play({"film.mp4"}, {}, stage.now);
    CHECK(stage.state() == State::opening);
    CHECK(stage.links.size() == 2);
    CHECK(stage.logs[1]->opened.size() == 1);
}

TEST_CASE("a decoder that owes a picture and gives nothing for five seconds is killed") {
    Stage stage;
    stage.play();
    for (int tenth = 1; tenth < 50; ++tenth) {
        stage.now += 100ms;
        stage.player.update(stage.now);
        CHECK(stage.state() == State::opening);
    }
    stage.now += 100ms;
    stage.player.update(stage.now);
    CHECK(stage.state() == State::failed);
    CHECK(stage.player.status().error->code == Code::DECODER_DIED);
    CHECK(stage.logs[0]->gone);

    stage.start_film(60s, false);
    stage.film_end = 0s; // it stops giving
    stage.pass(4s);
    CHECK(stage.state() == State::playing);
    stage.pass(2s);
    CHECK(stage.state() == State::failed);
}

TEST_CASE("one that says it is at work is waited for, but not for ever") {
    Stage stage;
    stage.play();
    for (int second = 1; second < 10; ++second) {
        stage.now += 1s;
        ++stage.on().beats;
        stage.player.update(stage.now);
        CHECK(stage.state() == State::opening);
    }
    stage.now += 1s;
    ++stage.on().beats;
    stage.player.update(stage.now);
    CHECK(stage.state() == State::failed);
    CHECK(stage.logs[0]->gone);
}

TEST_CASE("a pause is no hang, however long") {
    Stage stage;
    stage.start_film(60s, true);
    stage.pass(1s);
    stage.player.pause(stage.now);
    stage.now += 1h;
    stage.player.update(stage.now);
    CHECK(stage.state() == State::paused);
    stage.player.resume(stage.now);
    stage.player.update(stage.now);
    CHECK(stage.state() == State::playing);
}

TEST_CASE("a missing file and a missing decoder are named") {
    Stage stage;
    stage.links[0]->open_error = Error{Code::NOT_FOUND, "film.mp4", ""};
    stage.play();
    CHECK(stage.state() == State::failed);
    CHECK(stage.player.status().error->code == Code::NOT_FOUND);
    stage.missing = true;
    stage.player.play({"film.mp4"}, {}, stage.now);
    CHECK(stage.state() == State::failed);
    CHECK(stage.player.status().error->code == Code::NO_DECODER);
    stage.player.update(stage.now);
    CHECK(base::take_logged_warnings().size() == 1);
    stage.player.update(stage.now);
}

TEST_CASE("a preview is on screen at once, but it is not the picture that was asked for") {
    Stage stage;
    stage.start_film(10s, false);
    stage.pass(1s);
    stage.player.seek(7s, stage.now);
    media::Picture preview;
    preview.pts = 6s;
    preview.preview = true;
    stage.on().next.emplace_back(media::HasPicture{preview, 2});
    CHECK(stage.player.update(stage.now));
    CHECK(stage.state() == State::seeking);
    CHECK(stage.shown() == 6s);
    CHECK(stage.player.picture()->preview);
    CHECK(stage.player.status().position == 7s);
    stage.now += 100ms;
    stage.on().shows(7s);
    stage.player.update(stage.now);
    CHECK(stage.state() == State::playing);
    CHECK(stage.shown() == 7s);
    CHECK(stage.player.status().position == 7s);
    // One that comes late changes nothing.
    stage.on().next.emplace_back(media::HasPicture{preview, 2});
    stage.player.update(stage.now);
    CHECK(stage.shown() == 7s);
}

TEST_CASE("the first picture may be seen before the film runs") {
    Stage stage;
    stage.player.play({"a.mp4", 0, 0}, {}, stage.now);
    media::Facts facts;
    facts.width = facts.height = 64;
    facts.duration = 10s;
    stage.on().next.emplace_back(media::HasOpened{facts});
    media::Picture early;
    early.preview = true;
    stage.on().next.emplace_back(media::HasPicture{early, 1});
    stage.player.update(stage.now);
    CHECK(stage.state() == State::opening);
    CHECK(stage.shown() == 0s);
    stage.now += 30ms;
    stage.player.update(stage.now);
    CHECK(stage.player.status().position == 0s); // the clock stands
    stage.on().shows(0s);
    stage.player.update(stage.now);
    CHECK(stage.state() == State::playing);
    CHECK_FALSE(stage.player.picture()->preview);
}

TEST_CASE("stop lets the decoder go and empties the screen") {
    Stage stage;
    stage.start_film(4s, true);
    stage.pass(400ms);
    stage.player.stop();
    CHECK(stage.state() == State::idle);
    CHECK(stage.player.picture() == nullptr);
    CHECK(stage.logs[0]->gone);
    CHECK(stage.sink.ring == nullptr);
    CHECK(stage.player.update(stage.now));
    CHECK_FALSE(stage.player.update(stage.now));
    CHECK_FALSE(stage.player.next_due(stage.now));
}

TEST_CASE("the next step is asked for when the next picture is due") {
    Stage stage;
    stage.start_film(4s, false);
    stage.pass(80ms);
    const auto due = stage.player.next_due(stage.now);
    REQUIRE(due);
    CHECK(*due > stage.now);
    CHECK(*due - stage.now <= k_frame);
    // Also when a frame was drawn since, which takes its time.
    CHECK(*stage.player.next_due(stage.now + 5ms) == *due);
    CHECK(*stage.player.next_due(*due + 5ms) > *due + 5ms);
    stage.now = *due;
    const auto serial = stage.player.picture_serial();
    stage.player.update(stage.now);
    CHECK(stage.player.picture_serial() == serial + 1);
}
