#include "kiosk/screens/frame.h"
#include "kiosk/screens/quiz_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

using Mark = QuizOption::Mark;

constexpr float k_steps_height = 12, k_head_height = 44;
constexpr float k_letter_radius = 30, k_letter_inset = 38, k_letter_gap = 28;
constexpr float k_mark_size = 44;
constexpr float k_share_low = 0.56f;
constexpr float k_few_options = 3, k_most_higher_few = 48;
constexpr float k_most_above = 28, k_most_higher = 20, k_most_wider = 10; // than the density asks

/// How closely the page is set; the first that fits is taken.
struct Density {
    float stem_size, stem_line;
    float option_size, option_line;
    float option_least, option_padding, gap;
    float share; ///< of the width
};
constexpr std::array<Density, 4> k_densities{{
    {ui::type::title + 4, 1.42f, ui::type::body_large, 1.35f, 110, 20, 24, 0.604f},
    {ui::type::title, 1.35f, ui::type::body_large, 1.3f, 88, 14, 18, 0.604f},
    {ui::type::body_large, 1.35f, ui::type::body, 1.3f, 72, 10, 17, 0.604f},
    {ui::type::body_large, 1.3f, ui::type::body, 1.25f, 68, 6, 17, 0.67f},
}};

struct Measured {
    Density density;
    std::string stem_words;
    float kicker = 0, kicker_above = 0, stem = 0;
    std::vector<float> options;
    float total = 0;
};

TextStyle kicker_style() {
    return bold(ui::type::caption + 2, Color::peel, 1.4f);
}
TextStyle stem_style(const Density& d) {
    return bold(d.stem_size, Color::ink, d.stem_line);
}
TextStyle option_style(const Density& d) {
    return regular(d.option_size, Color::ink, d.option_line);
}

float option_text_width(float width) {
    const float before = k_letter_inset + 2 * k_letter_radius + k_letter_gap;
    return width - before - ui::space::s16 - k_mark_size - k_letter_inset;
}

Measured measure(Ui& ui, const Density& density, float width, const QuizModel& model) {
    Measured m;
    m.density = density;
    m.kicker = model.kicker.empty() ? 0 : kicker_style().size * kicker_style().line_height;
    m.stem_words = in_phrases(ui, stem_style(density), width, model.stem);
    m.stem = ui.text_height(stem_style(density), width, m.stem_words);
    const float least = std::max(density.option_least, ui.layout().mm(k_normal_mm));
    m.total = m.kicker + ui::space::s8 + m.stem + density.gap + ui::space::s4;
    for (const auto& option : model.options) {
        const float words =
            ui.text_height(option_style(density), option_text_width(width), option.text);
        m.options.push_back(std::max(least, words + 2 * density.option_padding));
        m.total += m.options.back();
    }
    if (!m.options.empty()) m.total += density.gap * static_cast<float>(m.options.size() - 1);
    return m;
}

Measured fit(Ui& ui, float whole_width, float height, const QuizModel& model) {
    Measured m;
    for (const auto& density : k_densities) {
        m = measure(ui, density, whole_width * density.share, model);
        if (m.total <= height - k_head_height) break;
    }
    return m;
}

/// Short questions take the room of long ones: higher options, wider gaps.
void spread(Measured& m, float height) {
    const auto count = static_cast<float>(m.options.size());
    const float spare = height - m.total;
    if (spare <= 0 || count < 1) return;
    m.kicker_above = std::min(spare * 0.15f, k_most_above);
    const float left = spare - m.kicker_above;
    const float most = count <= k_few_options ? k_most_higher_few : k_most_higher;
    const float higher = std::min(left * 0.6f / count, most);
    for (float& option : m.options)
        option += higher;
    m.density.gap += std::min((left - higher * count) / (count + 1), k_most_wider);
}

struct Look {
    Color ground = Color::card, edge = Color::line, letter = Color::ink, circle = Color::mist;
    bool marked = false;
};

Look look_of(Mark mark) {
    switch (mark) {
    case Mark::none:
        return {};
    case Mark::chosen:
        return {Color::river_tint, Color::river, Color::white, Color::river, true};
    case Mark::right:
        return {Color::palm_tint, Color::palm, Color::white, Color::palm, true};
    case Mark::missed:
        return {Color::card, Color::palm, Color::palm, Color::palm_tint, true};
    case Mark::wrong_chosen:
        return {Color::seal_tint, Color::seal, Color::white, Color::seal, true};
    }
    return {};
}

/// With one right answer nothing is missed: that answer is simply the right one.
Mark shown_mark(const QuizModel& model, Mark mark) {
    const bool several = model.kind == model::QuestionKind::multiple;
    return mark == Mark::missed && !several ? Mark::right : mark;
}

