// The chapters of a video as a list over the page. It stays when the controls go: reading takes
// longer than they wait.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr std::string_view k_scroll = "watch.chapters.list";
constexpr float k_width = 1000;
constexpr float k_row_padding = ui::space::s16;

TextStyle name_style(bool current) {
    return current ? bold(ui::type::body, Color::river, 1.3f)
                   : regular(ui::type::body, Color::ink, 1.3f);
}
TextStyle time_style() {
    return regular(ui::type::caption + 2, Color::ink2);
}

struct Columns {
    float icon, name, time; ///< widths
};

float row_height(Ui& ui, float name_width, const std::string& name) {
    const float words = ui.text_height(name_style(true), name_width, name);
    return std::max(ui.layout().mm(k_normal_mm), words + 2 * k_row_padding);
}

bool chapter_row(Ui& ui, const Rect& rect, const Rect& clip, const Columns& columns, size_t index,
                 bool current, const model::Chapter& chapter) {
    const std::string id = fmt::format("watch.chapter.{}", index);
    const bool tapped = clipped_target(ui, id, rect, clip);
    const Rect shown = pressed_rect(ui, id, rect);
    ui.fill(shown, current ? Color::river_tint : Color::card, ui::radius::card);
    ui.outline(shown, current ? Color::river : Color::brick, current ? 3.f : 2.f, ui::radius::card);
    const float y = shown.center().y;
    const Point mark{shown.x + ui::space::s16 + columns.icon / 2, y};
    if (current)
        ui.icon(ui::icons::play, mark, columns.icon, Color::river);
    else
        ui.label(time_style(), {mark.x - columns.icon / 2, shown.y, columns.icon, shown.h},
                 fmt::format("{}", index + 1));
    const auto style = name_style(current);
    const auto& name = chapter.title.in(ui.language());
    const float h = ui.text_height(style, columns.name, name);
    const float x = shown.x + 2 * ui::space::s16 + columns.icon;
    ui.text(style, {x, y - h / 2}, columns.name, name);
    ui.label(time_style(),
             {shown.right() - ui::space::s16 - columns.time, shown.y, columns.time, shown.h},
             duration_words(chapter.at), Align::right);
    return tapped;
}

/// The list opens where the video is.
void show_current(Ui& ui, const std::vector<float>& rows, size_t current, float room,
                  float length) {
    auto& scrolls = ui.memory().scrolls;
    if (length <= room || current == 0 || scrolls.find(k_scroll) != scrolls.end()) return;
    float top = 0;
    for (size_t i = 0; i + 1 < current; ++i)
        top += rows[i] + target_gap(ui);
    scrolls[std::string{k_scroll}].offset =
        std::clamp(top - (room - rows[current - 1]) / 2, 0.f, length - room);
}

} // namespace

Intent chapter_sheet(Ui& ui, const WatchModel& model) {
    const auto& layout = ui.layout();
    const bool low = is_low(ui);
    const float padding = low ? ui::space::s24 : ui::space::s48;
    const float gap = target_gap(ui);
    const float button = layout.mm(k_primary_mm);
    const float w = std::min(k_width, layout.canvas_width - 2 * ui::space::s48);
    const float inner = w - 2 * padding;
    const Columns columns{ui::type::title,
                          inner - ui::type::title - 4 * ui::space::s16 -
                              ui.text_width(time_style(), duration_words(model.duration)),
                          ui.text_width(time_style(), duration_words(model.duration)) + 2};

    std::vector<float> rows;
    float list = -gap;
    for (const auto& chapter : model.chapters) {
        rows.push_back(row_height(ui, columns.name, chapter.title.in(ui.language())));
        list += rows.back() + gap;
    }
    const auto title = serif(ui::type::title, Color::ink);
    const auto note = regular(ui::type::caption + 2, Color::ink2);
    const std::string& words = ui.tr("screens.watch.chapters_note");
    const float note_h = ui.text_height(note, inner, words);
    const float head = title.size * title.line_height + note_h + ui::space::s16;
    const float most = layout.canvas_height - 2 * ui::space::s24;
    const Rect sheet = open_dialog(ui, w, std::min(most, 2 * padding + head + list + gap + button));

    const float x = sheet.x + padding;
    float y = sheet.y + padding;
    y += ui.text(title, {x, y}, inner, ui.tr("screens.watch.chapters"), Align::left, 1);
    ui.text(note, {x, y}, inner, words);
    y += note_h + ui::space::s16;
    Rect close{x, sheet.bottom() - padding - button, inner, button};
    const Rect pane{x, y, inner, close.y - gap - y};
    const size_t current = chapter_at(model, model.position);
    show_current(ui, rows, current, pane.h, list);
    Intent intent;
    {
        const ScrollPane scroll{ui, k_scroll, pane, list};
        float top = scroll.top();
        for (size_t i = 0; i < rows.size(); ++i) {
            if (chapter_row(ui, {x, top, inner, rows[i]}, pane, columns, i, i + 1 == current,
                            model.chapters[i]))
                intent = SeekTo{model.chapters[i].at};
            top += rows[i] + gap;
        }
    }
    if (list > pane.h + 1) {
        const float more = button * 1.6f;
        close.w -= more + gap;
        scroll_button(ui, "watch.chapters.more", k_scroll,
                      {close.right() + gap, close.y, more, button}, pane, list);
    }
    const bool closed = pill(ui, {.id = "watch.chapters.close",
                                  .rect = close,
                                  .label = ui.tr("screens.close"),
                                  .icon = ui::icons::check,
                                  .look = PillLook::primary});
    if (closed || intent.index() != 0) ui.memory().open_sheet.clear();
    return intent;
}

} // namespace pufa::screens
