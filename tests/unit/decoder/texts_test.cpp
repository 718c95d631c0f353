#include "content/decoder/texts.h"

#include "content/media/study.h"
#include "tests/support/film_viewer.h"

using namespace pufa;
using namespace std::chrono_literals;
using decoder::words_of;
using test::MediaFolder;

namespace {

constexpr const char* k_srt = "1\n00:00:00,200 --> 00:00:01,000\n<i>调解</i>不收费。\n第二行\n\n"
                              "2\n00:00:01,500 --> 00:00:02,250\nFree of charge\n\n";

/// film.mkv or film.mp4 with two tracks of text.
std::vector<media::EmbeddedCaptions> captions_of(const MediaFolder& folder, const char* codec,
                                                 const char* film) {
    folder.write("a.srt", k_srt);
    folder.write("b.srt", "1\n00:00:00,000 --> 00:00:00,500\n" + std::string(600, 'x') + "\n\n");
    REQUIRE(folder.ffmpeg({"-i",
                           "film.mp4",
                           "-i",
                           "a.srt",
                           "-i",
                           "b.srt",
                           "-map",
                           "0:v",
                           "-map",
                           "1",
                           "-map",
                           "2",
                           "-c:v",
                           "copy",
                           "-c:s",
                           codec,
                           "-metadata:s:s:0",
                           "language=chi",
                           "-metadata:s:s:1",
                           "language=eng",
                           film}));
    const auto studied = media::study(test::real_decoder(), {folder.path(film)}, {}, {});
    REQUIRE(studied);
    return studied->findings.captions;
}

} // namespace

TEST_CASE("the words of a line are what is left without marks and drawings") {
    CHECK(words_of("0,0,Default,,0,0,0,,plain, with a comma") == "plain, with a comma");
    CHECK(words_of("0,0,Default,,0,0,0,,{\\i1}slanted{\\i0}\\Nand\\hmore ") == "slanted\nand more");
    CHECK(words_of("0,0,Default,,0,0,0,,{\\p1}m 0 0 l 100 0{\\p0}").empty());
    CHECK(words_of("0,0,Default,,0,0,0,,a { that never closes") == "a { that never closes");
    CHECK(words_of("too,few").empty());
    CHECK(words_of("").empty());
}

TEST_CASE("text tracks of each kind are read by a study, long lines whole") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 75, 25, test::Tone::none));
    struct Kind {
        const char* codec;
        const char* film;
    };
    for (const Kind& kind : {Kind{"mov_text", "a.mp4"}, Kind{"srt", "b.mkv"}, Kind{"ass", "c.mkv"},
                             Kind{"webvtt", "d.mkv"}}) {
        CAPTURE(std::string{kind.codec});
        const auto captions = captions_of(folder, kind.codec, kind.film);
        REQUIRE(captions.size() == 2);
        CHECK(captions[0].language == "chi");
        REQUIRE(captions[0].cues.size() == 2);
        const auto& first = captions[0].cues[0];
        CHECK(first.text == "调解不收费。\n第二行");
        CHECK(std::chrono::abs(first.start - 200ms) <= 10ms); // ASS counts in hundredths
        CHECK(std::chrono::abs(first.end - 1s) <= 10ms);
        CHECK(captions[0].cues[1].text == "Free of charge");
        CHECK(captions[1].language == "eng");
        REQUIRE(captions[1].cues.size() == 1);
        CHECK(captions[1].cues[0].text == std::string(600, 'x'));
    }
}
