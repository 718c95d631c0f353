#include "kiosk/screens/frame.h"
#include "kiosk/screens/quiz_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>

namespace pufa::screens {

namespace {

constexpr float k_steps_height = 20, k_head_height = 44;
constexpr float k_step_icon = 20, k_step_dot = 5, k_least_step = 22;
constexpr float k_share_low = 0.56f;
constexpr float k_few_options = 3, k_most_higher_few = 48, k_most_higher_row = 140;
constexpr float k_most_higher = 20, k_most_wider = 10; // than the density asks
constexpr float k_most_above = 28;
/// Options of a portrait page begin here: a hand reaches the lower 60 % of such a screen.
constexpr float k_reach = 0.4f;
constexpr float k_inset = 38, k_letter_gap = 28; ///< around the letter of an option
constexpr float k_narrow = 620;                  ///< less blank around an option's letter
constexpr float k_beside = 480;                  ///< a picture has room beside the stem
constexpr float k_picture_share = 0.38f;         ///< of the width, beside the stem
constexpr float k_picture_shape = 16.f / 9;
constexpr float k_picture_most = 0.3f, k_picture_low = 0.5f; ///< of the height
constexpr float k_grid = 820;       ///< two options beside each other on a low page
constexpr float k_least_half = 300; ///< two large buttons beside each other
constexpr float k_large_button = 176;
constexpr float k_roomy = 0.66f; ///< of one column; the rest is for the answer

/// How closely the page is set; the first that fits is taken.
struct Density {
    float stem_size, stem_line;
    float option_size, option_line;
    float option_least, option_padding, gap;
    float share; ///< of the width
};
constexpr std::array<Density, 4> k_beside_answer{{
    {ui::type::title + 4, 1.42f, ui::type::body_large, 1.35f, 110, 20, 24, 0.604f},
    {ui::type::title, 1.35f, ui::type::body_large, 1.3f, 88, 14, 18, 0.604f},
    {ui::type::body_large, 1.35f, ui::type::body, 1.3f, 72, 10, 17, 0.604f},
    {ui::type::body_large, 1.3f, ui::type::body, 1.25f, 68, 6, 17, 0.67f},
}};
constexpr std::array<Density, 4> k_above_answer{{
    {ui::type::headline, 1.35f, ui::type::title - 4, 1.35f, 128, 24, 24, 1},
    {ui::type::title, 1.35f, ui::type::body_large, 1.3f, 100, 18, 20, 1},
    {ui::type::title - 4, 1.3f, ui::type::body_large, 1.3f, 88, 14, 17, 1},
    {ui::type::body_large, 1.3f, ui::type::body, 1.3f, 68, 10, 17, 1},
}};

std::span<const Density> densities(Columns columns) {
    return columns == Columns::two ? k_beside_answer : k_above_answer;
}

TextStyle kicker_style() {
    return bold(ui::type::caption + 2, Color::peel, 1.4f);
}
TextStyle caption_style() {
    return regular(ui::type::caption, Color::ink2, 1.35f);
}

OptionStyle option_style(const Density& d, float width) {
    const bool narrow = width < k_narrow;
    return {d.option_size,
            d.option_line,
            d.option_padding,
            d.option_least,
            narrow ? ui::space::s16 : k_inset,
            narrow ? ui::space::s16 : k_letter_gap};
}

/// The picture with its words beneath it; `y` is where the stem begins and then where it all ends.
void place_picture(Ui& ui, QuestionShape& shape, float room, const QuizModel& model, float& y) {
    const bool any = !model.picture.key.empty() || !model.picture_words.empty();
    const bool beside = any && !ui.layout().portrait() && shape.width >= k_beside;
    shape.stem_width = shape.width;
    float w = room * (is_very_low(ui) ? k_picture_low : k_picture_most) * k_picture_shape;
    if (beside) {
        w = std::min(w, shape.width * k_picture_share);
        shape.stem_width = shape.width - w - ui::space::s32;
    }
    shape.stem = in_phrases(ui, shape.stem_style, shape.stem_width, model.stem);
    const float stem = ui.text_height(shape.stem_style, shape.stem_width, shape.stem);
    if (!any) {
        y += stem;
        return;
    }
    const float top = beside ? shape.kicker_y + ui::space::s8 : y + stem + ui::space::s16;
    if (!beside) w = std::min(shape.width, w);
    shape.picture = {beside ? shape.width - w : 0, top, w, w / k_picture_shape};
    if (!model.picture.key.empty() && !model.picture_words.empty())
        shape.caption_height =
            ui.text_height(caption_style(), beside ? w : shape.width, model.picture_words, 2) +
            ui::space::s8;
    y = std::max(y + stem, shape.picture.bottom() + shape.caption_height);
}

/// The largest size at which either word stands on one line of a half; false if there is none.
bool fit_in_half(Ui& ui, QuestionShape& shape, const Density& density, float half,
                 const QuizModel& model) {
    const auto whole = shape.option;
    shape.option = option_style(density, half);
    for (const float size : {ui::type::title, ui::type::body_large, ui::type::body}) {
        shape.option.size = size;
        if (std::all_of(model.options.begin(), model.options.end(), [&](const auto& option) {
                return option_fits_a_line(ui, shape.option, half, option.text);
            }))
            return true;
    }
    shape.option = whole;
    return false;
}

/// True or false are two large buttons beside each other; others lie under one another.
void place_options(Ui& ui, QuestionShape& shape, const Density& density, const QuizModel& model,
                   float y) {
    const bool two = model.kind == model::QuestionKind::true_false && model.options.size() == 2;
    const float half = (shape.width - density.gap) / 2;
    shape.options.clear();
    if (two && half >= k_least_half && fit_in_half(ui, shape, density, half, model)) {
        float h = is_low(ui) ? shape.option.least * 1.3f : k_large_button;
        for (size_t i = 0; i < 2; ++i)
            h = std::max(h, option_height(ui, shape.option, half, model, i, false));
        shape.options = {{0, y, half, h}, {half + density.gap, y, half, h}};
        shape.total = y + h;
        return;
    }
    const bool grid = is_very_low(ui) && shape.width >= k_grid;
    const float w = grid ? half : shape.width;
    if (grid) shape.option = option_style(density, w);
    const size_t across = grid ? 2 : 1;
    shape.options.reserve(model.options.size());
    for (size_t i = 0; i < model.options.size(); i += across) {
        const size_t end = std::min(i + across, model.options.size());
        float h = 0;
        for (size_t k = i; k < end; ++k)
            h = std::max(h, option_height(ui, shape.option, w, model, k, false));
        for (size_t k = i; k < end; ++k)
            shape.options.push_back({static_cast<float>(k - i) * (w + density.gap), y, w, h});
        y += h + density.gap;
    }
    shape.total = y - (model.options.empty() ? 0 : density.gap);
}

/// Two or more lie beside each other.
bool in_rows(const QuestionShape& shape) {
    return shape.options.size() > 1 && shape.options[0].y == shape.options[1].y;
}

QuestionShape shape_of(Ui& ui, const Density& density, float width, float room,
                       const QuizModel& model) {
    QuestionShape shape;
    shape.width = width;
    shape.stem_style = bold(density.stem_size, Color::ink, density.stem_line);
    shape.option = option_style(density, width);
    const float kicker =
        model.kicker.empty() ? 0 : kicker_style().size * kicker_style().line_height;
    float y = kicker + ui::space::s8;
    shape.stem_y = y;
    place_picture(ui, shape, room, model, y);
    place_options(ui, shape, density, model, y + density.gap + ui::space::s4);
    return shape;
}

void move_options(QuestionShape& shape, float by) {
    for (Rect& option : shape.options)
        option.y += by;
    shape.total += by;
}

/// Short questions take the room of long ones: higher options, wider gaps.
void spread(QuestionShape& shape, float room) {
    const bool stacked = !in_rows(shape);
    const auto rows = stacked ? static_cast<float>(shape.options.size()) : 1.f;
    const float spare = room - shape.total;
    if (spare <= 0 || shape.options.empty()) return;
    const float above = std::min(spare * 0.15f, k_most_above);
    const float left = spare - above;
    const float most = !stacked                ? k_most_higher_row
                       : rows <= k_few_options ? k_most_higher_few
                                               : k_most_higher;
    const float higher = std::min(left * 0.6f / rows, most);
    const float wider = std::min((left - higher * rows) / (rows + 1), k_most_wider);
    shape.kicker_y += above;
    shape.stem_y += above;
    shape.picture.y += above;
    move_options(shape, above + wider);
    float down = 0;
    for (Rect& option : shape.options) {
        option.y += stacked ? down : 0;
        option.h += higher;
        down += higher + wider;
    }
    shape.total = shape.options.back().bottom();
}

/// A portrait page has room above the options: they come down to where a hand reaches them.
void lower(Ui& ui, QuestionShape& shape, float top, float room) {
    if (shape.options.empty() || !ui.layout().portrait()) return;
    if (!in_rows(shape)) {
        const auto rows = static_cast<float>(shape.options.size());
        const float spare = (room * k_roomy - shape.total) / rows / 2;
        const float higher = std::clamp(spare, 0.f, k_most_higher);
        for (size_t i = 0; i < shape.options.size(); ++i) {
            shape.options[i].y += higher * static_cast<float>(i);
            shape.options[i].h += higher;
        }
        shape.total += higher * rows;
    }
    if (ui.layout().pixel_top > 0) return; // all of this canvas is within reach
    const float wanted = ui.layout().canvas_height * k_reach - top - shape.options.front().y;
    const float by = std::clamp(wanted, 0.f, std::max(0.f, room - shape.total));
    const float above = by * 0.45f;
    shape.kicker_y += above;
    shape.stem_y += above;
    shape.picture.y += above;
    move_options(shape, by);
}

/// What chosen ones deserve to be told stands in them, if the page has the room.
void tell_inside(Ui& ui, QuestionShape& shape, float room, const QuizModel& model) {
    if (!model.answered || in_rows(shape)) return;
    std::vector<Rect> grown = shape.options;
    float down = 0;
    for (size_t i = 0; i < grown.size(); ++i) {
        const float h = option_height(ui, shape.option, shape.width, model, i, true);
        grown[i].y += down;
        const float more = std::max(0.f, h - grown[i].h);
        grown[i].h += more;
        down += more;
    }
    if (shape.total + down > room) return;
    shape.feedback_inside = true;
    shape.options = std::move(grown);
    shape.total += down;
}

} // namespace

float steps_height() {
    return k_head_height;
}

void draw_steps(Ui& ui, const Rect& rect, const QuizModel& model) {
    const auto style = regular(ui::type::caption + 4, Color::ink2);
    const std::string where =
        ui.tr("screens.quiz.number", {{"number", fmt::format("{}", model.number)},
                                      {"count", fmt::format("{}", model.count)}});
    const float w = ui.text_width(style, where) + 2;
    ui.label(style, {rect.right() - w, rect.y, w, rect.h}, where, Align::right);
    const Rect bar{rect.x, rect.center().y - k_steps_height / 2, rect.w - w - ui::space::s24,
                   k_steps_height};
    step_bar(ui, bar, model.steps);
    // Right and wrong are not told by colour alone.
    const auto count = static_cast<float>(std::max<size_t>(1, model.steps.size()));
    const float pitch = bar.w / count;
    if (pitch < k_least_step) return;
    const bool strong = ui.look().theme == ui::Theme::high_contrast;
    const float gap = std::min(ui::space::s8 + 2, pitch / 4);
    const float step = (bar.w - gap * (count - 1)) / count;
    for (size_t i = 0; i < model.steps.size(); ++i) {
        const auto state = model.steps[i];
        const Point center{bar.x + static_cast<float>(i) * (step + gap) + step / 2, bar.center().y};
        if (state == QuizModel::Step::right)
            ui.icon(ui::icons::check, center, k_step_icon, Color::white);
        if (state == QuizModel::Step::wrong)
            ui.icon(ui::icons::close, center, k_step_icon, Color::white);
        if (state == QuizModel::Step::current) ui.circle(center, k_step_dot, Color::white);
        // Dark as all edges are for strong contrast, it would look done.
        if (state == QuizModel::Step::waiting && strong)
            ui.fill(Rect{center.x - step / 2, bar.y, step, bar.h}.inset(3), Color::paper,
                    bar.h / 2);
    }
}

QuestionShape measure_question(Ui& ui, float width, float room, Columns columns,
                               const QuizModel& model) {
    QuestionShape shape;
    const float fits = columns == Columns::two ? room : room * k_roomy;
    for (const auto& density : densities(columns)) {
        // The share is part of the density, so the one that gave this width is found again.
        shape = shape_of(ui, density, width, room, model);
        if (shape.total <= fits) break;
    }
    if (columns == Columns::two)
        spread(shape, room);
    else
        lower(ui, shape, content_area(ui).y + k_head_height, room);
    tell_inside(ui, shape, columns == Columns::two ? room : 1e9f, model);
    return shape;
}

float question_share(Ui& ui, float width, float height, const QuizModel& model) {
    if (is_low(ui)) return k_share_low; // the other half would be too narrow to read
    for (const auto& density : k_beside_answer) {
        const auto shape = shape_of(ui, density, width * density.share, height, model);
        if (shape.total <= height - k_head_height) return density.share;
    }
    return k_beside_answer.back().share;
}

Intent draw_question(Ui& ui, const Rect& clip, Point at, const QuestionShape& shape,
                     const QuizModel& model) {
    if (!model.kicker.empty())
        ui.text(kicker_style(), {at.x, at.y + shape.kicker_y}, shape.stem_width, model.kicker,
                Align::left, 1);
    ui.text(shape.stem_style, {at.x, at.y + shape.stem_y}, shape.stem_width, shape.stem);
    if (!shape.picture.empty()) {
        const Rect picture = shape.picture.moved(at.x, at.y);
        const bool any = !model.picture.key.empty();
        if (any)
            ui.picture(model.picture.key, picture, ui::radius::card, Color::peel_tint);
        else
            ui.fill(picture, Color::mist, ui::radius::card);
        contrast_edge(ui, picture, ui::radius::card);
        const float w = any ? std::max(picture.w, shape.stem_width == shape.width ? shape.width : 0)
                            : picture.w - 2 * ui::space::s24;
        const float h = ui.text_height(caption_style(), w, model.picture_words, any ? 2 : 4);
        const Point words = any ? Point{picture.x, picture.bottom() + ui::space::s8}
                                : Point{picture.x + ui::space::s24, picture.center().y - h / 2};
        ui.text(caption_style(), words, w, model.picture_words, any ? Align::left : Align::center,
                any ? 2 : 4);
    }
    Intent intent;
    for (size_t i = 0; i < model.options.size(); ++i) {
        if (draw_option(ui, shape.option, shape.options[i].moved(at.x, at.y), clip, model, i,
                        shape.feedback_inside))
            intent = ChooseOption{static_cast<int>(i)};
    }
    return intent;
}

} // namespace pufa::screens
