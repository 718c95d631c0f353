// Every kind of picture, through the real program, beside what the stock ffmpeg (and, for turned
// photographs and printers' colours, ImageMagick) makes of the same file.
#include "tests/support/film_judge_ffmpeg.h"

using namespace pufa;
using namespace std::literals;
using test::MediaFolder;
using Words = std::vector<std::string>;

namespace {

constexpr int k_width = 60, k_height = 40;

Result<media::Still> decode(const MediaFolder& folder, const std::string& file, int bound = 300) {
    return media::decode_still(test::real_decoder(), {folder.path(file)}, bound, bound, 20s);
}

std::string bytes_of(const media::Still& still) {
    return {still.rgba.begin(), still.rgba.end()};
}

void imagemagick(const MediaFolder& folder, const Words& arguments) {
    Words words{"-C", folder.path("").string(), "convert"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const auto ran = base::run("/usr/bin/env", words);
    REQUIRE((ran && ran->exit_code == 0));
}

/// A picture in which no corner, side or colour is like another, and half see-through.
void draw(const MediaFolder& folder) {
    const std::string size = std::to_string(k_width) + "x" + std::to_string(k_height);
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i",
         "nullsrc=s=" + size + ",format=rgba,geq=r='X*4':g='Y*6':b='255-X*2-Y*2':a='255-X*2'",
         "-frames:v", "1", "alpha.png"}));
    REQUIRE(folder.ffmpeg({"-i", "alpha.png", "-pix_fmt", "rgb24", "a.png"}));
}

} // namespace

TEST_CASE("every kind of picture has the colours that ffmpeg sees in it") {
    const MediaFolder folder;
    draw(folder);
    struct Kind {
        const char* file;
        const char* from;
        Words encode;
        double most_apart = 1;
    };
    const Words imagemagick_does{"convert"};
    for (const Kind& kind : std::vector<Kind>{
             {"8.png", "a.png", {"-pix_fmt", "rgb24"}, 0},
             {"16.png", "alpha.png", {"-pix_fmt", "rgba64be"}, 0.6},
             {"gray.png", "a.png", {"-pix_fmt", "gray"}, 0.6},
             {"gray16.png", "a.png", {"-pix_fmt", "gray16be"}, 1},
             {"graya.png", "alpha.png", {"-pix_fmt", "ya8"}, 0.6},
             {"bits.png", "a.png", {"-pix_fmt", "monob"}, 0.6},
             {"palette.png", "alpha.png", {"convert", "PNG8:palette.png"}, 0},
             {"interlaced.png", "alpha.png", {"convert", "-interlace", "PNG", "interlaced.png"}, 0},
             {"444.jpg", "a.png", {"-pix_fmt", "yuvj444p", "-q:v", "2"}},
             {"420.jpg", "a.png", {"-pix_fmt", "yuvj420p", "-q:v", "2"}, 2},
             {"gray.jpg", "a.png", {"convert", "-colorspace", "Gray", "gray.jpg"}},
             {"progressive.jpg", "a.png", {"convert", "-interlace", "JPEG", "progressive.jpg"}, 2},
             {"cmyk.jpg", "a.png", {"convert", "-colorspace", "CMYK", "cmyk.jpg"}, 2},
             {"lossless.webp", "alpha.png", {"-lossless", "1"}, 0},
             {"lossy.webp", "a.png", {"-quality", "90"}, 2},
             {"alpha.webp", "alpha.png", {"-quality", "90"}, 3},
         }) {
        CAPTURE(std::string{kind.file});
        if (kind.encode.front() == "convert") {
            Words words{kind.from};
            words.insert(words.end(), kind.encode.begin() + 1, kind.encode.end());
            imagemagick(folder, words);
        } else {
            Words words{"-i", kind.from};
            words.insert(words.end(), kind.encode.begin(), kind.encode.end());
            words.emplace_back(kind.file);
            REQUIRE(folder.ffmpeg(words));
        }
        const auto still = decode(folder, kind.file);
        REQUIRE(still);
        CHECK(still->width == k_width);
        CHECK(still->height == k_height);
        REQUIRE(folder.ffmpeg({"-i", kind.file, "-vf", "scale=flags=accurate_rnd+full_chroma_int",
                               "-pix_fmt", "rgba", "-f", "rawvideo", "judge.rgba"}));
        const double apart = test::mean_difference(bytes_of(*still), folder.read("judge.rgba"));
        CHECK(apart <= kind.most_apart);
        if (std::getenv("PUFA_TELL") != nullptr) std::printf("%-18s %.3f\n", kind.file, apart);
    }
}

