#include "content/media/check.h"

#include "content/media/channel.h"
#include "content/media/layout.h"

#include <doctest/doctest.h>

#include <cstring>
#include <limits>
#include <random>

using namespace pufa::media;

namespace {

/// In the middle of a film: generation 3, slot 2 of 4 in the kiosk's hands.
Expectation playing() {
    Expectation expected;
    expected.greeted = expected.open = expected.opened = true;
    expected.first_generation = 2;
    expected.generation = 3;
    expected.slot_count = 4;
    expected.slot_bytes = slot_bytes_for(PixelFormat::yuv420p, 640, 480);
    expected.max_width = 640;
    expected.max_height = 480;
    expected.leased = 0b0100;
    expected.sound = true;
    expected.sound_written = 5000;
    return expected;
}

Message good_frame() {
    Message message = blank(Kind::frame);
    auto& frame = message.frame;
    frame.generation = 3;
    frame.slot = 1;
    frame.format = PixelFormat::yuv420p;
    frame.width = 640;
    frame.height = 480;
    const Layout layout = layout_of(frame.format, 640, 480);
    frame.plane_offset = layout.offset;
    frame.plane_stride = layout.stride;
    return message;
}

bool refused(const Message& message, const Expectation& expected = playing()) {
    return breach(message, expected).has_value();
}

/// The good frame with one thing changed is refused.
template <class Change>
bool refuses_frame_with(Change change) {
    Message message = good_frame();
    change(message.frame);
    return refused(message);
}

constexpr uint32_t k_most = std::numeric_limits<uint32_t>::max();

} // namespace

TEST_CASE("what an honest decoder sends is believed") {
    CHECK_FALSE(refused(good_frame()));
    Message older = good_frame();
    older.frame.generation = 2;
    CHECK_FALSE(refused(older));
    Message start = blank(Kind::sound_start);
    start.sound_start.generation = 3;
    start.sound_start.position = 5000;
    start.sound_start.pace_percent = 100;
    CHECK_FALSE(refused(start));
    Message end = blank(Kind::end);
    end.end.generation = 3;
    CHECK_FALSE(refused(end));
    Message failed = blank(Kind::failed);
    failed.failed.generation = 3;
    failed.failed.cause = FailureCause::damaged;
    CHECK_FALSE(refused(failed));
}

TEST_CASE("a greeting says how the decoder is jailed, within reason") {
    Expectation expected;
    Message hello = blank(Kind::hello);
    hello.hello = {k_wire_version, 1, 7};
    CHECK_FALSE(refused(hello, expected));
    hello.hello = {k_wire_version, 0, 0};
    CHECK_FALSE(refused(hello, expected));
    hello.hello = {k_wire_version, 2, 7};
    CHECK(refused(hello, expected));
    hello.hello = {k_wire_version, 1, k_most};
    CHECK(refused(hello, expected));
    hello.hello = {k_wire_version + 1, 1, 7};
    CHECK(refused(hello, expected));
}

TEST_CASE("a sign of life may come late, for what was asked for only") {
    Message alive = blank(Kind::alive);
    alive.alive.generation = 3;
    CHECK_FALSE(refused(alive));
    Expectation over = playing();
    over.open = false;
    CHECK_FALSE(refused(alive, over));
    alive.alive.generation = 4;
    CHECK(refused(alive));
    alive.alive.generation = 0;
    CHECK(refused(alive));
    over.greeted = false;
    alive.alive.generation = 3;
    CHECK(refused(alive, over));
}

TEST_CASE("a slot that does not exist or is in use is refused") {
    CHECK(refuses_frame_with([](Frame& frame) { frame.slot = 4; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.slot = k_most; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.slot = 2; }));
}

TEST_CASE("a generation that was not asked for is refused") {
    CHECK(refuses_frame_with([](Frame& frame) { frame.generation = 4; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.generation = 1; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.generation = 0; }));
}

TEST_CASE("planes that reach beyond their slot by one byte are refused") {
    for (size_t plane = 0; plane < 3; ++plane) {
        CAPTURE(plane);
        CHECK(refuses_frame_with([&](Frame& frame) {
            // The last row ends at the slot's last byte; one more is too far.
            const uint32_t rows = plane == 0 ? 480 : 240;
            const uint32_t row = plane == 0 ? 640 : 320;
            const uint64_t used = uint64_t{frame.plane_stride[plane]} * (rows - 1) + row;
            frame.plane_offset[plane] = static_cast<uint32_t>(playing().slot_bytes - used) + 1;
        }));
        CHECK(refuses_frame_with([&](Frame& frame) { frame.plane_offset[plane] = k_most; }));
        CHECK(refuses_frame_with([&](Frame& frame) { frame.plane_stride[plane] = k_most; }));
        CHECK(refuses_frame_with([&](Frame& frame) { frame.plane_stride[plane] = 0; }));
        CHECK(refuses_frame_with([&](Frame& frame) { frame.plane_stride[plane] = 319; }));
    }
}

