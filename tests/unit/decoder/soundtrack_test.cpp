// Tracks and paces of sound through the real program, while the ring is full as when it plays.
#include "content/decoder/soundtrack.h"

#include "tests/support/film_viewer.h"

#include <algorithm>

using namespace pufa;
using namespace std::chrono_literals;
using decoder::Outlet;
using test::FilmViewer;
using test::MediaFolder;

namespace {

/// film.mp4: 8 s of numbered pictures, 440 Hz as its Mandarin and 880 Hz as its Cantonese.
void make_film(const MediaFolder& folder) {
    test::write_numbered_y4m(folder.path("numbered.y4m"), 160, 120, 200, 25);
    REQUIRE(folder.ffmpeg({"-i",
                           "numbered.y4m",
                           "-f",
                           "lavfi",
                           "-i",
                           "sine=440:d=8",
                           "-f",
                           "lavfi",
                           "-i",
                           "sine=880:d=8",
                           "-map",
                           "0",
                           "-map",
                           "1",
                           "-map",
                           "2",
                           "-c:v",
                           "libx264",
                           "-preset",
                           "ultrafast",
                           "-g",
                           "25",
                           "-c:a",
                           "aac",
                           "-metadata:s:a:0",
                           "language=chi",
                           "-metadata:s:a:1",
                           "language=yue",
                           "-metadata:s:a:1",
                           "title=粤语",
                           "film.mp4"}));
}

/// Takes sound as a device would, pictures as they come.
struct Listener {
    explicit Listener(FilmViewer& viewer)
        : film(viewer) {
        fill();
    }
    /// Until the ring is full or the film has ended.
    void fill() {
        wait_for([&] {
            return film.ended ||
                   film.link->sound().available() + Outlet::k_most_taken > media::k_sound_frames;
        });
    }
    /// Until the decoder says where the `count`-th sound of this generation begins, and is there.
    void join(size_t count) {
        wait_for([&] { return film.starts.size() >= count; });
        fill();
    }
    template <class Done>
    void wait_for(Done done) {
        const SteadyTime give_up = base::steady_now() + 20s;
        while (!done()) {
            REQUIRE(base::steady_now() < give_up);
            film.link->wait(20ms);
            static_cast<void>(film.note_reports());
        }
    }
    std::vector<float> hear(uint64_t frames) {
        std::vector<float> heard(frames * 2);
        heard.resize(film.link->sound().read(heard.data(), frames) * 2);
        fill();
        return heard;
    }
    FilmViewer& film;
};

/// The least mean square of any 10 ms.
double quietest(const std::vector<float>& samples) {
    double least = 1;
    for (size_t at = 0; at + 960 <= samples.size(); at += 960)
        least = std::min(least, test::energy({samples.begin() + static_cast<ptrdiff_t>(at),
                                              samples.begin() + static_cast<ptrdiff_t>(at + 960)}));
    return least;
}

std::vector<float> frames(const std::vector<float>& samples, uint64_t from, uint64_t until) {
    return {samples.begin() + static_cast<ptrdiff_t>(2 * from),
            samples.begin() + static_cast<ptrdiff_t>(2 * until)};
}

} // namespace

TEST_CASE("a file's tracks of sound are told by name, and the one in the language begins") {
    const MediaFolder folder;
    make_film(folder);
    struct Wish {
        const char* language;
        size_t track;
        double pitch;
    };
    for (const Wish& wish : {Wish{"", 0, 440}, Wish{"zh", 0, 440}, Wish{"yue", 1, 880},
                             Wish{"zh-yue-HK", 1, 880}, Wish{"en", 0, 440}}) {
        CAPTURE(std::string{wish.language});
        FilmViewer film{{folder.path("film.mp4")}, 1920, {wish.language, {}}};
        film.watch(30);
        REQUIRE(film.facts);
        REQUIRE(film.facts->sounds.size() == 2);
        CHECK(film.facts->sounds[0].language == "chi");
        CHECK(film.facts->sounds[1].language == "yue");
        CHECK(film.facts->sound_track == wish.track);
        CHECK(test::pitch(film.samples) == doctest::Approx(wish.pitch).epsilon(0.02));
    }
}

