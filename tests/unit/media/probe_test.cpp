#include "content/media/link.h"

#include "tests/support/media_files.h"

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

TEST_CASE("a probe tells the facts of a film") {
    const test::MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, test::Tone::one_kilohertz));
    const auto facts = probe(real_decoder(), {folder.path("film.mp4")}, 20s);
    REQUIRE(facts);
    CHECK(facts->width == 320);
    CHECK(facts->height == 240);
    CHECK(facts->frames_per_second == doctest::Approx(25));
    CHECK(facts->has_sound);
    CHECK(facts->rotation == 0);
    CHECK(facts->codec == "h264+aac");
    CHECK(std::chrono::abs(facts->duration - 2s) < 50ms);
}

TEST_CASE("a probe that takes too long is given up and named") {
    const test::MediaFolder folder;
    folder.write("film.mp4", "x");
    LinkOptions options;
    options.decoder = "/usr/bin/yes"; // lives, and says nothing on the channel
    const auto facts = probe(options, {folder.path("film.mp4")}, 50ms);
    REQUIRE_FALSE(facts);
    CHECK(facts.error().code == Code::UNPLAYABLE);
    CHECK(facts.error().where == folder.path("film.mp4").string());
}

TEST_CASE("a probe of a missing file or with a missing decoder says which") {
    const test::MediaFolder folder;
    const auto missing = probe(real_decoder(), {folder.path("none.mp4")}, 20s);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == Code::NOT_FOUND);
    LinkOptions options;
    options.decoder = "/nonexistent";
    const auto without = probe(options, {folder.path("none.mp4")}, 20s);
    REQUIRE_FALSE(without);
    CHECK(without.error().code == Code::NO_DECODER);
}

TEST_CASE("a still of a film is its first picture; of a text it is refused") {
    const test::MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=lime:s=320x180:d=1", "-c:v", "libx264",
                           "-pix_fmt", "yuv420p", "film.mp4"}));
    const auto still = decode_still(real_decoder(), {folder.path("film.mp4")}, 160, 160, 20s);
    REQUIRE(still);
    CHECK(still->width == 160);
    CHECK(still->height == 90);
    CHECK(still->rgba[0] < 12);
    CHECK(still->rgba[1] > 243);
    CHECK(still->rgba[2] < 12);
    // Of a moment: a film that turns from red to blue after a second.
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=red:s=64x36:d=1", "-f", "lavfi", "-i",
                           "color=blue:s=64x36:d=1", "-filter_complex", "[0][1]concat", "-c:v",
                           "libx264", "-pix_fmt", "yuv420p", "two.mp4"}));
    Source late{folder.path("two.mp4")};
    late.start = 1500ms;
    const auto blue = decode_still(real_decoder(), late, 160, 160, 20s);
    REQUIRE(blue);
    CHECK(blue->rgba[0] < 12);
    CHECK(blue->rgba[2] > 243);
    folder.write("text.png", "the quick brown fox");
    const auto text = decode_still(real_decoder(), {folder.path("text.png")}, 160, 160, 20s);
    REQUIRE_FALSE(text);
    CHECK(text.error().code == Code::UNPLAYABLE);
}
