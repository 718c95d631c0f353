#include "kiosk/app/self_test_judges.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::app;
using namespace pufa::app::judge;
using ui::Color;

namespace {

/// A picture painted by hand, in the pixels of the 1920 × 1080 page.
class Painting {
  public:
    explicit Painting(Color ground, int width = 1920, int height = 1080) {
        m_image = {width, height, {}};
        m_image.rgba.resize(static_cast<size_t>(width) * static_cast<size_t>(height) * 4);
        fill({0, 0, width, height}, ground);
    }
    Painting& fill(const PixelRect& rect, Color color) { return fill(rect, ui::rgba(color)); }
    Painting& fill(const PixelRect& rect, uint32_t packed) {
        for (int y = rect.y; y < rect.y + rect.h; ++y)
            for (int x = rect.x; x < rect.x + rect.w; ++x)
                set(x, y, packed);
        return *this;
    }
    /// Stripes as dense as words: every eighth column.
    Painting& words(const PixelRect& rect) {
        for (int x = rect.x; x < rect.x + rect.w; x += 8)
            fill({x, rect.y, 1, rect.h}, Color::ink);
        return *this;
    }
    /// As many colours as a photograph.
    Painting& photograph(const PixelRect& rect) {
        for (int y = rect.y; y < rect.y + rect.h; ++y)
            for (int x = rect.x; x < rect.x + rect.w; ++x)
                set(x, y,
                    0xff000000u | static_cast<uint32_t>(x * 7 % 256) |
                        static_cast<uint32_t>(y * 5 % 256) << 8 |
                        static_cast<uint32_t>((x + y) % 256) << 16);
        return *this;
    }
    Painting& code(const PixelRect& place, int number) {
        const int cell = place.w / k_code_cells;
        for (int i = 0; i < k_code_cells; ++i)
            fill({place.x + i * cell, place.y, cell, place.h / 20},
                 number >> (k_code_cells - 1 - i) & 1 ? Color::white : Color::black);
        return *this;
    }
    [[nodiscard]] Image cut(const PixelRect& rect) const {
        Image part{rect.w, rect.h, {}};
        for (int y = rect.y; y < rect.y + rect.h; ++y) {
            const auto from = (static_cast<size_t>(y) * static_cast<size_t>(m_image.width) +
                               static_cast<size_t>(rect.x)) *
                              4;
            part.rgba.insert(part.rgba.end(), m_image.rgba.begin() + static_cast<ptrdiff_t>(from),
                             m_image.rgba.begin() + static_cast<ptrdiff_t>(from) + rect.w * 4);
        }
        return part;
    }
    [[nodiscard]] const Image& image() const { return m_image; }

  private:
    void set(int x, int y, uint32_t packed) {
        auto* pixel = &m_image.rgba[(static_cast<size_t>(y) * static_cast<size_t>(m_image.width) +
                                     static_cast<size_t>(x)) *
                                    4];
        for (int i = 0; i < 4; ++i)
            pixel[i] = static_cast<uint8_t>(packed >> (8 * i));
    }
    Image m_image;
};

constexpr PixelRect k_header{200, 40, 1500, 40};
constexpr PixelRect k_dock{0, 984, 1920, 96};
constexpr PixelRect k_screen{0, 0, 1920, 1080};

Painting light() {
    Painting page(Color::paper);
    page.words(k_header).fill(k_dock, Color::card);
    return page;
}

std::vector<Sample> kept_time(size_t count, double off = 0) {
    std::vector<Sample> samples;
    for (size_t i = 0; i < count; ++i)
        samples.push_back({static_cast<int>(i), static_cast<double>(i) + 0.5 + off});
    return samples;
}

} // namespace

TEST_CASE("a light page holds; black, empty, wordless and dockless ones do not") {
    CHECK(light_page("home_page", light().image()).held);
    CHECK_FALSE(light_page("home_page", Painting(Color::black).image()).held);
    CHECK_FALSE(light_page("home_page", Painting(Color::paper).image()).held);
    CHECK_FALSE(
        light_page("home_page", Painting(Color::paper).fill(k_dock, Color::card).image()).held);
    CHECK_FALSE(light_page("home_page", Painting(Color::paper).words(k_header).image()).held);
    CHECK_FALSE(light_page("home_page", Painting(Color::night).words(k_header).image()).held);
    CHECK(light_page("quiz_page", light().image()).name == "quiz_page");
}

