#include "tests/bench/player/picture_code.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <vector>

namespace pufa::bench {
namespace {

constexpr uint32_t k_nearly_black = 0x101310, k_nearly_white = 0xe8ebe9; // as encoders leave them

using Row = std::vector<uint32_t>;

Row row_of(unsigned bits, size_t cell_width = 32) {
    Row row;
    for (int i = k_code_cells - 1; i >= 0; --i)
        row.insert(row.end(), cell_width, bits >> i & 1 ? k_nearly_white : k_nearly_black);
    return row;
}

} // namespace

TEST_CASE("a number is read from its cells and their complement") {
    for (const unsigned number : {0u, 1u, 1799u, 0x5555u, 0xffffu})
        for (const size_t width : {1u, 2u, 21u, 32u}) {
            CAPTURE(number);
            CAPTURE(width);
            CHECK(read_code(row_of(number, width), row_of(~number, width)) ==
                  static_cast<int>(number));
        }
}

TEST_CASE("what carries no complement is no code") {
    CHECK_FALSE(read_code(row_of(1799), row_of(1799)));
    // Two pictures torn into each other: above the new one, below the old.
    CHECK_FALSE(read_code(row_of(1800), row_of(~1799u)));
    CHECK_FALSE(read_code(Row(512, 0x245c66), Row(512, 0x245c66)));
    CHECK_FALSE(read_code(Row(512, 0x808080), Row(512, 0)));
    CHECK_FALSE(read_code({}, {}));
    CHECK_FALSE(read_code(row_of(7), Row(511, 0)));
}

TEST_CASE("the edges of a cell may be blurred") {
    auto upper = row_of(0x5555);
    auto lower = row_of(~0x5555u);
    for (size_t x = 0; x < upper.size(); ++x)
        if (x % 32 < 6 || x % 32 >= 26) upper[x] = lower[x] = 0x808080;
    CHECK(read_code(upper, lower) == 0x5555);
}

} // namespace pufa::bench
