#pragma once
// Canvas units: the short side of the screen is 1080 (kiosk/ui/layout.h turns them into pixels).

#include <algorithm>
#include <cstdint>

namespace pufa::ui {

struct Point {
    float x = 0;
    float y = 0;
    bool operator==(const Point&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    bool operator==(const Rect&) const = default;
    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point center() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] Rect inset(float by) const { return {x + by, y + by, w - 2 * by, h - 2 * by}; }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
    [[nodiscard]] Rect intersected(const Rect& o) const {
        const float left = std::max(x, o.x);
        const float top = std::max(y, o.y);
        return {left, top, std::max(0.f, std::min(right(), o.right()) - left),
                std::max(0.f, std::min(bottom(), o.bottom()) - top)};
    }
};

/// Whole pixels of the screen.
struct PixelSize {
    int width = 0;
    int height = 0;
    bool operator==(const PixelSize&) const = default;
};
struct PixelRect {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;
    bool operator==(const PixelRect&) const = default;
    [[nodiscard]] bool empty() const { return w <= 0 || h <= 0; }
    [[nodiscard]] int64_t area() const { return int64_t{w} * h; }
    [[nodiscard]] int right() const { return x + w; }
    [[nodiscard]] int bottom() const { return y + h; }
    [[nodiscard]] PixelRect intersected(const PixelRect& o) const {
        const int left = std::max(x, o.x);
        const int top = std::max(y, o.y);
        return {left, top, std::max(0, std::min(right(), o.right()) - left),
                std::max(0, std::min(bottom(), o.bottom()) - top)};
    }
    [[nodiscard]] bool holds(const PixelRect& o) const { return intersected(o) == o; }
};

} // namespace pufa::ui
