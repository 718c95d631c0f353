#include "kiosk/screens/widgets.h"

#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr float k_press_shrink = 0.03f;
constexpr float k_chip_padding = ui::space::s12;
constexpr float k_pill_padding = ui::space::s32;
constexpr float k_edge = 2, k_contrast_edge = 3;
constexpr int k_bars = 5;
constexpr float k_reach = 0.42f; // of a portrait screen's height lies above everyone's reach
constexpr float k_bar_width = 6, k_bar_gap = 5, k_bar_least = 8, k_bar_step = 5;

struct PillColors {
    Color ground;
    Color ink;
    std::optional<Color> edge;
    float alpha = 1;
};

PillColors colors_of(PillLook look) {
    switch (look) {
    case PillLook::primary:
    case PillLook::current:
        return {Color::river, Color::white, {}};
    case PillLook::warm:
        return {Color::peel, Color::white, {}};
    case PillLook::white:
        return {Color::white, Color::river_dark, {}};
    case PillLook::quiet:
        return {Color::mist, Color::ink, Color::brick};
    case PillLook::outlined:
        return {Color::card, Color::ink, Color::brick};
    case PillLook::help:
        return {Color::gold_tint, Color::ink, Color::brick};
    case PillLook::on_dark:
        return {Color::snow, Color::snow, Color::snow2, k_dark_ground_alpha};
    }
    return {Color::mist, Color::ink, {}};
}

bool is_strong(PillLook look) {
    return look == PillLook::primary || look == PillLook::warm || look == PillLook::white;
}

} // namespace

bool clipped_target(Ui& ui, std::string_view id, const Rect& rect, const Rect& clip, bool enabled) {
    const Rect seen = rect.intersected(clip);
    const float least = ui.layout().mm(k_least_mm);
    if (seen.w < least || seen.h < least) return false;
    return ui.target(id, seen, enabled);
}

Rect pressed_rect(Ui& ui, std::string_view id, const Rect& rect) {
    const float by = ui.pressed(id) * k_press_shrink / 2;
    // A wide thing shrinks by as many units as a high one, or it would seem to bend.
    const float dx = std::min(rect.w, rect.h * 3) * by;
    const float dy = rect.h * by;
    return {rect.x + dx, rect.y + dy, rect.w - 2 * dx, rect.h - 2 * dy};
}

void card(Ui& ui, const Rect& rect, Elevation elevation, Color color) {
    ui.shadow(rect, elevation, ui::radius::card);
    ui.fill(rect, color, ui::radius::card);
    contrast_edge(ui, rect, ui::radius::card);
}

void contrast_edge(Ui& ui, const Rect& rect, float corner) {
    if (ui.look().theme == ui::Theme::high_contrast)
        ui.outline(rect, Color::ink, k_contrast_edge, corner);
}

void tinted(Ui& ui, const Rect& rect, Color tint, float corner) {
    ui.fill(rect, tint, corner);
    contrast_edge(ui, rect, corner);
}

void round_icon(Ui& ui, Point center, float r, char32_t icon, Color color, Color tint) {
    ui.circle(center, r, tint);
    contrast_edge(ui, {center.x - r, center.y - r, 2 * r, 2 * r}, r);
    ui.icon(icon, center, r * 1.1f, color);
}

float chip_height() {
    return ui::type::caption + ui::space::s16;
}

float chip_width(Ui& ui, std::string_view label) {
    return ui.text_width(bold(ui::type::caption, Color::ink), label) + 2 * k_chip_padding;
}

Rect chip(Ui& ui, Point at, std::string_view label, Color ink, Color ground) {
    const Rect rect{at.x, at.y, chip_width(ui, label), chip_height()};
    tinted(ui, rect, ground, ui::radius::chip);
    ui.label(bold(ui::type::caption, ink), rect, label);
    return rect;
}

float pill_width(Ui& ui, std::string_view label, char32_t icon, float size) {
    const float words = ui.text_width(bold(size, Color::ink), label);
    const float glyph = icon ? size * k_icon_em + (label.empty() ? 0 : ui::space::s12) : 0;
    return words + glyph + 2 * k_pill_padding;
}

