#include "content/author/films.h"

#include "content/author/film_judge.h"
#include "content/author/png.h"
#include "content/model/spoken.h"

#include "tests/support/author_folder.h"
#include "tests/support/film_studies.h"
#include "tests/support/media_files.h"

using namespace pufa;
using namespace std::chrono_literals;
using author::ReadOptions;
using support::AuthorFolder;
using support::Lines;

namespace {

/// Looks through films as `study` says, and takes a poster of the moment asked for.
ReadOptions looking(media::FilmStudy study = support::good_study()) {
    ReadOptions options;
    options.looks.study = [study](const auto&, const media::StudyProgress& progress) {
        progress(50);
        return Result<media::FilmStudy>{study};
    };
    options.looks.picture = [](const auto&, Micros at, int) -> Result<media::Still> {
        return support::grey_still(64, 36, static_cast<uint8_t>(at / 1s));
    };
    return options;
}

author::Reading read(const AuthorFolder& bench, const ReadOptions& options) {
    auto reading = author::read_folder(bench.path(), options);
    REQUIRE(reading);
    return *std::move(reading);
}

const pack::MemberSource* member(const author::Reading& reading, const std::string& path) {
    const auto found = std::find_if(reading.sources.begin(), reading.sources.end(),
                                    [&](const auto& source) { return source.path == path; });
    return found == reading.sources.end() ? nullptr : &*found;
}

/// Looks by the real decoder.
ReadOptions really_looking() {
    const media::LinkOptions decoder{std::filesystem::path{PUFA_BIN_DIR} / "pufa-decoder"};
    ReadOptions options;
    options.looks.study = [decoder](const std::filesystem::path& film, const auto& progress) {
        return media::study(decoder, {film, 0, 0}, {}, progress);
    };
    options.looks.picture = [decoder](const std::filesystem::path& film, Micros at, int side) {
        return media::decode_still(decoder, {film, 0, 0, at}, side, side, 20s);
    };
    return options;
}

/// Runs the ffmpeg command that a finding advises, as an author would in the folder of the film.
void run_advice(const test::MediaFolder& media, const author::Finding& finding) {
    const auto advice = author::what_to_do(model::Language::en, finding);
    const auto from = advice.find("ffmpeg "), to = advice.find(" and take");
    REQUIRE((from != std::string::npos && to != std::string::npos));
    const auto command = "cd \"$0\" && " + advice.substr(from, to - from) + " -nostdin -v error -y";
    const auto ran = base::run("/bin/sh", {"-c", command, media.path("").string()});
    REQUIRE(ran);
    REQUIRE_MESSAGE(ran->exit_code == 0, command << "\n" << ran->output);
}

/// The same files elsewhere, written from the last to the first, long ago, readable by few.
void copy_backwards(const std::filesystem::path& from, const std::filesystem::path& to) {
    namespace fs = std::filesystem;
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator{from}) {
        if (entry.is_regular_file()) files.push_back(fs::relative(entry.path(), from));
    }
    std::sort(files.rbegin(), files.rend());
    for (const auto& file : files) {
        REQUIRE(base::make_folders((to / file).parent_path()));
        fs::copy_file(from / file, to / file);
        fs::permissions(to / file, fs::perms::owner_read);
        fs::last_write_time(to / file, fs::file_time_type::clock::now() - std::chrono::years{3});
    }
}

} // namespace

TEST_CASE("a film that was studied carries its loudness and its small pictures") {
    const AuthorFolder bench;
    const auto reading = read(bench, looking());
    CHECK(reading.findings.empty());
    const auto video = support::items_of<model::Video>(reading.manifest).at(0);
    CHECK(video.loudness == model::Loudness{-18.12, -2.5});
    REQUIRE(video.thumbs);
    CHECK(*video.thumbs == model::SeekThumbs{"thumbs/leak.png", 2s, 5, 5, 16, 9});
    const auto* sheet = member(reading, "thumbs/leak.png");
    REQUIRE(sheet);
    REQUIRE(sheet->bytes);
    CHECK(sheet->bytes->starts_with(support::k_png_head));
    CHECK(video.poster == "posters/leak.png"); // the author's own
    CHECK_FALSE(member(reading, "posters/leak.png")->bytes);
}

