// What a study finds in films, through the real program; ffmpeg is the judge.
#include "content/decoder/study.h"

#include "content/media/study.h"
#include "tests/support/film_viewer.h"

#include <cmath>

using namespace pufa;
using namespace std::chrono_literals;
using test::MediaFolder;

namespace {

Result<media::FilmStudy> study(const MediaFolder& folder, const std::string& name) {
    return media::study(test::real_decoder(), {folder.path(name)}, {}, {});
}

/// The last number that ffmpeg's own ebur128 filter prints after `label`.
double judged(const MediaFolder& folder, const std::string& name, const std::string& label,
              const std::string& options) {
    const auto ran = base::run(
        "/bin/sh", {"-c", "ffmpeg -nostdin -nostats -i " + folder.path(name).string() +
                              " -filter_complex ebur128=peak=true" + options + " -f null - 2>&1"});
    REQUIRE((ran && ran->exit_code == 0));
    const auto at = ran->output.rfind(label);
    REQUIRE(at != std::string::npos);
    return std::stod(ran->output.substr(at + label.size()));
}

/// Colours of two seconds each: red, lime, blue, white, with a keyframe at each change.
std::vector<std::string> four_colours(const std::string& size) {
    std::vector<std::string> words;
    for (const auto* colour : {"red", "lime", "blue", "white"})
        words.insert(words.end(), {"-f", "lavfi", "-i",
                                   "color=" + std::string{colour} + ":s=" + size + ":d=2:r=25"});
    words.insert(words.end(), {"-filter_complex", "[0][1][2][3]concat=n=4", "-c:v", "libx264",
                               "-pix_fmt", "yuv420p", "-g", "50", "-bf", "2"});
    return words;
}

std::vector<int> middle(const media::Still& still) {
    const auto at = (static_cast<size_t>(still.height / 2) * static_cast<size_t>(still.width) +
                     static_cast<size_t>(still.width / 2)) *
                    4;
    return {still.rgba[at] > 127, still.rgba[at + 1] > 127, still.rgba[at + 2] > 127};
}

} // namespace

TEST_CASE("loudness and true peak are what ffmpeg measures") {
    const MediaFolder folder;
    // Noise that swells, so that the gate has something to do.
    const std::string noise =
        "anoisesrc=d=12:c=pink:r=44100:a=0.6:seed=7,volume='0.05+t/14':eval=frame";
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", noise, "-ac", "2", "-c:a", "aac", "stereo.m4a"}));
    const auto stereo = study(folder, "stereo.m4a");
    REQUIRE(stereo);
    REQUIRE(stereo->findings.level);
    CHECK(std::abs(stereo->findings.level->lufs - judged(folder, "stereo.m4a", "I: ", "")) < 0.2);
    CHECK(std::abs(stereo->findings.level->peak_dbtp - judged(folder, "stereo.m4a", "Peak: ", "")) <
          0.5);
    CHECK(stereo->findings.sound_rate == 44100);
    CHECK(stereo->thumbs.empty());
    CHECK(stereo->facts.width == 0);

    // One channel is played from both speakers.
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", noise, "-ac", "1", "-ar", "22050", "mono.wav"}));
    const auto mono = study(folder, "mono.wav");
    REQUIRE(mono);
    REQUIRE(mono->findings.level);
    CHECK(std::abs(mono->findings.level->lufs -
                   judged(folder, "mono.wav", "I: ", ":dualmono=true")) < 0.2);
}

