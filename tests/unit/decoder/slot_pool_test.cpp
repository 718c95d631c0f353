// The slots as a codec borrows them and the kiosk holds them; codecs are not needed for it, but
// for the last case, which lets the real program show that it copies nothing.
#include "content/decoder/slot_pool.h"

#include "tests/support/film_judge_ffmpeg.h"

using namespace pufa;
using decoder::SlotPool;
using test::FilmViewer;
using test::MediaFolder;

namespace {

constexpr uint64_t k_slot_bytes = 64 * 1024;

/// A codec that is asked for the memory of frames, and slots that it was lent.
struct Bench {
    explicit Bench(uint32_t count, uint32_t ahead = 8)
        : memory(count * k_slot_bytes)
        , pool(memory.data(), count, k_slot_bytes, ahead)
        , codec(avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264))) {
        codec->thread_count = 1;
        codec->thread_type = 0;
        pool.lend_to(*codec);
        REQUIRE(avcodec_open2(codec.get(), nullptr, nullptr) == 0);
    }

    decoder::Frame frame(int width, int height, AVPixelFormat format = AV_PIX_FMT_YUV420P) {
        decoder::Frame made{av_frame_alloc()};
        made->width = width;
        made->height = height;
        made->format = format;
        codec->width = codec->coded_width = width;
        codec->height = codec->coded_height = height;
        codec->pix_fmt = format;
        REQUIRE(codec->get_buffer2(codec.get(), made.get(), 0) == 0);
        return made;
    }

    std::vector<std::byte> memory;
    SlotPool pool;
    decoder::CodecContext codec;
};

} // namespace

TEST_CASE("a frame lies in the lowest free slot, rows aligned, planes apart and within it") {
    Bench bench{4};
    for (const auto& [width, height] :
         {std::pair{64, 48}, {63, 47}, {160, 90}, {176, 144}, {2, 2}}) {
        const auto frame = bench.frame(width, height);
        media::Frame facts{};
        REQUIRE(bench.pool.locate(*frame, facts));
        CHECK(facts.slot == 0);
        uint64_t end = 0;
        for (size_t plane = 0; plane < 3; ++plane) {
            const auto rows = static_cast<uint64_t>(plane == 0 ? height : (height + 1) / 2);
            const auto row = static_cast<uint64_t>(plane == 0 ? width : (width + 1) / 2);
            CHECK(facts.plane_stride[plane] % 64 == 0);
            CHECK(facts.plane_offset[plane] % 64 == 0);
            CHECK(facts.plane_stride[plane] >= row);
            CHECK(facts.plane_offset[plane] >= end);
            end = facts.plane_offset[plane] + facts.plane_stride[plane] * rows;
        }
        CHECK(end <= k_slot_bytes);
    }
}

TEST_CASE("a slot is free again when the codec and the kiosk have both let go, in either order") {
    Bench bench{3};
    auto frame = bench.frame(64, 48);
    bench.pool.hand_out(0);
    frame.reset();
    CHECK(bench.pool.free_slot() == 1); // the kiosk still looks at it
    bench.pool.take_back(0);
    CHECK(bench.pool.free_slot() == 0);

    frame = bench.frame(64, 48);
    bench.pool.hand_out(0);
    bench.pool.take_back(0);
    CHECK(bench.pool.free_slot() == 1); // the codec still refers to it
    frame.reset();
    CHECK(bench.pool.free_slot() == 0);
}

TEST_CASE("a frame that the kiosk still holds is not handed out a second time") {
    Bench bench{3};
    const auto frame = bench.frame(64, 48);
    media::Frame facts{};
    CHECK(bench.pool.locate(*frame, facts));
    bench.pool.hand_out(0);
    CHECK_FALSE(bench.pool.locate(*frame, facts));
    bench.pool.take_back(0);
    CHECK(bench.pool.locate(*frame, facts));
}