TEST_CASE("sizes out of bounds are refused") {
    CHECK(refuses_frame_with([](Frame& frame) { frame.width = 0; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.height = 0; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.width = 641; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.height = 481; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.width = frame.height = k_most; }));
}

TEST_CASE("unknown formats and colours are refused, and RGBA where film was asked for") {
    CHECK(refuses_frame_with([](Frame& frame) { frame.format = PixelFormat::none; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.format = PixelFormat::rgba; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.format = PixelFormat{77}; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.matrix = ColorMatrix{3}; }));
    CHECK(refuses_frame_with([](Frame& frame) { frame.range = ColorRange{2}; }));
    CHECK(refuses_frame_with(
        [](Frame& frame) { frame.pts_us = std::numeric_limits<int64_t>::max(); }));
    CHECK(refuses_frame_with(
        [](Frame& frame) { frame.pts_us = std::numeric_limits<int64_t>::min(); }));
}

TEST_CASE("the order of messages is kept") {
    Expectation expected = playing();
    Message hello = blank(Kind::hello);
    hello.hello.version = k_wire_version;
    CHECK(refused(hello, expected));
    expected.greeted = false;
    CHECK_FALSE(refused(hello, expected));
    CHECK(refused(good_frame(), expected));
    hello.hello.version = k_wire_version + 1;
    CHECK(refused(hello, expected));

    expected = playing();
    expected.opened = false;
    CHECK(refused(good_frame(), expected));
    CHECK(refused(blank(Kind::end), expected));
    expected = playing();
    expected.open = false;
    CHECK(refused(good_frame(), expected));
    expected = playing();
    expected.purpose = Purpose::probe;
    CHECK(refused(good_frame(), expected));
}

TEST_CASE("what only a kiosk sends is refused, and what nobody sends") {
    for (const Kind kind : {Kind::open, Kind::seek, Kind::release, Kind::close, Kind::pace,
                            Kind::choose_sound, Kind{0}, Kind{99}})
        CHECK(refused(blank(kind)));
}

TEST_CASE("facts that cannot be are refused") {
    Expectation expected = playing();
    expected.opened = false;
    Message good = blank(Kind::opened);
    good.opened.width = 640;
    good.opened.height = 480;
    good.opened.frame_rate_num = 25;
    good.opened.frame_rate_den = 1;
    CHECK_FALSE(refused(good, expected));
    CHECK(refused(good, playing())); // twice
    const auto with = [&](auto change) {
        Message message = good;
        change(message.opened);
        return refused(message, expected);
    };
    CHECK(with([](Opened& opened) { opened.duration_us = -1; }));
    CHECK(with([](Opened& opened) { opened.duration_us = int64_t{1} << 60; }));
    CHECK(with([](Opened& opened) { opened.width = 4097; }));
    CHECK(with([](Opened& opened) { opened.width = 0; }));
    CHECK(with([](Opened& opened) { opened.width = opened.height = 0; }));
    CHECK(with([](Opened& opened) { opened.frame_rate_den = 0; }));
    CHECK(with([](Opened& opened) { opened.has_sound = 2; }));
    CHECK(with([](Opened& opened) { opened.rotation = 45; }));
    CHECK(with([](Opened& opened) { opened.rotation = 360; }));
}

TEST_CASE("sound that was not written or not asked for is refused") {
    Message start = blank(Kind::sound_start);
    start.sound_start.generation = 3;
    start.sound_start.pace_percent = 100;
    start.sound_start.position = 5001;
    CHECK(refused(start));
    start.sound_start.position = 1;
    CHECK_FALSE(refused(start));
    for (const uint32_t percent : {0u, 49u, 201u, k_most}) {
        start.sound_start.pace_percent = percent;
        CHECK(refused(start));
    }
    start.sound_start.pace_percent = 100;
    start.sound_start.track = 1; // none was told of
    CHECK(refused(start));
    start.sound_start.track = 0;
    Expectation silent = playing();
    silent.sound = false;
    CHECK(refused(start, silent));
}

