// The link against a peer that the test plays; the real decoder is in tests/unit/decoder.
#include "content/media/link.h"

#include "tests/support/scripted_peer.h"

#include <cstring>
#include <limits>

using namespace pufa;
using namespace pufa::media;
using namespace std::chrono_literals;
using test::failure_of;
using test::ScriptedPeer;

TEST_CASE("open hands over a read-only file, its range, and memory of the promised size") {
    ScriptedPeer peer{4};
    peer.open(Purpose::play, 1920, 1088);
    const Open& open = peer.opened_with;
    CHECK(open.offset == 1);
    CHECK(open.length == 3);
    CHECK(open.generation == 1);
    CHECK(open.ahead == 4);
    CHECK(open.slot_count == 20); // and what a codec decodes into
    CHECK(open.slot_bytes == slot_bytes_for(PixelFormat::yuv420p, 1920, 1088));
    CHECK(open.picture_bytes == 20 * open.slot_bytes);
    CHECK(open.sound_bytes == k_sound_bytes);
}

TEST_CASE("a missing file, a folder and a range beyond the file are errors at once") {
    const base::TemporaryFolder folder;
    ScriptedPeer peer;
    const auto file = folder.path() / "a";
    REQUIRE(base::write_file_atomic(file, "12345"));
    const auto code = [&](const Source& source) {
        const auto opened = peer.link->open(source, Purpose::play, 64, 64);
        REQUIRE_FALSE(opened);
        return opened.error().code;
    };
    CHECK(code({folder.path() / "none"}) == Code::NOT_FOUND);
    CHECK(code({folder.path()}) == Code::NOT_FOUND);
    CHECK(code({file, 2, 4}) == Code::DISK_ERROR);
    CHECK(code({file, 6, 0}) == Code::DISK_ERROR);
    CHECK(code({file, 1, std::numeric_limits<uint64_t>::max()}) == Code::DISK_ERROR);
    CHECK(peer.link->open({file, 5, 0}, Purpose::play, 64, 64)); // an empty range is a short one
}

TEST_CASE("facts, sound and pictures are reported in order; the pixels are the decoder's") {
    ScriptedPeer peer;
    peer.greet_and_open();
    peer.pictures.data()[2 * peer.opened_with.slot_bytes] = std::byte{77};
    Message start = blank(Kind::sound_start);
    start.sound_start.generation = 1;
    start.sound_start.pace_percent = 100;
    peer.send(start);
    Message frame = peer.frame(2);
    frame.frame.pts_us = 40'000;
    peer.send(frame);
    Message end = blank(Kind::end);
    end.end.generation = 1;
    peer.send(end);
    const auto reports = peer.link->poll();
    REQUIRE(reports.size() == 4);
    CHECK(std::get<HasOpened>(reports[0]).facts.duration == 1s);
    CHECK(std::get<HasSound>(reports[1]).position == 0);
    const Picture& picture = std::get<HasPicture>(reports[2]).picture;
    CHECK(picture.pts == 40ms);
    CHECK(picture.width == 64);
    CHECK(picture.plane[0][0] == 77);
    CHECK(std::get<HasEnded>(reports[3]).generation == 1);
    CHECK(peer.link->poll().empty());
}

TEST_CASE("signs of life are counted and not reported; the greeting is kept") {
    ScriptedPeer peer;
    CHECK_FALSE(peer.link->greeting());
    peer.greet_and_open();
    CHECK(peer.link->poll().size() == 1);
    REQUIRE(peer.link->greeting());
    CHECK(peer.link->greeting()->jailed);
    CHECK(peer.link->greeting()->landlock == 2);
    CHECK(peer.link->heartbeats() == 0);
    Message alive = blank(Kind::alive);
    alive.alive.generation = 1;
    peer.send(alive);
    peer.send(alive);
    CHECK(peer.link->poll().empty());
    CHECK(peer.link->heartbeats() == 2);
}

TEST_CASE("a disk that gives nothing is told from a file that is no film") {
    ScriptedPeer peer;
    peer.greet();
    peer.open();
    Message failure = blank(Kind::failed);
    failure.failed.cause = FailureCause::read_error;
    failure.failed.generation = 1;
    peer.send(failure);
    const auto failed = failure_of(peer.link->poll());
    REQUIRE(failed);
    CHECK(failed->code == Code::DISK_ERROR);
}

TEST_CASE("the last copy of a picture gives its slot back, not the first") {
    ScriptedPeer peer;
    peer.greet_and_open();
    peer.send(peer.frame(3));
    auto reports = peer.link->poll();
    Picture copy = std::get<HasPicture>(reports.back()).picture;
    reports.clear();
    CHECK_FALSE(peer.hear());
    copy = {};
    const auto release = peer.hear();
    REQUIRE(release);
    CHECK(release->kind == Kind::release);
    CHECK(release->release.slot == 3);
    CHECK(release->release.generation == 1);
    peer.send(peer.frame(3));
    CHECK_FALSE(failure_of(peer.link->poll()));
}

