#pragma once
// The number that every picture of a bench's clip carries (picture_code.py draws it), read from two
// rows of the screen: 16 cells of the number above 16 cells of its complement.

#include <cstdint>
#include <optional>
#include <span>

namespace pufa::bench {

constexpr int k_code_cells = 16;
/// Of a screen of 1920×1080: the code's width, and the middles of its two rows.
constexpr int k_code_width = 512;
constexpr int k_code_upper = 6, k_code_lower = 18;

/// Pixels are 0x00RRGGBB, both rows of the same length. None if a cell is neither black nor white,
/// or if the lower row is not the complement: no picture, or two torn into each other.
[[nodiscard]] std::optional<int> read_code(std::span<const uint32_t> upper,
                                           std::span<const uint32_t> lower);

} // namespace pufa::bench
