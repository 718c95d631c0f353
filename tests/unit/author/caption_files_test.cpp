#include "content/author/caption_files.h"

#include "tests/support/author_folder.h"

using namespace pufa;
using model::Language;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

namespace {

constexpr std::string_view k_srt = "1\n00:00:01,000 --> 00:00:02,500\n<i>楼上漏水了</i>\n\n"
                                   "2\n00:00:03,000 --> 00:00:04,000\n怎么办\n";
constexpr std::string_view k_canonical = "WEBVTT\n\n00:00:01.000 --> 00:00:02.500\n楼上漏水了\n\n"
                                         "00:00:03.000 --> 00:00:04.000\n怎么办\n";

/// The bytes of a member that the builder made.
std::string made(const author::Reading& reading, const std::string& member) {
    for (const auto& source : reading.sources) {
        if (source.path == member) return source.bytes.value_or("from disk");
    }
    return "not packed";
}

} // namespace

TEST_CASE("captions beside a film are packed in one spelling") {
    const AuthorFolder bench;
    bench.write("videos/漏 水.en.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nA leak\n");
    bench.write("videos/漏 水.srt", k_srt);
    bench.write("videos/漏 水.ZH-hant.srt", "00:01 --> 00:02\n漏水\n");
    const auto reading = bench.read();
    CHECK(AuthorFolder::described(reading.findings).empty());
    const auto video = items_of<model::Video>(reading.manifest)[0];
    CHECK(video.captions ==
          std::vector<model::CaptionFile>{{Language::zh_hans, "captions/leak.zh-Hans.vtt"},
                                          {Language::zh_hant, "captions/leak.zh-Hant.vtt"},
                                          {Language::en, "captions/leak.en.vtt"}});
    CHECK(made(reading, "captions/leak.zh-Hans.vtt") == k_canonical);
    CHECK(made(reading, "captions/leak.en.vtt") ==
          "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nA leak\n");
}

TEST_CASE("captions read the same from UTF-8, UTF-16 and GB18030") {
    const AuthorFolder bench;
    const auto file = (bench.path() / "videos/漏 水.zh-Hans.srt").string();
    for (const std::string charset : {"UTF-8", "UTF-16", "GB18030"}) {
        CAPTURE(charset);
        bench.write("videos/漏 水.zh-Hans.srt", k_srt);
        const auto done = base::run("/usr/bin/iconv", {"-f", "UTF-8", "-t", charset, file});
        REQUIRE(done);
        bench.write("videos/漏 水.zh-Hans.srt", done->output);
        const auto reading = bench.read();
        CHECK(reading.sound());
        CHECK(made(reading, "captions/leak.zh-Hans.vtt") == k_canonical);
    }
}

TEST_CASE("captions of SubStation Alpha read the same, in any charset") {
    const AuthorFolder bench;
    const auto file = (bench.path() / "videos/漏 水.ass").string();
    const std::string ass = "[Script Info]\r\nScriptType: v4.00+\r\n\r\n[Events]\r\n"
                            "Format: Layer, Start, End, Style, Text\r\n"
                            "Dialogue: 0,0:00:03.00,0:00:04.00,Default,{\\i1}怎么办\r\n"
                            "Dialogue: 0,0:00:01.00,0:00:02.50,Default,楼上漏水了\r\n";
    for (const std::string charset : {"UTF-8", "UTF-16", "GB18030", "BIG5"}) {
        CAPTURE(charset);
        bench.write("videos/漏 水.ass", ass);
        const bool big5 = charset == "BIG5"; // which has traditional characters only
        if (big5) bench.change("videos/漏 水.ass", "楼上漏水了", "樓上漏水了");
        if (big5) bench.change("videos/漏 水.ass", "怎么办", "怎麼辦");
        const auto done = base::run("/usr/bin/iconv", {"-f", "UTF-8", "-t", charset, file});
        REQUIRE(done);
        bench.write("videos/漏 水.ass", done->output);
        const auto reading = bench.read();
        CHECK(reading.sound());
        const auto packed = made(reading, "captions/leak.zh-Hans.vtt");
        if (big5)
            CHECK(packed.find("樓上漏水了") != std::string::npos);
        else
            CHECK(packed == k_canonical);
    }
    bench.write("videos/漏 水.ass", ass + "Dialogue: 0,0:00:xx.00,0:00:04.00,Default,坏\n");
    CHECK(bench.faults() == Lines{"CAPTION_BAD_TIME videos/漏 水.ass:8 "
                                  "Dialogue: 0,0:00:xx.00,0:00:04.00,Default,坏"});
}

