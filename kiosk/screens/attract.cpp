#include "kiosk/screens/attract.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr float k_clip_shape = 9.f / 16; // height by width
constexpr float k_tall_art = 0.615f;     // of the height, in portrait
constexpr float k_logo = 56;
// Of the art's height over which it gets dark, and how dark behind the title and at the foot.
constexpr float k_dusk = 0.24f, k_dim = 0.62f, k_drawn_dim = 0.2f, k_dark = 0.95f;
constexpr float k_pill_width = 800, k_pill_wide = 640, k_pill_high = 170, k_pill_low = 132;
constexpr float k_tall_canvas = 1920, k_long_canvas = 1080; // what the spaces are measured on
// In portrait, from the foot up: what ends where, and how high it is.
constexpr float k_foot_end = 104, k_foot_line = 44, k_above_foot = 84, k_above_names = 64,
                k_offer_line = 56, k_under_art = 24, k_under_title = 64, k_tall_title = 400;
// The same in landscape.
constexpr float k_long_foot_end = 76, k_long_foot_line = 40, k_above_long_foot = 32,
                k_above_row = 20, k_above_start = 40, k_long_offer = 44, k_long_title = 300;
constexpr float k_shallow = 640;
constexpr float k_shallow_head = 48, k_tall_head = 84, k_head = 72; // their middles
constexpr float k_head_dusk = 320, k_head_dark = 0.95f;
constexpr float k_name_mm = 40; // how wide a language's name may be touched
constexpr float k_name_gap = ui::space::s24;
constexpr float k_beside_least = 1100; // content width: languages beside the golden place

/// Where everything stands; the same sums for both shapes of screen.
struct Places {
    Rect art;   ///< sky and towers, or the clip
    Rect clip;  ///< within it; as large as it may be in its own shape
    Rect title; ///< stands on its foot
    Rect offer, start, names, foot;
    Align align = Align::center;
};

/// One below the other, all in the middle.
Places upright(const Ui& ui) {
    const auto& layout = ui.layout();
    const Rect canvas = layout.canvas();
    const float margin = layout.margin;
    const float size = std::clamp(canvas.h / k_tall_canvas, 0.55f, 1.f);
    const float w = canvas.w - 2 * margin;
    Places at;
    at.foot = {margin, canvas.h - k_foot_end * size, w, k_foot_line};
    const float names_h = layout.mm(k_normal_mm);
    at.names = {margin, at.foot.y - k_above_foot * size - names_h, w, names_h};
    const float start_w = std::min(k_pill_width, w);
    const float start_h = std::max(layout.mm(k_primary_mm), k_pill_high * size);
    at.start = {canvas.center().x - start_w / 2, at.names.y - k_above_names * size - start_h,
                start_w, start_h};
    at.offer = {margin, at.start.y - k_offer_line * (size + 1), w, k_offer_line};
    const float art_h = std::min(canvas.h * k_tall_art, at.offer.y - k_under_art * size);
    at.art = {0, layout.screen().y, canvas.w, art_h - layout.screen().y};
    const float clip_h = std::min(art_h, canvas.w * k_clip_shape);
    at.clip = {0, art_h - clip_h, canvas.w, clip_h};
    at.title = {margin, art_h - (k_tall_title + k_under_title) * size, w, k_tall_title * size};
    at.align = Align::left;
    return at;
}

float head_middle(const Ui& ui) {
    if (ui.layout().canvas_height < k_shallow) return k_shallow_head;
    return ui.layout().portrait() ? k_tall_head : k_head;
}

/// The words at the left, over the foot of the clip.
Places lengthwise(const Ui& ui) {
    const auto& layout = ui.layout();
    const Rect canvas = layout.canvas();
    const float margin = layout.margin;
    const float size = std::clamp(canvas.h / k_long_canvas, 0.5f, 1.f);
    const float w = canvas.w - 2 * margin;
    Places at;
    at.align = Align::left;
    at.foot = {margin, canvas.h - k_long_foot_end * size, w, k_long_foot_line};
    const float names_h = layout.mm(k_normal_mm);
    const float start_h = std::max(layout.mm(k_primary_mm), k_pill_low * size);
    const float above_foot = at.foot.y - k_above_long_foot * size;
    if (w >= k_beside_least) {
        const float start_w = std::min(k_pill_wide, w * 0.4f);
        at.start = {margin, above_foot - start_h, start_w, start_h};
        const float x = at.start.right() + ui::space::s64;
        at.names = {x, at.start.center().y - names_h / 2, margin + w - x, names_h};
    } else {
        at.names = {margin, above_foot - names_h, w, names_h};
        at.start = {margin, at.names.y - k_above_row * size - start_h, std::min(k_pill_wide, w),
                    start_h};
    }
    at.offer = {margin, at.start.y - k_above_start * size - k_long_offer, w, k_long_offer};
    const float title_end = at.offer.y - k_above_row * size;
    const float title_h =
        std::min(k_long_title * size, title_end - head_middle(ui) - ui::space::s48);
    at.title = {margin, title_end - title_h, w * 0.86f, title_h};
    at.art = layout.screen();
    at.clip = canvas;
    return at;
}

