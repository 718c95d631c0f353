// Films that are broken in every way a film can be: what can be played is, the rest is refused by
// name, and nothing hangs (FilmViewer gives up on a decoder that is silent for long).
#include "tests/support/faults.h"
#include "tests/support/film_judge_ffmpeg.h"

using namespace pufa;
using namespace std::literals;
using test::FilmViewer;
using test::MediaFolder;
using test::Tone;
using Words = std::vector<std::string>;

namespace {

Error refusal(const MediaFolder& folder, const std::string& file) {
    FilmViewer film{{folder.path(file)}};
    film.watch();
    REQUIRE(film.error);
    CHECK(film.error->code == Code::UNPLAYABLE);
    CHECK_FALSE(film.error->detail.empty());
    return *film.error;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
    size_t at = 0;
    while ((at = text.find(from, at)) != std::string::npos)
        text.replace(at, from.size(), to), at += to.size();
}

/// A file of that many bytes, of which only `head` takes space; the rest reads as noughts.
void write_sparse(const MediaFolder& folder, const std::string& file, const std::string& head,
                  uint64_t bytes) {
    folder.write(file, head);
    std::filesystem::resize_file(folder.path(file), bytes);
}

} // namespace

TEST_CASE("what stands in a file decides, not what its name ends in") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 5, 25, Tone::none));
    for (const char* name : {"film.webm", "film.mp3", "film.png", "film"}) {
        CAPTURE(std::string{name});
        folder.write(name, folder.read("film.mp4"));
        FilmViewer film{{folder.path(name)}};
        film.watch();
        CHECK_FALSE(film.error);
        CHECK(film.numbers == std::vector<int>{0, 1, 2, 3, 4});
    }
}

TEST_CASE("lists of other files are refused, whatever they are called") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 5, 25, Tone::none));
    folder.write("list.m3u8", "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n"
                              "#EXTINF:1,\nfilm.mp4\n#EXT-X-ENDLIST\n");
    folder.write("list.ts", "ffconcat version 1.0\nfile 'film.mp4'\n");
    folder.write("list.mpd", "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" "
                             "profiles=\"urn:mpeg:dash:profile:isoff-live:2011\"></MPD>");
    folder.write("list.mp4", "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n");
    for (const char* name : {"list.m3u8", "list.ts", "list.mpd", "list.mp4"}) {
        CAPTURE(std::string{name});
        CHECK(refusal(folder, name).detail.find("not a known kind of media") == 0);
    }
}

TEST_CASE("a container that lies about the size of its film is not believed") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 10, 25);
    REQUIRE(folder.ffmpeg(
        {"-i", "numbered.y4m", "-c:v", "libx264", "-preset", "ultrafast", "film.mp4"}));
    std::string film = folder.read("film.mp4");
    // The sample description's size, and the track header's in 16.16.
    replace_all(film, "\x01\x40\x00\xf0\x00\x48\x00\x00"s, "\xff\xff\xff\xff\x00\x48\x00\x00"s);
    replace_all(film, "\x01\x40\x00\x00\x00\xf0\x00\x00"s, "\xff\xff\x00\x00\xff\xff\x00\x00"s);
    CHECK(film != folder.read("film.mp4"));
    folder.write("liar.mp4", film);
    FilmViewer viewer{{folder.path("liar.mp4")}};
    viewer.watch();
    CHECK_FALSE(viewer.error);
    REQUIRE(viewer.facts);
    CHECK(viewer.facts->width == 320);
    CHECK(viewer.facts->height == 240);
    CHECK(viewer.numbers == std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("a matrix that is no number, or slanted, turns nothing") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 5, 25, Tone::none));
    const std::string film = folder.read("film.mp4");
    const size_t header = film.find("tkhd");
    REQUIRE(header != std::string::npos);
    const size_t matrix = header + 4 + 40; // after version, flags, times, layer, volume
    REQUIRE(film.substr(matrix, 4) == "\x00\x01\x00\x00"s);
    struct Absurd {
        const char* what;
        std::string numbers; // a b u c d v
    };
    for (const Absurd& absurd :
         {Absurd{"nothing", std::string(24, '\0')}, Absurd{"all ones", std::string(24, '\xff')},
          Absurd{"the most negative",
                 "\x80\0\0\0\x80\0\0\0\x80\0\0\0\x80\0\0\0\x80\0\0\0\x80\0\0\0"s},
          Absurd{"slanted", "\0\1\0\0\0\1\0\0\0\0\0\0\xff\xff\0\0\0\1\0\0\0\0\0\0"s}}) {
        CAPTURE(std::string{absurd.what});
        std::string copy = film;
        copy.replace(matrix, 24, absurd.numbers);
        folder.write("absurd.mp4", copy);
        FilmViewer viewer{{folder.path("absurd.mp4")}};
        viewer.watch();
        CHECK(viewer.facts->rotation == 0);
        CHECK(viewer.numbers.size() == 5);
    }
}