TEST_CASE("what a text track is written in is told by its tag, else by its title") {
    using author::caption_language;
    struct Row {
        const char *tag, *title;
        std::optional<Language> language;
    };
    const Row rows[] = {
        {"zh-Hans", "", Language::zh_hans},
        {"chi", "", Language::zh_hans},
        {"zh-CN", "繁體", Language::zh_hant},
        {"zh_TW", "", Language::zh_hant},
        {"zh-Hant-HK", "", Language::zh_hant},
        {"yue", "", Language::zh_hans},
        {"chi", "Traditional Chinese", Language::zh_hant},
        {"eng", "", Language::en},
        {"en-GB", "", Language::en},
        {"", "简体中文", Language::zh_hans},
        {"und", "English", Language::en},
        {"und", "", std::nullopt},
        {"fre", "", std::nullopt},
        {"fre", "简体", std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.tag);
        CAPTURE(row.title);
        CHECK(caption_language(row.tag, row.title) == row.language);
    }
}

TEST_CASE("text tracks of a film are taken where no file beside it speaks that language") {
    using author::CaptionDraft;
    const std::vector<media::EmbeddedCaptions> tracks{
        {"eng", "", {{Micros{1'000'400}, Micros{2'000'000}, " A leak\n\n<now> "}}},
        {"chi", "", {{Micros{0}, Micros{1'000'000}, "不要"}}},
        {"chi", "繁體", {{Micros{5'000'000}, Micros{5'000'000}, "沒有長度"}}}, // nothing is left
        {"fre", "", {{Micros{0}, Micros{1'000'000}, "Non"}}},
        {"eng", "", {{Micros{0}, Micros{1'000'000}, "twice"}}}};
    std::vector<CaptionDraft> captions{{Language::zh_hans, "videos/a.vtt", {}, {}}};
    author::Findings findings;
    author::add_embedded(tracks, "videos/a.mkv", captions, findings);
    REQUIRE(captions.size() == 2);
    CHECK(captions[0].file == "videos/a.vtt");
    CHECK(captions[1].language == Language::en);
    CHECK(captions[1].cues ==
          std::vector<captions::Cue>{{Micros{1'000'000}, Micros{2'000'000}, "A leak\n<now>"}});
    CHECK(captions[1].lines == std::vector<int>{0});
    CHECK(AuthorFolder::described(findings) == Lines{"CAPTIONS_FROM_FILM videos/a.mkv videos/a.mkv",
                                                     "CAPTIONS_UNNAMED videos/a.mkv videos/a.mkv"});
    CHECK(findings[0].detail == "en");
    CHECK(findings[1].detail == "fre");

    // Alone and without a name it is as a file whose name says nothing.
    captions.clear();
    findings.clear();
    author::add_embedded({{"", "", {{Micros{0}, Micros{1'000'000}, "一"}}}}, "videos/a.mkv",
                         captions, findings);
    REQUIRE(captions.size() == 1);
    CHECK(captions[0].language == Language::zh_hans);
}

TEST_CASE("what is wrong with captions is named by its line and its words") {
    const AuthorFolder bench;
    bench.write("videos/漏 水.zh-Hans.srt", "1\r\n00:00:01,000 -> 00:00:02,000\r\n一\r\n\r\n"
                                            "2\r\n00:00:03,0 --> 00:00:7x\r\n二\r\n\r\n"
                                            "3\r\n00:00:05,0 --> 00:00:04,0\r\n三\r\n");
    CHECK(bench.faults() ==
          Lines{"CAPTION_WITHOUT_TIME videos/漏 水.zh-Hans.srt:1 1",
                "CAPTION_BAD_TIME videos/漏 水.zh-Hans.srt:6 00:00:03,0 --> 00:00:7x",
                "CAPTION_BACKWARDS videos/漏 水.zh-Hans.srt:10 00:00:05,0 --> 00:00:04,0"});
    CHECK_FALSE(bench.read().sound());
}

