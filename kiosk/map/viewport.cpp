#include "kiosk/map/viewport.h"

#include <algorithm>
#include <cmath>

namespace pufa::map {

namespace {

constexpr double k_fit_share = 0.88;       // of the frame that a fitted box fills
constexpr double k_least_share = 0.94;     // of the frame that the whole map fills at the least
constexpr double k_slack = 0.12;           // of the frame that may lie past the map's edge
constexpr double k_most_metres_unit = 4.0; // at the nearest

double fit_scale(const MercatorBox& box, const ui::Rect& frame) {
    constexpr double k_point = 1e-9; // Mercator units
    return std::min(frame.w / std::max(box.width(), k_point),
                    frame.h / std::max(box.height(), k_point));
}

double clamped_center(double at, double least, double most, double half_view) {
    const double from = least + half_view * (1 - 2 * k_slack);
    const double to = most - half_view * (1 - 2 * k_slack);
    return from < to ? std::clamp(at, from, to) : (least + most) / 2;
}

} // namespace

Viewport Viewport::moved(ui::Point by) const {
    Viewport out = *this;
    out.center = {center.x - by.x / scale, center.y - by.y / scale};
    return out;
}

Viewport Viewport::zoomed(double factor, ui::Point around) const {
    const MercatorPoint still = to_map(around);
    Viewport out = *this;
    out.scale = scale * factor;
    out.center = {still.x + (center.x - still.x) / factor, still.y + (center.y - still.y) / factor};
    return out;
}

Limits limits_of(const MercatorBox& bounds, const ui::Rect& frame) {
    const double least = fit_scale(bounds, frame) * k_least_share;
    const double most = metres_per_unit(bounds.center()) / k_most_metres_unit;
    return {bounds, least, std::max(least, most)};
}

Viewport clamped(const Viewport& view, const Limits& limits) {
    Viewport out = view;
    out.scale = std::clamp(view.scale, limits.least_scale, limits.most_scale);
    const auto& [least, most] = limits.bounds;
    out.center.x = clamped_center(view.center.x, least.x, most.x, view.frame.w / out.scale / 2);
    out.center.y = clamped_center(view.center.y, least.y, most.y, view.frame.h / out.scale / 2);
    return out;
}

Viewport fitted(const MercatorBox& box, const ui::Rect& frame, const Limits& limits) {
    return clamped({frame, box.center(), fit_scale(box, frame) * k_fit_share}, limits);
}

Viewport between(const Viewport& from, const Viewport& to, double share) {
    if (share >= 1) return to;
    Viewport out = to;
    out.scale = from.scale * std::pow(to.scale / from.scale, share);
    // In a straight line on screen: as far as the view's width has come.
    const double whole = 1 / to.scale - 1 / from.scale;
    const bool zooms = std::abs(std::log(to.scale / from.scale)) > 1e-3;
    const double way = zooms ? (1 / out.scale - 1 / from.scale) / whole : share;
    out.center = {from.center.x + (to.center.x - from.center.x) * way,
                  from.center.y + (to.center.y - from.center.y) * way};
    return out;
}

} // namespace pufa::map