TEST_CASE("a quick look measures nothing") {
    const AuthorFolder bench;
    const auto video = support::items_of<model::Video>(bench.read().manifest).at(0);
    CHECK_FALSE(video.loudness);
    CHECK_FALSE(video.thumbs);
    CHECK(video.duration == 10s);
}

TEST_CASE("a poster that nobody made is taken from the film, and told") {
    const AuthorFolder bench;
    bench.remove("videos/漏 水.png");
    const auto reading = read(bench, looking());
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"POSTER_MADE videos/漏 水.toml:1 videos/漏 水.mp4"});
    CHECK(author::severity(author::Fault::POSTER_MADE) == author::Severity::note);
    const auto* poster = member(reading, "posters/leak.png");
    REQUIRE(poster);
    CHECK(poster->bytes == *author::encode_png(support::grey_still(64, 36, 2))); // of 2 s
    CHECK(support::items_of<model::Video>(reading.manifest).at(0).poster == "posters/leak.png");

    // A film of nothing but black has none to give.
    auto black = support::good_study();
    for (auto& thumb : black.thumbs)
        thumb.still = support::grey_still(16, 9, 0);
    CHECK(AuthorFolder::described(read(bench, looking(black)).findings) ==
          Lines{"NO_POSTER videos/漏 水.toml:1 videos/漏 水.mp4"});
}

TEST_CASE("a named poster that is missing stays an error, though one was made") {
    const AuthorFolder bench;
    bench.change("videos/漏 水.toml", "topics", "poster = \"none.png\"\ntopics");
    const auto quick = AuthorFolder::described(bench.read().findings);
    CHECK(quick == Lines{"UNUSED_FILE videos/漏 水.png videos/漏 水.png",
                         "POSTER_MISSING videos/漏 水.toml:4:10 poster"});
    CHECK_FALSE(read(bench, looking()).sound());
}

TEST_CASE("films are looked at one after the other, and it is told which and how far") {
    const AuthorFolder bench;
    bench.write("videos/b.mp4", "another film");
    bench.write("videos/b.png", std::string{support::k_png_head});
    bench.write("videos/b.toml", "id = \"b\"\ntitle = \"乙\"\nai_generated = false\n");
    Lines told;
    auto options = looking();
    options.progress = [&](const author::FilmProgress& now) {
        told.push_back(now.film + " " + std::to_string(now.number) + "/" +
                       std::to_string(now.count) + " " + std::to_string(now.percent));
    };
    CHECK(read(bench, options).sound());
    CHECK(told == Lines{"videos/b.mp4 1/2 0", "videos/b.mp4 1/2 50", "videos/漏 水.mp4 2/2 0",
                        "videos/漏 水.mp4 2/2 50"});
}

TEST_CASE("a film whose study fails cannot be played; a machine without a decoder is told so") {
    const AuthorFolder bench;
    auto options = looking();
    const auto fail_with = [&](Code code) {
        options.looks.study = [code](const std::filesystem::path& film, const auto&) {
            return Result<media::FilmStudy>{Error{code, film.string(), "decoding takes too long"}};
        };
    };
    fail_with(Code::UNPLAYABLE);
    const auto reading = read(bench, options);
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"UNPLAYABLE videos/漏 水.mp4 videos/漏 水.mp4"});
    CHECK(reading.findings[0].detail == "decoding takes too long");
    fail_with(Code::NO_DECODER);
    CHECK(author::read_folder(bench.path(), options).error().code == Code::NO_DECODER);
}

TEST_CASE("the real decoder finds in a real film what is wrong with it") {
    const test::MediaFolder media;
    REQUIRE(media.ffmpeg({"-f", "lavfi", "-i", "testsrc2=s=64x36:d=12:r=25", "-f", "lavfi", "-i",
                          "sine=d=12", "-c:v", "libx264", "-g", "9999", "-pix_fmt", "yuv420p",
                          "-c:a", "aac", "film.mp4"}));
    const AuthorFolder bench;
    bench.remove("videos/漏 水.png");
    bench.write("videos/漏 水.mp4", media.read("film.mp4"));
    const auto options = really_looking();
    const auto first = read(bench, options);
    CHECK(AuthorFolder::described(first.findings) ==
          Lines{"KEYFRAMES_FAR_APART videos/漏 水.mp4 漏 水.mp4",
                "POSTER_MADE videos/漏 水.toml:1 videos/漏 水.mp4"});
    const auto video = support::items_of<model::Video>(first.manifest).at(0);
    REQUIRE((video.thumbs && video.loudness));
    CHECK(video.thumbs->count == 6);

    // Mended as the warning says, and then nothing is left to say.
    media.write("漏 水.mp4", media.read("film.mp4"));
    run_advice(media, first.findings[0]);
    bench.write("videos/漏 水.mp4", media.read("out.mp4"));
    CHECK(AuthorFolder::described(read(bench, options).findings) ==
          Lines{"POSTER_MADE videos/漏 水.toml:1 videos/漏 水.mp4"});
}