namespace {

void pill_face(Ui& ui, const Pill& pill) {
    const Rect rect = pressed_rect(ui, pill.id, pill.rect);
    PillColors colors = colors_of(pill.look);
    if (!pill.enabled) colors.ink = Color::brick;
    const float corner = rect.h / 2;
    if (pill.enabled || is_strong(pill.look)) {
        if (is_strong(pill.look) && !pill.enabled) colors.ground = Color::mist;
        ui.fill(rect, colors.ground, corner, colors.alpha);
        if (colors.edge) ui.outline(rect, *colors.edge, k_edge, corner);
    }
    const TextStyle style = is_strong(pill.look) ? bold(pill.size, colors.ink)
                                                 : regular(pill.size, colors.ink, k_title_line);
    const float glyph = pill.icon ? pill.size * k_icon_em : 0;
    if (pill.label.empty()) {
        ui.icon(pill.icon, rect.center(), glyph, colors.ink);
        return;
    }
    const float between = pill.icon ? ui::space::s12 : 0;
    const float room = rect.w - ui::space::s24 - glyph - between;
    const float words = std::min(ui.text_width(style, pill.label) + 1, room);
    float x = rect.center().x - (words + glyph + between) / 2;
    const float middle = rect.center().y;
    if (pill.icon && pill.side == IconSide::left) {
        ui.icon(pill.icon, {x + glyph / 2, middle}, glyph, colors.ink);
        x += glyph + between;
    }
    ui.label(style, {x, rect.y, words, rect.h}, pill.label, Align::left);
    if (pill.icon && pill.side == IconSide::right)
        ui.icon(pill.icon, {x + words + between + glyph / 2, middle}, glyph, colors.ink);
}

} // namespace

bool pill(Ui& ui, const Pill& pill) {
    const bool tapped = ui.target(pill.id, pill.rect, pill.enabled);
    pill_face(ui, pill);
    return tapped && pill.enabled;
}

bool clipped_pill(Ui& ui, const Rect& clip, const Pill& pill) {
    const bool tapped = clipped_target(ui, pill.id, pill.rect, clip, pill.enabled);
    pill_face(ui, pill);
    return tapped && pill.enabled;
}

float volume_bars_width() {
    return k_bars * k_bar_width + (k_bars - 1) * k_bar_gap;
}

void volume_bars(Ui& ui, Point left_middle, int volume, Color on, Color off, float size) {
    const float tallest = (k_bar_least + k_bar_step * (k_bars - 1)) * size;
    const float w = k_bar_width * size;
    for (int i = 0; i < k_bars; ++i) {
        const float h = (k_bar_least + k_bar_step * static_cast<float>(i)) * size;
        const float x = left_middle.x + static_cast<float>(i) * (k_bar_width + k_bar_gap) * size;
        const Rect bar{x, left_middle.y + tallest / 2 - h, w, h};
        ui.fill(bar, i < volume ? on : off, w / 2);
    }
}

void message(Ui& ui, const Rect& rect, const Message& said) {
    constexpr float k_radius = 68;
    TextStyle title, body;
    std::string headline, words;
    float least = 0;
    for (const float size : {ui::type::title - 4, ui::type::body, ui::type::caption + 2}) {
        title = bold(size, Color::ink, 1.35f);
        body = regular(std::min(ui::type::body, size - 2), Color::ink2, k_body_line);
        headline = in_phrases(ui, title, rect.w, said.headline);
        words = in_phrases(ui, body, rect.w, said.words);
        least = ui.text_height(title, rect.w, headline) + ui::space::s12 +
                ui.text_height(body, rect.w, words);
        if (least <= rect.h) break;
    }
    const bool with_icon = least + 2 * k_radius + ui::space::s32 <= rect.h;
    const float used = least + (with_icon ? 2 * k_radius + ui::space::s32 : 0);
    float y = rect.y + std::max(0.f, (rect.h - used) / 2);
    if (with_icon) {
        round_icon(ui, {rect.center().x, y + k_radius}, k_radius, said.icon, said.color, said.tint);
        y += 2 * k_radius + ui::space::s32;
    }
    y += ui.text(title, {rect.x, y}, rect.w, headline, Align::center) + ui::space::s12;
    ui.text(body, {rect.x, y}, rect.w, words, Align::center);
}

