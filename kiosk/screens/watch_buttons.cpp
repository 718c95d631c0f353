#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace pufa::screens {

namespace {

using State = WatchModel::State;

constexpr float k_round_edge = 2;
constexpr float k_skip_mm = 20;
constexpr base::Micros k_skip = std::chrono::seconds{10};
constexpr int k_usual_pace = 100;

bool round_button(Ui& ui, std::string_view id, const Rect& rect, char32_t icon, bool enabled) {
    const bool tapped = ui.target(id, rect, enabled);
    const Rect shown = pressed_rect(ui, id, rect);
    ui.circle(shown.center(), shown.w / 2, Color::snow,
              k_dark_ground_alpha * (1 + 2 * ui.pressed(id)));
    if (enabled) ui.outline(shown, Color::snow2, k_round_edge, shown.h / 2);
    ui.icon(icon, rect.center(), shown.w * 0.6f, enabled ? Color::snow : Color::brick);
    return tapped && enabled;
}

float play_group_width(const Ui& ui, const WatchPlan& plan) {
    return plan.play.h + 2 * (ui.layout().mm(k_skip_mm) + target_gap(ui) + ui::space::s12);
}

Intent play_group(Ui& ui, const WatchPlan& plan, float middle, const WatchModel& model) {
    Intent intent;
    const float y = plan.play.center().y;
    const float size = plan.play.h;
    const float skip = ui.layout().mm(k_skip_mm);
    const float aside = size / 2 + target_gap(ui) + ui::space::s12 + skip / 2;
    const bool can_seek = plays(model.state);
    const Rect play{middle - size / 2, y - size / 2, size, size};
    if (ui.target("watch.play", play, can_seek)) intent = TogglePlay{};
    const Rect shown = pressed_rect(ui, "watch.play", play);
    ui.circle(shown.center(), shown.w / 2, can_seek ? Color::white : Color::brick);
    ui.icon(model.state == State::paused ? ui::icons::play : ui::icons::pause, shown.center(),
            shown.w * 0.62f, Color::night);
    const auto at = [&](float x) { return Rect{x - skip / 2, y - skip / 2, skip, skip}; };
    if (round_button(ui, "watch.minus", at(middle - aside), ui::icons::replay_10, can_seek))
        intent = SkipBy{-k_skip};
    if (round_button(ui, "watch.plus", at(middle + aside), ui::icons::forward_10, can_seek))
        intent = SkipBy{k_skip};
    return intent;
}

// ---- the buttons at its sides ----

enum class Tool { back, home, next, sound, captions, pace, volume, help };

struct Face {
    std::string_view id;
    std::string label;
    char32_t icon;
};

/// What is heard, by its own name.
std::string sound_name(const WatchModel& model) {
    for (const auto& sound : model.sounds)
        if (sound.current) return sound.name;
    return model.sounds.empty() ? std::string{} : model.sounds.front().name;
}

Face face_of(const Ui& ui, Tool tool, const WatchModel& model) {
    switch (tool) {
    case Tool::back:
        return {"watch.back", ui.tr("screens.back"), ui::icons::back};
    case Tool::home:
        return {"watch.home", ui.tr("screens.home_button"), ui::icons::home};
    case Tool::next:
        return {"watch.next", ui.tr("screens.watch.next"), ui::icons::skip_next};
    case Tool::sound:
        return {"watch.sounds", sound_name(model), ui::icons::voice};
    case Tool::pace:
        return {"watch.pace", pace_words(model.pace_percent), ui::icons::speed};
    case Tool::captions:
        return {"watch.captions", ui.tr("screens.watch.captions"),
                model.captions_on ? ui::icons::captions : ui::icons::captions_off};
    case Tool::volume:
        return {"watch.volume", ui.tr("screens.sound"),
                model.volume > 0 ? ui::icons::volume : ui::icons::volume_off};
    case Tool::help:
        return {"watch.help", ui.tr("screens.help"), ui::icons::help};
    }
    return {};
}

/// `least`: where even the bars of the volume have no room.
enum class Label { shown, hidden, least };
/// What a button shows where room is short: how fast is told by the number, all else by the icon.
Face without_label(Face face, Tool tool) {
    if (tool == Tool::pace)
        face.icon = 0;
    else
        face.label.clear();
    return face;
}

constexpr float k_glyph = ui::type::body * k_icon_em;

float width_of(Ui& ui, Tool tool, Label label, float h, const WatchModel& model) {
    if (tool == Tool::volume && label != Label::least)
        return k_glyph + ui::space::s12 + volume_bars_width() +
               2 * (label == Label::shown ? ui::space::s32 : ui::space::s16);
    const Face face = face_of(ui, tool, model);
    if (label == Label::shown) return std::max(h, pill_width(ui, face.label, face.icon));
    // It keeps its width when the number gets longer.
    if (tool == Tool::pace)
        return std::max(h, pill_width(ui, pace_words(k_paces[2]), 0) - ui::space::s24);
    return h;
}

bool volume_button(Ui& ui, const Rect& rect, const Face& face, int volume) {
    const bool tapped = ui.target(face.id, rect);
    const Rect shown = pressed_rect(ui, face.id, rect);
    ui.fill(shown, Color::snow, shown.h / 2, k_dark_ground_alpha);
    ui.outline(shown, Color::snow2, 2, shown.h / 2);
    const float w = k_glyph + ui::space::s12 + volume_bars_width();
    if (rect.w < w) {
        ui.icon(face.icon, shown.center(), k_glyph, Color::snow);
        return tapped;
    }
    const float x = shown.center().x - w / 2;
    ui.icon(face.icon, {x + k_glyph / 2, shown.center().y}, k_glyph, Color::snow);
    volume_bars(ui, {x + k_glyph + ui::space::s12, shown.center().y}, volume, Color::aqua,
                Color::brick);
    return tapped;
}

Intent tool_button(Ui& ui, Tool tool, const Rect& rect, Label label, const WatchModel& model) {
    Face face = face_of(ui, tool, model);
    if (label != Label::shown) face = without_label(std::move(face), tool);
    if (tool == Tool::volume)
        return volume_button(ui, rect, face, model.volume) ? next_volume(model.volume) : Intent{};
    const bool on = (tool == Tool::captions && model.captions_on) ||
                    (tool == Tool::pace && model.pace_percent != k_usual_pace);
    const bool tapped = pill(ui, {.id = face.id,
                                  .rect = rect,
                                  .label = face.label,
                                  .icon = face.icon,
                                  .look = on ? PillLook::white : PillLook::on_dark});
    if (ui.look().theme == ui::Theme::high_contrast && !on)
        ui.outline(pressed_rect(ui, face.id, rect), Color::snow, 2, rect.h / 2);
    if (!tapped) return {};
    switch (tool) {
    case Tool::back:
        return GoBack{};
    case Tool::home:
        return GoHome{};
    case Tool::next:
        return OpenVideo{model.next->id};
    case Tool::captions:
        return ShowCaptions{!model.captions_on};
    case Tool::sound:
        open_sheet(ui, WatchSheet::sounds);
        break;
    case Tool::pace:
        open_sheet(ui, WatchSheet::pace);
        break;
    case Tool::help:
        return OpenHelp{};
    case Tool::volume:
        break;
    }
    return {};
}

using Tools = std::vector<Tool>;

/// After the end the notice offers the way home, after a failure the way back: each once.
Tools way_tools(const WatchModel& model) {
    Tools tools;
    if (model.state != State::failed) tools.push_back(Tool::back);
    if (model.state != State::ended) tools.push_back(Tool::home);
    return tools;
}
/// What is heard and read. Beneath a picture the next video is a card, and where controls stand in
/// rows, sound and pace are beside the play button.
Tools sound_tools(const WatchPlan& plan, const WatchModel& model) {
    Tools tools;
    const bool over = is_over(model.state), rows = plan.tall || plan.beside;
    if (model.next && !over && (!plan.apart || (plan.beside && !plan.offers)))
        tools.push_back(Tool::next);
    if (model.sounds.size() > 1 && !over && !rows) tools.push_back(Tool::sound);
    if (model.has_captions && !over) tools.push_back(Tool::captions);
    if (!over && !rows) tools.push_back(Tool::pace);
    tools.push_back(Tool::volume);
    return tools;
}

/// Where room is short words go in this order; the icons stay.
constexpr std::array k_first_to_go{Tool::next, Tool::home, Tool::captions, Tool::pace,
                                   Tool::back, Tool::help, Tool::sound,    Tool::volume};

Label label_of(Tool tool, size_t gone) {
    if (gone > k_first_to_go.size()) return Label::least;
    const auto end = k_first_to_go.begin() + static_cast<std::ptrdiff_t>(gone);
    return std::find(k_first_to_go.begin(), end, tool) == end ? Label::shown : Label::hidden;
}

float row_width(Ui& ui, const Tools& tools, size_t gone, float h, const WatchModel& model) {
    float w = target_gap(ui) * static_cast<float>(tools.size() - 1);
    for (const Tool tool : tools)
        w += width_of(ui, tool, label_of(tool, gone), h, model);
    return w;
}

/// From `left` on, each as wide as it needs to be.
Intent row_of(Ui& ui, const Tools& tools, float left, const Rect& row, size_t gone,
              const WatchModel& model) {
    Intent intent;
    for (const Tool tool : tools) {
        const Label label = label_of(tool, gone);
        const float w = width_of(ui, tool, label, row.h, model);
        const Intent touched = tool_button(ui, tool, {left, row.y, w, row.h}, label, model);
        if (touched.index() != 0) intent = touched;
        left += w + target_gap(ui);
    }
    return intent;
}

/// All of one width across the row; one alone takes the half of it.
Intent even_row(Ui& ui, const Tools& tools, const Rect& row, const WatchModel& model) {
    Intent intent;
    const float gap = target_gap(ui);
    const auto count = static_cast<float>(tools.size());
    const float w = tools.size() == 1 ? row.w / 2 : (row.w - gap * (count - 1)) / count;
    Label label = Label::shown;
    for (const Tool tool : tools)
        if (width_of(ui, tool, Label::shown, row.h, model) > w) label = Label::hidden;
    float x = row.center().x - (w * count + gap * (count - 1)) / 2;
    for (const Tool tool : tools) {
        const Intent touched = tool_button(ui, tool, {x, row.y, w, row.h}, label, model);
        if (touched.index() != 0) intent = touched;
        x += w + gap;
    }
    return intent;
}

/// Sound at the left of the play button, pace at its right, as large as they need to be.
Intent play_row(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const float h = plan.ways.h, gap = target_gap(ui);
    const float group = play_group_width(ui, plan);
    const float side = (plan.play.w - group) / 2 - 2 * gap;
    const float y = plan.play.center().y - h / 2;
    Intent intent = play_group(ui, plan, plan.play.center().x, model);
    const auto beside = [&](Tool tool, Align align) {
        const float whole = width_of(ui, tool, Label::shown, h, model);
        const Label label = whole <= side ? Label::shown : Label::hidden;
        const float w = std::min(side, width_of(ui, tool, label, h, model));
        const float x = align == Align::left ? plan.play.x : plan.play.right() - w;
        const Intent touched = tool_button(ui, tool, {x, y, w, h}, label, model);
        if (touched.index() != 0) intent = touched;
    };
    if (model.sounds.size() > 1) beside(Tool::sound, Align::left);
    beside(Tool::pace, Align::right);
    return intent;
}

Intent wide_buttons(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const Tools left = way_tools(model);
    Tools right = sound_tools(plan, model);
    right.push_back(Tool::help);
    const Rect& row = plan.ways;
    const float gap = target_gap(ui);
    const bool over = is_over(model.state);
    const float group = over ? 0 : play_group_width(ui, plan);
    const auto fits = [&](size_t gone) {
        return row_width(ui, left, gone, row.h, model) + row_width(ui, right, gone, row.h, model) +
                   group + 2 * gap <=
               row.w;
    };
    size_t gone = 0;
    while (gone < k_first_to_go.size() && !fits(gone))
        ++gone;
    // At the end it is offered again.
    if (!fits(gone)) std::erase(right, Tool::next);
    if (!fits(gone)) ++gone;
    const float left_end = row.x + row_width(ui, left, gone, row.h, model) + gap;
    const float right_w = row_width(ui, right, gone, row.h, model);
    const float right_begin = row.right() - right_w;
    Intent intent = row_of(ui, left, row.x, row, gone, model);
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    take(row_of(ui, right, right_begin, row, gone, model));
    if (over) return intent;
    // In the middle of the screen if that is free, else of what is free.
    const float least = left_end + group / 2;
    const float most = std::max(least, right_begin - gap - group / 2);
    take(play_group(ui, plan, std::clamp(row.center().x, least, most), model));
    return intent;
}

} // namespace

Intent watch_buttons(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const bool over = is_over(model.state);
    if (!plan.tall && !plan.beside) return wide_buttons(ui, plan, model);
    Tools ways = way_tools(model);
    const Tools heard = sound_tools(plan, model);
    if (over) ways.push_back(Tool::volume);
    if (plan.beside) ways.insert(ways.end(), heard.begin(), heard.end());
    ways.push_back(Tool::help);
    Intent intent = even_row(ui, ways, plan.ways, model);
    if (over) return intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    if (plan.tall) take(even_row(ui, heard, plan.tools, model));
    take(play_row(ui, plan, model));
    return intent;
}

} // namespace pufa::screens
