// Every kind of sound that an author may hand over, through the real program, beside what the stock
// ffmpeg makes of the same clip.
#include "tests/support/film_judge_ffmpeg.h"

using namespace pufa;
using namespace std::chrono_literals;
using test::FilmViewer;
using test::MediaFolder;
using Words = std::vector<std::string>;

namespace {

constexpr double k_seconds = 0.8;

Words words(const std::string& text) {
    std::istringstream in{text};
    Words out;
    for (std::string word; in >> word;)
        out.push_back(word);
    return out;
}

/// A tone in each channel, each another.
std::string tones(int channels, int rate) {
    std::string expression;
    for (int i = 0; i < channels; ++i)
        expression += (i == 0 ? "" : "|") + std::string{"0.2*sin("} +
                      std::to_string(300 + 170 * i) + "*2*PI*t)";
    const char* layout = channels == 1   ? "mono"
                         : channels == 2 ? "stereo"
                         : channels == 6 ? "5.1"
                                         : "7.1";
    return "aevalsrc=exprs='" + expression + "':c=" + layout + ":s=" + std::to_string(rate) +
           ":d=" + std::to_string(k_seconds);
}

struct Clip {
    const char* file;
    const char* encode;
    const char* codec;
    int channels = 2;
    int rate = 44100;
};

/// Energy of the difference, over that of `one`; `other` begins `late` frames later.
double part_apart(const std::vector<float>& one, std::vector<float> other, ptrdiff_t late) {
    other.erase(other.begin(), other.begin() + 2 * late);
    std::vector<float> difference(std::min(one.size(), other.size()));
    for (size_t i = 0; i < difference.size(); ++i)
        difference[i] = one[i] - other[i];
    return test::energy(difference) / test::energy(one);
}

} // namespace