TEST_CASE("a codec that keeps every frame leaves one slot, and then has memory of its own") {
    Bench bench{4};
    std::vector<decoder::Frame> kept;
    media::Frame facts{};
    for (uint32_t i = 0; i < 3; ++i) {
        kept.push_back(bench.frame(64, 48));
        REQUIRE(bench.pool.locate(*kept.back(), facts));
        CHECK(facts.slot == i);
    }
    for (int i = 0; i < 3; ++i) {
        kept.push_back(bench.frame(64, 48));
        CHECK_FALSE(bench.pool.locate(*kept.back(), facts));
    }
    CHECK(bench.pool.has_room());
    CHECK(bench.pool.free_slot() == 3);
    bench.pool.hand_out(3);
    CHECK_FALSE(bench.pool.has_room());
}

TEST_CASE("no more are out than may be ahead, and what was not out does not come back") {
    Bench bench{8, 2};
    bench.pool.hand_out(0);
    CHECK(bench.pool.has_room());
    bench.pool.hand_out(1);
    CHECK_FALSE(bench.pool.has_room());
    for (const uint32_t never : {2u, 7u, 8u, UINT32_MAX})
        bench.pool.take_back(never);
    CHECK_FALSE(bench.pool.has_room());
    bench.pool.take_back(1);
    bench.pool.take_back(1);
    CHECK(bench.pool.has_room());
    bench.pool.hand_out(1);
    CHECK_FALSE(bench.pool.has_room());
}

TEST_CASE("frames too large, of other pixels, or upside down are not shown where they lie") {
    Bench bench{3};
    media::Frame facts{};
    CHECK_FALSE(bench.pool.locate(*bench.frame(640, 480), facts));
    CHECK_FALSE(bench.pool.locate(*bench.frame(64, 48, AV_PIX_FMT_YUV422P), facts));
    CHECK_FALSE(bench.pool.locate(*bench.frame(64, 48, AV_PIX_FMT_YUV420P10), facts));
    const auto frame = bench.frame(64, 48);
    REQUIRE(bench.pool.locate(*frame, facts));
    frame->data[0] += ptrdiff_t{47} * frame->linesize[0];
    frame->linesize[0] = -frame->linesize[0];
    CHECK_FALSE(bench.pool.locate(*frame, facts));
}

TEST_CASE("the newest frame is kept while somebody asks for it, and taken once") {
    Bench bench{4};
    auto frame = bench.frame(64, 48);
    CHECK_FALSE(bench.pool.take_newest());
    bench.pool.keep_newest(true);
    frame = bench.frame(64, 48);
    const auto newest = bench.pool.take_newest();
    REQUIRE(newest);
    CHECK(newest->data[0] == frame->data[0]);
    CHECK_FALSE(bench.pool.take_newest());
    frame = bench.frame(64, 48);
    bench.pool.keep_newest(false);
    CHECK_FALSE(bench.pool.take_newest());
}

TEST_CASE("with several threads a codec keeps to memory of its own") {
    Bench bench{3};
    decoder::CodecContext codec{avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264))};
    const auto usual = codec->get_buffer2;
    codec->thread_count = 2;
    bench.pool.lend_to(*codec);
    CHECK((codec->get_buffer2 == usual));
}

TEST_CASE(
    "a film is shown from the slots it was decoded into, also while it needs sixteen of them") {
    const MediaFolder folder;
    test::write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, 60, 25);
    REQUIRE(folder.ffmpeg({"-i", "numbered.y4m", "-c:v", "libx264", "-refs", "16", "-bf", "8",
                           "-b_strategy", "0", "few.mp4"}));
    FilmViewer viewer{{folder.path("few.mp4")}};
    std::vector<media::Picture> held;
    int where_decoded = 0;
    viewer.look = [&](const media::Picture& picture) {
        // Rows that are converted are padded to 64 bytes, those of a codec to 128.
        where_decoded += picture.stride[0] % 128 == 0 ? 1 : 0;
        held.push_back(picture);
        if (held.size() > 7) held.erase(held.begin());
    };
    viewer.watch();
    CHECK(viewer.ended);
    REQUIRE(viewer.numbers.size() == 60);
    for (int i = 0; i < 60; ++i)
        CHECK(viewer.numbers[static_cast<size_t>(i)] == i);
    // With seven held and sixteen referred to, some find no slot free and are copied.
    CHECK(where_decoded > 40);
}