TEST_CASE("pictures are the colours of their moments, within the bounds, and not enlarged") {
    const MediaFolder folder;
    auto words = four_colours("64x36");
    words.emplace_back("film.mp4");
    REQUIRE(folder.ffmpeg(words));
    const auto film = study(folder, "film.mp4");
    REQUIRE(film);
    REQUIRE(film->thumbs.size() == 4);
    CHECK(middle(film->thumbs[0].still) == std::vector<int>{1, 0, 0});
    CHECK(middle(film->thumbs[1].still) == std::vector<int>{0, 1, 0});
    CHECK(middle(film->thumbs[2].still) == std::vector<int>{0, 0, 1});
    CHECK(middle(film->thumbs[3].still) == std::vector<int>{1, 1, 1});
    CHECK(film->thumbs[3].at == 6s);
    CHECK(film->thumbs[0].still.width == 64);
    CHECK(film->thumbs[0].still.height == 36);
    CHECK(film->findings.keyframe_gap == 2s);
    CHECK(film->findings.end >= 8s);
    CHECK(film->findings.damages == 0);
    CHECK(film->findings.sample_depth == 8);
    CHECK_FALSE(film->findings.interlaced);
    CHECK_FALSE(film->findings.uneven_rate);
    CHECK_FALSE(film->findings.level);
    CHECK_FALSE(film->facts.has_sound);
}

TEST_CASE("pictures are upright and of square pixels") {
    const MediaFolder folder;
    auto words = four_colours("320x240");
    words.insert(words.end(), {"-aspect", "16:9", "wide.mp4"});
    REQUIRE(folder.ffmpeg(words));
    REQUIRE(folder.ffmpeg(
        {"-i", "wide.mp4", "-c", "copy", "-metadata:s:v:0", "rotate=90", "turned.mp4"}));
    const auto wide = study(folder, "wide.mp4");
    REQUIRE(wide);
    CHECK(wide->thumbs[0].still.width == 160);
    CHECK(wide->thumbs[0].still.height == 90);
    const auto turned = study(folder, "turned.mp4");
    REQUIRE(turned);
    CHECK(turned->thumbs[0].still.height == 90);
    CHECK(turned->thumbs[0].still.width == 51);
}

TEST_CASE("the longest gap between keyframes is found, also the last one's to the end") {
    const MediaFolder folder;
    const std::vector<std::string> source{"-f", "lavfi", "-i", "testsrc=s=64x36:d=12:r=25"};
    const auto film = [&](const std::string& name, const std::string& when) {
        auto words = source;
        words.insert(words.end(), {"-c:v", "libx264", "-pix_fmt", "yuv420p", "-g", "9999",
                                   "-sc_threshold", "0", "-force_key_frames", when, name});
        REQUIRE(folder.ffmpeg(words));
        return study(folder, name);
    };
    const auto middle_gap = film("a.mp4", "0,2,8,10");
    REQUIRE(middle_gap);
    CHECK(middle_gap->findings.keyframe_gap == 6s);
    CHECK(middle_gap->findings.keyframe_gap_at == 2s);
    const auto last_gap = film("b.mkv", "0,2,4");
    REQUIRE(last_gap);
    CHECK(std::chrono::abs(last_gap->findings.keyframe_gap - 8s) < 50ms);
    CHECK(std::chrono::abs(last_gap->findings.keyframe_gap_at - 4s) < 5ms);
}

TEST_CASE("interlaced, deep, uneven and thick films are seen") {
    const MediaFolder folder;
    const std::vector<std::string> source{"-f", "lavfi", "-i", "testsrc2=s=64x36:d=3:r=50"};
    const auto film = [&](std::vector<std::string> how, const std::string& name) {
        auto words = source;
        words.insert(words.end(), how.begin(), how.end());
        words.push_back(name);
        REQUIRE(folder.ffmpeg(words));
        auto studied = study(folder, name);
        REQUIRE(studied);
        return studied->findings;
    };
    CHECK(film({"-vf", "interlace", "-flags", "+ildct", "-c:v", "libx264", "-pix_fmt", "yuv420p"},
               "interlaced.mp4")
              .interlaced);
    CHECK(film({"-c:v", "libx264", "-pix_fmt", "yuv420p10le"}, "deep.mp4").sample_depth == 10);
    CHECK(film({"-vf", "select='not(mod(n,7))+not(mod(n,5))'", "-vsync", "vfr", "-c:v", "libx264",
                "-pix_fmt", "yuv420p"},
               "uneven.mp4")
              .uneven_rate);
    const auto thick = film({"-vf", "scale=640:360:flags=neighbor,noise=alls=90:allf=t", "-c:v",
                             "libx264", "-preset", "ultrafast", "-qp", "1", "-pix_fmt", "yuv420p"},
                            "thick.mp4");
    const auto bits = std::filesystem::file_size(folder.path("thick.mp4")) * 8 / 3;
    CHECK(std::abs(static_cast<double>(thick.bits_per_second) / static_cast<double>(bits) - 1) <
          0.05);
}