TEST_CASE("a film whose index is broken plays from its beginning or is refused by name") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::one_kilohertz, 10));
    REQUIRE(folder.ffmpeg({"-i", "film.mp4", "-c", "copy", "film.mkv"}));
    // Matroska: its index (the Cues, named at the head too) points nowhere.
    std::string film = folder.read("film.mkv");
    const size_t cues = film.rfind("\x1c\x53\xbb\x6b");
    REQUIRE(cues != std::string::npos);
    for (size_t at = cues + 8; at + 4 < film.size(); at += 3)
        film[at] = static_cast<char>(film[at] ^ 0x55);
    folder.write("broken.mkv", film);
    FilmViewer viewer{{folder.path("broken.mkv")}};
    viewer.watch();
    CHECK_FALSE(viewer.error);
    CHECK(viewer.numbers.size() == 50);
    viewer.seek(1s + 1ms);
    viewer.watch(1);
    CHECK_FALSE(viewer.error);
    CHECK(viewer.numbers == std::vector<int>{25});
    // MP4: the places of its chunks lie beyond the file.
    film = folder.read("film.mp4");
    const size_t places = film.find("stco");
    REQUIRE(places != std::string::npos);
    for (size_t at = places + 12; at < places + 12 + 4 * 10; ++at)
        film[at] = '\x7f';
    folder.write("broken.mp4", film);
    FilmViewer other{{folder.path("broken.mp4")}};
    other.watch();
    CHECK((other.ended || other.error));
}

TEST_CASE("a file that never says what it is costs a bounded search") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 25, 25, Tone::one_kilohertz));
    REQUIRE(folder.ffmpeg({"-i", "film.mp4", "-c", "copy", "film.ts"}));
    REQUIRE(folder.ffmpeg({"-i", "film.mp4", "-c", "copy", "film.mkv"}));
    constexpr uint64_t k_bytes = 3'000'000'000;
    // A transport stream that names its streams and then is empty; one of nothing but padding.
    write_sparse(folder, "empty.ts", folder.read("film.ts").substr(0, size_t{188} * 3), k_bytes);
    std::string padding;
    for (int i = 0; i < 40'000; ++i)
        padding += "\x47\x1f\xff\x10"s + std::string(184, '\xff');
    write_sparse(folder, "padding.ts", padding, k_bytes);
    write_sparse(folder, "noughts.mp4", "", k_bytes);
    write_sparse(folder, "void.mkv", folder.read("film.mkv").substr(0, 500), k_bytes);
    write_sparse(folder, "box.mp4",
                 std::string("\0\0\0\x18"
                             "ftypisom\0\0\0\0isommp42",
                             24),
                 k_bytes);
    std::string syncs;
    for (int i = 0; i < 100'000; ++i)
        syncs += "\xff\xfb\x90\x00\xff\xf1\x50\x80\x00\x1f\xfc"s;
    write_sparse(folder, "syncs.mp3", syncs, k_bytes);
    for (const char* name :
         {"empty.ts", "padding.ts", "noughts.mp4", "void.mkv", "box.mp4", "syncs.mp3"}) {
        CAPTURE(std::string{name});
        FilmViewer film{{folder.path(name)}};
        film.watch();
        CHECK((film.ended || film.error));
    }
}

TEST_CASE("what is left of a film cut short in any container plays, then ends") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::one_kilohertz, 10));
    for (const char* name : {"film.mkv", "film.ts", "film.mov"}) {
        CAPTURE(std::string{name});
        Words words{"-i", "film.mp4", "-c", "copy"};
        if (std::string{name} == "film.mov") words.insert(words.end(), {"-movflags", "+faststart"});
        words.emplace_back(name);
        REQUIRE(folder.ffmpeg(words));
        support::truncate_to(folder.path(name), std::filesystem::file_size(folder.path(name)) / 2);
        FilmViewer film{{folder.path(name)}};
        film.watch();
        CHECK_FALSE(film.error);
        CHECK(film.ended);
        CHECK(film.numbers.size() > 10);
        CHECK(film.numbers.size() < 48);
    }
    folder.write("empty.mkv", "");
    CHECK(refusal(folder, "empty.mkv").detail.find("not a known kind of media") == 0);
}

TEST_CASE("flipped bits anywhere cost pictures, never the decoder") {
    const MediaFolder folder;
    REQUIRE(test::make_numbered_mp4(folder, "film.mp4", 50, 25, Tone::one_kilohertz, 10));
    REQUIRE(folder.ffmpeg({"-i", "film.mp4", "-c", "copy", "film.ts"}));
    REQUIRE(folder.ffmpeg({"-i", "film.mp4", "-c:v", "mpeg2video", "-q:v", "3", "-g", "10",
                           "-flags", "+ildct+ilme", "-c:a", "mp2", "-f", "vob", "film.mpg"}));
    for (const char* name : {"film.ts", "film.mpg"}) {
        CAPTURE(std::string{name});
        const auto size = std::filesystem::file_size(folder.path(name));
        // The last keyframe of the MPEG-2 film lies behind the middle: what follows it is whole.
        for (uint64_t at = size / 6; at < size / 2; at += 97)
            support::flip_bit(folder.path(name), at, static_cast<int>(at % 8));
        FilmViewer film{{folder.path(name)}};
        film.watch();
        CHECK_FALSE(film.error);
        CHECK(film.ended);
        REQUIRE_FALSE(film.numbers.empty());
        CHECK(film.numbers.back() == 49);
        CHECK(film.times.back() == 1960ms);
        // No damaged time has become a long silence.
        CHECK(film.samples.size() < size_t{2} * 48'000 * 3);
    }
}