TEST_CASE(
    "the command that mends keyframes keeps every sound and the captions of each kind of file") {
    const test::MediaFolder media;
    media.write("a.srt", "1\n00:00:01,000 --> 00:00:02,000\n楼上漏水\n");
    struct Row {
        std::string file, video, sound, text, out;
    };
    const Row rows[] = {{"a b.mp4", "libx264", "aac", "mov_text", "out.mp4"},
                        {"a b.mkv", "libx264", "libopus", "ass", "out.mkv"},
                        {"a b.webm", "libvpx", "libopus", "webvtt", "out.mkv"},
                        {"a b.mov", "mpeg4", "pcm_s16le", "mov_text", "out.mov"}};
    const media::LinkOptions decoder{std::filesystem::path{PUFA_BIN_DIR} / "pufa-decoder"};
    for (const auto& row : rows) {
        CAPTURE(row.file);
        REQUIRE(media.ffmpeg({"-f",
                              "lavfi",
                              "-i",
                              "testsrc2=s=64x36:d=10:r=10",
                              "-f",
                              "lavfi",
                              "-i",
                              "sine=d=10",
                              "-f",
                              "lavfi",
                              "-i",
                              "sine=f=880:d=10",
                              "-i",
                              "a.srt",
                              "-map",
                              "0",
                              "-map",
                              "1",
                              "-map",
                              "2",
                              "-map",
                              "3",
                              "-c:v",
                              row.video,
                              "-g",
                              "9999",
                              "-pix_fmt",
                              "yuv420p",
                              "-c:a",
                              row.sound,
                              "-c:s",
                              row.text,
                              "-metadata:s:a:0",
                              "language=chi",
                              "-metadata:s:a:1",
                              "language=yue",
                              "-metadata:s:s:0",
                              "language=eng",
                              row.file}));
        const auto before = media::study(decoder, {media.path(row.file), 0, 0}, {}, {});
        REQUIRE(before);
        author::VideoDraft draft;
        draft.media = "videos/" + row.file;
        author::Findings findings;
        author::judge_film(draft, *before, findings);
        const auto told = std::find_if(findings.begin(), findings.end(), [](const auto& finding) {
            return finding.fault == author::Fault::KEYFRAMES_FAR_APART;
        });
        REQUIRE(told != findings.end());
        run_advice(media, *told);
        const auto after = media::study(decoder, {media.path(row.out), 0, 0}, {}, {});
        REQUIRE(after);
        CHECK(after->findings.keyframe_gap <= 2'100ms);
        REQUIRE(after->facts.sounds.size() == 2);
        // QuickTime's own table of languages has no Cantonese; what was there stays in each.
        CHECK(after->facts.sounds[1].language == before->facts.sounds[1].language);
        REQUIRE(after->findings.captions.size() == 1);
        const auto& cues = after->findings.captions[0].cues;
        const auto& cues_before = before->findings.captions[0].cues;
        REQUIRE(cues.size() == cues_before.size());
        for (size_t i = 0; i < cues.size(); ++i) {
            CHECK(cues[i].text == cues_before[i].text);
            // A container begins with its first sound, which the encoder's lead-in may move.
            CHECK(std::chrono::abs(cues[i].start - cues_before[i].start) <= 50ms);
        }
    }
}

TEST_CASE(
    "what a real film says within is packed: its sounds, its captions, what opening it asks") {
    const test::MediaFolder media;
    media.write("en.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>A leak</i>\n");
    media.write("hans.srt", "1\n00:00:01,500 --> 00:00:02,500\n楼上漏水\n");
    REQUIRE(media.ffmpeg({"-f",
                          "lavfi",
                          "-i",
                          "testsrc2=s=64x36:d=4:r=25",
                          "-f",
                          "lavfi",
                          "-i",
                          "sine=d=4",
                          "-f",
                          "lavfi",
                          "-i",
                          "sine=f=880:d=4",
                          "-i",
                          "en.srt",
                          "-i",
                          "hans.srt",
                          "-map",
                          "0",
                          "-map",
                          "1",
                          "-map",
                          "2",
                          "-map",
                          "3",
                          "-map",
                          "4",
                          "-c:v",
                          "libx264",
                          "-g",
                          "50",
                          "-pix_fmt",
                          "yuv420p",
                          "-c:a",
                          "aac",
                          "-c:s",
                          "mov_text",
                          "-metadata:s:a:0",
                          "language=chi",
                          "-metadata:s:a:1",
                          "language=yue",
                          "-metadata:s:s:0",
                          "language=eng",
                          "-metadata:s:s:1",
                          "language=chi",
                          "film.mp4"}));
    const AuthorFolder bench;
    bench.write("videos/漏 水.mp4", media.read("film.mp4"));
    bench.write("videos/漏 水.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n作者的\n");
    const auto reading = read(bench, really_looking());
    CHECK(reading.sound());
    const auto video = support::items_of<model::Video>(reading.manifest).at(0);
    CHECK(video.sounds == Lines{"cmn", "yue"});
    CHECK(video.captions ==
          std::vector<model::CaptionFile>{{model::Language::zh_hans, "captions/leak.zh-Hans.vtt"},
                                          {model::Language::en, "captions/leak.en.vtt"}});
    CHECK(member(reading, "captions/leak.en.vtt")->bytes ==
          "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nA leak\n");
    CHECK(member(reading, "captions/leak.zh-Hans.vtt")->bytes->find("作者的") != std::string::npos);
    const auto told = AuthorFolder::described(reading.findings);
    CHECK(std::count(told.begin(), told.end(),
                     "CAPTIONS_FROM_FILM videos/漏 水.mp4 videos/漏 水.mp4") == 1);
    REQUIRE(video.stated);
    CHECK(video.stated->video_codec == "h264");
    CHECK(video.stated->sound_codec == "aac");
    CHECK(video.stated->width == 64);
    CHECK(video.stated->frame_rate_num == 25 * video.stated->frame_rate_den);
}

TEST_CASE("sound tracks that nobody can tell apart are told, one alone is not") {
    const AuthorFolder bench;
    auto study = support::good_study();
    study.facts.sounds = {{"", ""}};
    CHECK(read(bench, looking(study)).findings.empty());
    study.facts.sounds = {{"chi", ""}, {"und", ""}, {"fre", ""}};
    const auto reading = read(bench, looking(study));
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"SOUND_UNNAMED videos/漏 水.mp4 videos/漏 水.mp4"});
    CHECK(reading.findings[0].detail == "3");
    CHECK(reading.sound());
    CHECK(support::items_of<model::Video>(reading.manifest).at(0).sounds ==
          Lines{"cmn", "und", "fre"});
}

