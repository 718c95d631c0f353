#include "content/decoder/convert.h"

#include "content/media/layout.h"

#include <doctest/doctest.h>

#include <vector>

using namespace pufa;
using decoder::Converter;
using decoder::Size;
using media::PixelFormat;

namespace {

decoder::Frame make_frame(AVPixelFormat format, int width, int height) {
    decoder::Frame frame{av_frame_alloc()};
    frame->format = format;
    frame->width = width;
    frame->height = height;
    REQUIRE(av_frame_get_buffer(frame.get(), 0) == 0);
    return frame;
}

/// An RGB frame, black but for a red pixel at the top left.
decoder::Frame marked(int width, int height) {
    auto frame = make_frame(AV_PIX_FMT_RGB24, width, height);
    for (int y = 0; y < height; ++y)
        std::fill_n(frame->data[0] + y * frame->linesize[0], width * 3, uint8_t{0});
    frame->data[0][0] = 255;
    return frame;
}

} // namespace

TEST_CASE("pictures are fitted into the bounds, keep their shape and are never enlarged") {
    CHECK(decoder::fit(1920, 1080, {1920, 1920}) == Size{1920, 1080});
    CHECK(decoder::fit(3840, 2160, {1920, 1920}) == Size{1920, 1080});
    CHECK(decoder::fit(1080, 1920, {1920, 1080}) == Size{608, 1080});
    CHECK(decoder::fit(10, 10, {4096, 4096}) == Size{10, 10});
    CHECK(decoder::fit(65535, 1, {100, 100}) == Size{100, 1});
}

TEST_CASE("a film that fits is copied byte for byte, and keeps its range and matrix") {
    const auto frame = make_frame(AV_PIX_FMT_YUV420P, 66, 50);
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 66; ++x)
            frame->data[0][y * frame->linesize[0] + x] = static_cast<uint8_t>(x * 3 + y);
    frame->color_range = AVCOL_RANGE_JPEG;
    frame->colorspace = AVCOL_SPC_BT2020_NCL;
    Converter converter{PixelFormat::yuv420p, {128, 128}};
    std::vector<std::byte> slot(media::slot_bytes_for(PixelFormat::yuv420p, 128, 128));
    media::Frame facts{};
    REQUIRE_FALSE(converter.write(*frame, slot.data(), slot.size(), facts));
    CHECK(facts.width == 66);
    CHECK(facts.height == 50);
    CHECK(facts.range == media::ColorRange::full);
    CHECK(facts.matrix == media::ColorMatrix::bt2020);
    int wrong = 0;
    for (int y = 0; y < 50; ++y)
        for (int x = 0; x < 66; ++x)
            wrong +=
                slot[static_cast<size_t>(y) * facts.plane_stride[0] + static_cast<size_t>(x)] !=
                std::byte(static_cast<uint8_t>(x * 3 + y));
    CHECK(wrong == 0);
}

TEST_CASE("pixels that are not square are made so, larger pictures are scaled down") {
    const auto frame = make_frame(AV_PIX_FMT_YUV420P, 720, 576);
    frame->sample_aspect_ratio = {64, 45};
    CHECK(Converter{PixelFormat::yuv420p, {1920, 1920}}.size_of(*frame) == Size{1024, 576});
    CHECK(Converter{PixelFormat::yuv420p, {512, 512}}.size_of(*frame) == Size{512, 288});
    frame->sample_aspect_ratio = {1000, 1};
    CHECK(Converter{PixelFormat::yuv420p, {1920, 1920}}.size_of(*frame) == Size{720, 576});
}