void step_bar(Ui& ui, const Rect& rect, const std::vector<QuizModel::Step>& steps, Color wrong) {
    if (steps.empty()) return;
    const auto count = static_cast<float>(steps.size());
    const float gap = std::min(ui::space::s8 + 2, rect.w / count / 4);
    const float w = (rect.w - gap * (count - 1)) / count;
    for (size_t i = 0; i < steps.size(); ++i) {
        Color color = Color::line;
        if (steps[i] == QuizModel::Step::right) color = Color::palm;
        if (steps[i] == QuizModel::Step::wrong) color = wrong;
        if (steps[i] == QuizModel::Step::current) color = Color::peel;
        const Rect step{rect.x + static_cast<float>(i) * (w + gap), rect.y, w, rect.h};
        ui.fill(step, color, rect.h / 2);
    }
}

ScrollPane::ScrollPane(Ui& ui, std::string_view id, const Rect& rect, float content_height)
    : m_ui(ui)
    , m_rect(rect)
    , m_content(content_height) {
    if (!scrolls()) return; // unclipped, shadows may reach past the column
    m_offset = ui.scroll_area(id, rect, content_height, false);
    ui.push_clip(rect);
}

ScrollPane::~ScrollPane() {
    if (!scrolls()) return;
    m_ui.pop_clip();
    constexpr float k_thumb = 6;
    const float length = std::max(m_rect.h * m_rect.h / m_content, ui::space::s48);
    const float travel = (m_rect.h - length) * m_offset / (m_content - m_rect.h);
    const float x = m_rect.right() + ui::space::s12;
    m_ui.fill({x, m_rect.y, k_thumb, m_rect.h}, Color::mist, k_thumb / 2);
    m_ui.fill({x, m_rect.y + std::clamp(travel, 0.f, m_rect.h - length), k_thumb, length},
              Color::brick, k_thumb / 2);
}

void scroll_button(Ui& ui, std::string_view id, std::string_view pane, const Rect& rect,
                   const Rect& pane_rect, float content_height) {
    const float furthest = content_height - pane_rect.h;
    auto& scroll = ui.memory().scrolls[std::string{pane}];
    const bool at_end = scroll.offset >= furthest - 1;
    const char32_t icon = at_end ? ui::icons::expand_less : ui::icons::expand_more;
    if (!pill(ui, {id, rect, {}, icon, PillLook::outlined, ui::type::title})) return;
    constexpr float k_kept = 0.2f; // of the page, so that the eye finds its line again
    scroll.offset = at_end ? 0 : std::min(furthest, scroll.offset + pane_rect.h * (1 - k_kept));
    scroll.velocity = 0;
}

Rect open_dialog(Ui& ui, float width, float height) {
    ui.raise_layer(true);
    const Rect canvas = ui.layout().canvas();
    ui.fill(ui.layout().screen(), Color::scrim);
    ui.begin_sheet();
    // Where there is little room its edge comes nearer to the screen's.
    const float aside = std::min(ui::space::s48, canvas.w * 0.04f);
    const float above = std::min(ui::space::s48, canvas.h * 0.03f);
    const float w = std::min(width, canvas.w - 2 * aside);
    const float h = std::min(height, canvas.h - 2 * above);
    // On a tall screen it comes down to where everyone reaches.
    const float middle = (canvas.h - h) / 2;
    const float y = ui.layout().portrait() ? std::clamp(canvas.h * k_reach, middle,
                                                        std::max(middle, canvas.h - above - h))
                                           : middle;
    const Rect sheet{(canvas.w - w) / 2, std::max(above, y), w, h};
    ui.shadow(sheet, Elevation::high, ui::radius::sheet);
    ui.fill(sheet, Color::card, ui::radius::sheet);
    contrast_edge(ui, sheet, ui::radius::sheet);
    return sheet;
}

} // namespace pufa::screens
