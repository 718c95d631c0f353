#include "tests/support/author_folder.h"

using namespace pufa;
using namespace std::literals;
using support::AuthorFolder;
using support::items_of;
using support::Lines;

TEST_CASE("a film, its poster and its side file become one video") {
    const AuthorFolder bench;
    const auto reading = bench.read();
    REQUIRE(reading.sound());
    const auto videos = items_of<model::Video>(reading.manifest);
    REQUIRE(videos.size() == 1);
    const auto& video = videos[0];
    CHECK(video.id.value == "test-press/small/leak");
    CHECK(video.title.in(model::Language::en) == "A leak");
    CHECK(video.agency == "测试司法局");
    CHECK(video.media == "videos/leak.mp4");
    CHECK(video.poster == "posters/leak.png");
    CHECK(video.duration == std::chrono::seconds{10});
    CHECK(video.width == 1280);
    CHECK(video.has_sound);
    CHECK(video.chapters ==
          std::vector<model::Chapter>{{std::chrono::seconds{2}, model::in_hans("先商量")}});
    REQUIRE(reading.sources.size() == 2);
    CHECK(reading.sources[0].path == "videos/leak.mp4");
    CHECK(reading.sources[0].file == bench.path() / "videos/漏 水.mp4");
}

TEST_CASE("films are in the order of pack.toml first and of their names after it") {
    const AuthorFolder bench;
    bench.write("videos/z.webm", "film");
    bench.write("videos/海报.jpg", "\xff\xd8\xff\xe0 jpeg");
    bench.write("pack.toml", std::string{support::k_author_pack_toml} +
                                 "[[video]]\nfile = \"z.webm\"\nposter = \"海报.jpg\"\n"
                                 "id = \"first\"\ntitle = \"先\"\nai_generated = false\n");
    CHECK(bench.faults().empty());
    const auto videos = items_of<model::Video>(bench.read().manifest);
    REQUIRE(videos.size() == 2);
    CHECK(videos[0].id.value == "test-press/small/first");
    CHECK(videos[0].media == "videos/first.webm");
    CHECK(videos[0].poster == "posters/first.jpg");
    CHECK(videos[1].id.value == "test-press/small/leak");
}

TEST_CASE("a film may be in any container that plays, and its poster a WebP") {
    const AuthorFolder bench;
    std::string toml{support::k_author_pack_toml};
    int number = 0;
    for (const char* kind : {"mov", "mkv", "ts", "m2ts", "mpg", "m2v", "ogv"}) {
        const std::string name = std::string{"film."} + kind;
        bench.write("videos/" + name, "film");
        toml += "[[video]]\nfile = \"" + name + "\"\nposter = \"p.webp\"\nid = \"f" +
                std::to_string(number++) + "\"\ntitle = \"一\"\nai_generated = false\n";
    }
    bench.write("videos/p.webp", "RIFF\x10\0\0\0WEBPVP8L"s);
    bench.write("pack.toml", toml);
    CHECK(bench.faults().empty());
    bench.write("videos/p.webp", "RIFF\x10\0\0\0WAVEfmt "s);
    CHECK(bench.faults().size() == static_cast<size_t>(number));
}

TEST_CASE("an AI-generated film names who has reviewed it and when") {
    const AuthorFolder bench;
    bench.change("videos/漏 水.toml", "ai_generated = false", "ai_generated = true");
    CHECK(bench.faults() == Lines{"AI_NOT_REVIEWED videos/漏 水.toml:3:16 ai_generated"});
    bench.change("videos/漏 水.toml", "ai_generated = true",
                 "ai_generated = true\nreviewed_by = \"张三\"\nreviewed_on = 2026-11-19");
    CHECK(bench.faults().empty());
    CHECK(items_of<model::Video>(bench.read().manifest)[0].ai_generated);
}

TEST_CASE("whether a film is AI-generated must be said") {
    const AuthorFolder bench;
    bench.change("videos/漏 水.toml", "ai_generated = false\n", "");
    CHECK(bench.faults() == Lines{"AI_NOT_STATED videos/漏 水.toml:1 ai_generated"});
}

