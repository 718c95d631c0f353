#include "kiosk/player/sound_follower.h"

#include "content/base/log.h"
#include "tests/support/scripted_media.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using player::SoundFollower;

namespace {

const SteadyTime t0{1h};

struct Room {
    Room() {
        ring.written = 48'000 * 3;
        sink.attach(&ring);
        sink.set_running(true);
        follower.running_from(t0);
    }
    test::ScriptedRing ring;
    test::ScriptedSink sink;
    SoundFollower follower{sink};
};

} // namespace

TEST_CASE("a position in the ring is a time of the item") {
    Room room;
    CHECK(room.follower.heard(t0, 7s, false) == 7s); // not known yet: stand
    room.follower.begin({5s, 48'000, 1}, room.ring);
    CHECK(room.ring.position() == 48'000); // what was before is skipped
    CHECK(room.follower.heard(t0, 0s, false) == 5s);
    room.sink.pass(500ms);
    CHECK(room.follower.heard(t0 + 500ms, 0s, false) == 5500ms);
}

TEST_CASE("another pace holds from its place in the ring on") {
    Room room;
    room.follower.begin({5s, 0, 1}, room.ring);
    room.follower.begin({6s, 48'000, 1, 200}, room.ring); // nothing is skipped
    CHECK(room.ring.position() == 0);
    room.sink.pass(500ms);
    CHECK(room.follower.heard(t0 + 500ms, 0s, false) == 5500ms);
    CHECK(room.follower.pace_percent() == 100);
    room.sink.pass(1s);
    CHECK(room.follower.heard(t0 + 1500ms, 0s, false) == 7s);
    CHECK(room.follower.pace_percent() == 200);
}

TEST_CASE("a later start takes back what was to come after its place") {
    Room room;
    room.follower.begin({0s, 0, 1}, room.ring);
    room.follower.begin({1s, 48'000, 1, 200}, room.ring);
    room.follower.begin({500ms, 24'000, 1, 75}, room.ring);
    room.sink.pass(1500ms);
    CHECK(room.follower.heard(t0 + 1500ms, 0s, false) == 500ms + 750ms);
    CHECK(room.follower.pace_percent() == 75);
}

TEST_CASE("sound is over when all of it was heard, and not before the decoder's end") {
    Room room;
    room.follower.begin({0s, 0, 1}, room.ring);
    room.sink.pass(3s);
    CHECK(room.follower.heard(t0 + 3s, 0s, false) == 3s);
    CHECK_FALSE(room.follower.over());
    CHECK_FALSE(room.follower.heard(t0 + 3s, 0s, true));
    CHECK(room.follower.over());
    room.follower.expect_new();
    CHECK_FALSE(room.follower.over());
}

TEST_CASE("an end without a start is over too") {
    Room room;
    CHECK_FALSE(room.follower.heard(t0, 0s, true));
    CHECK(room.follower.over());
}

TEST_CASE("a device that takes nothing for a second is left alone, and the ring is emptied") {
    Room room;
    room.follower.begin({0s, 0, 1}, room.ring);
    room.sink.broken = true;
    CHECK(room.follower.heard(t0 + 900ms, 0s, false) == 0s);
    CHECK_FALSE(room.follower.heard(t0 + 1100ms, 0s, false));
    CHECK(room.follower.over());
    CHECK(base::take_logged_warnings().size() == 1);
    room.follower.make_room(500ms);
    CHECK(room.ring.position() == 24'000);
}
