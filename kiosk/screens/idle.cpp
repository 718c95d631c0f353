#include "kiosk/screens/idle.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_width = 960;
constexpr float k_padding = 64;
constexpr float k_ring = 108, k_low_ring = 88;
constexpr float k_beside_below = 770; // canvas height: the count stands beside the words
constexpr float k_button = 132, k_low_button = 96;

void countdown(Ui& ui, Point center, float r, int seconds) {
    ui.circle(center, r, Color::gold_tint);
    contrast_edge(ui, {center.x - r, center.y - r, 2 * r, 2 * r}, r);
    ui.label(bold(ui::type::number, Color::peel), {center.x - r, center.y - r, 2 * r, 2 * r},
             fmt::format("{}", std::max(0, seconds)));
}

struct Words {
    TextStyle ask, note;
    std::string line;
    float w, ask_h, note_h;
    [[nodiscard]] float height() const { return ask_h + ui::space::s4 + note_h; }
};

Words words_of(Ui& ui, const IdleModel& model, float w) {
    Words words{serif(ui::type::headline, Color::ink),
                regular(ui::type::body, Color::ink2),
                ui.tr("screens.idle.note", {{"seconds", fmt::format("{}", model.seconds_left)}}),
                w,
                0,
                0};
    words.ask_h = ui.text_height(words.ask, w, ui.tr("screens.idle.ask"), 2);
    words.note_h = ui.text_height(words.note, w, words.line, 3);
    return words;
}

void draw_words(Ui& ui, const Words& words, Point at, Align align) {
    ui.text(words.ask, at, words.w, ui.tr("screens.idle.ask"), align, 2);
    ui.text(words.note, {at.x, at.y + words.ask_h + ui::space::s4}, words.w, words.line, align, 3);
}

} // namespace

Intent draw_idle(Ui& ui, const IdleModel& model) {
    const auto& layout = ui.layout();
    const bool low = is_low(ui);
    const bool beside = !layout.portrait() && layout.canvas_height < k_beside_below;
    const float padding = low ? ui::space::s32 : k_padding;
    const float ring = low ? k_low_ring : k_ring;
    const float button_h = std::max(low ? k_low_button : k_button, layout.mm(k_primary_mm));
    const float width = std::min(k_width, layout.canvas_width * 0.92f);
    const float inner = width - 2 * padding;
    const float room = beside ? inner - 2 * ring - ui::space::s32 : inner;
    const Words words = words_of(ui, model, room);
    const float upper =
        beside ? std::max(2 * ring, words.height()) : 2 * ring + ui::space::s24 + words.height();
    const Rect sheet = open_dialog(ui, width, 2 * padding + upper + ui::space::s32 + button_h);
    const float x = sheet.x + padding;
    const float y = sheet.y + padding;
    if (beside) {
        countdown(ui, {x + ring, y + upper / 2}, ring, model.seconds_left);
        draw_words(ui, words, {x + 2 * ring + ui::space::s32, y + upper / 2 - words.height() / 2},
                   Align::left);
    } else {
        countdown(ui, {sheet.center().x, y + ring}, ring, model.seconds_left);
        draw_words(ui, words, {x, y + 2 * ring + ui::space::s24}, Align::center);
    }
    const Rect button{x, sheet.bottom() - padding - button_h, inner, button_h};
    const bool stays = pill(ui, {.id = "idle.stay",
                                 .rect = button,
                                 .label = ui.tr("screens.idle.stay"),
                                 .look = PillLook::primary,
                                 .size = ui::type::title});
    return stays ? Intent{CloseOverlay{}} : Intent{};
}

} // namespace pufa::screens
