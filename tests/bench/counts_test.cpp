// Counts of the user interface that must not grow: memory asked for by a page at rest, and what a
// press redraws.
#include "tests/bench/allocations.h"
#include "tests/bench/ui_bench.h"
#include "tests/support/all_pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <memory>

using namespace pufa;
using namespace pufa::bench;

namespace {

std::unique_ptr<UiBench> opened(const ui::Layout& layout) {
    auto bench = UiBench::open(layout);
    REQUIRE(bench.ok());
    return std::move(bench).value();
}

} // namespace

TEST_CASE("the counter counts") {
    const uint64_t before = allocations();
    const auto one = std::make_unique<int>(1);
    CHECK(allocations() == before + 1);
}

TEST_CASE("a page at rest asks for memory 50 times a frame at most") {
    const auto bench = opened(ui::make_layout(1920, 1080));
    CHECK(bench->allocations_per_frame(nullptr) == 0);
    for (const auto& page : bench_pages()) {
        CAPTURE(page.name);
        CHECK(bench->allocations_per_frame(&page) <= 50);
    }
}

TEST_CASE("a press is seen, and redraws at most twice the button") {
    size_t presses = 0;
    for (const auto& layout : {ui::make_layout(1920, 1080), ui::make_layout(1080, 1920),
                               ui::make_layout(1366, 768, 396)}) {
        const auto bench = opened(layout);
        for (const auto& page : support::all_pages())
            for (const auto& press : bench->press_all(page)) {
                CAPTURE(layout.pixel_width);
                CAPTURE(page.name);
                CAPTURE(press.id);
                CHECK(press.damaged_pixels > 0);
                CHECK(press.damaged_pixels <= 2 * press.button_pixels);
                ++presses;
            }
    }
    CHECK(presses > 500);
}

TEST_CASE("a still page is the same frame after frame") {
    const auto bench = opened(ui::make_layout(1920, 1080));
    for (const auto& page : bench_pages()) {
        CAPTURE(page.name);
        CHECK(bench->damage_at_rest(page) == 0);
    }
}

TEST_CASE("every page in three languages stays within the glyphs' memory") {
    constexpr size_t k_bound = size_t{64} << 20U;
    const auto bench = opened(ui::make_layout(1920, 1080));
    size_t most = 0;
    for (const auto language : model::k_languages)
        for (const auto& page : support::all_pages()) {
            bench->look.language = language;
            (void)bench->frame(&page);
            most = std::max(most, bench->texture_bytes());
        }
    CHECK(most > 0);
    CHECK(most <= k_bound);
}
