// Every kind of film that an author may hand over, through the real program, beside what the stock
// ffmpeg makes of the same clip.
#include "tests/support/film_judge_ffmpeg.h"

using namespace pufa;
using namespace std::chrono_literals;
using test::FilmViewer;
using test::MediaFolder;
using Words = std::vector<std::string>;

namespace {

constexpr int k_frames = 10;

struct Clip {
    const char* file;
    Words encode;      ///< from 10 numbered pictures of 160×96, 25 a second
    const char* codec; ///< as Opened says
    const char* judge; ///< ffmpeg's filters to our size
    double most_apart; ///< mean difference of a plane's samples, of 255
    int frames = k_frames;
    const char* judged_as = "yuv420p";
};

Words words(const std::string& text) {
    std::istringstream in{text};
    Words out;
    for (std::string word; in >> word;)
        out.push_back(word);
    return out;
}

/// H.264, quickly.
Words x264(const std::string& more) {
    return words("-c:v libx264 -preset ultrafast -bf 2 -crf 12 " + more);
}
Words x265(const std::string& more) {
    return words("-c:v libx265 -preset ultrafast -x265-params log-level=none:crf=12 " + more);
}
Words vp9(const std::string& more) {
    return words("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 3M " + more);
}

class Table {
  public:
    Table() {
        test::write_numbered_y4m(folder.path("numbered.y4m"), 160, 96, k_frames, 25);
        REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-vf",
                               "format=yuv444p,hue=h=30:s=3,geq=lum=lum(X\\,Y):cb=64+X/2:cr=192-Y",
                               "-c:v", "ffv1", "source.mkv"}));
    }

    void make(const Clip& clip, const char* source = "source.mkv") const {
        Words all{"-i", source};
        all.insert(all.end(), clip.encode.begin(), clip.encode.end());
        const bool own_format =
            std::find(clip.encode.begin(), clip.encode.end(), "-pix_fmt") != clip.encode.end();
        if (!own_format)
            for (const char* word : {"-pix_fmt", "yuv420p"})
                all.emplace_back(word);
        all.emplace_back(clip.file);
        REQUIRE(folder.ffmpeg(all));
    }

    void check(const Clip& clip) const {
        CAPTURE(std::string{clip.file});
        make(clip);
        FilmViewer film{{folder.path(clip.file)}};
        std::string planes;
        film.look = [&](const media::Picture& picture) {
            planes += test::copy_planes(picture).bytes;
        };
        film.watch();
        CHECK_FALSE(film.error);
        REQUIRE(film.facts);
        CHECK(film.facts->codec == clip.codec);
        CHECK(film.times.size() == static_cast<size_t>(clip.frames));
        const auto judge = test::judge_pictures(folder, clip.file, clip.judge, clip.judged_as);
        REQUIRE(film.times.size() >= judge.times.size());
        CHECK(film.times[0] <= 40ms); // a raw stream counts from its first decoding time
        for (size_t i = 0; i < judge.times.size(); ++i) {
            const auto at = film.times[i] - film.times[0];
            CHECK(std::abs((at - judge.times[i]).count()) <= 1000); // Matroska's step
        }
        const double apart = test::mean_difference(planes, judge.planes);
        CHECK(apart <= clip.most_apart);
        report(clip, apart);
    }

    MediaFolder folder;

  private:
    static void report(const Clip& clip, double apart) {
        if (std::getenv("PUFA_TELL") != nullptr)
            std::printf("%-22s %-18s %.3f\n", clip.file, clip.codec, apart);
    }
};

} // namespace

TEST_CASE("every container that a pack may hold plays, picture for picture as ffmpeg has it") {
    const Table table;
    for (const Clip& clip : std::vector<Clip>{
             {"a.mp4", x264(""), "h264", "", 0},
             {"fragments.mp4", x264("-g 5 -movflags frag_keyframe+empty_moov"), "h264", "", 0},
             {"a.mov", x264(""), "h264", "", 0},
             {"a.mkv", x264(""), "h264", "", 0},
             {"a.ts", x264(""), "h264", "", 0},
             {"disc.ts", x264("-mpegts_m2ts_mode 1 -f mpegts"), "h264", "", 0},
             {"hevc.ts", x265(""), "hevc", "", 0},
             {"mpeg2.ts", words("-c:v mpeg2video -q:v 2 -bf 2"), "mpeg2video", "", 0},
             {"mpeg2.mpg", words("-c:v mpeg2video -q:v 2 -bf 2 -f vob"), "mpeg2video", "", 0},
             {"mpeg1.mpg", words("-c:v mpeg1video -q:v 2 -bf 2"), "mpeg1video", "", 0},
             {"mpeg2.m2v", words("-c:v mpeg2video -q:v 2 -bf 2"), "mpeg2video", "", 0},
             {"mpeg4.mp4", words("-c:v mpeg4 -q:v 2 -bf 2"), "mpeg4", "", 0},
             {"vp8.webm", words("-c:v libvpx -deadline realtime -b:v 3M"), "vp8", "", 0},
             {"vp9.webm", vp9(""), "vp9", "", 0},
             {"hevc.mkv", x265(""), "hevc", "", 0},
             {"av1.mp4", words("-c:v libsvtav1 -preset 12 -crf 20"), "av1", "", 0},
             {"av1.webm", words("-c:v libaom-av1 -cpu-used 8 -usage realtime -b:v 3M"), "av1", "",
              0},
             {"a.ogv", words("-c:v libtheora -q:v 9"), "theora", "", 0},
         })
        table.check(clip);
}

