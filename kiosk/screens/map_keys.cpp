// The keys of the map and the note that is always on it.

#include "kiosk/screens/map_parts.h"

#include <algorithm>

namespace pufa::screens::map_parts {

namespace {

constexpr float k_key_icon = 40;
constexpr float k_note_alpha = 0.9f;
constexpr float k_rule = 2;

TextStyle note_style() {
    return regular(ui::type::caption, Color::ink2, k_title_line);
}

std::string note_words(const Ui& ui, const map::Scene& scene, const MapCanvasWords& words) {
    std::string note;
    if (const auto* base = scene.base()) {
        note = base->schematic() ? ui.tr("map.schematic")
                                 : ui.tr("map.approval", {{"number", base->about().approval}});
    }
    if (!words.demo) return note;
    return note.empty() ? ui.tr("map.demo") : note + " · " + ui.tr("map.demo");
}

Rect place_note(Ui& ui, const Rect& frame, std::string_view words) {
    if (words.empty()) return {};
    using ui::space::s16, ui::space::s8;
    const float most = frame.w - 2 * s16 - 2 * s16;
    const auto& paragraph = ui.paragraph(note_style(), most, words);
    const float width = paragraph.width + 2 * s16;
    const float height = paragraph.height + 2 * s8;
    return {frame.right() - s16 - width, frame.bottom() - s16 - height, width, height};
}

void key(Ui& ui, std::string_view id, const Rect& rect, char32_t icon, bool enabled) {
    const Rect face = pressed_rect(ui, id, rect);
    ui.icon(icon, face.center(), k_key_icon * face.w / rect.w,
            enabled ? Color::river_dark : Color::sea);
}

void ground(Ui& ui, const Rect& rect, float corner) {
    ui.shadow(rect, Elevation::middle, corner);
    ui.fill(rect, Color::card, corner);
    contrast_edge(ui, rect, corner);
}

} // namespace

std::vector<Rect> Keys::rects() const {
    std::vector<Rect> all{pill};
    if (!here.empty()) all.push_back(here);
    if (!note.empty()) all.push_back(note);
    return all;
}

Keys place_keys(Ui& ui, const Rect& frame, const map::Scene& scene, const MapCanvasWords& words) {
    Keys keys;
    keys.words = note_words(ui, scene, words);
    keys.note = place_note(ui, frame, keys.words);
    const float side = ui.layout().mm(k_normal_mm) + ui::space::s8;
    const float gap = ui.layout().mm(k_gap_mm);
    const float margin = ui::space::s24;
    const float foot = (keys.note.empty() ? frame.bottom() : keys.note.y) - margin;
    const bool go_here = scene.here().has_value();
    const float column = 2 * side + gap + (go_here ? gap + side : 0);
    if (foot - column - margin >= frame.y) {
        const float x = frame.right() - margin - side;
        float y = foot;
        if (go_here) {
            y -= side;
            keys.here = {x, y, side, side};
            y -= gap;
        }
        keys.minus = {x, y - side, side, side};
        keys.plus = {x, y - 2 * side - gap, side, side};
        keys.pill = {x, keys.plus.y, side, 2 * side + gap};
        return keys;
    }
    // Side by side where the frame is low.
    const float y = foot - side;
    float x = frame.right() - margin;
    if (go_here) {
        x -= side;
        keys.here = {x, y, side, side};
        x -= gap;
    }
    keys.plus = {x - side, y, side, side};
    keys.minus = {x - 2 * side - gap, y, side, side};
    keys.pill = {keys.minus.x, y, 2 * side + gap, side};
    return keys;
}

KeyTouched draw_keys(const Canvas& canvas, const Keys& keys) {
    Ui& ui = canvas.ui;
    const auto& view = canvas.sight.view;
    if (!keys.note.empty()) {
        ui.fill(keys.note, Color::white, ui::radius::chip, k_note_alpha);
        contrast_edge(ui, keys.note, ui::radius::chip);
        ui.text(note_style(), {keys.note.x + ui::space::s16, keys.note.y + ui::space::s8},
                keys.note.w - 2 * ui::space::s16 + 1, keys.words);
    }
    constexpr double k_end = 1e-3; // of the scale, that rounding leaves
    const bool nearer = view.scale < canvas.limits.most_scale * (1 - k_end);
    const bool farther = view.scale > canvas.limits.least_scale * (1 + k_end);
    const float corner = std::min(keys.pill.w, keys.pill.h) / 2;
    auto touched = KeyTouched::none;
    ground(ui, keys.pill, corner);
    const Point middle = keys.pill.center();
    const float half = corner / 2;
    if (keys.pill.h > keys.pill.w)
        ui.line({middle.x - half, middle.y}, {middle.x + half, middle.y}, Color::line, k_rule);
    else
        ui.line({middle.x, middle.y - half}, {middle.x, middle.y + half}, Color::line, k_rule);
    if (ui.target("map.plus", keys.plus, nearer)) touched = KeyTouched::plus;
    if (ui.target("map.minus", keys.minus, farther)) touched = KeyTouched::minus;
    key(ui, "map.plus", keys.plus, ui::icons::plus, nearer);
    key(ui, "map.minus", keys.minus, ui::icons::minus, farther);
    if (!keys.here.empty()) {
        ground(ui, keys.here, keys.here.w / 2);
        if (ui.target("map.here", keys.here)) touched = KeyTouched::here;
        key(ui, "map.here", keys.here, ui::icons::here, true);
    }
    return touched;
}

} // namespace pufa::screens::map_parts
