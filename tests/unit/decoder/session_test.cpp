// One Open through the real program: kinds of media, ranges, damage.
#include "content/decoder/session.h"

#include "tests/support/faults.h"
#include "tests/support/film_viewer.h"

#include <numeric>

using namespace pufa;
using namespace std::literals;
using test::FilmViewer;
using test::MediaFolder;
using test::Tone;

namespace {

Error failure_of(const media::Source& source) {
    FilmViewer film{source};
    film.watch();
    REQUIRE(film.error);
    return *film.error;
}

} // namespace

TEST_CASE("a film in the middle of a bigger file plays like one of its own") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::one_kilohertz));
    const std::string film = folder.read("film.mp4");
    folder.write("pack.pufa", std::string(123'457, 'P') + film + std::string(200'000, 'Q'));
    FilmViewer whole{{folder.path("film.mp4")}};
    whole.watch();
    FilmViewer inside{{folder.path("pack.pufa"), 123'457, film.size()}};
    inside.watch();
    REQUIRE(inside.ended);
    CHECK(inside.numbers.size() == 50);
    CHECK(inside.numbers == whole.numbers);
    CHECK(inside.samples == whole.samples);
    CHECK(inside.facts->duration == whole.facts->duration);
    inside.seek(1s + 1ms);
    inside.watch(1);
    CHECK(inside.numbers == std::vector<int>{25});
}

TEST_CASE("WebM with Opus, and MP4 with HEVC, VP9 and AV1 play") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 20, 25);
    struct Kind {
        std::vector<std::string> words;
        const char* name;
        const char* codec;
    };
    const std::vector<Kind> kinds{
        {{"-c:v", "libvpx", "-deadline", "realtime", "-b:v", "2M", "-c:a", "libopus"},
         "a.webm",
         "vp8+opus"},
        {{"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8", "-b:v", "2M", "-c:a",
          "libopus"},
         "b.webm",
         "vp9+opus"},
        {{"-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=none", "-c:a",
          "aac"},
         "c.mp4",
         "hevc+aac"},
        {{"-c:v", "libsvtav1", "-preset", "12", "-c:a", "aac"}, "d.mp4", "av1+aac"},
    };
    for (const Kind& kind : kinds) {
        CAPTURE(std::string{kind.name});
        std::vector<std::string> words{"-i", "numbered.y4m", "-f", "lavfi", "-i", "sine=d=0.8"};
        words.insert(words.end(), kind.words.begin(), kind.words.end());
        words.emplace_back(kind.name);
        REQUIRE(folder.ffmpeg(words));
        FilmViewer film{{folder.path(kind.name)}};
        film.watch();
        CHECK_FALSE(film.error);
        CHECK(film.numbers.size() == 20);
        CHECK(film.numbers.back() == 19);
        CHECK(film.facts->codec == kind.codec);
        CHECK(test::energy(film.samples) > 0.001);
    }
}

TEST_CASE("a film whose facts were stated opens without a probe and plays the same") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "a.mp4", 50, 25, Tone::one_kilohertz));
    REQUIRE(folder.ffmpeg({"-i", "a.mp4", "-c", "copy", "b.mkv"}));
    REQUIRE(folder.ffmpeg(
        {"-i", "a.mp4", "-c", "copy", "-movflags", "frag_keyframe+empty_moov", "c.mp4"}));
    REQUIRE(folder.ffmpeg({"-i", "a.mp4", "-c:v", "libvpx-vp9", "-deadline", "realtime",
                           "-cpu-used", "8", "-c:a", "libopus", "d.webm"}));
    REQUIRE(folder.ffmpeg({"-i", "a.mp4", "-c:v", "libx265", "-preset", "ultrafast", "-x265-params",
                           "log-level=none", "-c:a", "libmp3lame", "e.mp4"}));
    for (const char* name : {"a.mp4", "b.mkv", "c.mp4", "d.webm", "e.mp4"}) {
        CAPTURE(std::string{name});
        FilmViewer probed{{folder.path(name)}};
        probed.watch();
        REQUIRE(probed.ended);
        REQUIRE(probed.facts);
        CHECK(probed.facts->stated.width == 320);
        FilmViewer told{{folder.path(name)}, 1920, {"", probed.facts->stated}};
        told.watch();
        REQUIRE(told.ended);
        CHECK(told.numbers == probed.numbers);
        CHECK(told.times == probed.times);
        CHECK(told.samples == probed.samples);
        CHECK(told.facts->duration == probed.facts->duration);
        CHECK(told.facts->frames_per_second == probed.facts->frames_per_second);
        CHECK(told.facts->codec == probed.facts->codec);
        CHECK(told.facts->stated == probed.facts->stated);
        told.seek(1s + 10ms);
        told.watch(1);
        CHECK(told.numbers == std::vector<int>{25});
    }
}