TEST_CASE("tracks of sound come in order, before Opened, and not without end") {
    Expectation expected = playing();
    expected.opened = false;
    expected.sounds = 1;
    Message track = blank(Kind::sound_track);
    track.sound_track.index = 1;
    CHECK_FALSE(refused(track, expected));
    CHECK(refused(track, playing()));
    track.sound_track.index = 0;
    CHECK(refused(track, expected));
    expected.sounds = track.sound_track.index = k_most_sounds;
    CHECK(refused(track, expected));
}

TEST_CASE("what is stated of a film is in range, and a preview only of what plays") {
    Expectation expected = playing();
    expected.opened = false;
    Message good = blank(Kind::opened);
    good.opened.width = 640;
    good.opened.height = 480;
    good.opened.stated.width = 1920;
    CHECK_FALSE(refused(good, expected));
    const auto with = [&](auto change) {
        Message message = good;
        change(message.opened);
        return refused(message, expected);
    };
    CHECK(with([](Opened& opened) { opened.stated.width = k_most; }));
    CHECK(with([](Opened& opened) { opened.stated.video_delay = 17; }));
    CHECK(with([](Opened& opened) { opened.stated.frame_rate_num = 25; }));
    CHECK(with([](Opened& opened) { opened.stated.duration_us = -1; }));
    CHECK(with([](Opened& opened) { opened.stated.start_us = int64_t{1} << 60; }));
    CHECK(with([](Opened& opened) { opened.sound_track = 1; }));

    CHECK(refuses_frame_with([](Frame& frame) { frame.preview = 2; }));
    Message preview = good_frame();
    preview.frame.preview = 1;
    CHECK_FALSE(refused(preview));
    expected = playing();
    expected.purpose = Purpose::picture;
    expected.pictures_left = 1;
    preview.frame.format = PixelFormat::rgba;
    preview.frame.plane_stride[0] = 640 * 4;
    expected.slot_bytes = slot_bytes_for(PixelFormat::rgba, 640, 480);
    CHECK(refused(preview, expected));
    preview.frame.preview = 0;
    CHECK_FALSE(refused(preview, expected));
    expected.pictures_left = 0; // one still was asked for, and has come
    CHECK(refused(preview, expected));
}

TEST_CASE("captions of a study come piece by piece, and not more than can be kept") {
    Expectation expected = playing();
    expected.purpose = Purpose::study;
    expected.texts = 2;
    Message track = blank(Kind::text_track);
    track.text_track.generation = 3;
    track.text_track.index = 2;
    CHECK_FALSE(refused(track, expected));
    CHECK(refused(track)); // nobody asked for a study
    Message good = blank(Kind::cue_text);
    auto& cue = good.cue_text;
    cue.generation = 3;
    cue.track = 1;
    cue.bytes = sizeof cue.text;
    cue.complete = 1;
    CHECK_FALSE(refused(good, expected));
    const auto with = [&](auto change) {
        Message message = good;
        Expectation state = expected;
        change(message.cue_text, state);
        return refused(message, state);
    };
    CHECK(with([](CueText& text, Expectation&) { ++text.bytes; }));
    CHECK(with([](CueText& text, Expectation&) { text.track = 2; }));
    CHECK(with([](CueText& text, Expectation&) { text.bytes = text.complete = 0; }));
    CHECK(with([](CueText& text, Expectation&) { text.until_us = int64_t{1} << 60; }));
    CHECK(with([](CueText&, Expectation& state) { state.texts = 0; }));
    CHECK(with([](CueText&, Expectation& state) { state.cues = k_most_cues; }));
    CHECK(with([](CueText&, Expectation& state) { state.cue_bytes = k_most_cue_bytes; }));
    CHECK(with([](CueText&, Expectation& state) { state.caption_bytes = k_most_caption_bytes; }));
    expected.cue_bytes = 1; // the cue before has not ended
    CHECK(refused(track, expected));
    Message found = blank(Kind::studied);
    found.studied.generation = 3;
    CHECK(refused(found, expected));
    expected.cue_bytes = 0;
    CHECK_FALSE(refused(found, expected));
}

TEST_CASE("nothing is added to what a study has found, and it is found once") {
    Expectation expected = playing();
    expected.purpose = Purpose::study;
    expected.slot_bytes = slot_bytes_for(PixelFormat::rgba, 640, 480);
    expected.pictures_left = expected.texts = 1;
    Message picture = good_frame();
    picture.frame.format = PixelFormat::rgba;
    picture.frame.plane_stride[0] = 640 * 4;
    Message track = blank(Kind::text_track);
    track.text_track = {3, 1, {}, {}};
    Message cue = blank(Kind::cue_text);
    cue.cue_text.generation = 3;
    cue.cue_text.complete = 1;
    Message found = blank(Kind::studied);
    found.studied.generation = 3;
    for (const Message& message : {picture, track, cue, found}) {
        CAPTURE(static_cast<uint32_t>(message.kind));
        expected.studied = false;
        CHECK_FALSE(refused(message, expected));
        expected.studied = true;
        CHECK(refused(message, expected));
    }
    Message end = blank(Kind::end);
    end.end.generation = 3;
    CHECK_FALSE(refused(end, expected));
}