TEST_CASE("every kind of sound, mono of 8 kHz to 7.1, sounds as ffmpeg has it") {
    const MediaFolder folder;
    for (const Clip& clip : {
             Clip{"alaw.wav", "-c:a pcm_alaw", "pcm_alaw", 1, 8000},
             Clip{"mulaw.wav", "-c:a pcm_mulaw", "pcm_mulaw", 1, 8000},
             Clip{"u8.wav", "-c:a pcm_u8", "pcm_u8", 1, 8000},
             Clip{"s16.wav", "-c:a pcm_s16le", "pcm_s16le"},
             Clip{"s24.wav", "-c:a pcm_s24le", "pcm_s24le", 2, 96000},
             Clip{"s32.wav", "-c:a pcm_s32le", "pcm_s32le"},
             Clip{"f32.wav", "-c:a pcm_f32le", "pcm_f32le", 6, 48000},
             Clip{"s16be.mov", "-c:a pcm_s16be", "pcm_s16be"},
             Clip{"mono.mp3", "-c:a libmp3lame", "mp3", 1, 8000},
             Clip{"stereo.mp3", "-c:a libmp3lame", "mp3"},
             Clip{"a.ogg", "-c:a libvorbis", "vorbis"},
             Clip{"opus.ogg", "-c:a libopus", "opus", 2, 48000},
             Clip{"six.mka", "-c:a libopus -mapping_family 1", "opus", 6, 48000},
             Clip{"a.flac", "-c:a flac", "flac", 8, 48000},
             Clip{"a.m4a", "-c:a aac", "aac"},
             Clip{"six.m4a", "-c:a aac", "aac", 6, 48000},
             Clip{"alac.m4a", "-c:a alac", "alac"},
             Clip{"a.aac", "-c:a aac", "aac", 1, 16000},
             Clip{"ac3.ts", "-c:a ac3", "ac3", 6, 48000},
             Clip{"eac3.mp4", "-c:a eac3", "eac3", 6, 48000},
             Clip{"mp2.ts", "-c:a mp2", "mp2", 2, 48000},
             Clip{"mp2.mpg", "-c:a mp2 -f vob", "mp2", 2, 48000},
         }) {
        CAPTURE(std::string{clip.file});
        Words make{"-f", "lavfi", "-i", tones(clip.channels, clip.rate)};
        for (const auto& word : words(clip.encode))
            make.push_back(word);
        make.emplace_back(clip.file);
        REQUIRE(folder.ffmpeg(make));
        FilmViewer film{{folder.path(clip.file)}};
        film.watch();
        CHECK_FALSE(film.error);
        REQUIRE(film.facts);
        CHECK(film.facts->codec == clip.codec);
        CHECK(film.facts->width == 0);
        CHECK(film.times.empty());
        const auto judge = test::judge_sound(folder, clip.file, clip.channels);
        CHECK(
            std::abs(static_cast<double>(film.samples.size()) - static_cast<double>(judge.size())) /
                2 <
            0.03 * 48'000);
        // What a codec runs itself in with is silence for us, and left out by ffmpeg.
        const auto late = std::max<ptrdiff_t>(0, (static_cast<ptrdiff_t>(film.samples.size()) -
                                                  static_cast<ptrdiff_t>(judge.size())) /
                                                     2);
        const double apart =
            std::min(part_apart(judge, film.samples, 0), part_apart(judge, film.samples, late));
        if (std::getenv("PUFA_TELL") != nullptr)
            std::printf("%-12s %-10s %d %6d Hz  difference %.1f dB, %zu of %zu frames\n", clip.file,
                        clip.codec, clip.channels, clip.rate, 10 * std::log10(apart + 1e-12),
                        film.samples.size() / 2, judge.size() / 2);
        CHECK(apart < 0.001); // 30 dB below it
    }
}

TEST_CASE("sound that begins late or ends early is silence there, and pictures keep their time") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 160, 96, 50, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-itsoffset", "0.5", "-f", "lavfi", "-i",
                           "sine=frequency=1000:duration=0.5", "-c:v", "libx264", "-preset",
                           "ultrafast", "-c:a", "aac", "film.mp4"}));
    FilmViewer film{{folder.path("film.mp4")}};
    film.watch();
    CHECK(film.numbers.size() == 50);
    CHECK(film.times.back() == 1960ms);
    REQUIRE(film.samples.size() >= 2 * 48'000);
    const auto part = [&](double from, double to) {
        return test::energy({film.samples.begin() + static_cast<ptrdiff_t>(from * 96'000),
                             film.samples.begin() + static_cast<ptrdiff_t>(to * 96'000)});
    };
    CHECK(part(0, 0.45) < 1e-6);
    CHECK(part(0.55, 0.95) > 0.001);
    CHECK(part(1.1, 1.9) < 1e-6);
}

TEST_CASE("one picture with a long talk plays to the end of the talk, from everywhere") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=red:s=160x96", "-frames:v", "1", "a.png"}));
    struct Talk {
        const char* file;
        const char* sound;
        int seconds;
    };
    // The second is more than what may wait for a picture that never comes.
    for (const Talk& talk : {Talk{"a.mp4", "aac", 30}, Talk{"a.mkv", "pcm_s16le", 400}}) {
        CAPTURE(std::string{talk.file});
        const std::string length = std::to_string(talk.seconds);
        // A picture that is coded already comes first in the file.
        REQUIRE(folder.ffmpeg(words("-i a.png -c:v libx264 -pix_fmt yuv420p picture.mp4")));
        Words make = words(
            "-i picture.mp4 -f lavfi -i sine=frequency=1000:sample_rate=48000:duration=" + length +
            " -c:v copy -c:a " + talk.sound);
        make.emplace_back(talk.file);
        REQUIRE(folder.ffmpeg(make));
        const std::chrono::seconds near_end{talk.seconds - 10};
        FilmViewer film{{folder.path(talk.file)}};
        film.watch(1);
        REQUIRE(film.numbers.size() == 1);
        CHECK(film.facts->duration > near_end + 9s);
        film.seek(near_end);
        film.watch();
        CHECK_FALSE(film.error);
        CHECK(film.ended);
        CHECK(film.times == std::vector<Micros>{0us});
        REQUIRE(film.sound_from);
        CHECK(*film.sound_from == near_end);
        CHECK(film.samples.size() / 2 > 9 * 48'000);
        CHECK(film.samples.size() / 2 < 11 * 48'000);
        CHECK(test::pitch(film.samples) == doctest::Approx(1000).epsilon(0.01));
    }
}

TEST_CASE("the cover of a song is not a film") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg({"-f", "lavfi", "-i", "color=red:s=160x96", "-frames:v", "1", "a.png"}));
    REQUIRE(
        folder.ffmpeg(words("-f lavfi -i sine=duration=0.5 -i a.png -map 0 -map 1 -c:a libmp3lame "
                            "-c:v copy -disposition:v attached_pic song.mp3")));
    FilmViewer film{{folder.path("song.mp3")}};
    film.watch();
    CHECK(film.facts->codec == "mp3");
    CHECK(film.facts->width == 0);
    CHECK(test::pitch(film.samples) > 400);
}
