#include "kiosk/screens/frame.h"

#include "kiosk/screens/ornament.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_low = 960, k_shallow = 640, k_tall = 1600;
constexpr float k_shallow_header = 76, k_low_header = 92, k_header = 104, k_tall_header = 124;
constexpr float k_tall_middle = 64;
constexpr float k_logo = 52, k_shallow_logo = 44;
constexpr float k_chip_icon = ui::type::caption;

/// Of the header's foot: lower canvases give it less, tall ones more.
float header_height(const Ui& ui) {
    const float h = ui.layout().canvas_height;
    if (h < k_shallow) return k_shallow_header;
    if (h < k_low) return k_low_header;
    return h >= k_tall ? k_tall_header : k_header;
}

float header_middle(const Ui& ui) {
    const float h = header_height(ui);
    return h > k_header ? k_tall_middle : h * 0.56f;
}

/// What the header shows; what has no room is left out, the least needed first.
struct HeaderWords {
    std::string name, place, day, time;
    std::string demo, fallback; ///< the chips; they always stay
};

const TextStyle k_name = serif(ui::type::title - ui::space::s4, Color::ink);
const TextStyle k_small = regular(ui::type::caption + 2, Color::ink2);
const TextStyle k_time = bold(ui::type::body_large + ui::space::s4, Color::ink);

float fallback_width(Ui& ui, const std::string& words) {
    return chip_width(ui, words) + k_chip_icon + ui::space::s8;
}

float width_of(Ui& ui, const HeaderWords& words) {
    float w = k_logo;
    const auto add = [&](const TextStyle& style, const std::string& what, float before) {
        if (!what.empty()) w += before + ui.text_width(style, what) + 1;
    };
    add(k_name, words.name, ui::space::s24);
    add(k_small, words.place, 2 * ui::space::s24);
    add(k_small, words.day, ui::space::s24);
    add(k_time, words.time, ui::space::s24);
    if (!words.demo.empty()) w += chip_width(ui, words.demo) + ui::space::s24;
    if (!words.fallback.empty()) w += fallback_width(ui, words.fallback) + ui::space::s24;
    return w;
}

HeaderWords header_words(Ui& ui, const HeaderModel& header, float room) {
    HeaderWords words{ui.tr("screens.app_name"), header.place, day_words(ui, header.time),
                      clock_words(header.time),  {},           {}};
    if (header.demo) words.demo = ui.tr("screens.demo");
    if (header.fallback) words.fallback = ui.tr("screens.untranslated");
    for (std::string* least : {&words.place, &words.day, &words.name, &words.time}) {
        if (width_of(ui, words) <= room) break;
        least->clear();
    }
    return words;
}

/// Says that some words on this page are not in the visitor's language.
void fallback_chip(Ui& ui, const Rect& rect, const std::string& words) {
    ui.fill(rect, Color::river_tint, ui::radius::chip);
    contrast_edge(ui, rect, ui::radius::chip);
    const float icon = rect.x + ui::space::s12 + k_chip_icon / 2;
    ui.icon(ui::icons::translate, {icon, rect.center().y}, k_chip_icon, Color::river);
    const float x = icon + k_chip_icon / 2 + ui::space::s8;
    ui.label(bold(ui::type::caption, Color::river_dark), {x, rect.y, rect.right() - x, rect.h},
             words, Align::left);
}

} // namespace

float target_gap(const Ui& ui) {
    return std::max(ui::space::s16, ui.layout().mm(k_gap_mm));
}

Rect content_area(const Ui& ui) {
    const float side = ui.layout().margin;
    const float top = header_height(ui);
    return {side, top, ui.layout().canvas_width - 2 * side, dock_top(ui) - top};
}

bool is_low(const Ui& ui) {
    return ui.layout().canvas_height < k_low;
}

void draw_ground(Ui& ui) {
    ui.fill(ui.layout().screen(), Color::paper);
}

void draw_header(Ui& ui, const HeaderModel& header) {
    const Ui::Still still{ui};
    const float left = ui.layout().margin;
    const float right = ui.layout().canvas_width - left;
    const float middle = header_middle(ui);
    const auto row = [&](float x, float w) {
        return Rect{x, middle - ui::space::s32, w, 2 * ui::space::s32};
    };
    const auto words = header_words(ui, header, right - left);

    const float mark = ui.layout().canvas_height < k_shallow ? k_shallow_logo : k_logo;
    logo(ui, {left, middle - mark / 2, mark, mark});
    float x = left + mark;
    const auto from_left = [&](const TextStyle& style, const std::string& what) {
        if (what.empty()) return;
        x += ui::space::s24;
        const float w = ui.text_width(style, what) + 1;
        ui.label(style, row(x, w), what, Align::left);
        x += w;
    };
    from_left(k_name, words.name);
    if (!words.place.empty()) {
        x += ui::space::s24;
        ui.line({x, middle - ui::space::s16 - 2}, {x, middle + ui::space::s16 + 2}, Color::line, 2);
        from_left(k_small, words.place);
    }

    float end = right;
    const auto from_right = [&](const TextStyle& style, const std::string& what) {
        if (what.empty()) return;
        const float w = ui.text_width(style, what) + 1;
        ui.label(style, row(end - w, w), what, Align::right);
        end -= w + ui::space::s24;
    };
    from_right(k_time, words.time);
    from_right(k_small, words.day);
    const float chip_top = middle - chip_height() / 2;
    if (!words.demo.empty()) {
        const float w = chip_width(ui, words.demo);
        chip(ui, {end - w, chip_top}, words.demo, Color::ink, Color::peel_tint);
        end -= w + ui::space::s24;
    }
    if (!words.fallback.empty()) {
        const float w = fallback_width(ui, words.fallback);
        fallback_chip(ui, {end - w, chip_top, w, chip_height()}, words.fallback);
    }
}

} // namespace pufa::screens