TEST_CASE("every depth and kind of sampling becomes eight bits of the same colours") {
    const Table table;
    for (const Clip& clip : std::vector<Clip>{
             {"420p10.mp4", x264("-pix_fmt yuv420p10le"), "h264", "", 1},
             {"422p.mp4", x264("-pix_fmt yuv422p"), "h264", "", 1},
             {"422p10.mp4", x264("-pix_fmt yuv422p10le"), "h264", "", 1},
             {"444p.mp4", x264("-pix_fmt yuv444p"), "h264", "", 1},
             {"444p10.mkv", x265("-pix_fmt yuv444p10le"), "hevc", "", 1},
             {"420p12.mkv", x265("-pix_fmt yuv420p12le"), "hevc", "", 1},
             {"422p12.mkv", x265("-pix_fmt yuv422p12le"), "hevc", "", 1},
             {"10.webm", vp9("-pix_fmt yuv420p10le -profile:v 2"), "vp9", "", 1},
             {"444.webm", vp9("-pix_fmt yuv444p -profile:v 1"), "vp9", "", 1},
             {"av1-10.mkv", words("-c:v libsvtav1 -preset 12 -crf 20 -pix_fmt yuv420p10le"), "av1",
              "", 1},
         })
        table.check(clip);
}

TEST_CASE(
    "gray, full range, odd sizes and pixels that are not square are shown as they are meant") {
    const Table table;
    for (const Clip& clip : std::vector<Clip>{
             {"full.mp4", x264("-vf scale=out_range=full -pix_fmt yuvj420p"), "h264", "", 0,
              k_frames, "yuvj420p"},
             {"odd.webm", vp9("-vf scale=853:479,setsar=1 -frames:v 3"), "vp9", "", 0, 3},
             {"odd.mp4", x264("-vf scale=161:91,setsar=1,format=yuv444p -pix_fmt yuv444p"), "h264",
              "", 1.5},
             {"wide.mpg", words("-aspect 16:9 -c:v mpeg2video -q:v 2"), "mpeg2video",
              "scale=171:96:flags=bilinear", 1},
             {"narrow.mp4", x264("-vf setsar=1/2"), "h264", "scale=80:96:flags=bilinear", 1},
         })
        table.check(clip);
}

TEST_CASE("a film without colours is gray, and as bright as it was coded") {
    const Table table;
    for (const auto& row : {std::pair{"8.mkv", "gray"}, std::pair{"10.mkv", "gray10le"}}) {
        const char* const file = row.first;
        CAPTURE(std::string{file});
        table.make({file, x265(std::string{"-pix_fmt "} + row.second), "", "", 0});
        FilmViewer film{{table.folder.path(file)}};
        std::string luma;
        int tinted = 0;
        film.look = [&](const media::Picture& picture) {
            const auto planes = test::copy_planes(picture).bytes;
            luma += planes.substr(0, 160 * 96);
            for (const char sample : planes.substr(160 * 96))
                tinted += static_cast<uint8_t>(sample) != 128 ? 1 : 0;
        };
        film.watch();
        CHECK(film.times.size() == k_frames);
        CHECK(tinted == 0);
        REQUIRE(
            table.folder.ffmpeg({"-i", file, "-pix_fmt", "gray", "-f", "rawvideo", "judge.gray"}));
        CHECK(test::mean_difference(luma, table.folder.read("judge.gray")) < 0.6);
    }
}

TEST_CASE("what a film says of its matrix and range reaches the presenter") {
    const Table table;
    struct Marked {
        const char* file;
        const char* marks;
        media::ColorMatrix matrix;
        media::ColorRange range;
    };
    for (const Marked& marked :
         {Marked{"601.mp4", "smpte170m", media::ColorMatrix::bt601, media::ColorRange::limited},
          Marked{"709.mp4", "bt709", media::ColorMatrix::bt709, media::ColorRange::limited},
          Marked{"2020.mp4", "bt2020nc", media::ColorMatrix::bt2020, media::ColorRange::limited}}) {
        CAPTURE(std::string{marked.file});
        table.make({marked.file, x264(std::string{"-colorspace "} + marked.marks), "", "", 0});
        FilmViewer film{{table.folder.path(marked.file)}};
        film.watch(1);
        CHECK(film.last.matrix == marked.matrix);
        CHECK(film.last.range == marked.range);
    }
}