constexpr float k_moon_most = 0.21f, k_slender = 0.6f;

/// The watchtowers at night before a golden moon; shares of the area's width and height. `slender`:
/// of their width, where the area is low.
void night_scene(Ui& ui, const Rect& area, const Rect& sky, float slender = 1) {
    struct Standing {
        float x, width, height, near;
    };
    constexpr std::array<Standing, 4> towers{{{0.125f, 0.139f, 0.604f, 0.26f},
                                              {0.343f, 0.186f, 0.732f, 0.4f},
                                              {0.565f, 0.129f, 0.6f, 0.26f},
                                              {0.783f, 0.212f, 0.805f, 0.58f}}};
    ui.fill(sky, Color::river_dark);
    ui.push_clip(sky);
    ui.circle({area.x + area.w * 0.741f, area.y + area.h * 0.212f},
              std::min(area.w * 0.111f, area.h * k_moon_most), Color::gold, 0.92f);
    for (const auto& one : towers) {
        const Point stands{area.x + one.x * area.w, area.bottom()};
        const float w = one.width * area.w * slender;
        const float h = one.height * area.h;
        // Nothing shines through a tower.
        tower(ui, stands, w, h, {Color::river_dark, 1, Color::river_dark, 1});
        tower(ui, stands, w, h, {Color::aqua, one.near, Color::snow, one.near + 0.1f});
    }
    ui.pop_clip();
}

/// As large as its place allows; two lines, three where it is narrow.
struct Title {
    TextStyle style;
    std::string lines;
    int most = 2;
    float height = 0;
};

Title set_title(Ui& ui, const Places& at, const std::string& words) {
    Title title;
    title.most = ui.layout().portrait() ? 3 : 2;
    const auto most = static_cast<float>(title.most);
    for (const float size : {ui::type::display * 1.17f, ui::type::display, ui::type::headline,
                             ui::type::title, ui::type::body_large}) {
        title.style = serif(size, Color::white, k_title_line);
        const bool parted = words.find('\n') != words.npos;
        title.lines = parted ? words : in_phrases(ui, title.style, at.title.w, words);
        const float h = ui.text_height(title.style, at.title.w, title.lines);
        if (h <= at.title.h && h < (most + 0.5f) * size * k_title_line) break;
    }
    title.height = ui.text_height(title.style, at.title.w, title.lines, title.most);
    return title;
}

/// The clip lies beneath all that is drawn, so nothing is painted where it is to be seen.
void art(Ui& ui, const Places& at, float words_top, const AttractModel& model) {
    const Rect screen = ui.layout().screen();
    const bool tall = ui.layout().portrait();
    if (model.plays) {
        ui.video_hole(at.clip);
        const Rect above{0, screen.y, screen.w, at.clip.y - screen.y};
        // They stand on the film: cut off by it they would seem to lie behind a wall.
        const float head = head_middle(ui) + k_logo;
        if (above.h > 0) night_scene(ui, {0, head, at.art.w, at.clip.y - head}, above, k_slender);
        ui.fill({0, at.clip.bottom(), screen.w, screen.bottom() - at.clip.bottom()}, Color::night);
    } else {
        const float h = at.art.bottom();
        const Rect area =
            tall ? Rect{0, 0, at.art.w, h} : Rect{at.art.w - h * 0.98f, 0, h * 0.98f, h};
        night_scene(ui, area, at.art);
        ui.fill({0, at.art.bottom(), screen.w, screen.bottom() - at.art.bottom()}, Color::night);
    }
    // Words are read on the dark foot of the picture; what is drawn is dark enough by itself.
    const float bottom = at.art.bottom();
    const float dim = model.plays ? k_dim : k_drawn_dim;
    const float top = std::max(words_top - bottom * k_dusk, std::max(0.f, at.clip.y));
    ui.scrim({0, top, screen.w, words_top - top}, Color::night, 0, dim);
    ui.scrim({0, words_top, screen.w, bottom - words_top}, Color::night, dim, tall ? 1.f : k_dark);
    if (model.plays && at.clip.y < ui::space::s96)
        ui.scrim({0, at.clip.y, screen.w, k_head_dusk}, Color::night, k_head_dark, 0);
}

