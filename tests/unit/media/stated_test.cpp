#include "content/media/stated.h"

#include <doctest/doctest.h>

using namespace pufa::media;
using namespace std::chrono_literals;

TEST_CASE("what is stated crosses the wire and comes back the same") {
    Stated stated;
    stated.start = -80ms;
    stated.duration = 1234567us;
    stated.video_codec = "h264";
    stated.width = 1920;
    stated.height = 1080;
    stated.video_delay = 2;
    stated.frame_rate_num = 30000;
    stated.frame_rate_den = 1001;
    stated.sound_codec = "aac";
    stated.sound_rate = 44100;
    stated.sound_channels = 6;
    CHECK(stated_of(fields_of(stated)) == stated);
    CHECK(stated_of(fields_of({})) == Stated{});
}

TEST_CASE("a name that is too long is cut, and a name without an end has one") {
    CHECK(name_of(short_name("yue")) == "yue");
    CHECK(name_of(short_name("a-name-of-twenty-char")) == "a-name-of-twent");
    ShortName full;
    full.fill('x');
    CHECK(name_of(full).size() == full.size());
}

TEST_CASE("a number below zero is none") {
    Stated stated;
    stated.width = -5;
    CHECK(stated_of(fields_of(stated)).width == 0);
}
