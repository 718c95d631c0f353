#include "content/decoder/sound.h"

#include "tests/support/film_viewer.h"

#include <algorithm>

using namespace pufa;
using namespace std::chrono_literals;
using test::FilmViewer;
using test::MediaFolder;

namespace {

/// Frames of sound taken so far.
int64_t length(const FilmViewer& film) {
    return static_cast<int64_t>(film.samples.size() / 2);
}

std::vector<float> part(const FilmViewer& film, double from_s, double to_s) {
    const auto at = [&](double s) {
        return film.samples.begin() +
               std::min<ptrdiff_t>(static_cast<ptrdiff_t>(s * 48'000) * 2,
                                   static_cast<ptrdiff_t>(film.samples.size()));
    };
    return {at(from_s), at(to_s)};
}

} // namespace

TEST_CASE("a tone of 1 kHz at 44.1 kHz comes out as 1 kHz at 48 kHz, as long and as loud") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i", "sine=frequency=1000:sample_rate=44100:d=5", "tone.wav"}));
    for (const char* name : {"tone.wav", "tone.mp3", "tone.ogg", "tone.flac", "tone.m4a"}) {
        CAPTURE(std::string{name});
        if (std::string{name} != "tone.wav") REQUIRE(folder.ffmpeg({"-i", "tone.wav", name}));
        FilmViewer film{{folder.path(name)}};
        film.watch();
        REQUIRE(film.ended);
        REQUIRE(film.facts);
        CHECK(film.facts->width == 0);
        CHECK(film.facts->has_sound);
        CHECK(film.sound_from == 0s);
        CHECK(std::abs(length(film) - 5 * 48'000) < 48'000 / 20);
        CHECK(test::pitch(part(film, 0.5, 4.5)) == doctest::Approx(1000).epsilon(0.001));
        // ffmpeg's sine has an amplitude of 1/8.
        const double loudness = test::energy(part(film, 0.5, 4.5)) * 128;
        CHECK(loudness > 0.88); // what codecs lose
        CHECK(loudness < 1.02);
    }
}

TEST_CASE("after a seek the first sample is that of the target") {
    const MediaFolder folder;
    // A tone that begins at exactly 3 s.
    REQUIRE(
        folder.ffmpeg({"-f", "lavfi", "-i",
                       "aevalsrc='if(lt(t,3),0,0.5*sin(2*PI*1000*t))':s=48000:d=6", "tone.wav"}));
    REQUIRE(folder.ffmpeg({"-i", "tone.wav", "-c:a", "flac", "tone.flac"}));
    for (const char* name : {"tone.wav", "tone.flac"}) {
        CAPTURE(std::string{name});
        FilmViewer film{{folder.path(name)}};
        film.seek(2500ms);
        film.watch();
        CHECK(film.sound_from == 2500ms);
        CHECK(std::abs(length(film) - 3.5 * 48'000) <= 2);
        const auto first = std::find_if(film.samples.begin(), film.samples.end(),
                                        [](float sample) { return std::abs(sample) > 0.01f; });
        CHECK(std::abs((first - film.samples.begin()) / 2 - 24'000) <= 4);
    }
}

TEST_CASE("sound beside pictures is exact after a seek, too") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 150, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-f", "lavfi", "-i",
                           "aevalsrc='if(lt(t,3),0,0.5*sin(2*PI*1000*t))':s=44100:d=6", "-c:v",
                           "libx264", "-preset", "ultrafast", "-g", "100", "-c:a", "aac", "-b:a",
                           "160k", "film.mp4"}));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(1);
    film.seek(2s);
    film.watch();
    CHECK(film.numbers.front() == 50);
    CHECK(film.sound_from == 2s);
    const auto loud = std::find_if(film.samples.begin(), film.samples.end(),
                                   [](float sample) { return std::abs(sample) > 0.25f; });
    // AAC smears by its window; 20 ms is half a frame of film.
    CHECK(std::abs((loud - film.samples.begin()) / 2 - 48'000) < 960);
    CHECK(test::pitch(part(film, 1.5, 3.5)) == doctest::Approx(1000).epsilon(0.002));
}

TEST_CASE("sound that begins late and ends early is filled with silence to the film's length") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 150, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-itsoffset", "2", "-f", "lavfi", "-i",
                           "sine=frequency=1000:sample_rate=48000:d=1", "-c:v", "libx264",
                           "-preset", "ultrafast", "-c:a", "flac", "film.mkv"}));
    FilmViewer film{{folder.path("film.mkv")}};
    film.watch();
    CHECK(film.ended);
    CHECK(film.numbers.size() == 150);
    CHECK(std::abs(length(film) - 6 * 48'000) < 4800);
    CHECK(test::energy(part(film, 0, 1.95)) == 0);
    CHECK(test::energy(part(film, 2.05, 2.95)) > 0.005);
    CHECK(test::energy(part(film, 3.05, 6)) == 0);
}

TEST_CASE("a short track of sound beside a long film does not stop the film") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 160, 120, 750, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "libx264",
                           "-preset", "ultrafast", "-c:a", "aac", "film.mp4"}));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch();
    CHECK(film.ended);
    CHECK(film.numbers.size() == 750);
    CHECK(std::abs(length(film) - 30 * 48'000) < 4800);
}

TEST_CASE("one channel and six become two") {
    const MediaFolder folder;
    for (const char* layout : {"mono", "5.1"}) {
        CAPTURE(std::string{layout});
        REQUIRE(
            folder.ffmpeg({"-f", "lavfi", "-i", "sine=frequency=1000:sample_rate=48000:d=1", "-af",
                           std::string{"aformat=channel_layouts="} + layout, "-y", "tone.wav"}));
        FilmViewer film{{folder.path("tone.wav")}};
        film.watch();
        CHECK(film.ended);
        CHECK(test::energy(film.samples) > 0.0005);
        CHECK(*std::max_element(film.samples.begin(), film.samples.end()) <= 0.126f);
        CHECK(test::pitch(film.samples) == doctest::Approx(1000).epsilon(0.01));
    }
}

TEST_CASE("while nobody listens the decoder stops at a full ring and waits") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "sine=d=20", "tone.wav"}));
    auto spawned = media::Link::spawn(test::real_decoder());
    REQUIRE(spawned);
    auto& link = **spawned;
    REQUIRE(link.open({folder.path("tone.wav")}, media::Purpose::play, 64, 64));
    int rounds = 0;
    while (link.sound().available() < media::k_sound_frames && ++rounds < 2000) {
        link.wait(10ms);
        (void)link.poll();
    }
    CHECK(link.sound().available() == media::k_sound_frames);
    std::vector<float> block(2 * 10'000);
    CHECK(link.sound().read(block.data(), 10'000) == 10'000);
    for (rounds = 0; link.sound().available() < media::k_sound_frames && rounds < 2000; ++rounds)
        link.wait(10ms);
    CHECK(link.sound().available() == media::k_sound_frames);
}