TEST_CASE("the banner must be large, dark and in the upper half") {
    CHECK(banner(light().fill({96, 104, 1000, 288}, Color::river_dark).image()).held);
    CHECK_FALSE(banner(light().image()).held);
    CHECK_FALSE(banner(light().fill({96, 104, 1000, 40}, Color::river_dark).image()).held);
    CHECK_FALSE(banner(light().fill({96, 640, 1000, 288}, Color::river_dark).image()).held);
    CHECK_FALSE(banner(light().fill({96, 104, 1000, 288}, Color::black).image()).held);
}

TEST_CASE("a poster is a picture, not the colour that stands in for it") {
    const PixelRect upright{96, 640, 408, 300}; // the picture above the words
    const PixelRect wide{96, 640, 850, 300};    // the picture beside the words
    const PixelRect picture{112, 656, 376, 230};
    for (const auto& card : {upright, wide}) {
        const auto page = [&] {
            auto painting = light();
            painting.fill(card, Color::card).words({500, 700, 300, 40});
            return painting;
        };
        CHECK(poster(page().photograph(picture).image(), card).held);
        CHECK_FALSE(poster(page().fill(picture, Color::river_tint).image(), card).held);
        CHECK_FALSE(poster(page().image(), card).held);
    }
}

TEST_CASE("an option is right, wrong or neither by its ground") {
    const PixelRect option{96, 400, 1000, 110};
    const auto painted = [&](Color color) {
        return option_mark(light().fill(option, color).words({200, 430, 300, 30}).image(), option);
    };
    CHECK(painted(Color::palm_tint) == Marked::right);
    CHECK(painted(Color::seal_tint) == Marked::wrong);
    CHECK_FALSE(painted(Color::card));
    CHECK_FALSE(painted(Color::river_tint));
}

TEST_CASE("a sheet is white, has words and dims the page") {
    const auto dimmed = [] { return Painting(Color::brick); };
    const PixelRect area{340, 160, 1240, 760};
    const PixelRect lines{400, 200, 900, 200};
    CHECK(sheet("help_sheet", dimmed().fill(area, Color::card).words(lines).image()).held);
    CHECK_FALSE(sheet("help_sheet", dimmed().fill(area, Color::card).image()).held);
    CHECK_FALSE(sheet("help_sheet", dimmed().words(lines).image()).held);
    CHECK_FALSE(sheet("help_sheet", light().fill(area, Color::card).words(lines).image()).held);
}

TEST_CASE("thanks are a tinted band in the lower half") {
    CHECK(thanks(light().fill({140, 850, 900, 70}, Color::palm_tint).image()).held);
    CHECK(thanks(light().fill({1160, 700, 640, 70}, Color::palm_tint).image()).held);
    CHECK_FALSE(thanks(light().image()).held);
    CHECK_FALSE(thanks(light().fill({140, 150, 900, 70}, Color::palm_tint).image()).held);
}

TEST_CASE("help needs both cards and digits") {
    const auto cards = [](bool law, bool affairs, bool digits) {
        auto page = light();
        if (law) page.fill({400, 360, 540, 176}, Color::river_tint);
        if (affairs) page.fill({980, 360, 540, 176}, Color::palm_tint);
        if (digits) page.fill({560, 400, 60, 60}, Color::river);
        return help_numbers(page.image()).held;
    };
    CHECK(cards(true, true, true));
    CHECK_FALSE(cards(false, true, true));
    CHECK_FALSE(cards(true, false, true));
    CHECK_FALSE(cards(true, true, false));
}

TEST_CASE("a film is told from a still page") {
    CHECK(film_shown(Painting(Color::night).photograph({0, 0, 1920, 1080}).image()).held);
    CHECK_FALSE(film_shown(Painting(Color::night).image()).held);
    CHECK_FALSE(film_shown(light().image()).held);
}

TEST_CASE("the number is read from the strip over the full width, most significant first") {
    for (const int number : {0, 1, 2, 749, 32768, 65535}) {
        const auto page = Painting(Color::night).code(k_screen, number);
        CHECK(read_code(page.cut(code_rows(k_screen))) == number);
    }
}

