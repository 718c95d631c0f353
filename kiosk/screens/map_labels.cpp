// The names on the map.

#include "kiosk/map/labels.h"
#include "kiosk/screens/map_parts.h"

namespace pufa::screens::map_parts {

namespace {

/// Towns are named where a canvas unit is no more than so many metres.
constexpr double k_town_metres = 85;
constexpr float k_halo = 3;
constexpr float k_district_edge = 0.15f;                     // of its extent
constexpr float k_room = 6;                                  // around a name
constexpr float k_district_moves = 4.f, k_town_moves = 1.5f; // heights

struct Name {
    const std::string* words;
    TextStyle style;
};

} // namespace

void draw_labels(const Canvas& canvas, const std::vector<Rect>& taken) {
    const auto* base = canvas.scene.base();
    if (!base) return;
    Ui& ui = canvas.ui;
    const auto& view = canvas.sight.view;
    std::vector<Name> names;
    std::vector<map::LabelWish> wishes;
    const auto wish = [&](const map::BaseMap::Name& name, TextStyle style, float moves,
                          const Rect& within) {
        style.halo = k_halo;
        const Point at = view.to_canvas(name.at);
        if (!canvas.frame.contains(at)) return;
        const std::string& words = name.words->in(ui.language());
        const float height = style.size * style.line_height;
        names.push_back({&words, style});
        wishes.push_back(
            {at, ui.text_width(style, words) + 2 * k_room, height, moves * height, within});
    };
    for (size_t i = 0; i < base->districts().size(); ++i) {
        // A name beside its district would name another.
        const auto box = base->bounds_of(base->about().districts[i].code).value_or(base->bounds());
        const Point from = view.to_canvas(box.least), to = view.to_canvas(box.most);
        const float aside_x = (to.x - from.x) * k_district_edge;
        const float aside_y = (to.y - from.y) * k_district_edge;
        wish(base->districts()[i], bold(ui::type::body_large, Color::ink), k_district_moves,
             {from.x + aside_x, from.y + aside_y, to.x - from.x - 2 * aside_x,
              to.y - from.y - 2 * aside_y});
    }
    if (map::metres_per_unit(view.center) / view.scale <= k_town_metres) {
        for (const auto& town : base->towns_in(view.seen(canvas.frame)))
            wish(town, bold(ui::type::caption, Color::ink), k_town_moves, {});
    }
    const Rect room = canvas.frame.inset(ui::space::s8);
    for (const auto& placed : map::place_labels(wishes, taken, room)) {
        const auto& name = names[placed.wish];
        // A hair wider than measured, or rounding would clamp it.
        const Rect rect{placed.rect.x, placed.rect.y, placed.rect.w + 1, placed.rect.h};
        ui.label(name.style, rect, *name.words);
    }
}

} // namespace pufa::screens::map_parts