TEST_CASE("a study's messages belong to a study, in range, and no picture more than planned") {
    Expectation expected = playing();
    expected.purpose = Purpose::study;
    expected.slot_bytes = slot_bytes_for(PixelFormat::rgba, 640, 480);
    expected.pictures_left = 1;
    Message small = good_frame();
    small.frame.format = PixelFormat::rgba;
    small.frame.plane_stride[0] = 640 * 4;
    CHECK_FALSE(refused(small, expected));
    expected.pictures_left = 0;
    CHECK(refused(small, expected));
    expected.pictures_left = 1;
    CHECK(refused(good_frame(), expected)); // not RGBA

    Message progress = blank(Kind::progress);
    progress.progress.generation = 3;
    progress.progress.percent = 100;
    CHECK_FALSE(refused(progress, expected));
    CHECK(refused(progress));
    progress.progress.percent = 101;
    CHECK(refused(progress, expected));

    Message good = blank(Kind::studied);
    good.studied.generation = 3;
    good.studied.has_loudness = 1;
    good.studied.lufs = -23;
    CHECK_FALSE(refused(good, expected));
    CHECK(refused(good)); // nobody asked for a study
    const auto with = [&](auto change) {
        Message message = good;
        change(message.studied);
        return refused(message, expected);
    };
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(with([&](Studied& studied) { studied.lufs = nan; }));
    CHECK(with([](Studied& studied) { studied.peak_dbtp = 1e300; }));
    CHECK(with([](Studied& studied) { studied.keyframe_gap_us = -1; }));
    CHECK(with([](Studied& studied) { studied.end_us = int64_t{1} << 60; }));
    CHECK(with([](Studied& studied) { studied.interlaced = 2; }));
    CHECK(with([](Studied& studied) { studied.sample_depth = 65; }));
    CHECK(with([](Studied& studied) { studied.generation = 4; }));
    expected.opened = false;
    CHECK(refused(good, expected));
}

TEST_CASE("texts end at their array, and only print what can be printed") {
    char text[8];
    std::memset(text, 'a', sizeof text);
    CHECK(printable(text, sizeof text) == "aaaaaaaa");
    CHECK(printable("h264\n\x1b[2J\xff", 12) == "h264??[2J?");
    CHECK(readable("粤语\n\0x", 10) == "粤语 ");
    CHECK(readable("\xe7\xb2", 2) == "??"); // ends within a character
    CHECK(readable("a\x7f\xc2\x9b"
                   "2J\xc2\xa0z",
                   9) == "a  2J\xc2\xa0z"); // U+009B commands terminals
    CHECK(without_controls("一\n\r\x1b[2J", LineEnds::kept) == "一\n  [2J");
}

TEST_CASE("whatever the bytes, a frame that is believed lies within its slot") {
    std::mt19937 random{2026};
    int believed = 0;
    for (int round = 0; round < 300'000; ++round) {
        Message message = good_frame();
        auto* bytes = reinterpret_cast<unsigned char*>(&message.frame);
        const int changes = 1 + static_cast<int>(random() % 3);
        for (int i = 0; i < changes; ++i)
            bytes[random() % sizeof(Frame)] = static_cast<unsigned char>(random());
        const Expectation expected = playing();
        if (breach(message, expected)) continue;
        ++believed;
        const auto& frame = message.frame;
        for (size_t plane = 0; plane < 3; ++plane) {
            const uint64_t row = plane == 0 ? frame.width : (frame.width + 1) / 2;
            const uint64_t rows = plane == 0 ? frame.height : (frame.height + 1) / 2;
            REQUIRE(frame.plane_stride[plane] >= row);
            REQUIRE(frame.plane_offset[plane] + frame.plane_stride[plane] * (rows - 1) + row <=
                    expected.slot_bytes);
            REQUIRE(frame.plane_stride[plane] <= std::numeric_limits<int>::max());
        }
        REQUIRE(frame.slot < expected.slot_count);
        REQUIRE((expected.leased >> frame.slot & 1) == 0);
    }
    CHECK(believed > 1000);
    CHECK(believed < 299'000);
}
