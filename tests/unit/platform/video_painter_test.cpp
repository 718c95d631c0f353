#include "kiosk/platform/video_painter.h"

#include "kiosk/platform/gl_presenter.h"
#include "kiosk/platform/soft_presenter.h"
#include "kiosk/platform/window.h"

#include <imgui/imgui.h>

#include <doctest/doctest.h>

#include <array>
#include <cstdlib>

using namespace pufa;
using namespace pufa::platform;
using media::ColorMatrix;
using media::ColorRange;

namespace {

struct Rgb {
    int r, g, b;
};

bool near(Rgb a, Rgb b, int tolerance = 3) {
    return std::abs(a.r - b.r) <= tolerance && std::abs(a.g - b.g) <= tolerance &&
           std::abs(a.b - b.b) <= tolerance;
}

/// A 4:2:0 picture of its own memory, rows longer than the picture as decoders make them.
struct Frame {
    Frame(int width, int height, uint8_t y, uint8_t cb, uint8_t cr)
        : luma(static_cast<size_t>((width + 13) * height), y)
        , blue(static_cast<size_t>((width / 2 + 11) * ((height + 1) / 2)), cb)
        , red(blue.size(), cr) {
        picture.format = media::PixelFormat::yuv420p;
        picture.width = width;
        picture.height = height;
        picture.plane = {luma.data(), blue.data(), red.data()};
        picture.stride = {width + 13, width / 2 + 11, width / 2 + 11};
    }
    void set_luma(int x, int y, int w, int h, uint8_t value) {
        for (int row = y; row < y + h; ++row)
            for (int column = x; column < x + w; ++column)
                luma[static_cast<size_t>(row * picture.stride[0] + column)] = value;
    }
    std::vector<uint8_t> luma, blue, red;
    media::Picture picture;
};

constexpr ui::PixelRect k_whole{0, 0, 320, 200};

enum class By { shader, processor, no_gl };

/// A presenter of its own, with GL on the context of an offscreen window; each case runs with both
/// painters of GL and with the presenter that has none.
struct Screen {
    std::unique_ptr<Window> window;
    std::unique_ptr<Presenter> presenter;
    ImDrawData no_lists;
    uint64_t serial = 0;
    explicit Screen(By by) {
        if (by == By::no_gl) {
            presenter = make_soft_presenter(make_memory_screen(320, 200));
        } else {
            auto opened = Window::open({.offscreen = true, .width = 320, .height = 200});
            REQUIRE_MESSAGE(opened.ok(), opened.error().detail);
            window = std::move(opened).value();
            auto made = GlPresenter::make(320, 200, {},
                                          by == By::shader ? VideoBy::shader : VideoBy::processor);
            REQUIRE_MESSAGE(made.ok(), made.error().detail);
            presenter = std::move(made).value();
        }
        no_lists.DisplaySize = {320, 200};
        no_lists.FramebufferScale = {1, 1};
    }
    void show(const Frame& frame, const ui::PixelRect& place, int rotation = 0,
              const ui::PixelRect& damage = k_whole) {
        presenter->present(no_lists, VideoLayer{&frame.picture, ++serial, place, rotation},
                           std::array{damage});
    }
    Rgb at(int x, int y) const {
        const auto image = presenter->read_back({x, y, 1, 1});
        return {image.rgba.at(0), image.rgba.at(1), image.rgba.at(2)};
    }
};

By any() {
    auto by = By::shader;
    SUBCASE("by the shader") {}
    SUBCASE("by the processor") {
        by = By::processor;
    }
    SUBCASE("without GL") {
        by = By::no_gl;
    }
    return by;
}

Rgb shown(Screen& screen, ColorMatrix matrix, ColorRange range, uint8_t y, uint8_t cb, uint8_t cr) {
    Frame frame(64, 36, y, cb, cr);
    frame.picture.matrix = matrix;
    frame.picture.range = range;
    screen.show(frame, {0, 0, 128, 72});
    return screen.at(64, 36);
}

} // namespace

