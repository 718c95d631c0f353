#include "kiosk/screens/map_canvas.h"

#include "kiosk/screens/map_parts.h"

#include <algorithm>
#include <any>
#include <cmath>

namespace pufa::screens {

namespace {

using namespace map_parts;

constexpr double k_key_zoom = 2;
/// A tapped cluster comes nearer by this at least.
constexpr double k_least_zoom = 1.6;
/// What one sees around oneself, metres each way.
constexpr double k_here_metres = 5'000;
constexpr float k_comfort_share = 0.12f; ///< of the frame's sides: what is chosen stays off them
/// Of one place: more have their list.
constexpr size_t k_most_members = 4'000, k_most_fanned = 19;
constexpr auto k_flight_span = ui::motion::page;

Sight& kept_sight(Ui& ui) {
    auto& kept = ui.memory().kept["map"];
    if (!std::any_cast<Sight>(&kept)) kept = Sight{};
    return *std::any_cast<Sight>(&kept);
}

void fly(Ui& ui, Sight& sight, const map::Viewport& to, const map::Limits& limits) {
    const float begun = ui.tween("map.flight", sight.flights, k_flight_span);
    sight.flights += 1;
    sight.flight = {sight.view, clamped(to, limits), begun};
    sight.untouched = false;
    sight.fan.reset();
    // From now on the tween runs, and says that frames are wanted.
    (void)ui.tween("map.flight", sight.flights, k_flight_span);
}

/// Where a flight is by now.
void fly_on(Ui& ui, Sight& sight) {
    const float at = ui.tween("map.flight", sight.flights, k_flight_span);
    if (!sight.flight) return;
    const auto& flight = *sight.flight;
    const float share = (at - flight.begun) / (sight.flights - flight.begun);
    sight.view = between(flight.from, flight.to, share);
    if (share >= 1) sight.flight.reset();
}

void fit_frame(const Canvas& canvas) {
    Sight& sight = canvas.sight;
    if (sight.view.frame == canvas.view) return;
    sight.flight.reset();
    sight.fan.reset();
    if (sight.untouched) {
        sight.view = fitted(canvas.scene.bounds(), canvas.view, canvas.limits);
        return;
    }
    sight.view.frame = canvas.view;
    sight.view = clamped(sight.view, canvas.limits);
}

void follow_fingers(const Canvas& canvas) {
    const auto pan = canvas.ui.pan_area("map", canvas.area);
    if (pan.by == Point{} && pan.factor == 1) return;
    Sight& sight = canvas.sight;
    sight.flight.reset();
    sight.fan.reset();
    sight.untouched = false;
    const double factor = static_cast<double>(pan.factor);
    sight.view = clamped(sight.view.moved(pan.by).zoomed(factor, pan.center), canvas.limits);
}

/// Another filter gives rows to other places.
void check_fan(const Canvas& canvas) {
    auto& fan = canvas.sight.fan;
    if (!fan) return;
    const bool same = std::all_of(fan->rows.begin(), fan->rows.end(), [&](size_t row) {
        const auto spot = canvas.scene.spot_of(row);
        return spot && fan->box.meets({spot->at, spot->at});
    });
    if (!same) fan.reset();
}

void follow_page(const Canvas& canvas, std::optional<size_t> selected,
                 const std::optional<std::string>& district) {
    Sight& sight = canvas.sight;
    if (sight.district != district) {
        sight.district = district;
        const auto* base = canvas.scene.base();
        const auto box = district && base ? base->bounds_of(*district) : std::nullopt;
        fly(canvas.ui, sight,
            fitted(box.value_or(canvas.scene.bounds()), canvas.view, canvas.limits), canvas.limits);
    }
    if (sight.selected == selected) return;
    sight.selected = selected;
    const auto spot = selected ? canvas.scene.spot_of(*selected) : std::nullopt;
    if (!spot) return;
    const float off = std::min(canvas.view.w, canvas.view.h) * k_comfort_share;
    const auto& view = sight.flight ? sight.flight->to : sight.view;
    if (canvas.view.inset(off).contains(view.to_canvas(spot->at))) return;
    auto there = view;
    there.center = spot->at;
    fly(canvas.ui, sight, there, canvas.limits);
}

void go_here(const Canvas& canvas) {
    const auto& here = canvas.scene.here();
    if (!here) return;
    const double reach = k_here_metres / map::metres_per_unit(*here);
    const map::MercatorBox box = map::grown({*here, *here}, reach);
    auto to = fitted(box, canvas.view, canvas.limits);
    to.scale = std::max(to.scale, canvas.sight.view.scale);
    to.center = *here;
    fly(canvas.ui, canvas.sight, to, canvas.limits);
}

/// Comes so near that its members part; those that never do are fanned out.
void open_cluster(const Canvas& canvas, const map::Cluster& cluster) {
    const auto members = canvas.scene.spots_in(cluster.box, k_most_members);
    if (members.empty()) return;
    map::MercatorBox box{members.front().at, members.front().at};
    for (const auto& member : members)
        map::include(box, member.at);
    Sight& sight = canvas.sight;
    const double apart = marker_spacing(canvas.ui);
    const double widest = std::max(box.width(), box.height());
    const bool parts = widest * canvas.limits.most_scale >= apart;
    const bool nearest = sight.view.scale >= canvas.limits.most_scale * (1 - 1e-3);
    if (!parts || nearest) {
        sight.fan = Sight::Fan{cluster.at, box, {}};
        for (const auto& member : members)
            if (sight.fan->rows.size() < k_most_fanned)
                sight.fan->rows.push_back(member.marker->row);
        std::sort(sight.fan->rows.begin(), sight.fan->rows.end());
        return;
    }
    auto to = fitted(box, canvas.view.inset(static_cast<float>(apart)), canvas.limits);
    to.frame = canvas.view;
    to.scale = std::max(to.scale, sight.view.scale * k_least_zoom);
    fly(canvas.ui, sight, to, canvas.limits);
}

void answer(const Canvas& canvas, KeyTouched key, const Touched& touched) {
    Sight& sight = canvas.sight;
    const auto& view = sight.flight ? sight.flight->to : sight.view;
    if (key == KeyTouched::plus)
        fly(canvas.ui, sight, view.zoomed(k_key_zoom, canvas.view.center()), canvas.limits);
    else if (key == KeyTouched::minus)
        fly(canvas.ui, sight, view.zoomed(1 / k_key_zoom, canvas.view.center()), canvas.limits);
    else if (key == KeyTouched::here)
        go_here(canvas);
    else if (touched.cluster)
        open_cluster(canvas, *touched.cluster);
    else if (touched.fan_shut || touched.row)
        sight.fan.reset();
}

} // namespace

MapTouched map_canvas(Ui& ui, const Rect& area, const map::Scene& scene,
                      const MapCanvasWords& words, std::optional<size_t> selected_row,
                      const std::optional<std::string>& zoom_to_district, const MapFrame& insets) {
    const Rect frame{area.x + insets.left, area.y + insets.top,
                     std::max(1.f, area.w - insets.left - insets.right),
                     std::max(1.f, area.h - insets.top - insets.bottom)};
    const Keys keys = place_keys(ui, frame, scene, words);
    auto view = frame;
    if (!keys.note.empty()) view.h = std::max(1.f, keys.note.y - frame.y);
    const Canvas canvas{
        ui, area, frame, view, scene, map::limits_of(scene.bounds(), view), kept_sight(ui)};
    fit_frame(canvas);
    fly_on(ui, canvas.sight);
    follow_fingers(canvas);
    follow_page(canvas, selected_row, zoom_to_district);
    check_fan(canvas);

    ui.push_clip(area);
    draw_base(canvas);
    draw_here(canvas);
    std::vector<Rect> taken = keys.rects();
    if (scene.here()) {
        const Point at = canvas.sight.view.to_canvas(*scene.here());
        const float r = marker_radius(ui);
        taken.push_back({at.x - r, at.y - r, 2 * r, 2 * r});
    }
    const Touched touched = draw_markers(canvas, keys, taken);
    draw_labels(canvas, taken);
    const auto key = draw_keys(canvas, keys);
    ui.pop_clip();
    answer(canvas, key, touched);
    return {touched.row};
}

} // namespace pufa::screens
