#include "kiosk/raster/kernels.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace pufa::raster;

namespace {

constexpr size_t k_longest = 67;

/// Random pixels; every third run of coverage is nothing, every fourth all.
struct Material {
    std::vector<Pixel> to, a, b;
    std::vector<uint8_t> masks, more_masks;
    explicit Material(unsigned seed) {
        std::mt19937 random(seed);
        for (size_t i = 0; i < k_longest + 2; ++i) {
            to.push_back(static_cast<Pixel>(random()) | k_unused_byte);
            a.push_back(static_cast<Pixel>(random()));
            b.push_back(static_cast<Pixel>(random()));
            const auto run = i / 8 + seed;
            masks.push_back(run % 3 == 0   ? uint8_t{0}
                            : run % 4 == 0 ? uint8_t{255}
                                           : static_cast<uint8_t>(random()));
            more_masks.push_back(static_cast<uint8_t>(random()));
        }
    }
};

} // namespace

TEST_CASE("the processor's kernels give the bytes that plain C++ gives, whatever the length") {
    const auto& plain = plain_kernels();
    const auto& quick = kernels();
    INFO(quick.name);
    for (unsigned seed = 0; seed < 12; ++seed)
        for (size_t count = 0; count <= k_longest; ++count)
            for (const uint32_t alpha : {255u, 0u, 1u, 127u, 254u}) {
                CAPTURE(count);
                CAPTURE(alpha);
                const Material material(seed);
                const auto same = [&](const auto& act) {
                    auto one = material;
                    auto other = material;
                    act(plain, one);
                    act(quick, other);
                    REQUIRE(one.to == other.to);
                    REQUIRE(one.masks == other.masks);
                };
                same([&](auto& k, auto& m) { k.fill(&m.to[1], count, 0xff123456); });
                same([&](auto& k, auto& m) { k.blend(&m.to[1], count, 0x7f8090a0, alpha); });
                same([&](auto& k, auto& m) {
                    k.blend_mask(&m.to[1], &m.masks[1], count, 0x00c0ffee, alpha);
                });
                same([&](auto& k, auto& m) { k.blend_picture(&m.to[1], &m.a[1], count, alpha); });
                same([&](auto& k, auto& m) {
                    k.mix_pixels(&m.to[1], &m.a[0], &m.b[1], count, alpha);
                });
                same([&](auto& k, auto& m) {
                    k.mix_masks(&m.masks[1], &m.more_masks[0], &m.more_masks[1], count, alpha);
                });
            }
}

TEST_CASE("nothing before or after the run is touched") {
    for (const auto* table : {&plain_kernels(), &kernels()}) {
        std::vector<Pixel> to(20, 0xff010203);
        const std::vector<Pixel> from(20, 0xffffffff);
        const std::vector<uint8_t> mask(20, 255);
        table->fill(&to[3], 13, 0xffffffff);
        table->blend(&to[3], 13, 0xffffffff, 255);
        table->blend_mask(&to[3], mask.data(), 13, 0xffffffff, 255);
        table->blend_picture(&to[3], from.data(), 13, 255);
        CHECK(std::count(to.begin(), to.end(), 0xffffffff) == 13);
        CHECK(to[2] == 0xff010203);
        CHECK(to[16] == 0xff010203);
    }
}

TEST_CASE("what a mask does not cover stays, what it covers whole is the colour") {
    std::vector<Pixel> to(9, 0xff102030);
    const std::vector<uint8_t> mask{0, 0, 0, 0, 255, 255, 255, 255, 128};
    kernels().blend_mask(to.data(), mask.data(), 9, 0xffffffff, 255);
    CHECK(to[0] == 0xff102030);
    CHECK(to[4] == 0xffffffff);
    CHECK(to[8] == blended(0xff102030, 0xffffffff, 128));
}