TEST_CASE("another track takes over where it was asked for, without a gap") {
    const MediaFolder folder;
    make_film(folder);
    FilmViewer film{{folder.path("film.mp4")}};
    Listener listener{film};
    static_cast<void>(listener.hear(48'000));
    REQUIRE(film.link->sound().available() > 48'000); // a second of the old track lies ready
    size_t joins = 1;
    for (const size_t track : {size_t{1}, size_t{0}}) {
        CAPTURE(track);
        const uint64_t asked_at = film.link->sound().position();
        film.link->choose_sound(track);
        listener.join(++joins);
        const auto& start = film.starts.back();
        CHECK(start.track == track);
        CHECK(start.position < asked_at + 4800);
        CHECK(start.pts.count() == doctest::Approx(double(start.position) / 0.048).epsilon(0.001));
        const auto heard = listener.hear(48'000);
        REQUIRE(heard.size() == 96'000);
        const uint64_t join = start.position - asked_at;
        const double old_pitch = track == 1 ? 440 : 880;
        CHECK(test::pitch(frames(heard, 0, join)) == doctest::Approx(old_pitch).epsilon(0.04));
        CHECK(test::pitch(frames(heard, join + 960, 48'000)) ==
              doctest::Approx(old_pitch == 440 ? 880 : 440).epsilon(0.02));
        CHECK(quietest(heard) > 0.3 / 128); // a sine of 1/8 has 1/128
    }
}

TEST_CASE("another pace takes over at once, at the same pitch, to the end of the film") {
    const MediaFolder folder;
    make_film(folder);
    FilmViewer film{{folder.path("film.mp4")}};
    Listener listener{film};
    static_cast<void>(listener.hear(24'000));
    film.link->set_pace(200);
    listener.join(2);
    REQUIRE(film.starts.size() == 2);
    CHECK(film.starts.back().pace_percent == 200);
    const double at_s = double(film.starts.back().position) / 48'000;
    CHECK(at_s < 0.6);
    std::vector<float> rest;
    for (auto heard = listener.hear(24'000); !heard.empty(); heard = listener.hear(24'000))
        rest.insert(rest.end(), heard.begin(), heard.end());
    CHECK(film.ended);
    CHECK(film.numbers.size() == 200);
    CHECK(test::pitch(frames(rest, 9600, 96'000)) == doctest::Approx(440).epsilon(0.02));
    CHECK(quietest(frames(rest, 0, 96'000)) > 0.3 / 128);
    // Half a second at its own pace, what is left twice as fast.
    const double seconds = double(rest.size()) / 2 / 48'000;
    CHECK(seconds == doctest::Approx((at_s - 0.5) + (8 - at_s) / 2).epsilon(0.02));
}

TEST_CASE("a seek keeps pace and track, and a track asked for while it seeks is right as well") {
    const MediaFolder folder;
    make_film(folder);
    FilmViewer film{{folder.path("film.mp4")}};
    Listener listener{film};
    film.link->set_pace(150);
    listener.join(2);
    film.link->choose_sound(1);
    listener.join(3);
    film.seek(4s);
    listener.join(1);
    CHECK(film.starts.front().pts == 4s);
    CHECK(film.starts.front().pace_percent == 150);
    CHECK(film.starts.front().track == 1);
    CHECK(test::pitch(listener.hear(24'000)) == doctest::Approx(880).epsilon(0.02));
    film.seek(2s);
    film.link->choose_sound(0);
    listener.wait_for([&] { return !film.starts.empty() && film.starts.back().track == 0; });
    listener.fill();
    CHECK(film.starts.back().pts >= 2s);
    static_cast<void>(listener.hear(4'800));
    CHECK(test::pitch(listener.hear(24'000)) == doctest::Approx(440).epsilon(0.02));
}