TEST_CASE("a folder with a real film gives the same bytes in another place, order and time") {
    const test::MediaFolder media;
    REQUIRE(media.ffmpeg({"-f", "lavfi", "-i", "testsrc2=s=160x90:d=6:r=25", "-f", "lavfi", "-i",
                          "anoisesrc=d=6:a=0.2:seed=3", "-c:v", "libx264", "-g", "50", "-pix_fmt",
                          "yuv420p", "-c:a", "aac", "film.mp4"}));
    const AuthorFolder bench;
    bench.remove("videos/漏 水.png");
    bench.write("videos/漏 水.mp4", media.read("film.mp4"));
    const base::TemporaryFolder elsewhere;
    copy_backwards(bench.path(), elsewhere.path() / "a copy");

    const auto key = pack::make_key_pair("test").secret;
    const auto built = [&](const std::filesystem::path& folder, const std::string& name) {
        const auto reading = author::read_folder(folder, really_looking());
        REQUIRE((reading && reading->sound()));
        const auto file = elsewhere.path() / name;
        REQUIRE(pack::write_pack(reading->manifest, reading->sources, key, file, {}));
        return *base::read_file(file);
    };
    const auto first = built(bench.path(), "a.pufa");
    const auto second = built(elsewhere.path() / "a copy", "b.pufa");
    CHECK(first.size() > 20'000);
    CHECK((first == second));
}