TEST_CASE("a photograph is upright in all eight ways that a camera may have been held") {
    const MediaFolder folder;
    draw(folder);
    imagemagick(folder, {"a.png", "-quality", "98", "-sampling-factor", "1x1", "a.jpg"});
    for (char tag = 1; tag <= 8; ++tag) {
        CAPTURE(static_cast<int>(tag));
        std::string exif("\xff\xe1\x00\x22"
                         "Exif\0\0MM\0\x2a\0\0\0\x08\0\x01"
                         "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
                         36);
        exif[29] = tag;
        std::string jpeg = folder.read("a.jpg");
        jpeg.insert(2, exif);
        folder.write("turned.jpg", jpeg);
        const auto still = decode(folder, "turned.jpg");
        REQUIRE(still);
        CHECK(still->width == (tag > 4 ? k_height : k_width));
        imagemagick(folder, {"turned.jpg", "-auto-orient", "-depth", "8", "rgba:judge.rgba"});
        CHECK(test::mean_difference(bytes_of(*still), folder.read("judge.rgba")) < 2);
    }
}

TEST_CASE("a large photograph is scaled down to what was asked for, and looks the same") {
    const MediaFolder folder;
    REQUIRE(folder.ffmpeg(
        {"-f", "lavfi", "-i", "testsrc2=s=2400x1600", "-frames:v", "1", "-q:v", "2", "large.jpg"}));
    const auto still = decode(folder, "large.jpg", 300);
    REQUIRE(still);
    CHECK(still->width == 300);
    CHECK(still->height == 200);
    REQUIRE(folder.ffmpeg({"-i", "large.jpg", "-vf",
                           "scale=300:200:flags=bicubic+accurate_rnd+full_chroma_int", "-pix_fmt",
                           "rgba", "-f", "rawvideo", "judge.rgba"}));
    CHECK(test::mean_difference(bytes_of(*still), folder.read("judge.rgba")) < 2);
}

TEST_CASE("a picture of 30000 by 30000 is refused by name before anything is allocated for it") {
    const MediaFolder folder;
    draw(folder);
    REQUIRE(folder.ffmpeg({"-i", "a.png", "a.jpg"}));
    REQUIRE(folder.ffmpeg({"-i", "a.png", "-lossless", "1", "a.webp"}));
    const auto patch = [&](const char* from, const char* to, const std::string& after,
                           size_t offset, const std::string& bytes) {
        std::string file = folder.read(from);
        const size_t at = file.find(after);
        REQUIRE(at != std::string::npos);
        file.replace(at + offset, bytes.size(), bytes);
        folder.write(to, file);
    };
    patch("a.png", "huge.png", "IHDR", 4, "\0\0\x75\x30\0\0\x75\x30"s);
    patch("a.jpg", "huge.jpg", "\xff\xc0", 5, "\x75\x30\x75\x30");
    // VP8L: 14 bits of each side less one, so at most 16384.
    patch("a.webp", "huge.webp", "VP8L", 9, "\xff\xff\xff\x0f");
    for (const char* file : {"huge.png", "huge.jpg", "huge.webp"}) {
        CAPTURE(std::string{file});
        const auto still = decode(folder, file);
        REQUIRE_FALSE(still);
        CHECK(still.error().code == Code::UNPLAYABLE);
        CHECK(still.error().detail.find("too large") != std::string::npos);
    }
}
