#include "kiosk/map/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace pufa::map {

namespace {

/// What is taken, by squares of the area, so that a look costs what is near.
class Taken {
  public:
    explicit Taken(const ui::Rect& area)
        : m_area(area)
        , m_columns(std::max(1, cells(area.w)))
        , m_rows(std::max(1, cells(area.h)))
        , m_cells(static_cast<size_t>(m_columns) * static_cast<size_t>(m_rows)) {}

    void add(const ui::Rect& rect) {
        each_cell(rect, [&](std::vector<ui::Rect>& cell) {
            cell.push_back(rect);
            return true;
        });
    }
    [[nodiscard]] bool free(const ui::Rect& rect) {
        return each_cell(rect, [&](const std::vector<ui::Rect>& cell) {
            return std::none_of(cell.begin(), cell.end(), [&](const ui::Rect& other) {
                return !other.intersected(rect).empty();
            });
        });
    }

  private:
    static constexpr float k_cell = 96;
    static int cells(float length) { return static_cast<int>(std::ceil(length / k_cell)); }

    template <class Visit>
    bool each_cell(const ui::Rect& rect, Visit&& visit) {
        const auto index = [](float at, int count) {
            return static_cast<int>(
                std::clamp(std::floor(at / k_cell), 0.f, static_cast<float>(count - 1)));
        };
        const int left = index(rect.x - m_area.x, m_columns);
        const int right = index(rect.right() - m_area.x, m_columns);
        const int bottom = index(rect.bottom() - m_area.y, m_rows);
        for (int y = index(rect.y - m_area.y, m_rows); y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                auto& cell = m_cells[static_cast<size_t>(y) * static_cast<size_t>(m_columns) +
                                     static_cast<size_t>(x)];
                if (!visit(cell)) return false;
            }
        }
        return true;
    }

    ui::Rect m_area;
    int m_columns;
    int m_rows;
    std::vector<std::vector<ui::Rect>> m_cells;
};

/// Around a point, nearest first: in the middle, above, below, beside, then further out.
std::optional<ui::Rect> find_place(const LabelWish& wish, Taken& taken, const ui::Rect& area) {
    constexpr std::array<ui::Point, 8> ways{{{0, -1},
                                             {0, 1},
                                             {-1, 0},
                                             {1, 0},
                                             {-0.7f, -0.7f},
                                             {0.7f, -0.7f},
                                             {-0.7f, 0.7f},
                                             {0.7f, 0.7f}}};
    const auto rect_at = [&](float dx, float dy) {
        return ui::Rect{wish.at.x + dx - wish.width / 2, wish.at.y + dy - wish.height / 2,
                        wish.width, wish.height};
    };
    const auto fits = [&](const ui::Rect& rect) {
        return rect.x >= area.x && rect.y >= area.y && rect.right() <= area.right() &&
               rect.bottom() <= area.bottom() && taken.free(rect);
    };
    if (const auto middle = rect_at(0, 0); fits(middle)) return middle;
    const auto stays = [&](const ui::Rect& rect) {
        return wish.within.empty() || wish.within.contains(rect.center());
    };
    const float step = wish.height / 2;
    for (float away = step; step > 0 && away <= wish.may_move; away += step) {
        for (const auto& way : ways) {
            const auto rect = rect_at(way.x * away, way.y * away);
            if (stays(rect) && fits(rect)) return rect;
        }
    }
    return std::nullopt;
}

} // namespace

std::vector<PlacedLabel> place_labels(std::span<const LabelWish> wishes,
                                      std::span<const ui::Rect> taken, const ui::Rect& area) {
    std::vector<PlacedLabel> placed;
    if (area.empty()) return placed;
    Taken all{area};
    for (const auto& rect : taken) {
        if (!rect.intersected(area).empty()) all.add(rect);
    }
    for (size_t i = 0; i < wishes.size(); ++i) {
        const auto rect = find_place(wishes[i], all, area);
        if (!rect) continue;
        all.add(*rect);
        placed.push_back({i, *rect});
    }
    return placed;
}

} // namespace pufa::map
