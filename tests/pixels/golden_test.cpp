// The screens look as they were last approved. A change that is meant is accepted with
// `./dev shots --accept`, and its pictures are reviewed with it.
#include "tests/shots/golden.h"

#include "kiosk/platform/window.h"
#include "tests/shots/picture.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

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

} // namespace

TEST_CASE("every golden page looks as it was approved") {
    fs::create_directories(k_drawn);
    std::set<std::string> names;
    const auto drawn = draw_goldens([&](const std::string& name, const platform::Image& picture) {
        names.insert(name + ".png");
        const auto approved = read_png(k_approved / (name + ".png"));
        if (!approved.ok()) {
            FAIL_CHECK(name << " is not there: ./dev shots --accept");
            return Result<void>{};
        }
        const auto apart = compare(*approved, picture);
        if (apart.alike()) return Result<void>{};
        const auto kept = k_drawn / (name + ".png");
        FAIL_CHECK(fmt::format("{} differs: mean {:.2f}, most {:.0f}; see {}", name, apart.mean,
                               apart.most, kept.string()));
        return platform::write_png(picture, kept);
    });
    REQUIRE(drawn.ok());
    for (const auto& file : fs::directory_iterator(k_approved))
        CHECK_MESSAGE(names.count(file.path().filename()) == 1, "no page draws " << file.path());
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
