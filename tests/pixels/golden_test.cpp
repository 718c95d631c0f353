// The screens look as they were last approved. A change that is meant is accepted with
// `./dev shots --accept`, and its pictures are reviewed with it.
#include "tests/shots/golden.h"

#include "kiosk/platform/window.h"
#include "tests/shots/picture.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <set>

using namespace pufa;
using namespace pufa::shots;

namespace {

namespace fs = std::filesystem;

const fs::path k_approved = fs::path{PUFA_SOURCE_DIR} / "tests/golden";
const fs::path k_drawn = fs::path{PUFA_BIN_DIR}.parent_path() / "golden";

platform::Image plain(int width, int height, uint8_t level) {
    platform::Image image{width, height, {}};
    image.rgba.assign(static_cast<size_t>(width) * static_cast<size_t>(height) * 4, level);
    return image;
}

/// Each golden page as GL draws it, in full; drawn once.
const std::map<std::string, Drawn>& drawn_by_gl() {
    static const auto all = [] {
        std::map<std::string, Drawn> pages;
        const auto done = draw_goldens(platform::DrawnBy::gl, [&](Drawn drawn) {
            const auto name = drawn.name;
            pages.emplace(name, std::move(drawn));
            return Result<void>{};
        });
        REQUIRE(done.ok());
        return pages;
    }();
    return all;
}

void keep(const platform::Image& picture, const std::string& name) {
    CHECK(platform::write_png(picture, k_drawn / name).ok());
}

} // namespace

TEST_CASE("every golden page looks as it was approved") {
    fs::create_directories(k_drawn);
    std::set<std::string> names;
    for (const auto& [name, drawn] : drawn_by_gl()) {
        names.insert(name + ".png");
        const auto approved = read_png(k_approved / (name + ".png"));
        if (!approved.ok()) {
            FAIL_CHECK(name << " is not there: ./dev shots --accept");
            continue;
        }
        const auto picture = shrunk(drawn.picture, drawn.shrink);
        const auto apart = compare(*approved, picture);
        if (apart.alike()) continue;
        FAIL_CHECK(fmt::format("{} differs: mean {:.2f}, most {:.0f}; see {}", name, apart.mean,
                               apart.most, (k_drawn / (name + ".png")).string()));
        keep(picture, name + ".png");
    }
    for (const auto& file : fs::directory_iterator(k_approved))
        CHECK_MESSAGE(names.count(file.path().filename()) == 1, "no page draws " << file.path());
}

TEST_CASE("without GL every golden page is the same, but for the rounding of colours") {
    // Where the edge of a shape or a scaled picture is between two levels, each rounds its own way.
    constexpr double k_most = 4;
    constexpr double k_mean = 0.25;
    fs::create_directories(k_drawn);
    const auto& with_gl = drawn_by_gl(); // first: one scene at a time
    size_t pages = 0;
    double worst = 0;
    const auto done = draw_goldens(platform::DrawnBy::soft, [&](const Drawn& drawn) {
        ++pages;
        const auto& by_gl = with_gl.at(drawn.name).picture;
        const auto apart = compare_exactly(by_gl, drawn.picture);
        worst = std::max(worst, apart.most);
        if (apart.same_size && apart.most <= k_most && apart.mean <= k_mean) return Result<void>{};
        FAIL_CHECK(fmt::format("{}: mean {:.3f}, most {:.0f}", drawn.name, apart.mean, apart.most));
        keep(by_gl, drawn.name + ".gl.png");
        keep(drawn.picture, drawn.name + ".soft.png");
        return Result<void>{};
    });
    REQUIRE(done.ok());
    CHECK(pages == with_gl.size());
    MESSAGE("the greatest difference of a channel is " << worst << " of 255");
}

TEST_CASE("a word that moves or a colour that changes is told from the edges of glyphs") {
    const auto ground = plain(480, 270, 240);
    SUBCASE("the same") {
        CHECK(compare(ground, ground).alike());
    }
    SUBCASE("another size") {
        CHECK_FALSE(compare(ground, plain(480, 271, 240)).alike());
    }
    SUBCASE("a button of another shade") {
        auto other = ground;
        for (int y = 100; y < 120; ++y)
            for (int x = 100 * 4; x < 160 * 4; ++x)
                other.rgba[static_cast<size_t>(y * 480 * 4 + x)] = 200;
        CHECK_FALSE(compare(ground, other).alike());
    }
    SUBCASE("all of it a little darker") {
        CHECK_FALSE(compare(ground, plain(480, 270, 238)).alike());
    }
    SUBCASE("single pixels at the edge of a glyph") {
        auto other = ground;
        for (size_t i = 0; i < other.rgba.size(); i += 4 * 97)
            other.rgba[i] = 190;
        CHECK(compare(ground, other).alike());
    }
}
