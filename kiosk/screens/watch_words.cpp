// The words of the player page: what it is, what is said, that a machine made it.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr float k_card_alpha = 0.82f, k_caption_alpha = 0.82f;
constexpr float k_caption_share = 0.022f; ///< of the canvas's width: the largest size
constexpr float k_largest_caption = 42, k_caption = ui::type::body_large;
constexpr float k_caption_mm = 5.4f;
constexpr float k_caption_line = 1.4f;
constexpr int k_caption_lines = 2;
constexpr float k_caption_room = 0.84f; ///< of the canvas's width
constexpr float k_wide = 1200;
constexpr float k_side = 60, k_title_left = 36, k_title_least = 600;

float alpha_of(const Ui& ui, float alpha) {
    return ui.look().theme == ui::Theme::high_contrast ? 1.f : alpha;
}

float largest_caption(const Ui& ui) {
    return std::clamp(ui.layout().canvas_width * k_caption_share, k_caption, k_largest_caption);
}

/// The largest size at which the words take two lines.
TextStyle caption_style(Ui& ui, float width, std::string_view words) {
    const float least = ui.layout().mm(k_caption_mm);
    float size = largest_caption(ui);
    while (true) {
        const auto style = regular(size, Color::snow, k_caption_line);
        if (size <= least || !ui.paragraph(style, width, words, k_caption_lines).clamped)
            return style;
        size = std::max(least, size - 2);
    }
}

} // namespace

float title_card(Ui& ui, const WatchPlan& plan, const WatchModel& model, float top) {
    if (model.title.empty()) return top;
    const auto& layout = ui.layout();
    const bool wide = layout.canvas_width >= k_wide;
    const auto title =
        bold(wide || plan.apart ? ui::type::title : ui::type::body_large, Color::snow);
    const auto note = regular(ui::type::caption + 2, Color::snow2);
    const float padding = plan.apart ? 0 : ui::space::s24;
    const float left = plan.apart ? plan.bar.x : (wide ? k_title_left : ui::space::s16);
    const float most = plan.apart ? plan.bar.w : layout.canvas_width * 0.6f;
    const float words =
        std::max(ui.text_width(title, model.title), ui.text_width(note, model.note)) + 2;
    const float w = plan.apart ? most : std::min(std::max(words, wide ? k_title_least : 0.f), most);
    const std::string name = in_phrases(ui, title, w, model.title);
    const float title_h = ui.text_height(title, w, name, 2);
    const float note_h = model.note.empty() ? 0 : ui.text_height(note, w, model.note, 2) + 4;
    const float around = plan.apart ? 0 : ui::space::s16;
    const Rect rect{left, top, w + 2 * padding, title_h + note_h + 2 * around};
    if (!plan.apart) ui.fill(rect, Color::night, ui::radius::card, alpha_of(ui, k_card_alpha));
    const float x = rect.x + padding;
    ui.text(title, {x, rect.y + around}, w, name, Align::left, 2);
    if (note_h > 0)
        ui.text(note, {x, rect.y + around + title_h + 4}, w, model.note, Align::left, 2);
    return rect.bottom();
}

void ai_mark(Ui& ui, const Rect& picture) {
    const std::string& mark = ui.tr("screens.ai_generated");
    const float aside = std::min(ui.layout().margin, k_side);
    const float top = ai_mark_bottom(ui, picture) - chip_height();
    chip(ui, {picture.right() - aside - chip_width(ui, mark), top}, mark, Color::ink, Color::snow);
}

float ai_mark_bottom(const Ui& ui, const Rect& picture) {
    return picture.y + (is_low(ui) ? ui::space::s16 : ui::space::s32) + chip_height();
}

float captions_height(const Ui& ui) {
    return largest_caption(ui) * k_caption_line * k_caption_lines + 2 * ui::space::s12;
}

void caption_lines(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    if (!model.has_captions || !model.captions_on || model.caption.empty()) return;
    if (!plays(model.state) || plan.reads) return;
    const auto& layout = ui.layout();
    // Words over a picture at the side stay within it.
    const Rect over = plan.beside ? plan.picture : Rect{0, 0, layout.canvas_width, 0};
    const float share = plan.tall || plan.beside ? 0.94f : k_caption_room;
    const float room = over.w * share - 2 * ui::space::s32;
    const auto style = caption_style(ui, room, model.caption);
    const auto said = balanced(ui, style, room, model.caption);
    const auto& lines = ui.paragraph(style, said.width, said.words, k_caption_lines);
    const float w = lines.width + 2 * ui::space::s32;
    const float h = lines.height + 2 * ui::space::s12;
    const bool covered = model.controls_shown && !plan.apart;
    const float foot = covered
                           ? plan.panel.y - ui::space::s24
                           : layout.canvas_height - (is_low(ui) ? ui::space::s24 : ui::space::s48);
    const bool beneath = plan.apart && !plan.beside;
    const Rect box{over.center().x - w / 2,
                   beneath ? plan.picture.bottom() + ui::space::s16 : foot - h, w, h};
    ui.fill(box, Color::black, ui::radius::chip, alpha_of(ui, k_caption_alpha));
    ui.text(style, {box.center().x - said.width / 2, box.y + ui::space::s12}, said.width,
            said.words, Align::center, k_caption_lines);
}

void opening_mark(Ui& ui, const Rect& picture) {
    const Point center{picture.center().x, picture.y + picture.h * 0.36f};
    for (int i = -1; i <= 1; ++i)
        ui.circle({center.x + static_cast<float>(i) * ui::space::s48, center.y}, ui::space::s12,
                  Color::aqua, i == 0 ? 1.f : 0.55f);
    const auto style = regular(ui::type::body_large, Color::snow);
    ui.label(style, {picture.x, center.y + ui::space::s32, picture.w, ui::space::s64},
             ui.tr("screens.watch.opening"));
}

} // namespace pufa::screens