TEST_CASE("a picture outlives its link") {
    ScriptedPeer peer;
    peer.greet_and_open();
    peer.pictures.data()[0] = std::byte{5};
    peer.send(peer.frame(0));
    auto reports = peer.link->poll();
    const Picture picture = std::get<HasPicture>(reports.back()).picture;
    reports.clear();
    peer.link.reset();
    CHECK(picture.plane[0][0] == 5);
    CHECK(peer.hung_up_on());
}

TEST_CASE("after a seek what is older is dropped and its slots go back") {
    ScriptedPeer peer;
    peer.greet_and_open();
    peer.send(peer.frame(0));
    CHECK(peer.link->poll().size() == 2);
    REQUIRE(peer.hear()); // the release of that one
    peer.link->seek(3s);
    CHECK(peer.link->generation() == 2);
    const auto seek = peer.hear();
    REQUIRE(seek);
    CHECK(seek->seek.target_us == 3'000'000);
    CHECK(seek->seek.generation == 2);
    peer.send(peer.frame(1, 1));
    Message end = blank(Kind::end);
    end.end.generation = 1;
    peer.send(end);
    CHECK(peer.link->poll().empty());
    const auto release = peer.hear();
    REQUIRE(release);
    CHECK(release->release.slot == 1);
    peer.send(peer.frame(1, 2));
    CHECK(peer.link->poll().size() == 1);
}

TEST_CASE("a seek empties the ring of what was written before") {
    ScriptedPeer peer;
    peer.greet_and_open();
    RingWriter writer{peer.sound};
    REQUIRE(writer.write(nullptr, 4000) == 4000);
    CHECK(peer.link->sound().available() == 4000);
    peer.link->seek(1s);
    CHECK(peer.link->sound().available() == 0);
    CHECK(peer.link->sound().position() == 4000);
}

TEST_CASE("a decoder that ends is reported as died, once") {
    ScriptedPeer peer;
    peer.greet_and_open();
    CHECK(peer.link->poll().size() == 1);
    peer.leave();
    const auto failed = failure_of(peer.link->poll());
    REQUIRE(failed);
    CHECK(failed->code == Code::DECODER_DIED);
    CHECK(peer.link->poll().empty());
    peer.link->seek(1s); // harmless
}

TEST_CASE("every breach of the protocol ends the link") {
    const auto breaks = [](auto act) {
        ScriptedPeer peer;
        peer.greet_and_open();
        act(peer);
        const auto failed = failure_of(peer.link->poll());
        return failed && failed->code == Code::DECODER_DIED && peer.hung_up_on();
    };
    CHECK(breaks([](ScriptedPeer& peer) { peer.send_bytes("x"); }));
    CHECK(breaks([](ScriptedPeer& peer) { peer.send_bytes(std::string(5000, 'x')); }));
    CHECK(breaks([](ScriptedPeer& peer) { peer.send(peer.frame(20)); }));
    CHECK(breaks([](ScriptedPeer& peer) { peer.send(peer.frame(0, 2)); }));
    CHECK(breaks([](ScriptedPeer& peer) { peer.say_opened(); }));
    CHECK(breaks([](ScriptedPeer& peer) { peer.send(blank(Kind::seek)); }));
    CHECK(breaks([](ScriptedPeer& peer) {
        const std::array descriptors{peer.channel()};
        REQUIRE(send_message(peer.channel(), peer.frame(0), Wait::never, descriptors) ==
                Sent::whole);
    }));
}

TEST_CASE("a slot that is still held may not be sent again") {
    ScriptedPeer peer;
    peer.greet_and_open();
    peer.send(peer.frame(1));
    const auto held = peer.link->poll();
    peer.send(peer.frame(1));
    const auto failed = failure_of(peer.link->poll());
    REQUIRE(failed);
    CHECK(failed->detail.find("in use") != std::string::npos);
}

namespace {

/// A peer of a study that has told of one track of text.
void begin_study(ScriptedPeer& peer) {
    peer.greet();
    peer.open(Purpose::study);
    peer.say_opened();
    Message track = blank(Kind::text_track);
    track.text_track.generation = 1;
    peer.send(track);
}

Message cue_of(std::string_view text, bool whole = true) {
    Message message = blank(Kind::cue_text);
    auto& cue = message.cue_text;
    cue.generation = 1;
    cue.bytes = static_cast<uint32_t>(text.copy(cue.text, sizeof cue.text));
    cue.complete = whole ? 1 : 0;
    return message;
}

Message studied() {
    Message message = blank(Kind::studied);
    message.studied.generation = 1;
    return message;
}

} // namespace

TEST_CASE("a caption after a study's findings is a breach: there is no track to add it to") {
    ScriptedPeer peer;
    begin_study(peer);
    peer.send(studied());
    peer.send(cue_of("late"));
    const auto failed = failure_of(peer.link->poll());
    REQUIRE(failed);
    CHECK(failed->code == Code::DECODER_DIED);
}