/// The sign at the right end says the same as the colour.
void mark_icon(Ui& ui, Point center, const QuizModel& model, Mark mark) {
    switch (mark) {
    case Mark::right:
        return ui.icon(ui::icons::check_circle, center, k_mark_size, Color::palm);
    case Mark::missed:
        return ui.icon(ui::icons::check_outline, center, k_mark_size, Color::palm);
    case Mark::wrong_chosen:
        return ui.icon(ui::icons::cancel, center, k_mark_size, Color::seal);
    case Mark::chosen:
        return ui.icon(model.kind == model::QuestionKind::multiple ? ui::icons::box_checked
                                                                   : ui::icons::check_circle,
                       center, k_mark_size, Color::river);
    case Mark::none:
        if (model.kind == model::QuestionKind::multiple && !model.answered)
            ui.icon(ui::icons::box, center, k_mark_size, Color::brick);
    }
}

bool draw_option(Ui& ui, int index, const Rect& rect, const Rect& clip, const QuizModel& model,
                 const Density& density) {
    const auto& option = model.options[static_cast<size_t>(index)];
    const std::string id = fmt::format("quiz.option.{}", index);
    const bool tapped = !model.answered && clipped_target(ui, id, rect, clip);
    const Rect shown = pressed_rect(ui, id, rect);
    const Mark mark = shown_mark(model, option.mark);
    const Look look = look_of(mark);
    card(ui, shown, Elevation::low, look.ground);
    ui.outline(shown, look.edge, look.marked ? 3.f : 2.f, ui::radius::card);
    const float r = std::min(k_letter_radius, shown.h / 2 - ui::space::s4);
    const Point center{shown.x + k_letter_inset + k_letter_radius, shown.center().y};
    ui.circle(center, r, look.circle);
    ui.label(bold(ui::type::body_large, look.letter), {center.x - r, center.y - r, 2 * r, 2 * r},
             option_letter(index));
    const auto style = option_style(density);
    const float x = center.x + k_letter_radius + k_letter_gap;
    const float w = option_text_width(rect.w);
    const float words = ui.text_height(style, w, option.text);
    ui.text(style, {x, shown.center().y - words / 2}, w, option.text);
    mark_icon(ui, {shown.right() - k_letter_inset - k_mark_size / 2, center.y}, model, mark);
    return tapped;
}

void head(Ui& ui, const Rect& area, const QuizModel& model) {
    const auto style = regular(ui::type::caption + 4, Color::ink2);
    const std::string where =
        ui.tr("screens.quiz.number", {{"number", fmt::format("{}", model.number)},
                                      {"count", fmt::format("{}", model.count)}});
    const float w = ui.text_width(style, where) + 2;
    const float line = k_head_height;
    ui.label(style, {area.right() - w, area.y, w, line}, where, Align::right);
    step_bar(ui,
             {area.x, area.y + line / 2 - k_steps_height / 2, area.w - w - ui::space::s24,
              k_steps_height},
             model.steps);
}

} // namespace

float question_share(Ui& ui, float width, float height, const QuizModel& model) {
    if (is_low(ui)) return k_share_low; // the other half would be too narrow to read
    return fit(ui, width, height, model).density.share;
}

Intent draw_question(Ui& ui, const Rect& area, const QuizModel& model) {
    // The share is part of the density, so the one that gave this width is found again.
    Measured m;
    for (const auto& density : k_densities) {
        m = measure(ui, density, area.w, model);
        if (m.total <= area.h - k_head_height) break;
    }
    head(ui, {area.x, area.y, area.w, k_head_height}, model);
    Rect pane{area.x, area.y + k_head_height, area.w, area.h - k_head_height};
    const bool long_one = m.total > pane.h;
    const float button = ui.layout().mm(k_normal_mm);
    if (long_one) {
        pane.h -= button + target_gap(ui);
        scroll_button(
            ui, "quiz.more", "quiz.question",
            {pane.center().x - button, pane.bottom() + target_gap(ui), 2 * button, button}, pane,
            m.total);
    }
    Intent intent;
    spread(m, pane.h);
    const ScrollPane scroll{ui, "quiz.question", pane, m.total};
    float y = scroll.top();
    y += m.kicker_above;
    if (m.kicker > 0) ui.text(kicker_style(), {area.x, y}, area.w, model.kicker, Align::left, 1);
    y += m.kicker + ui::space::s8;
    y += ui.text(stem_style(m.density), {area.x, y}, area.w, m.stem_words);
    y += m.density.gap + ui::space::s4;
    for (size_t i = 0; i < model.options.size(); ++i) {
        const int index = static_cast<int>(i);
        if (draw_option(ui, index, {area.x, y, area.w, m.options[i]}, pane, model, m.density))
            intent = ChooseOption{index};
        y += m.options[i] + m.density.gap;
    }
    return intent;
}

} // namespace pufa::screens