TEST_CASE("ten bits and other formats become eight bits in three planes of the same brightness") {
    const auto frame = make_frame(AV_PIX_FMT_YUV444P10LE, 64, 64);
    for (int plane = 0; plane < 3; ++plane)
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) {
                auto* row =
                    reinterpret_cast<uint16_t*>(frame->data[plane] + y * frame->linesize[plane]);
                row[x] = plane == 0 ? 600 : 512;
            }
    Converter converter{PixelFormat::yuv420p, {64, 64}};
    std::vector<std::byte> slot(media::slot_bytes_for(PixelFormat::yuv420p, 64, 64));
    media::Frame facts{};
    REQUIRE_FALSE(converter.write(*frame, slot.data(), slot.size(), facts));
    CHECK(std::abs(static_cast<int>(slot[64 * 32 + 32]) - 150) <= 1);
    CHECK(std::abs(static_cast<int>(slot[facts.plane_offset[1] + 5]) - 128) <= 1);
}

TEST_CASE("a still is turned as its mark says") {
    Converter converter{PixelFormat::rgba, {100, 100}};
    // Where the red pixel of the top left corner goes.
    struct Case {
        int turns;
        Size size;
        size_t x, y;
    };
    for (const Case& expected : {Case{0, {8, 4}, 0, 0}, Case{1, {4, 8}, 3, 0},
                                 Case{2, {8, 4}, 7, 3}, Case{3, {4, 8}, 0, 7}}) {
        CAPTURE(expected.turns);
        const auto frame = marked(8, 4);
        AVFrameSideData* mark =
            av_frame_new_side_data(frame.get(), AV_FRAME_DATA_DISPLAYMATRIX, 9 * sizeof(int32_t));
        REQUIRE(mark != nullptr);
        av_display_rotation_set(reinterpret_cast<int32_t*>(mark->data), 90.0 * expected.turns);
        std::vector<std::byte> slot(media::slot_bytes_for(PixelFormat::rgba, 100, 100));
        media::Frame facts{};
        REQUIRE_FALSE(converter.write(*frame, slot.data(), slot.size(), facts));
        CHECK(facts.width == expected.size.width);
        CHECK(facts.height == expected.size.height);
        for (size_t y = 0; y < facts.height; ++y)
            for (size_t x = 0; x < facts.width; ++x) {
                const bool red = x == expected.x && y == expected.y;
                CHECK((slot[y * facts.plane_stride[0] + x * 4] > std::byte{100}) == red);
                CHECK(slot[y * facts.plane_stride[0] + x * 4 + 3] == std::byte{255});
            }
    }
}

TEST_CASE("a mirrored film is turned top for bottom here, and half a turn by the presenter") {
    const auto frame = make_frame(AV_PIX_FMT_YUV420P, 16, 8);
    for (int plane = 0; plane < 3; ++plane)
        for (int y = 0; y < (plane == 0 ? 8 : 4); ++y)
            std::fill_n(frame->data[plane] + y * frame->linesize[plane], plane == 0 ? 16 : 8,
                        static_cast<uint8_t>(10 * y + plane));
    Converter converter{PixelFormat::yuv420p, {64, 64}};
    const decoder::Orientation mirrored{0, true};
    converter.orient(mirrored);
    CHECK(decoder::presented_turns(mirrored) == 2);
    std::vector<std::byte> slot(media::slot_bytes_for(PixelFormat::yuv420p, 64, 64));
    media::Frame facts{};
    REQUIRE_FALSE(converter.write(*frame, slot.data(), slot.size(), facts));
    for (size_t plane = 0; plane < 3; ++plane) {
        const size_t rows = plane == 0 ? 8 : 4;
        for (size_t y = 0; y < rows; ++y)
            CHECK(slot[facts.plane_offset[plane] + y * facts.plane_stride[plane]] ==
                  std::byte(10 * (rows - 1 - y) + plane));
    }
}

TEST_CASE("a picture without size or larger than its slot is refused") {
    Converter converter{PixelFormat::yuv420p, {64, 64}};
    const auto frame = make_frame(AV_PIX_FMT_YUV420P, 64, 64);
    std::vector<std::byte> slot(media::slot_bytes_for(PixelFormat::yuv420p, 64, 64));
    media::Frame facts{};
    const auto small = converter.write(*frame, slot.data(), 100, facts);
    REQUIRE(small);
    CHECK(small->cause == media::FailureCause::too_large);
    frame->width = 0;
    CHECK(converter.write(*frame, slot.data(), slot.size(), facts));
}