TEST_CASE("what is stated of another film is not believed") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 10, 25, Tone::one_kilohertz));
    const auto facts = media::probe(test::real_decoder(), {folder.path("film.mp4")}, 20s);
    REQUIRE(facts);
    const auto duration_with = [&](auto change) {
        auto stated = facts->stated;
        stated.duration = 77s; // comes back if it is believed
        change(stated);
        FilmViewer film{{folder.path("film.mp4")}, 1920, {"", stated}};
        film.watch();
        CHECK_FALSE(film.error);
        CHECK(film.numbers.size() == 10);
        return film.facts->duration;
    };
    CHECK(duration_with([](media::Stated&) {}) == 77s);
    CHECK(duration_with([](media::Stated& s) { s.video_codec = "hevc"; }) < 1s);
    CHECK(duration_with([](media::Stated& s) { s.video_codec.clear(); }) < 1s);
    CHECK(duration_with([](media::Stated& s) { s.sound_codec = "opus"; }) < 1s);
    CHECK(duration_with([](media::Stated& s) { s.sound_codec.clear(); }) < 1s);
    CHECK(duration_with([](media::Stated& s) { s.width = 640; }) < 1s);
}

TEST_CASE("a large film is scaled down to the slots, and still carries its numbers") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 1280, 720, 5, 25);
    REQUIRE(folder.ffmpeg(
        {"-i", "numbered.y4m", "-c:v", "libx264", "-preset", "ultrafast", "film.mp4"}));
    FilmViewer film{{folder.path("film.mp4")}, 640};
    film.watch();
    CHECK(film.last.width == 640);
    CHECK(film.last.height == 360);
    CHECK(film.facts->width == 640);
    CHECK(film.numbers == std::vector<int>{0, 1, 2, 3, 4});
    CHECK(film.last.matrix == media::ColorMatrix::bt709); // by its own size
}

TEST_CASE("a turned film says so, and a still is turned") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 5, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-c:v", "libx264", "upright.mp4"}));
    REQUIRE(folder.ffmpeg(
        {"-i", "upright.mp4", "-c", "copy", "-metadata:s:v:0", "rotate=90", "turned.mp4"}));
    FilmViewer film{{folder.path("turned.mp4")}};
    film.watch(1);
    CHECK(film.facts->rotation == 270); // the option counts counterclockwise; see the judge below
    CHECK(film.facts->width == 320);
    // ffmpeg turns by itself what it converts: the judge.
    REQUIRE(folder.ffmpeg({"-i", "turned.mp4", "-frames:v", "1", "judge.png"}));
    const auto still =
        media::decode_still(test::real_decoder(), {folder.path("turned.mp4")}, 400, 400, 20s);
    const auto judge =
        media::decode_still(test::real_decoder(), {folder.path("judge.png")}, 400, 400, 20s);
    REQUIRE((still && judge));
    CHECK(judge->width == 240);
    REQUIRE(still->width == judge->width);
    REQUIRE(still->height == judge->height);
    int far = 0;
    for (size_t i = 0; i < still->rgba.size(); ++i)
        far += std::abs(still->rgba[i] - judge->rgba[i]) > 12 ? 1 : 0;
    CHECK(far == 0);
}

TEST_CASE("what is no media, is empty, or is cut off at its head is named so") {
    const MediaFolder folder;
    folder.write("garbage.mp4", std::string(20'000, '\x5a'));
    folder.write("text.mp4", "#EXTM3U\n/etc/passwd\n");
    folder.write("concat.mp4", "ffconcat version 1.0\nfile /etc/passwd\n");
    folder.write("empty.mp4", "");
    for (const char* name : {"garbage.mp4", "text.mp4", "concat.mp4", "empty.mp4"}) {
        CAPTURE(std::string{name});
        const Error error = failure_of({folder.path(name)});
        CHECK(error.code == Code::UNPLAYABLE);
        CHECK(error.where == folder.path(name).string());
        CHECK(error.detail.find("not a known kind of media") == 0);
    }
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::none));
    support::truncate_to(folder.path("film.mp4"), 3000); // its index stands at the end
    CHECK(failure_of({folder.path("film.mp4")}).code == Code::UNPLAYABLE);
}

