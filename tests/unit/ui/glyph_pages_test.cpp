#include "kiosk/ui/glyph_pages.h"

#include "kiosk/ui/text.h"
#include "tests/support/counting_textures.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace pufa;
using namespace pufa::ui;
using support::CountingTextures;

namespace {

GlyphPages::Place put(GlyphPages& pages, int side, uint8_t value = 200) {
    const std::vector<uint8_t> coverage(static_cast<size_t>(side) * static_cast<size_t>(side),
                                        value);
    return pages.put(side, side, coverage.data());
}
uint8_t alpha(const CountingTextures& textures, TextureId id, int x, int y) {
    return textures.find(id)
        ->rgba[(static_cast<size_t>(y) * GlyphPages::k_side + static_cast<size_t>(x)) * 4 + 3];
}
/// Fills `count` pages with one glyph that only an empty page holds.
std::vector<GlyphPages::Place> fill(GlyphPages& pages, int count) {
    std::vector<GlyphPages::Place> places;
    places.reserve(static_cast<size_t>(count));
    for (int i = 0; i < count; ++i)
        places.push_back(put(pages, 1000));
    return places;
}

} // namespace

TEST_CASE("glyphs in a page do not overlap, keep a clear border and leave the white corner alone") {
    CountingTextures textures;
    GlyphPages pages{textures};
    struct Box {
        GlyphPages::Place place;
        int side;
    };
    std::vector<Box> boxes;
    for (int i = 0; i < 300; ++i) {
        const int side = 8 + i * 7 % 33;
        boxes.push_back({put(pages, side), side});
    }
    CHECK(pages.in_use() == 1);
    for (size_t i = 0; i < boxes.size(); ++i) {
        const auto& [a, a_side] = boxes[i];
        CHECK(a.y >= 5);
        CHECK(a.x >= 1);
        CHECK(a.x + a_side < GlyphPages::k_side);
        for (size_t j = i + 1; j < boxes.size(); ++j) {
            const auto& [b, b_side] = boxes[j];
            const bool apart = a.x + a_side + 2 <= b.x || b.x + b_side + 2 <= a.x ||
                               a.y + a_side + 2 <= b.y || b.y + b_side + 2 <= a.y;
            REQUIRE(apart);
        }
    }
    const auto& [first, side] = boxes.front();
    CHECK(alpha(textures, pages.first(), first.x, first.y) == 200);
    CHECK(alpha(textures, pages.first(), first.x + side - 1, first.y + side - 1) == 200);
    CHECK(alpha(textures, pages.first(), first.x - 1, first.y) == 0);
    CHECK(alpha(textures, pages.first(), first.x + side, first.y) == 0);
    const float white = Text::k_white_uv * GlyphPages::k_side;
    for (int y = static_cast<int>(white) - 1; y <= static_cast<int>(white); ++y)
        for (int x = static_cast<int>(white) - 1; x <= static_cast<int>(white); ++x)
            CHECK(alpha(textures, pages.first(), x, y) == 255);
}

TEST_CASE("a full set of pages gives up the one that was used longest ago, all of it") {
    CountingTextures textures;
    GlyphPages pages{textures};
    const auto places = fill(pages, GlyphPages::k_most_pages);
    pages.begin_frame();
    pages.begin_frame();
    for (size_t i = 0; i < places.size(); ++i)
        if (i != 5) CHECK(pages.use(places[i]));
    const auto fresh = put(pages, 30);
    CHECK(fresh.page == places[5].page);
    CHECK_FALSE(pages.holds(places[5]));
    CHECK_FALSE(pages.use(places[5]));
    CHECK(pages.holds(places[4]));
    CHECK(pages.use(fresh));
    CHECK(pages.in_use() == GlyphPages::k_most_pages);
    CHECK(textures.alive() == GlyphPages::k_most_pages);
}

TEST_CASE("a page that this frame or the one before drew from is kept, at the price of one more") {
    CountingTextures textures;
    GlyphPages pages{textures};
    const auto places = fill(pages, GlyphPages::k_most_pages);
    pages.begin_frame();
    const auto extra = put(pages, 1000);
    for (const auto& place : places)
        CHECK(pages.holds(place));
    CHECK(pages.in_use() == GlyphPages::k_most_pages + 1);
    // Two frames on, the surplus goes back to the host.
    pages.begin_frame();
    CHECK(pages.use(extra));
    pages.begin_frame();
    CHECK(pages.in_use() == GlyphPages::k_most_pages);
    CHECK(textures.alive() == GlyphPages::k_most_pages);
    CHECK(pages.holds(extra));
    CHECK(textures.find(pages.first()) != nullptr);
}

TEST_CASE("to drop gives all textures back but the first, and its glyphs are gone") {
    CountingTextures textures;
    {
        GlyphPages pages{textures};
        const auto places = fill(pages, 3);
        const TextureId first = pages.first();
        pages.drop();
        CHECK(pages.in_use() == 1);
        CHECK(textures.alive() == 1);
        CHECK(pages.first() == first);
        for (const auto& place : places)
            CHECK_FALSE(pages.holds(place));
    }
    CHECK(textures.alive() == 0);
}