TEST_CASE("captions that say nothing, or one language twice, are named") {
    const AuthorFolder bench;
    bench.write("videos/漏 水.en.vtt", "WEBVTT\n\n");
    bench.write("videos/漏 水.srt", k_srt);
    bench.write("videos/漏 水.zh-Hans.vtt", k_canonical);
    CHECK(bench.faults() ==
          Lines{"CAPTIONS_EMPTY videos/漏 水.en.vtt videos/漏 水.en.vtt",
                "CAPTIONS_TWICE videos/漏 水.zh-Hans.vtt videos/漏 水.zh-Hans.vtt"});
    const auto video = items_of<model::Video>(bench.read().manifest)[0];
    for (const auto& file : video.captions)
        CHECK(file.language != Language::en); // nothing to read, nothing to offer
}

TEST_CASE("a file called WebVTT that is not is named, and nothing is read of it") {
    const AuthorFolder bench;
    for (const std::string head :
         {"", "\n", "WEBVTT字幕\n\n", "webvtt\n\n", "\xEF\xBB\xBF\xEF\xBB\xBFWEBVTT\n\n"}) {
        CAPTURE(head);
        bench.write("videos/漏 水.en.vtt", head + "00:01.000 --> 00:0x\nA leak\n");
        CHECK(bench.faults() ==
              Lines{"CAPTIONS_NO_SIGNATURE videos/漏 水.en.vtt:1 videos/漏 水.en.vtt"});
    }
    bench.write("videos/漏 水.en.vtt", "\xEF\xBB\xBFWEBVTT\n\n00:01.000 --> 00:02.000\nA leak\n");
    CHECK(bench.faults() == Lines{});
}

TEST_CASE(
    "what WebVTT passes over is a warning, what its cues lack is said, and NUL is a character") {
    const AuthorFolder bench;
    const std::string words =
        "WEBVTT\n\nREGION: id=a width=40%\n\n00:01.000 --> 00:02.000\na <b\n\n"
        "00:03.000 --> 00:04.000\n";
    bench.write("videos/漏 水.en.vtt", words + '\0' + "b\n");
    CHECK(bench.faults() ==
          Lines{"CAPTION_UNKNOWN_BLOCK videos/漏 水.en.vtt:3 REGION: id=a width=40%",
                "CAPTION_TAG_OPEN videos/漏 水.en.vtt:5 00:01.000 --> 00:02.000"});
    const auto reading = bench.read();
    CHECK(reading.sound());
    CHECK(made(reading, "captions/leak.en.vtt") == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na\n\n"
                                                   "00:00:03.000 --> 00:00:04.000\n\uFFFDb\n");
}

TEST_CASE("captions longer than the film are probably another film's") {
    const AuthorFolder bench;
    bench.write("videos/漏 水.srt", "00:01 --> 00:02\n一\n\n00:10 --> 00:11\n散场\n\n"
                                    "00:12 --> 00:13\n后来\n");
    CHECK(bench.faults() == Lines{"CAPTION_PAST_END videos/漏 水.srt:4 散场"});
    CHECK(bench.read().sound()); // a warning
}

TEST_CASE("captions of no film, or in a language no kiosk speaks, are not used") {
    const AuthorFolder bench;
    bench.write("videos/漏 水.fr.srt", k_srt);
    bench.write("videos/漏 水2.srt", k_srt);
    CHECK(bench.faults() == Lines{"UNUSED_FILE videos/漏 水.fr.srt videos/漏 水.fr.srt",
                                  "UNUSED_FILE videos/漏 水2.srt videos/漏 水2.srt"});
    CHECK(items_of<model::Video>(bench.read().manifest)[0].captions.empty());
}