TEST_CASE("the codes of red, green and blue in each standard come out as red, green and blue") {
    // 100 % colour bars as the standards' 8-bit tables give them.
    struct Row {
        ColorMatrix matrix;
        ColorRange range;
        std::array<std::array<uint8_t, 3>, 3> codes;
    };
    const Row rows[] = {
        {ColorMatrix::bt601, ColorRange::limited, {{{81, 90, 240}, {145, 54, 34}, {41, 240, 110}}}},
        {ColorMatrix::bt601, ColorRange::full, {{{76, 85, 255}, {150, 44, 21}, {29, 255, 107}}}},
        {ColorMatrix::bt709,
         ColorRange::limited,
         {{{63, 102, 240}, {173, 42, 26}, {32, 240, 118}}}},
        {ColorMatrix::bt709, ColorRange::full, {{{54, 99, 255}, {182, 30, 12}, {18, 255, 116}}}},
        {ColorMatrix::bt2020,
         ColorRange::limited,
         {{{74, 97, 240}, {164, 47, 25}, {29, 240, 119}}}},
        {ColorMatrix::bt2020, ColorRange::full, {{{67, 92, 255}, {173, 36, 11}, {15, 255, 118}}}},
    };
    const auto by = any();
    // libyuv's x86 code keeps the weight of Cb in seven bits: full blue is a little short.
    const int tolerance = by == By::shader ? 3 : 17;
    Screen screen(by);
    for (const auto& row : rows) {
        CAPTURE(static_cast<int>(row.matrix));
        CAPTURE(static_cast<int>(row.range));
        for (size_t i = 0; i < 3; ++i) {
            const auto& code = row.codes[i];
            const Rgb found = shown(screen, row.matrix, row.range, code[0], code[1], code[2]);
            CAPTURE(found.r);
            CAPTURE(found.g);
            CAPTURE(found.b);
            CHECK(near(found, {i == 0 ? 255 : 0, i == 1 ? 255 : 0, i == 2 ? 255 : 0}, tolerance));
        }
    }
}

TEST_CASE("black and white are black and white in both ranges") {
    Screen screen(any());
    CHECK(near(shown(screen, ColorMatrix::bt709, ColorRange::limited, 16, 128, 128), {0, 0, 0}, 1));
    CHECK(near(shown(screen, ColorMatrix::bt709, ColorRange::limited, 235, 128, 128),
               {255, 255, 255}, 1));
    CHECK(near(shown(screen, ColorMatrix::bt709, ColorRange::full, 0, 128, 128), {0, 0, 0}, 1));
    CHECK(near(shown(screen, ColorMatrix::bt709, ColorRange::full, 255, 128, 128), {255, 255, 255},
               1));
}

TEST_CASE("a picture of another shape has black beside it and paper around its place") {
    Screen screen(any());
    const Frame white(64, 64, 235, 128, 128);
    screen.show(white, {20, 10, 200, 100});
    CHECK(near(screen.at(120, 60), {255, 255, 255}));
    CHECK(near(screen.at(25, 60), {0, 0, 0}, 0)); // 20..70 is bar
    CHECK(near(screen.at(68, 60), {0, 0, 0}, 0));
    CHECK(near(screen.at(72, 60), {255, 255, 255}));
    CHECK(near(screen.at(215, 60), {0, 0, 0}, 0));
    CHECK(near(screen.at(10, 60), {0xfb, 0xf8, 0xf1}, 0));
    CHECK(near(screen.at(120, 112), {0xfb, 0xf8, 0xf1}, 0));
}

TEST_CASE("a rotation is clockwise, and upright is upright") {
    Screen screen(any());
    Frame frame(64, 32, 16, 128, 128);
    frame.set_luma(0, 0, 32, 16, 235); // the top-left quarter is white
    const auto white = [&](int x, int y) { return screen.at(x, y).g > 200; };
    const ui::PixelRect wide{0, 0, 128, 64};
    const ui::PixelRect tall{0, 0, 64, 128};

    screen.show(frame, wide, 0);
    CHECK(white(20, 12));
    CHECK_FALSE(white(108, 12));
    CHECK_FALSE(white(20, 52));
    screen.show(frame, tall, 90);
    CHECK(white(52, 20));
    CHECK_FALSE(white(12, 20));
    CHECK_FALSE(white(52, 108));
    screen.show(frame, wide, 180);
    CHECK(white(108, 52));
    CHECK_FALSE(white(20, 52));
    CHECK_FALSE(white(108, 12));
    screen.show(frame, tall, 270);
    CHECK(white(12, 108));
    CHECK_FALSE(white(12, 20));
    CHECK_FALSE(white(52, 108));
}