TEST_CASE("a caption that findings cut within a character is not shown") {
    ScriptedPeer peer;
    begin_study(peer);
    peer.send(cue_of("\xe6\x99", false));
    peer.send(studied());
    const auto reports = peer.link->poll();
    CHECK(failure_of(reports));
    for (const auto& report : reports)
        CHECK_FALSE(std::holds_alternative<HasFindings>(report));
}

TEST_CASE("captions are lines of text: what commands a terminal becomes spaces") {
    ScriptedPeer peer;
    begin_study(peer);
    peer.send(cue_of("第一\n\x1b[2J\xc2\x9b"
                     "1m"));
    peer.send(studied());
    const auto reports = peer.link->poll();
    REQUIRE(std::holds_alternative<HasFindings>(reports.back()));
    const auto& captions = std::get<HasFindings>(reports.back()).findings.captions;
    REQUIRE(captions.size() == 1);
    REQUIRE(captions[0].cues.size() == 1);
    CHECK(captions[0].cues[0].text == "第一\n [2J 1m");
}

TEST_CASE("a still is one picture") {
    ScriptedPeer peer;
    peer.greet();
    peer.open(Purpose::picture);
    peer.say_opened();
    peer.send(peer.frame(0));
    CHECK(peer.link->poll().size() == 2);
    REQUIRE(peer.hear()); // its Release
    peer.send(peer.frame(0));
    const auto failed = failure_of(peer.link->poll());
    REQUIRE(failed);
    CHECK(failed->code == Code::DECODER_DIED);
}

TEST_CASE("a slot stays in use until its Release has been sent, so that what waits is bounded") {
    ScriptedPeer peer;
    peer.greet_and_open();
    (void)peer.link->poll();
    int believed = 0;
    // It sends pictures and never reads what it is told.
    while (believed < 5000) {
        peer.send(peer.frame(0));
        if (failure_of(peer.link->poll())) break;
        ++believed;
    }
    CHECK(believed > 0);
    CHECK(believed < 5000);
    CHECK(peer.link->poll().empty());
}

TEST_CASE("a decoder that gives up says why, and may be asked for something else") {
    ScriptedPeer peer;
    peer.greet();
    peer.open(Purpose::picture);
    Message failure = blank(Kind::failed);
    failure.failed.cause = FailureCause::no_decoder;
    failure.failed.generation = 1;
    std::memcpy(failure.failed.text,
                "odd\x01"
                "codec",
                10);
    peer.send(failure);
    const auto failed = failure_of(peer.link->poll());
    REQUIRE(failed);
    CHECK(failed->code == Code::UNPLAYABLE);
    CHECK(failed->detail == "no decoder for this format (odd?codec)");
    peer.open(Purpose::picture);
    CHECK(peer.opened_with.generation == 2);
    Message opened = blank(Kind::opened);
    opened.opened.width = opened.opened.height = 64;
    peer.send(opened);
    peer.send(peer.frame(0, 2));
    CHECK(peer.link->poll().size() == 2);
}

TEST_CASE("a decoder that does not read loses nothing: releases wait for room") {
    ScriptedPeer peer{48};
    peer.greet_and_open();
    (void)peer.link->poll();
    // Its receive queue is filled with seeks that it does not read.
    for (int i = 0; i < 2000; ++i)
        peer.link->seek(1ms * i);
    CHECK(peer.link->poll().empty());
    std::optional<Message> last;
    int heard = 0;
    while (auto message = peer.hear()) {
        last = message;
        ++heard;
        CHECK(peer.link->poll().empty()); // sends what waited
    }
    REQUIRE(last);
    CHECK(last->seek.generation == peer.link->generation());
    CHECK(heard < 2000);
}

TEST_CASE("wait returns with the first report, and at the end of its time without one") {
    ScriptedPeer peer;
    peer.greet_and_open();
    peer.link->wait(10s);
    CHECK(peer.link->poll().size() == 1);
    peer.link->wait(1ms);
    CHECK(peer.link->poll().empty());
}

TEST_CASE("a flood is taken in portions") {
    ScriptedPeer peer;
    peer.greet_and_open();
    Message start = blank(Kind::sound_start);
    start.sound_start.generation = 1;
    start.sound_start.pace_percent = 100;
    int sent = 0;
    while (sent < 1000 && send_message(peer.channel(), start, Wait::never) == Sent::whole)
        ++sent;
    REQUIRE(sent > 128);
    CHECK(peer.link->poll().size() <= 128);
}

TEST_CASE("a missing decoder is NO_DECODER") {
    LinkOptions options;
    options.decoder = "/nonexistent/pufa-decoder";
    const auto link = Link::spawn(options);
    REQUIRE_FALSE(link);
    CHECK(link.error().code == Code::NO_DECODER);
    CHECK(link.error().where == "/nonexistent/pufa-decoder");
}

TEST_CASE("a program that is no decoder is a decoder that died") {
    LinkOptions options;
    options.decoder = "/bin/true";
    const auto link = Link::spawn(options);
    REQUIRE(link);
    (*link)->wait(10s);
    const auto failed = failure_of((*link)->poll());
    REQUIRE(failed);
    CHECK(failed->code == Code::DECODER_DIED);
}