/// Whose kiosk this is, and what must be said of what is seen.
void head(Ui& ui, const AttractModel& model) {
    const auto& layout = ui.layout();
    const float margin = layout.margin;
    const float middle = head_middle(ui);
    logo(ui, {margin, middle - k_logo / 2, k_logo, k_logo});
    float end = layout.canvas_width - margin;
    const auto mark = [&](std::string_view key, Color ink, Color ground) {
        const std::string& words = ui.tr(key);
        end -= chip_width(ui, words);
        chip(ui, {end, middle - chip_height() / 2}, words, ink, ground);
        end -= ui::space::s16;
    };
    // On a tall panel it stands on the clip itself, which begins beneath the head.
    if (model.ai_generated && model.plays && !layout.portrait())
        mark("screens.ai_generated", Color::ink, Color::white);
    if (model.demo) mark("screens.demo", Color::ink, Color::peel_tint);
    // What must be said goes before the name.
    const auto style = serif(ui::type::title - ui::space::s4, Color::snow);
    const std::string& name = ui.tr("screens.app_name");
    const float x = margin + k_logo + ui::space::s24;
    const float w = ui.text_width(style, name) + 1;
    if (x + w <= end)
        ui.label(style, {x, middle - ui::space::s32, w, 2 * ui::space::s32}, name, Align::left);
}

void golden_place(Ui& ui, const Rect& rect) {
    const Rect shown = pressed_rect(ui, "attract.wake", rect);
    ui.fill(shown, Color::gold, shown.h / 2);
    const std::string& words = ui.tr("screens.attract.start");
    const float most = shown.w - 2 * ui::space::s48;
    TextStyle style;
    float icon = 0;
    for (const float size : {ui::type::headline, ui::type::title, ui::type::body_large}) {
        style = bold(size, Color::ink);
        icon = size * k_icon_em;
        if (ui.text_width(style, words) + icon + ui::space::s24 <= most && size * 1.6f < shown.h)
            break;
    }
    const float w = ui.text_width(style, words) + 1;
    const float x = shown.center().x - (w + icon + ui::space::s24) / 2;
    ui.icon(ui::icons::touch_app, {x + icon / 2, shown.center().y}, icon, Color::ink);
    ui.label(style, {x + icon + ui::space::s24, shown.y, w, shown.h}, words, Align::left);
}

Intent languages(Ui& ui, const Rect& row, Align align) {
    Intent intent;
    const auto count = static_cast<float>(model::k_languages.size());
    const float gaps = k_name_gap * (count - 1);
    const float most = (row.w - gaps) / count;
    TextStyle style;
    float widest = 0;
    for (const float size : {ui::type::title, ui::type::body_large, ui::type::body}) {
        style = regular(size, Color::snow, k_title_line);
        widest = 0;
        for (const auto language : model::k_languages)
            widest = std::max(widest,
                              ui.text_width(style, strings::text(language, "screens.look.name")));
        if (widest + 2 * k_name_gap <= most) break;
    }
    const float w = std::min(most, std::max(widest + 2 * k_name_gap, ui.layout().mm(k_name_mm)));
    float x = align == Align::left ? row.x : row.center().x - (w * count + gaps) / 2;
    bool first = true;
    for (const auto language : model::k_languages) {
        if (!first)
            ui.fill(
                {x - k_name_gap / 2 - 1, row.center().y - ui::type::title / 2, 2, ui::type::title},
                Color::snow2, 1, 0.5f);
        first = false;
        const std::string id = "attract.language." + std::string{model::tag(language)};
        const Rect name{x, row.y, w, row.h};
        if (ui.target(id, name)) intent = Wake{language};
        ui.fill(name, Color::snow, name.h / 2, 0.2f * ui.pressed(id));
        if (ui.look().theme == ui::Theme::high_contrast)
            ui.outline(name, Color::snow, 2, name.h / 2);
        ui.label(style, pressed_rect(ui, id, name), strings::text(language, "screens.look.name"));
        x += w + k_name_gap;
    }
    return intent;
}

} // namespace

Intent draw_attract(Ui& ui, const AttractModel& model) {
    const bool tall = ui.layout().portrait();
    const Places at = tall ? upright(ui) : lengthwise(ui);
    Intent intent;
    if (ui.target("attract.wake", ui.layout().screen())) intent = Wake{};
    const bool named = model.plays && !model.title.empty();
    const Title title = set_title(ui, at, named ? model.title : ui.tr("screens.attract.welcome"));
    const float words_top = at.title.bottom() - title.height;
    art(ui, at, words_top, model);
    head(ui, model);
    if (tall && model.ai_generated && model.plays) ai_mark(ui, at.clip);
    ui.text(title.style, {at.title.x, words_top}, at.title.w, title.lines, Align::left, title.most);
    const Align align = tall ? Align::center : Align::left;
    ui.label(regular(ui::type::body_large, tall ? Color::snow2 : Color::snow), at.offer,
             ui.tr("screens.attract.offer"), align);
    golden_place(ui, at.start);
    const Intent chosen = languages(ui, at.names, align);
    if (chosen.index() != 0) intent = chosen;
    const std::string line = ui.tr("screens.help.law") + " " + std::string{k_legal_hotline};
    const auto style = regular(ui::type::caption + 4, Color::snow2);
    const std::string both = model.place.empty() ? line : model.place + "\u3000" + line;
    const bool fits = ui.text_width(style, both) <= at.foot.w;
    ui.label(style, at.foot, fits ? both : line, align);
    return intent;
}

} // namespace pufa::screens