TEST_CASE("at its own size every luma sample is one pixel, odd widths too") {
    Screen screen(any());
    Frame frame(63, 35, 16, 128, 128);
    for (int x = 0; x < 63; x += 2)
        frame.set_luma(x, 0, 1, 35, 235);
    screen.show(frame, {5, 7, 63, 35});
    for (int x = 0; x < 63; ++x) {
        CAPTURE(x);
        CHECK(near(screen.at(5 + x, 20), x % 2 ? Rgb{0, 0, 0} : Rgb{255, 255, 255}, 1));
    }
}

TEST_CASE("only damaged parts of the place take the new picture") {
    Screen screen(any());
    screen.show(Frame(64, 36, 235, 128, 128), {0, 0, 128, 72});
    screen.show(Frame(64, 36, 16, 128, 128), {0, 0, 128, 72}, 0, {0, 0, 64, 72});
    CHECK(near(screen.at(63, 36), {0, 0, 0}));
    CHECK(near(screen.at(64, 36), {255, 255, 255}));
}

TEST_CASE("a part that begins at an odd pixel has the colours of the whole") {
    Screen screen(any());
    Frame frame(64, 36, 81, 90, 240); // red
    for (int y = 0; y < 18; ++y)      // and its lower half blue
        for (int x = 0; x < 32; ++x)
            if (y >= 9) {
                const auto at = static_cast<size_t>(y * frame.picture.stride[1] + x);
                frame.blue[at] = 240;
                frame.red[at] = 110;
            }
    const ui::PixelRect place{3, 5, 64, 36};
    screen.show(frame, place);
    const auto whole = screen.presenter->read_back(k_whole).rgba;
    const Frame white(64, 36, 235, 128, 128);
    screen.show(white, place);
    ++screen.serial;
    screen.presenter->present(screen.no_lists, VideoLayer{&frame.picture, screen.serial, place, 0},
                              std::array{ui::PixelRect{3, 5, 7, 36}, ui::PixelRect{10, 5, 57, 9},
                                         ui::PixelRect{10, 14, 57, 27}});
    CHECK(screen.presenter->read_back(k_whole).rgba == whole);
}

TEST_CASE("the same serial keeps the picture that was uploaded") {
    const auto by = any();
    if (by == By::no_gl) return; // it reads the picture where it is, for each part that it draws
    Screen screen(by);
    screen.show(Frame(64, 36, 235, 128, 128), {0, 0, 128, 72});
    const Frame black(64, 36, 16, 128, 128);
    screen.presenter->present(screen.no_lists,
                              VideoLayer{&black.picture, screen.serial, {0, 0, 128, 72}, 0},
                              std::array{k_whole});
    CHECK(near(screen.at(60, 30), {255, 255, 255}));
}

TEST_CASE("draw lists lie over the video") {
    Screen screen(any());
    auto* context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().DisplaySize = {320, 200};
    ImGui::GetIO().Fonts->Build();
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({10, 10}, {20, 20}, 0xff00ff00);
    ImGui::Render();
    const Frame black(64, 36, 16, 128, 128);
    screen.presenter->present(*ImGui::GetDrawData(),
                              VideoLayer{&black.picture, 1, {0, 0, 128, 72}, 0},
                              std::array{k_whole});
    CHECK(near(screen.at(15, 15), {0, 255, 0}, 0));
    CHECK(near(screen.at(25, 15), {0, 0, 0}));
    ImGui::DestroyContext(context);
}

TEST_CASE("an RGBA picture is shown as it is") {
    Screen screen(any());
    const std::vector<uint8_t> pixels{10, 20, 30, 255, 200, 100, 50, 255};
    Frame frame(2, 1, 0, 0, 0);
    frame.picture.format = media::PixelFormat::rgba;
    frame.picture.plane = {pixels.data(), nullptr, nullptr};
    frame.picture.stride = {8, 0, 0};
    screen.show(frame, {0, 0, 2, 1});
    CHECK(near(screen.at(0, 0), {10, 20, 30}, 0));
    CHECK(near(screen.at(1, 0), {200, 100, 50}, 0));
}
