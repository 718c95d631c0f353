#include "kiosk/player/video_sink.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using pufa::player::VideoSink;

namespace {

media::Picture picture_at(Micros pts) {
    media::Picture picture;
    picture.pts = pts;
    return picture;
}

} // namespace

TEST_CASE("the first picture is shown at once, the next when it is due") {
    VideoSink sink;
    CHECK(sink.current() == nullptr);
    CHECK_FALSE(sink.update(0s));
    sink.push(picture_at(10s));
    CHECK(sink.update(9s));
    CHECK(sink.current()->pts == 10s);
    sink.push(picture_at(10s + 40ms));
    CHECK_FALSE(sink.update(10s + 39ms));
    CHECK(sink.next_pts() == Micros{10s + 40ms});
    CHECK(sink.update(10s + 40ms));
    CHECK(sink.current()->pts == 10s + 40ms);
    CHECK(sink.serial() == 2);
    CHECK(sink.dropped() == 0);
}

TEST_CASE("pictures that came too late are dropped, the newest due one is shown") {
    VideoSink sink;
    for (const Micros pts : {0ms, 40ms, 80ms, 120ms, 160ms})
        sink.push(picture_at(pts));
    CHECK(sink.update(130ms));
    CHECK(sink.current()->pts == 120ms);
    CHECK(sink.serial() == 1);
    CHECK(sink.dropped() == 3);
    CHECK(sink.waiting() == 1);
}

TEST_CASE("after a seek the old picture stays until the exact one comes") {
    VideoSink sink;
    sink.push(picture_at(1s));
    sink.push(picture_at(1s + 40ms));
    CHECK(sink.update(1s));
    sink.expect_new();
    CHECK_FALSE(sink.update(500ms));
    CHECK(sink.current()->pts == 1s);
    CHECK_FALSE(sink.shown());
    sink.push(picture_at(480ms));
    CHECK(sink.update(500ms));
    CHECK(sink.current()->pts == 480ms);
    CHECK(sink.shown());
}

TEST_CASE("clearing takes the picture off the screen and says so once") {
    VideoSink sink;
    sink.push(picture_at(0s));
    CHECK(sink.update(0s));
    const auto serial = sink.serial();
    sink.clear();
    CHECK(sink.current() == nullptr);
    CHECK(sink.serial() == serial + 1);
    sink.clear();
    CHECK(sink.serial() == serial + 1);
}

TEST_CASE("a slow producer in fake time: every picture it brings in time is shown once") {
    VideoSink sink;
    int shown = 0;
    int made = 0;
    for (Micros now = 0ms; now < 4s; now += 16ms) {
        while (Micros{made * 40ms} < now + 100ms && made < 90)
            sink.push(picture_at(made++ * 40ms));
        if (!sink.update(now)) continue;
        ++shown;
        CHECK(sink.current()->pts <= now);
        CHECK(now - sink.current()->pts < 40ms);
    }
    CHECK(made == 90);
    CHECK(shown == 90);
    CHECK(sink.dropped() == 0);
}