TEST_CASE("a file that must be searched from its beginning is seen, one with an index is not") {
    const MediaFolder folder;
    // Some 9 MB of noise; a pipe leaves no way to write an index.
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "testsrc2=s=320x180:d=8:r=25,noise=alls=90:allf=t",
                           "-c:v", "libx264", "-preset", "ultrafast", "-qp", "8", "-g", "25",
                           "-pix_fmt", "yuv420p", "good.mp4"}));
    const auto size = std::filesystem::file_size(folder.path("good.mp4"));
    REQUIRE(size > (5u << 20));
    const auto piped = base::run(
        "/bin/sh", {"-c", "cd '" + folder.path("").string() +
                              "' && ffmpeg -nostdin -v error -i good.mp4 -c copy -f matroska "
                              "pipe:1 >none.mkv"});
    REQUIRE((piped && piped->exit_code == 0));
    const auto good = study(folder, "good.mp4");
    const auto none = study(folder, "none.mkv");
    REQUIRE((good && none));
    CHECK(good->findings.seek_bytes < size / 4);
    CHECK(none->findings.seek_bytes > size / 2);
}

TEST_CASE("a film cut short says how far it goes; bytes that were overwritten are counted") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "testsrc2=s=64x36:d=10:r=25", "-f", "lavfi", "-i",
                           "sine=d=10", "-c:v", "libx264", "-g", "25", "-pix_fmt", "yuv420p",
                           "-c:a", "aac", "-movflags", "+faststart", "whole.mp4"}));
    const auto bytes = folder.read("whole.mp4");
    folder.write("cut.mp4", bytes.substr(0, bytes.size() / 2));
    const auto cut = study(folder, "cut.mp4");
    REQUIRE(cut);
    CHECK(cut->facts.duration >= 10s);
    CHECK(cut->findings.end < 7s);
    CHECK(cut->thumbs.size() == 5); // what is missing is the last that there was

    auto spoiled = bytes;
    for (size_t i = bytes.size() * 6 / 10; i < bytes.size() * 8 / 10; ++i)
        spoiled[i] = static_cast<char>(i * 37);
    folder.write("spoiled.mp4", spoiled);
    const auto damaged = study(folder, "spoiled.mp4");
    if (!damaged) MESSAGE(damaged.error().detail);
    REQUIRE(damaged);
    CHECK(damaged->findings.damages > 0);
    CHECK(damaged->findings.damage_at > 2s);

    folder.write("headless.mp4", bytes.substr(0, 40));
    CHECK(study(folder, "headless.mp4").error().code == Code::UNPLAYABLE);
}

TEST_CASE("a film as a part of a pack is studied like one of its own") {
    const MediaFolder folder;
    auto words = four_colours("64x36");
    words.emplace_back("film.mp4");
    REQUIRE(folder.ffmpeg(words));
    const auto film = folder.read("film.mp4");
    folder.write("pack.pufa", std::string(70'000, 'P') + film + std::string(9'000, 'Q'));
    const auto inside =
        media::study(test::real_decoder(), {folder.path("pack.pufa"), 70'000, film.size()}, {}, {});
    const auto alone = study(folder, "film.mp4");
    REQUIRE((inside && alone));
    REQUIRE(inside->thumbs.size() == alone->thumbs.size());
    for (size_t i = 0; i < alone->thumbs.size(); ++i)
        CHECK(inside->thumbs[i].still.rgba == alone->thumbs[i].still.rgba);
}