TEST_CASE("a film without description and a description without film are both named") {
    const AuthorFolder bench;
    std::filesystem::rename(bench.path() / "videos/漏 水.mp4", bench.path() / "videos/漏水.mp4");
    CHECK(bench.faults() == Lines{"UNUSED_FILE videos/漏 水.png videos/漏 水.png",
                                  "VIDEO_MISSING videos/漏 水.toml videos/漏 水.toml",
                                  "VIDEO_NOT_DESCRIBED videos/漏水.mp4 videos/漏水.mp4"});
}

TEST_CASE("a film may be described once only, and must be where pack.toml says") {
    const AuthorFolder bench;
    bench.write("pack.toml",
                std::string{support::k_author_pack_toml} +
                    "[[video]]\nfile = \"漏 水.mp4\"\nid = \"a\"\ntitle = \"一\"\n"
                    "ai_generated = false\n[[video]]\nfile = \"gone.mp4\"\nid = \"b\"\n"
                    "title = \"二\"\nai_generated = false\nposter = \"gone.png\"\n");
    CHECK(bench.faults() == Lines{"VIDEO_MISSING pack.toml:14:8 video.file",
                                  "VIDEO_DESCRIBED_TWICE videos/漏 水.toml:1 file"});
}

TEST_CASE("posters must be there if they are named and pictures if they are there") {
    const AuthorFolder bench;
    bench.write("videos/漏 水.png", "GIF89a, renamed");
    CHECK(bench.faults() == Lines{"BAD_PICTURE videos/漏 水.png videos/漏 水.png"});
    bench.remove("videos/漏 水.png");
    CHECK(bench.faults() == Lines{"NO_POSTER videos/漏 水.toml:1 videos/漏 水.mp4"});
    bench.change("videos/漏 水.toml", "ai_generated", "poster = \"x.png\"\nai_generated");
    CHECK(bench.faults() == Lines{"POSTER_MISSING videos/漏 水.toml:3:10 poster"});
}

TEST_CASE("chapters come one after the other and before the end") {
    const AuthorFolder bench;
    bench.change("videos/漏 水.toml", "title = \"先商量\"\n",
                 "title = \"先商量\"\n[[chapter]]\nat = \"0:02\"\ntitle = \"同时\"\n"
                 "[[chapter]]\nat = \"0:10\"\ntitle = \"散场\"\n");
    CHECK(bench.faults() == Lines{"CHAPTER_PAST_END videos/漏 水.toml:1 散场",
                                  "CHAPTER_ORDER videos/漏 水.toml:9:6 chapter.at"});
}

TEST_CASE("what each sound track speaks may be said, in an author's words or as tags") {
    const AuthorFolder bench;
    const auto spoken = [&](const std::string& sounds) {
        bench.write("videos/漏 水.toml", "id = \"leak\"\ntitle = \"漏水\"\nai_generated = false\n"
                                         "sounds = " +
                                             sounds + "\n");
        auto facts = support::ten_seconds();
        facts.sounds = {{"und", ""}, {"", ""}};
        auto reading = author::read_folder(
            bench.path(), [&](const auto&) { return Result<media::Facts>{facts}; });
        REQUIRE(reading);
        return *std::move(reading);
    };
    auto reading = spoken("[\"普通话\", \"zh-yue\"]");
    CHECK(AuthorFolder::described(reading.findings).empty());
    CHECK(items_of<model::Video>(reading.manifest)[0].sounds == Lines{"cmn", "yue"});
    reading = spoken("[\"台山话\", \"English!\"]");
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"SOUNDS_DIFFER videos/漏 水.mp4 videos/漏 水.mp4",
                "UNKNOWN_SPOKEN videos/漏 水.toml:4:10 sounds"});
    reading = spoken("[\"粤语\"]");
    CHECK(AuthorFolder::described(reading.findings) ==
          Lines{"SOUNDS_DIFFER videos/漏 水.mp4 videos/漏 水.mp4"});
    CHECK(reading.findings[0].detail == "2");
    CHECK_FALSE(reading.sound());
}