TEST_CASE("an HDR film comes out as an ordinary one, as ffmpeg's zscale and tonemap have it") {
    const Table table;
    struct Graded {
        const char* file;
        const char* transfer;
        double most_apart;
    };
    for (const Graded& graded :
         {Graded{"pq.mkv", "smpte2084", 1}, Graded{"hlg.mp4", "arib-std-b67", 2}}) {
        CAPTURE(std::string{graded.file});
        const std::string marks =
            std::string{"-color_primaries bt2020 -colorspace bt2020nc -color_trc "} +
            graded.transfer + " -pix_fmt yuv420p10le";
        // Colours that BT.709 has as well, and whites four times as bright as its own: beyond them
        // zscale differs with the processor it runs on.
        REQUIRE(table.folder.ffmpeg(
            {"-i", "numbered.y4m", "-vf",
             std::string{"format=yuv444p,geq=lum=lum(X\\,Y):cb=112+X/5:cr=144-Y/3,"
                         "zscale=tin=bt709:pin=bt709:min=bt709:rin=tv:p=bt2020:m=bt2020nc:r=tv:npl="
                         "400:t="} +
                 graded.transfer + ",format=yuv420p10le",
             "-c:v", "ffv1", "graded.mkv"}));
        table.make({graded.file, x265(marks), "", "", 0}, "graded.mkv");
        FilmViewer film{{table.folder.path(graded.file)}};
        std::string planes;
        film.look = [&](const media::Picture& picture) {
            planes += test::copy_planes(picture).bytes;
        };
        film.watch();
        CHECK(film.last.matrix == media::ColorMatrix::bt709);
        CHECK(film.last.range == media::ColorRange::limited);
        const auto judge = test::judge_pictures(
            table.folder, graded.file,
            "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=hable:desat=0,"
            "zscale=t=bt709:m=bt709:r=tv");
        CHECK(test::mean_difference(planes, judge.planes) < graded.most_apart);
    }
}

TEST_CASE("interlaced films are made whole as ffmpeg's bwdif does it, also after a seek") {
    const Table table;
    const char* const woven = "bwdif=mode=send_frame:deint=interlaced";
    // Twice as many pictures become as many fields.
    REQUIRE(
        table.folder.ffmpeg({"-i", "source.mkv", "-vf", "tinterlace=interleave_top,setfield=tff",
                             "-c:v", "ffv1", "fields.mkv"}));
    std::filesystem::rename(table.folder.path("fields.mkv"), table.folder.path("source.mkv"));
    for (const Clip& clip : std::vector<Clip>{
             {"a.mpg", words("-c:v mpeg2video -q:v 2 -flags +ildct+ilme -top 1"), "mpeg2video",
              woven, 0, 5},
             {"a.ts", x264("-flags +ildct+ilme -x264-params tff=1"), "h264", woven, 0, 5},
         }) {
        table.check(clip);
        FilmViewer film{{table.folder.path(clip.file)}};
        std::vector<std::string> pictures;
        film.look = [&](const media::Picture& picture) {
            pictures.push_back(test::copy_planes(picture).bytes);
        };
        film.watch();
        REQUIRE(pictures.size() == 5);
        const auto third = film.times[2];
        pictures.clear();
        film.seek(third + 1ms);
        film.watch();
        REQUIRE(film.times.size() == 3);
        CHECK(film.times[0] == third);
    }
}

TEST_CASE("a film that changes its size and its kind of sampling half-way plays to its end") {
    const Table table;
    table.make({"small.ts", x264("-vf scale=128:80,setsar=1"), "", "", 0});
    table.make({"large.ts", x264("-pix_fmt yuv422p -output_ts_offset 0.4"), "", "", 0});
    table.folder.write("both.ts", table.folder.read("small.ts") + table.folder.read("large.ts"));
    FilmViewer film{{table.folder.path("both.ts")}};
    std::vector<int> widths;
    film.look = [&](const media::Picture& picture) { widths.push_back(picture.width); };
    film.watch();
    CHECK_FALSE(film.error);
    REQUIRE(widths.size() == 2 * k_frames);
    CHECK(std::count(widths.begin(), widths.end(), 128) == k_frames);
    CHECK(widths.back() == 160);
    CHECK(film.numbers.back() == k_frames - 1);
}

TEST_CASE("pictures at odd times, a late beginning and edit lists keep ffmpeg's times") {
    const Table table;
    for (const Clip& clip : std::vector<Clip>{
             {"vfr.mkv", x264("-vf setpts='(N*N+3*N)*0.01/TB' -vsync vfr"), "h264", "", 0},
             {"vfr.mp4",
              x264("-vf setpts='(N*N+3*N)*0.01/TB' -vsync vfr -video_track_timescale 9000"), "h264",
              "", 0},
             {"late.ts", x264("-output_ts_offset 90000"), "h264", "", 0},
         })
        table.check(clip);
    table.make({"whole.mp4", x264("-g 10"), "", "", 0});
    REQUIRE(table.folder.ffmpeg({"-ss", "0.16", "-i", "whole.mp4", "-c", "copy", "edited.mp4"}));
    FilmViewer film{{table.folder.path("edited.mp4")}};
    film.watch();
    const auto judge = test::judge_pictures(table.folder, "edited.mp4", "");
    CHECK(film.numbers == std::vector<int>{4, 5, 6, 7, 8, 9});
    CHECK(film.times.size() == judge.times.size());
}
