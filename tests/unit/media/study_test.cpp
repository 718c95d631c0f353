// The kiosk's side of a study: what it makes of a decoder that is honest, silent or hostile. What
// a study finds in films is in tests/unit/decoder/study_test.cpp.
#include "content/media/study.h"

#include "tests/support/media_files.h"
#include "tests/support/scripted_peer.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::media;
using namespace std::chrono_literals;

namespace {

LinkOptions real_decoder() {
    LinkOptions options;
    options.decoder = std::filesystem::path{PUFA_BIN_DIR} / "pufa-decoder";
    return options;
}

} // namespace

TEST_CASE("a study tells facts, pictures and findings, and how far it is") {
    const test::MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 125, 25, test::Tone::one_kilohertz, 25));
    std::vector<int> percents;
    const auto studied = study(real_decoder(), {folder.path("film.mp4")}, {},
                               [&](int percent) { percents.push_back(percent); });
    REQUIRE(studied);
    const auto probed = probe(real_decoder(), {folder.path("film.mp4")}, 20s);
    REQUIRE(probed);
    CHECK(studied->facts.duration == probed->duration);
    CHECK(studied->facts.width == probed->width);
    CHECK(studied->facts.height == probed->height);
    CHECK(studied->facts.frames_per_second == probed->frames_per_second);
    CHECK(studied->facts.has_sound);
    CHECK(studied->facts.codec == probed->codec);
    CHECK(studied->every == 2s);
    CHECK(studied->thumbs.size() == 3);
    CHECK(studied->findings.keyframe_gap == 1s);
    REQUIRE_FALSE(percents.empty());
    CHECK(std::is_sorted(percents.begin(), percents.end()));
    CHECK(percents.back() >= 95);
}

TEST_CASE("a study in which nothing moves is given up, and so is one that takes too long") {
    const test::MediaFolder folder;
    folder.write("film.mp4", "x");
    LinkOptions options;
    options.decoder = "/usr/bin/yes"; // lives, and says nothing on the channel
    StudyLimits silent;
    silent.silence = 50ms;
    StudyLimits slow;
    slow.grace = 50ms;
    for (const auto& limits : {silent, slow}) {
        const auto studied = study(options, {folder.path("film.mp4")}, limits, {});
        REQUIRE_FALSE(studied);
        CHECK(studied.error().code == Code::UNPLAYABLE);
        CHECK(studied.error().detail == "decoding takes too long");
    }
}

TEST_CASE("what is no film, what is not there, and no decoder are told apart") {
    const test::MediaFolder folder;
    folder.write("text.mp4", "the quick brown fox");
    CHECK(study(real_decoder(), {folder.path("text.mp4")}, {}, {}).error().code ==
          Code::UNPLAYABLE);
    CHECK(study(real_decoder(), {folder.path("none.mp4")}, {}, {}).error().code == Code::NOT_FOUND);
    LinkOptions options;
    options.decoder = "/nonexistent";
    CHECK(study(options, {folder.path("text.mp4")}, {}, {}).error().code == Code::NO_DECODER);
}

TEST_CASE("a decoder that sends more pictures than the film's length allows is cut off") {
    test::ScriptedPeer peer;
    peer.greet();
    peer.open(Purpose::study);
    peer.say_opened(); // one second: one picture
    peer.send(peer.frame(0));
    peer.send(peer.frame(1));
    const auto reports = peer.link->poll();
    REQUIRE(reports.size() == 3);
    CHECK(std::holds_alternative<HasPicture>(reports[1]));
    REQUIRE(test::failure_of(reports));
    CHECK(test::failure_of(reports)->code == Code::DECODER_DIED);
}