TEST_CASE("a film cut off in the middle plays what there is and then ends") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "slow.mp4", 100, 25, Tone::none));
    REQUIRE(folder.ffmpeg({"-i", "slow.mp4", "-c", "copy", "-movflags", "+faststart", "film.mp4"}));
    support::truncate_to(folder.path("film.mp4"),
                         std::filesystem::file_size(folder.path("film.mp4")) / 2);
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch();
    CHECK_FALSE(film.error);
    CHECK(film.ended);
    CHECK(film.numbers.size() > 20);
    CHECK(film.numbers.size() < 90);
    CHECK(film.numbers[20] == 20);
}

TEST_CASE("a damaged stretch costs its pictures, not the film") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "slow.mp4", 100, 25, Tone::none, 10));
    REQUIRE(folder.ffmpeg({"-i", "slow.mp4", "-c", "copy", "-movflags", "+faststart", "film.mp4"}));
    const auto size = std::filesystem::file_size(folder.path("film.mp4"));
    for (uint64_t at = size / 2; at < size / 2 + size / 20; at += 7)
        support::flip_bit(folder.path("film.mp4"), at, 3);
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch();
    CHECK_FALSE(film.error);
    CHECK(film.ended);
    REQUIRE_FALSE(film.numbers.empty());
    CHECK(film.numbers.back() == 99);
}

TEST_CASE("a container or codec that no pack needs is refused") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 5, 25);
    CHECK(failure_of({folder.path("numbered.y4m")}).code == Code::UNPLAYABLE);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-c:v", "ffv1", "film.mkv"}));
    const Error error = failure_of({folder.path("film.mkv")});
    CHECK(error.code == Code::UNPLAYABLE);
    CHECK(error.detail.find("no decoder for this format") == 0);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-c:v", "libx264", "film.avi"}));
    CHECK(failure_of({folder.path("film.avi")}).code == Code::UNPLAYABLE);
}

TEST_CASE("a picture whose header lies about a huge size is refused, not allocated") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1", "a.png"}));
    std::string png = folder.read("a.png");
    // IHDR: width at 16, height at 20, big-endian; its CRC is not what refuses it.
    for (const size_t at : {size_t{16}, size_t{20}})
        png.replace(at, 4, "\x00\x00\xf0\x00"s);
    folder.write("huge.png", png);
    const auto still =
        media::decode_still(test::real_decoder(), {folder.path("huge.png")}, 100, 100, 20s);
    REQUIRE_FALSE(still);
    CHECK(still.error().code == Code::UNPLAYABLE);
}

TEST_CASE("stills of each kind come as RGBA, see-through where they are") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i", "color=red@0.5:s=60x40,format=rgba", "-frames:v", "1", "a.png"}));
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i", "color=red:s=60x40", "-frames:v", "1", "-q:v", "1", "b.jpg"}));
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i", "color=red:s=60x40", "-frames:v", "1", "-lossless", "1", "c.webp"}));
    for (const char* name : {"a.png", "b.jpg", "c.webp"}) {
        CAPTURE(std::string{name});
        const auto still =
            media::decode_still(test::real_decoder(), {folder.path(name)}, 300, 300, 20s);
        REQUIRE(still);
        CHECK(still->width == 60);
        CHECK(still->height == 40);
        CHECK(still->rgba[0] > 245);
        CHECK(still->rgba[1] < 10);
        CHECK(still->rgba[2] < 10);
        const int alpha = still->rgba[3];
        CHECK((name[0] == 'a' ? std::abs(alpha - 128) <= 2 : alpha == 255));
    }
}

TEST_CASE("a photograph taken upright is shown upright") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=red:s=60x40", "-frames:v", "1", "a.jpg"}));
    // An Exif block of one entry: orientation 6, "turn clockwise to see it upright".
    const std::string exif("\xff\xe1\x00\x22"
                           "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01"
                           "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                           36);
    std::string jpeg = folder.read("a.jpg");
    jpeg.insert(2, exif);
    folder.write("upright.jpg", jpeg);
    const auto still =
        media::decode_still(test::real_decoder(), {folder.path("upright.jpg")}, 300, 300, 20s);
    REQUIRE(still);
    CHECK(still->width == 40);
    CHECK(still->height == 60);
}
