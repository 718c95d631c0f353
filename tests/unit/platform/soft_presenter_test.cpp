// What goes past the page onto the glass, on a screen of the test's own.
#include "kiosk/platform/soft_presenter.h"

#include "tests/support/draw_lists.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

using namespace pufa;
using namespace pufa::platform;

namespace {

constexpr int k_width = 160;
constexpr int k_height = 101;
constexpr ui::PixelRect k_whole{0, 0, k_width, k_height};
using Pixels = std::vector<raster::Pixel>;

raster::Surface surface_of(Pixels& pixels) {
    return {pixels.data(), k_width, static_cast<int>(pixels.size()) / k_width, k_width};
}

void copy(const raster::Surface& from, int x, int y, Pixels& to, const ui::PixelRect& at) {
    for (int row = 0; row < at.h; ++row)
        std::copy_n(from.at(x, y + row), at.w, surface_of(to).at(at.x, at.y + row));
}

/// A page, a strip of so many rows (0: none), and what somebody before it would see.
struct Glass {
    explicit Glass(int strip_rows)
        : strip(static_cast<size_t>(k_width * strip_rows)) {}
    Pixels page = Pixels(k_width * k_height);
    Pixels strip;
    Pixels seen = Pixels(k_width * k_height);
    int from_page = 0; ///< pixels
    int from_strip = 0;
};

class GlassScreen final : public SoftScreen {
  public:
    explicit GlassScreen(Glass& glass)
        : m_glass(glass) {}
    raster::Surface page() override { return surface_of(m_glass.page); }
    raster::Surface panel() override { return surface_of(m_glass.seen); }
    void show(std::span<const ui::PixelRect> parts) override {
        for (const auto& part : parts) {
            copy(page(), part.x, part.y, m_glass.seen, part);
            m_glass.from_page += static_cast<int>(part.area());
        }
    }
    raster::Surface strip() override {
        return m_glass.strip.empty() ? raster::Surface{} : surface_of(m_glass.strip);
    }
    void show_strip(const ui::PixelRect& at) override {
        copy(strip(), 0, 0, m_glass.seen, at);
        m_glass.from_strip += static_cast<int>(at.area());
    }
    Result<void> resize(int, int) override { return {}; }

  private:
    Glass& m_glass;
};

/// A picture in which each place has a colour of its own.
struct Film {
    Film(int width, int height)
        : luma(static_cast<size_t>(width * height))
        , blue(static_cast<size_t>((width + 1) / 2 * ((height + 1) / 2)))
        , red(blue.size()) {
        for (size_t i = 0; i < luma.size(); ++i)
            luma[i] = static_cast<uint8_t>(16 + i * 7 % 219);
        for (size_t i = 0; i < blue.size(); ++i) {
            blue[i] = static_cast<uint8_t>(16 + i * 5 % 224);
            red[i] = static_cast<uint8_t>(16 + i * 3 % 224);
        }
        picture.format = media::PixelFormat::yuv420p;
        picture.width = width;
        picture.height = height;
        picture.plane = {luma.data(), blue.data(), red.data()};
        picture.stride = {width, (width + 1) / 2, (width + 1) / 2};
    }
    std::vector<uint8_t> luma, blue, red;
    media::Picture picture;
};

/// Shows the film on a page that has this drawn over it: first all of it, then a second time.
Glass shown(int strip_rows, const Film& film, const ui::PixelRect& place, int rotation,
            const std::function<void(ImDrawList&)>& over) {
    Glass glass{strip_rows};
    const auto presenter = make_soft_presenter(std::make_unique<GlassScreen>(glass));
    test::Drawing drawing{k_width, k_height};
    auto& lists = drawing.draw(over);
    presenter->present(lists, VideoLayer{&film.picture, 1, place, rotation}, std::array{k_whole});
    glass.from_page = glass.from_strip = 0;
    presenter->present(lists, VideoLayer{&film.picture, 2, place, rotation}, std::array{place});
    return glass;
}

void nothing(ImDrawList&) {}
void a_caption(ImDrawList& list) {
    list.AddRectFilled({20, 80}, {90, 95}, 0x80ff0000);
}
void an_unseen_cover(ImDrawList& list) {
    list.AddRectFilled({0, 0}, {k_width, k_height}, 0x00ffffff);
}

} // namespace

TEST_CASE("a film that goes past the page looks as it does on it") {
    for (const auto& place :
         {k_whole, ui::PixelRect{0, 0, 160, 90}, ui::PixelRect{10, 11, 91, 77}}) {
        for (const auto& size : {std::pair{160, 90}, {160, 101}, {91, 77}, {40, 60}}) {
            const Film film{size.first, size.second};
            for (const int rotation : {0, 90}) {
                for (const auto& over : {nothing, a_caption}) {
                    CAPTURE(place.y);
                    CAPTURE(size.first);
                    CAPTURE(rotation);
                    const auto plain = shown(0, film, place, rotation, over);
                    CHECK(plain.from_strip == 0);
                    for (const int rows : {2, 7, 16, 200}) {
                        CAPTURE(rows);
                        const auto glass = shown(rows, film, place, rotation, over);
                        CHECK(glass.seen == plain.seen);
                        CHECK(glass.from_page + glass.from_strip == place.area());
                    }
                }
            }
        }
    }
}

TEST_CASE("only what has something drawn over it goes through the page") {
    const Film film{160, 101};
    CHECK(shown(16, film, k_whole, 0, nothing).from_page == 0);
    CHECK(shown(16, film, k_whole, 0, an_unseen_cover).from_page == 0);
    // The caption lies in the pieces from row 80 on.
    CHECK(shown(16, film, k_whole, 0, a_caption).from_page == 160 * 16);
    CHECK(shown(10, film, k_whole, 0, a_caption).from_page == 160 * 20);
    // A strip of one row has no room for a row of colour.
    CHECK(shown(1, film, k_whole, 0, nothing).from_strip == 0);
}

TEST_CASE("a part that is not all film goes through the page") {
    Glass glass{16};
    const Film film{100, 50};
    const auto presenter = make_soft_presenter(std::make_unique<GlassScreen>(glass));
    test::Drawing drawing{k_width, k_height};
    presenter->present(drawing.nothing(), VideoLayer{&film.picture, 1, {20, 20, 100, 50}, 0},
                       std::array{ui::PixelRect{10, 20, 120, 50}});
    CHECK(glass.from_strip == 0);
    CHECK(glass.from_page == 120 * 50);
}