TEST_CASE("a small video in another place has its strip there") {
    const PixelRect place{300, 200, 1280, 720};
    const auto page = Painting(Color::paper).code(place, 1234);
    CHECK(read_code(page.cut(code_rows(place))) == 1234);
    CHECK(read_code(page.cut(code_rows(k_screen))) != 1234);
}

TEST_CASE("a title card over the lower part of the strip does not matter, a grey cell does") {
    auto page = Painting(Color::night).code(k_screen, 4321);
    page.fill({36, 28, 620, 26}, Color::night);
    CHECK(read_code(page.cut(code_rows(k_screen))) == 4321);
    page.fill({240, 0, 120, 54}, 0xff808080u);
    CHECK_FALSE(read_code(page.cut(code_rows(k_screen))));
    CHECK_FALSE(read_code(Image{}));
}

TEST_CASE("pictures on the clock hold") {
    CHECK(on_time(kept_time(100)).held);
    CHECK(on_time(kept_time(100, 2.0)).held);
    CHECK(on_time(kept_time(100, -2.0)).held);
}

TEST_CASE("pictures behind or ahead of the clock do not hold") {
    CHECK_FALSE(on_time(kept_time(100, 3.1)).held);
    CHECK_FALSE(on_time(kept_time(100, -3.1)).held);
    // The picture stands while the clock goes on.
    std::vector<Sample> stands;
    for (int i = 0; i < 100; ++i)
        stands.push_back({7, i + 0.5});
    CHECK_FALSE(on_time(stands).held);
}

TEST_CASE("five of a hundred may be late or unreadable, six may not") {
    auto samples = kept_time(100);
    for (size_t i = 0; i < 3; ++i)
        samples[i * 10].number.reset();
    for (size_t i = 3; i < 5; ++i)
        samples[i * 10].clock_frames += 10;
    CHECK(on_time(samples).held);
    samples[77].number.reset();
    CHECK_FALSE(on_time(samples).held);
}

TEST_CASE("too few samples prove nothing") {
    CHECK_FALSE(on_time({}).held);
    CHECK_FALSE(on_time(kept_time(49)).held);
}

TEST_CASE("a paused film shows one number all the time") {
    CHECK(frozen(std::vector<std::optional<int>>(20, 7)).held);
    auto moved = std::vector<std::optional<int>>(20, 7);
    moved.back() = 8;
    CHECK_FALSE(frozen(moved).held);
    CHECK_FALSE(frozen(std::vector<std::optional<int>>(20)).held);
    CHECK_FALSE(frozen(std::vector<std::optional<int>>(3, 7)).held);
}

TEST_CASE("a seek lands within one frame of the target") {
    const Micros target = std::chrono::milliseconds(10'020); // 250.5 frames
    CHECK(landed(250, target, 25).held);
    CHECK(landed(251, target, 25).held);
    CHECK_FALSE(landed(249, target, 25).held);
    CHECK_FALSE(landed(252, target, 25).held);
    CHECK_FALSE(landed(std::nullopt, target, 25).held);
}

TEST_CASE("going on means a later frame") {
    CHECK(went_on(100, 110).held);
    CHECK_FALSE(went_on(100, 100).held);
    CHECK_FALSE(went_on(100, 90).held);
    CHECK_FALSE(went_on(std::nullopt, 90).held);
    CHECK_FALSE(went_on(100, std::nullopt).held);
}

TEST_CASE("sound holds when it has energy and keeps step with time") {
    const Heard before{{1000, 5.0}, 900};
    const Micros second = std::chrono::seconds(1);
    CHECK(sounds(before, {{49'000, 200.0}, 48'900}, second).held);
    CHECK_FALSE(sounds(before, {{49'000, 5.0}, 48'900}, second).held); // silence
    CHECK_FALSE(sounds(before, before, second).held);                  // nothing taken
    CHECK_FALSE(sounds(before, {{49'000, 200.0}, 900}, second).held);  // the position stands
    CHECK_FALSE(sounds(before, {{49'000, 200.0}, 20'000}, second).held);
    CHECK_FALSE(sounds(before, {{49'000, 200.0}, 96'000}, second).held);
}

TEST_CASE("a pause takes no sound, and never having had any is no pause") {
    CHECK(silent({{1000, 5.0}, 900}, {{1000, 5.0}, 1000}).held);
    CHECK_FALSE(silent({{1000, 5.0}, 900}, {{1001, 5.0}, 1000}).held);
    CHECK_FALSE(silent({}, {}).held);
}
