#include "kiosk/raster/coverage.h"

#include <algorithm>
#include <climits>
#include <cmath>

namespace pufa::raster {
namespace {

constexpr int k_corner_bits = 8;
/// Beyond those of a corner, while an edge is followed: over 4,096 rows its place is wrong by less
/// than 1/256 of a pixel.
constexpr int k_more_bits = 20;
constexpr int k_bits = k_corner_bits + k_more_bits;
constexpr float k_farthest = 1 << 30; ///< in 1/256 of a pixel

int32_t rounded(float pixels) {
    const float scaled = pixels * (1 << k_corner_bits);
    if (!(scaled > -k_farthest)) return -(1 << 30);
    if (!(scaled < k_farthest)) return 1 << 30;
    return static_cast<int32_t>(std::lrint(scaled));
}

/// The first row (or column) whose middle is at or beyond an edge, in 1/256 of a pixel.
int first_row(int32_t edge) {
    return (edge + (1 << (k_corner_bits - 1)) - 1) >> k_corner_bits;
}

} // namespace

Corner corner_at(float x, float y) {
    return {rounded(x), rounded(y)};
}

void Coverage::find(std::span<const Corner> corners, const ui::PixelRect& clip) {
    int32_t highest = INT32_MAX;
    int32_t lowest = INT32_MIN;
    for (const auto& corner : corners) {
        highest = std::min(highest, corner.y);
        lowest = std::max(lowest, corner.y);
    }
    m_top = m_bottom = clip.y;
    if (corners.size() < 3 || clip.empty()) return;
    m_top = std::max(clip.y, first_row(highest));
    m_bottom = std::max(m_top, std::min(clip.bottom(), first_row(lowest)));
    m_rows.assign(static_cast<size_t>(m_bottom - m_top), {INT_MAX, INT_MIN});
    if (m_rows.empty()) return;
    for (size_t i = 0; i < corners.size(); ++i)
        follow(corners[i], corners[i + 1 < corners.size() ? i + 1 : 0]);
    for (auto& row : m_rows)
        row = {std::max(row.first, clip.x), std::min(row.end, clip.right())};
}

void Coverage::find_rectangle(Corner top_left, Corner bottom_right, const ui::PixelRect& clip) {
    m_top = std::max(clip.y, first_row(top_left.y));
    m_bottom = std::max(m_top, std::min(clip.bottom(), first_row(bottom_right.y)));
    m_rows.assign(static_cast<size_t>(m_bottom - m_top),
                  {std::max(clip.x, first_row(top_left.x)),
                   std::min(clip.right(), first_row(bottom_right.x))});
}

/// For each row that the edge crosses: the first pixel whose middle is at or right of it.
void Coverage::follow(Corner from, Corner to) {
    if (from.y > to.y) std::swap(from, to);
    const int first = std::max(m_top, first_row(from.y));
    const int end = std::min(m_bottom, first_row(to.y));
    if (first >= end) return;
    const int64_t step = (int64_t{to.x} - from.x) * (int64_t{1} << k_more_bits) /
                         (int64_t{to.y} - from.y); // to the right, a 256th of a row further down
    const int64_t down =
        int64_t{first} * (1 << k_corner_bits) + (1 << (k_corner_bits - 1)) - from.y;
    int64_t x = int64_t{from.x} * (int64_t{1} << k_more_bits) + down * step;
    constexpr int64_t k_to_middle = (int64_t{1} << (k_bits - 1)) - 1;
    for (int y = first; y < end; ++y) {
        const auto pixel = static_cast<int>((x + k_to_middle) >> k_bits);
        auto& row = m_rows[static_cast<size_t>(y - m_top)];
        row.first = std::min(row.first, pixel);
        row.end = std::max(row.end, pixel);
        x += step * (1 << k_corner_bits);
    }
}

} // namespace pufa::raster
