// Exact pictures, through the whole program: each carries its own number.
#include "content/decoder/pictures.h"

#include "tests/support/film_viewer.h"

#include <numeric>

using namespace pufa;
using namespace std::chrono_literals;
using test::FilmViewer;
using test::MediaFolder;
using test::Tone;

namespace {

std::vector<int> counting(int from, int to) {
    std::vector<int> numbers(static_cast<size_t>(to - from));
    std::iota(numbers.begin(), numbers.end(), from);
    return numbers;
}

/// A seek to just where a frame begins, just before, and in its middle.
void check_exact(FilmViewer& film, int number, int rate, int frames) {
    CAPTURE(number);
    const auto begin = Micros{static_cast<int64_t>(number) * 1'000'000 / rate};
    struct Place {
        Micros at;
        int shown;
    };
    for (const Place& place : {Place{begin + 1ms, number}, Place{begin - 1ms, number - 1},
                               Place{begin + Micros{500'000 / rate}, number}}) {
        film.seek(place.at);
        film.watch(3);
        const int first = std::max(place.shown, 0);
        CHECK(film.numbers ==
              counting(first, std::min(first + static_cast<int>(film.numbers.size()), frames)));
        CHECK_FALSE(film.numbers.empty());
        CHECK(film.times.front() <= std::max(place.at, Micros{0}));
    }
}

} // namespace

TEST_CASE("every frame of an H.264 film comes once and in order, at its time") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 300, 30, Tone::one_kilohertz));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch();
    CHECK(film.ended);
    CHECK(film.numbers == counting(0, 300));
    for (size_t i = 0; i < film.times.size(); ++i)
        CHECK(std::abs(film.times[i].count() - static_cast<int64_t>(i) * 1'000'000 / 30) <= 1);
}

TEST_CASE("a seek gives the exact frame, forwards and backwards, at keyframes and between them") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::one_kilohertz, 60));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(2);
    for (const int number : {100, 3, 59, 60, 61, 180, 249, 120, 0, 1, 247})
        check_exact(film, number, 25, 250);
    film.seek(9s);
    film.watch();
    CHECK(film.numbers == counting(225, 250));
}

TEST_CASE("seeks are exact in a film with one keyframe, with and without B-frames as references") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 200, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-c:v", "libx264", "-preset", "veryfast", "-bf",
                           "8", "-b_strategy", "0", "-x264-params", "b-pyramid=normal:keyint=10000",
                           "film.mp4"}));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(1);
    for (const int number : {199, 150, 77, 26, 5})
        check_exact(film, number, 25, 200);
}

TEST_CASE("seeks are exact in WebM too") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 120, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-c:v", "libvpx", "-deadline", "realtime",
                           "-cpu-used", "8", "-b:v", "2M", "-g", "40", "film.webm"}));
    FilmViewer film{{folder.path("film.webm")}};
    film.watch(1);
    for (const int number : {100, 41, 40, 39, 7, 119})
        check_exact(film, number, 25, 120);
}

TEST_CASE("a picture that stands for seconds is the one shown, however far before the target") {
    const MediaFolder folder;
    // Frame 0 stands 4 s, then frames 1.. at 25 a second: a slide show with a film after it.
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 60, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-vf",
                           "setpts='if(lt(N,12),N/25,if(lt(N,13),4,4+(N-12)/25))/TB'", "-vsync",
                           "vfr", "-c:v", "libx264", "-preset", "ultrafast", "-bf", "2",
                           "-video_track_timescale", "12800", "film.mp4"}));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(1);
    for (const Micros at : {3900ms, 1000ms, 2500ms}) {
        film.seek(at);
        film.watch(2);
        CHECK(film.numbers == std::vector<int>{11, 12});
        CHECK(film.times.front() == 440ms);
    }
}

TEST_CASE("a target after the last frame gives the last frame and the end") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::none));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(1);
    film.seek(1h);
    film.watch();
    CHECK(film.ended);
    CHECK(film.numbers == std::vector<int>{49});
}

TEST_CASE("seek upon seek: only the last one is answered") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::one_kilohertz, 250));
    FilmViewer film{{folder.path("film.mp4")}};
    for (int i = 0; i < 40; ++i)
        film.seek(i * 200ms + 1ms);
    film.watch(2);
    CHECK(film.numbers == std::vector<int>{195, 196});
    CHECK(film.sound_from == 7801ms);
}

TEST_CASE(
    "what is waited for is seen as soon as it is decoded, also while the codec holds it back") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::none, 100));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(3);
    CHECK(film.previews == std::vector<int>{0});
    film.seek(180 * 40ms + 1ms);
    film.watch(1);
    // The keyframe long before, then the very frame; and then it again, in its order.
    CHECK(film.previews == std::vector<int>{100, 180});
    CHECK(film.numbers == std::vector<int>{180});
    film.seek(101 * 40ms + 1ms);
    film.watch(1);
    // The keyframe is too near to be worth a look.
    CHECK(film.previews == std::vector<int>{101});
    CHECK(film.numbers == std::vector<int>{101});
}

TEST_CASE("of seeks that follow at once only the last is gone to") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 250, 25, Tone::one_kilohertz, 50));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch(3);
    for (const int number : {240, 10, 99, 149, 60})
        film.seek(number * 40ms + 1ms);
    film.watch(2);
    CHECK(film.numbers == std::vector<int>{60, 61});
    CHECK(film.sound_from == 60 * 40ms + 1ms);
}
