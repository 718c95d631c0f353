#include "kiosk/screens/shelf.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_card_least = 340;
constexpr float k_picture_ratio = 230.f / 408.f;
constexpr float k_title_height = 84;
constexpr float k_quiz_height = 148;
constexpr float k_row_gap = ui::space::s32;
constexpr int k_title_lines = 2;
constexpr int k_fewest = 2; // columns; one more where quizzes stand above

/// Cards in rows of equal columns, from the top; the same sums place them and measure them.
struct Grid {
    float width;
    int columns;
    float row_height;

    [[nodiscard]] float card_width() const {
        const auto n = static_cast<float>(columns);
        return (width - (n - 1) * ui::space::gutter) / n;
    }
    [[nodiscard]] float height(size_t count) const {
        const float rows = std::ceil(static_cast<float>(count) / static_cast<float>(columns));
        return rows > 0 ? rows * row_height + (rows - 1) * k_row_gap : 0;
    }
    [[nodiscard]] Point at(size_t index) const {
        const auto column = static_cast<float>(index % static_cast<size_t>(columns));
        const auto row = std::floor(static_cast<float>(index) / static_cast<float>(columns));
        return {column * (card_width() + ui::space::gutter), row * (row_height + k_row_gap)};
    }
};

/// A few videos are shown larger instead of leaving the page empty.
Grid video_grid(float width, int most) {
    const int room =
        static_cast<int>((width + ui::space::gutter) / (k_card_least + ui::space::gutter));
    const int columns = std::max(1, std::min(room, most));
    Grid grid{width, columns, 0};
    grid.row_height = grid.card_width() * k_picture_ratio + video_card_words_height(k_title_lines);
    return grid;
}

bool quiz_card(Ui& ui, const Rect& rect, const Rect& clip, const QuizCard& quiz) {
    const std::string id = "shelf.quiz." + quiz.id.value;
    const bool tapped = clipped_target(ui, id, rect, clip);
    const Rect shown = pressed_rect(ui, id, rect);
    card(ui, shown);
    const float r = 42;
    const Point center{shown.x + 28 + r, shown.center().y};
    round_icon(ui, center, r, ui::icons::quiz, Color::peel, Color::peel_tint);
    const float x = center.x + r + ui::space::s32;
    const float w = shown.right() - ui::space::s64 - x;
    const auto title = bold(ui::type::body_large, Color::ink);
    const auto note = regular(ui::type::caption + 2, Color::ink2);
    const float title_h = ui.text_height(title, w, quiz.title, 2);
    float y = shown.center().y - (title_h + note.size * note.line_height + ui::space::s4) / 2;
    ui.text(title, {x, y}, w, quiz.title, Align::left, 2);
    y += title_h + ui::space::s4;
    ui.text(note, {x, y}, w,
            ui.tr("screens.home.questions", {{"count", fmt::format("{}", quiz.questions)}}),
            Align::left, 1);
    ui.icon(ui::icons::chevron_right, {shown.right() - ui::space::s32 - 4, shown.center().y},
            ui::type::title, Color::brick);
    return tapped;
}

} // namespace

Intent draw_shelf(Ui& ui, const ShelfModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    Intent intent;
    const Rect area = content_area(ui);
    ui.text(serif(ui::type::title + ui::space::s4, Color::ink), {area.x, area.y + ui::space::s12},
            area.w, model.title, Align::left, 1);

    const int columns = std::max(model.quizzes.empty() ? k_fewest : k_fewest + 1,
                                 static_cast<int>(model.videos.size()));
    const Grid videos = video_grid(area.w, columns);
    const Grid quizzes{area.w, area.w > 1000 ? 2 : 1, k_quiz_height};
    const float quizzes_h = quizzes.height(model.quizzes.size());
    const float between = model.quizzes.empty() || model.videos.empty() ? 0 : ui::space::s48;
    const float length = quizzes_h + between + videos.height(model.videos.size()) + ui::space::s48;

    // The shelf is as wide as the screen, so that shadows at its edges are not cut.
    const Rect pane{0, area.y + k_title_height, ui.layout().canvas_width, area.h - k_title_height};
    const float offset =
        length > pane.h ? ui.scroll_area("shelf.scroll", pane, length, false) : 0.f;
    // What shows at the dock's very edge is not for the finger: the dock's buttons are too near.
    const Rect reach{pane.x, pane.y, pane.w, pane.h - target_gap(ui) / 2};
    ui.push_clip(pane);
    float top = pane.y + ui::space::s8 - offset;
    const auto seen = [&](float y, float h) { return y < pane.bottom() && y + h > pane.y; };
    for (size_t i = 0; i < model.quizzes.size(); ++i) {
        const Point at = quizzes.at(i);
        if (!seen(top + at.y, k_quiz_height)) continue;
        const Rect rect{area.x + at.x, top + at.y, quizzes.card_width(), k_quiz_height};
        if (quiz_card(ui, rect, reach, model.quizzes[i])) intent = OpenQuiz{model.quizzes[i].id};
    }
    top += quizzes_h + between;
    const float picture_h = videos.card_width() * k_picture_ratio;
    for (size_t i = 0; i < model.videos.size(); ++i) {
        const Point at = videos.at(i);
        if (!seen(top + at.y, videos.row_height)) continue;
        const Rect picture{area.x + at.x, top + at.y, videos.card_width(), picture_h};
        const auto& video = model.videos[i];
        if (video_card(ui, "shelf.video." + video.id.value, picture, reach, video, k_title_lines))
            intent = OpenVideo{video.id};
    }
    ui.pop_clip();
    if (model.videos.empty() && model.quizzes.empty())
        ui.text(regular(ui::type::body_large, Color::ink2),
                {area.x, area.y + k_title_height + ui::space::s24}, area.w,
                ui.tr("screens.shelf.empty"));
    // Over what scrolls beneath it.
    const Intent docked = draw_dock(ui, model.dock);
    return docked.index() != 0 ? docked : intent;
}

} // namespace pufa::screens
