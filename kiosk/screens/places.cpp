#include "kiosk/screens/places.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/map_canvas.h"
#include "kiosk/screens/places_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

// Room for both list and map; below it they take turns.
constexpr float k_both_width = 1300, k_both_height = 700, k_both_tall = 1500;
constexpr float k_panel_share = 0.36f, k_panel_least = 560, k_panel_most = 700;
constexpr float k_map_share = 0.44f; // of a tall screen
constexpr float k_panel_inset = ui::space::s32;

struct Plan {
    Rect all;                 ///< above the dock
    std::optional<Rect> list; ///< the panel
    std::optional<Rect> map;
    Rect chips; ///< where they begin, and how wide they may be
};

bool roomy(const Ui& ui) {
    const auto& layout = ui.layout();
    return layout.portrait()
               ? layout.canvas_height >= k_both_tall
               : layout.canvas_width >= k_both_width && layout.canvas_height >= k_both_height;
}

/// What is to be seen, by what the visitor asked for and what there is room for.
PlacesView view_of(const Ui& ui, const PlacesModel& model) {
    if (!model.scene) return PlacesView::list;
    if (model.view == PlacesView::both && !roomy(ui)) return PlacesView::list;
    return model.view;
}

Plan plan_of(const Ui& ui, PlacesView view) {
    const float side = std::min(ui.layout().margin, k_panel_inset);
    Plan plan;
    plan.all = {0, 0, ui.layout().canvas_width, dock_top(ui)};
    const float toggle = ui.layout().mm(k_normal_mm) + target_gap(ui);
    const float top = side;
    plan.chips = {side, top, plan.all.w - 2 * side - toggle, 0};
    if (view == PlacesView::map) {
        plan.map = plan.all;
        return plan;
    }
    if (view == PlacesView::list) {
        plan.list = Rect{side, top, plan.all.w - 2 * side, plan.all.h - top - ui::space::s16};
        return plan;
    }
    plan.map = plan.all;
    if (ui.layout().portrait()) {
        const float y = plan.all.h * k_map_share;
        plan.map->h = y + ui::radius::sheet;
        plan.list = Rect{side, y, plan.all.w - 2 * side, plan.all.h - y - ui::space::s16};
        return plan;
    }
    const float w = std::clamp(plan.all.w * k_panel_share, k_panel_least, k_panel_most);
    plan.list = Rect{side, top, w, plan.all.h - top - ui::space::s24};
    const float x = plan.list->right() + ui::space::s32;
    plan.chips = {x, top, plan.all.w - side - x - toggle, 0};
    return plan;
}

/// What lies over the map.
MapFrame insets_of(Ui& ui, const Plan& plan, const PlacesModel& model) {
    MapFrame insets;
    insets.top = plan.chips.y + place_chips_height(ui, plan.chips.w, model) + ui::space::s8;
    if (!plan.list) return insets;
    if (ui.layout().portrait())
        insets.bottom = plan.map->bottom() - plan.list->y + ui::space::s8;
    else
        insets.left = plan.list->right() + ui::space::s8;
    return insets;
}

/// From the map to the list alone, in the corner.
Intent draw_to_list(Ui& ui, const Plan& plan) {
    const float side = ui.layout().mm(k_normal_mm);
    const float inset = std::min(ui.layout().margin, k_panel_inset);
    const bool tapped =
        pill(ui, {.id = "places.list",
                  .rect = {plan.all.right() - inset - side, plan.chips.y, side, side},
                  .label = {},
                  .icon = ui::icons::list,
                  .look = PillLook::outlined});
    return tapped ? Intent{ShowPlacesAs{PlacesView::list}} : Intent{};
}

} // namespace

Intent draw_places(ui::Ui& ui, const PlacesModel& model) {
    draw_ground(ui);
    const auto view = view_of(ui, model);
    const Plan plan = plan_of(ui, view);
    Intent intent;
    const auto heard = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    if (plan.map) {
        const MapFrame insets = insets_of(ui, plan, model);
        const std::optional<std::string> district =
            model.district.empty() ? std::nullopt : std::optional{model.district};
        const auto touched = map_canvas(ui, *plan.map, *model.scene, {.demo = model.header.demo},
                                        model.chosen, district, insets);
        if (touched.row) heard(ChoosePlace{*touched.row});
    }
    if (plan.list) {
        ui.shadow(*plan.list, Elevation::middle, ui::radius::sheet);
        ui.fill(*plan.list, Color::card, ui::radius::sheet);
        contrast_edge(ui, *plan.list, ui::radius::sheet);
        PlacesListParts parts{.chips = !plan.map};
        if (!plan.map && model.scene) parts.to_map = roomy(ui) ? PlacesView::both : PlacesView::map;
        heard(draw_places_list(ui, *plan.list, model, parts));
    }
    if (plan.map) {
        const Point at{plan.chips.x, plan.chips.y};
        heard(draw_place_chips(ui, at, plan.chips.w, plan.all, model).intent);
        heard(draw_to_list(ui, plan));
    }
    heard(draw_dock(ui, model.dock));
    if (model.sheet == PlaceSheet::none) return intent;
    return draw_place_sheet(ui, model);
}

} // namespace pufa::screens
