#include "tests/bench/player/picture_code.h"

namespace pufa::bench {
namespace {

constexpr unsigned k_black = 80, k_white = 175; ///< of green: at most, at least

/// 0 or 1; none for what is neither.
std::optional<unsigned> cell(std::span<const uint32_t> row, size_t number) {
    const size_t wide = row.size() / k_code_cells;
    unsigned sum = 0;
    unsigned count = 0;
    for (size_t x = wide / 4; x < wide - wide / 4; ++x, ++count)
        sum += row[number * wide + x] >> 8 & 0xff;
    const unsigned level = sum / count;
    if (level <= k_black) return 0;
    if (level >= k_white) return 1;
    return std::nullopt;
}

} // namespace

std::optional<int> read_code(std::span<const uint32_t> upper, std::span<const uint32_t> lower) {
    if (upper.size() != lower.size() || upper.size() < k_code_cells) return std::nullopt;
    unsigned number = 0;
    for (size_t i = 0; i < k_code_cells; ++i) {
        const auto bit = cell(upper, i);
        const auto opposite = cell(lower, i);
        if (!bit || !opposite || *bit == *opposite) return std::nullopt;
        number = number << 1 | *bit;
    }
    return static_cast<int>(number);
}

} // namespace pufa::bench
