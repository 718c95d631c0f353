#include "kiosk/screens/shelf.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_picture_ratio = 230.f / 408.f;
constexpr float k_title_height = 84, k_low_title = 68;
constexpr float k_line_least = 132, k_line_most = 208;
constexpr float k_two_lines_abreast = 1000, k_three_lines_abreast = 1500; // width
constexpr float k_least_r = 38, k_most_r = 52, k_line_side = 28;
constexpr float k_section_gap = ui::space::s48;
constexpr float k_widest_card = 980;
constexpr float k_lone_most = 480; // height of a video that lies on its side, alone
constexpr float k_ornament_least = 240;
constexpr int k_title_lines = 2;

float row_gap(const Ui& ui) {
    return std::max(ui::space::s24, target_gap(ui));
}

/// Cards in rows of equal columns, from the top; the same sums place them and measure them.
struct Grid {
    float width = 0;
    int columns = 1;
    float row_height = 0;
    float gap = ui::space::s32; ///< between rows

    [[nodiscard]] float card_width() const {
        const auto n = static_cast<float>(columns);
        return (width - (n - 1) * ui::space::gutter) / n;
    }
    [[nodiscard]] float rows(size_t count) const {
        return std::ceil(static_cast<float>(count) / static_cast<float>(columns));
    }
    [[nodiscard]] float height(size_t count) const {
        const float n = rows(count);
        return n > 0 ? n * row_height + (n - 1) * gap : 0;
    }
    [[nodiscard]] Rect card(size_t index, Point origin) const {
        const auto column = static_cast<float>(index % static_cast<size_t>(columns));
        const auto row = std::floor(static_cast<float>(index) / static_cast<float>(columns));
        return {origin.x + column * (card_width() + ui::space::gutter),
                origin.y + row * (row_height + gap), card_width(), row_height};
    }
};

/// Quizzes and articles: a line each.
Grid line_grid(const Ui& ui, float width, size_t count) {
    int columns = width > k_two_lines_abreast ? 2 : 1;
    if (width > k_three_lines_abreast && count % 3 == 0) columns = 3;
    return {width, std::max(1, std::min(columns, static_cast<int>(count))), k_line_least,
            row_gap(ui)};
}

Grid pictures(float width, int columns) {
    Grid grid{width, columns, 0};
    grid.row_height = grid.card_width() * k_picture_ratio + video_card_words_height(k_title_lines);
    return grid;
}

/// The fewest columns, so the largest pictures, with which all is seen at once; if nothing does
/// it, as many as the page takes.
Grid video_grid(const Ui& ui, float width, float room, size_t count) {
    const int most = std::max(1, ui.layout().columns);
    if (count == 1 && width > k_two_lines_abreast)
        return {width, 1, std::clamp(room, ui::space::s96 * 2, k_lone_most)};
    for (int columns = 1; columns < most; ++columns) {
        const Grid grid = pictures(width, columns);
        if (grid.card_width() <= k_widest_card && grid.height(count) <= room) return grid;
    }
    return pictures(width, most);
}

/// Everything of the page, measured.
struct Plan {
    Grid quizzes, articles, videos;
    float quizzes_h = 0, articles_h = 0, videos_h = 0;

    [[nodiscard]] float length() const {
        float sum = 0;
        for (const float part : {quizzes_h, videos_h, articles_h})
            if (part > 0) sum += part + (sum > 0 ? k_section_gap : 0);
        return sum + ui::space::s32;
    }
};

Plan plan_of(const Ui& ui, const ShelfModel& model, float width, float height) {
    Plan plan;
    plan.quizzes = line_grid(ui, width, model.quizzes.size());
    plan.articles = line_grid(ui, width, model.articles.size());
    const auto measure = [&] {
        plan.quizzes_h = plan.quizzes.height(model.quizzes.size());
        plan.articles_h = plan.articles.height(model.articles.size());
    };
    measure();
    if (!model.videos.empty()) {
        const float others = plan.length() + (plan.length() > ui::space::s32 ? k_section_gap : 0);
        plan.videos = video_grid(ui, width, height - others, model.videos.size());
        plan.videos_h = plan.videos.height(model.videos.size());
    }
    // Lines grow into what is left.
    const float rows =
        plan.quizzes.rows(model.quizzes.size()) + plan.articles.rows(model.articles.size());
    if (rows <= 0) return plan;
    const float spare = std::max(0.f, height - plan.length());
    const float more = std::min(spare / rows, k_line_most - k_line_least);
    plan.quizzes.row_height += more;
    plan.articles.row_height += more;
    measure();
    return plan;
}

struct Line {
    std::string id;
    const std::string& title;
    std::string note;
    char32_t icon;
    Color color, tint;
};

/// A quiz or an article: icon, title, note.
bool line_card(Ui& ui, const Rect& rect, const Rect& clip, const Line& line) {
    const bool tapped = clipped_target(ui, line.id, rect, clip);
    const Rect shown = pressed_rect(ui, line.id, rect);
    card(ui, shown);
    const float r = std::clamp(shown.h * 0.29f, k_least_r, k_most_r);
    const Point center{shown.x + k_line_side + r, shown.center().y};
    round_icon(ui, center, r, line.icon, line.color, line.tint);
    const float x = center.x + r + ui::space::s32;
    const float w = shown.right() - ui::space::s64 - x;
    const auto title = bold(ui::type::body_large, Color::ink);
    const auto note = regular(ui::type::caption + 2, Color::ink2);
    const std::string name = in_phrases(ui, title, w, line.title);
    const float title_h = ui.text_height(title, w, name, 2);
    const float note_h = line.note.empty() ? 0 : note.size * note.line_height + ui::space::s4;
    float y = shown.center().y - (title_h + note_h) / 2;
    ui.text(title, {x, y}, w, name, Align::left, 2);
    y += title_h + ui::space::s4;
    if (!line.note.empty()) ui.text(note, {x, y}, w, line.note, Align::left, 1);
    ui.icon(ui::icons::chevron_right, {shown.right() - ui::space::s32 - 4, shown.center().y},
            ui::type::title, Color::brick);
    return tapped;
}

bool seen(const Rect& rect, const Rect& clip) {
    // A shadow reaches beyond its card.
    return rect.y < clip.bottom() + ui::space::s48 && rect.bottom() > clip.y - ui::space::s48;
}

Intent draw_quizzes(Ui& ui, Point origin, const Rect& clip, const Plan& plan,
                    const ShelfModel& model) {
    Intent intent;
    for (size_t i = 0; i < model.quizzes.size(); ++i) {
        const auto& quiz = model.quizzes[i];
        const Rect rect = plan.quizzes.card(i, origin);
        if (!seen(rect, clip)) continue;
        std::string count =
            ui.tr("screens.home.questions", {{"count", fmt::format("{}", quiz.questions)}});
        if (line_card(ui, rect, clip,
                      {"shelf.quiz." + quiz.id.value, quiz.title, std::move(count), ui::icons::quiz,
                       Color::peel, Color::peel_tint}))
            intent = OpenQuiz{quiz.id};
    }
    return intent;
}

Intent draw_articles(Ui& ui, Point origin, const Rect& clip, const Plan& plan,
                     const ShelfModel& model) {
    Intent intent;
    for (size_t i = 0; i < model.articles.size(); ++i) {
        const auto& article = model.articles[i];
        const Rect rect = plan.articles.card(i, origin);
        if (!seen(rect, clip)) continue;
        if (line_card(ui, rect, clip,
                      {"shelf.article." + article.id.value, article.title, article.note,
                       ui::icons::article, Color::river_dark, Color::gold_tint}))
            intent = OpenArticle{article.id};
    }
    return intent;
}

Intent draw_videos(Ui& ui, Point origin, const Rect& clip, const Plan& plan,
                   const ShelfModel& model) {
    Intent intent;
    const bool lone = model.videos.size() == 1 && plan.videos.width > k_two_lines_abreast;
    for (size_t i = 0; i < model.videos.size(); ++i) {
        const auto& video = model.videos[i];
        const std::string id = "shelf.video." + video.id.value;
        const Rect rect = plan.videos.card(i, origin);
        if (!seen(rect, clip)) continue;
        const Rect picture{rect.x, rect.y, rect.w, rect.w * k_picture_ratio};
        if (lone ? wide_video_card(ui, id, rect, clip, video)
                 : video_card(ui, id, picture, clip, video, k_title_lines))
            intent = OpenVideo{video.id};
    }
    return intent;
}

Intent draw_parts(Ui& ui, const Rect& content, const Rect& clip, const Plan& plan,
                  const ShelfModel& model) {
    Intent intent;
    float y = content.y + ui::space::s8;
    const auto part = [&](float height, auto draw) {
        if (height <= 0) return;
        const Intent touched = draw(ui, Point{content.x, y}, clip, plan, model);
        if (touched.index() != 0) intent = touched;
        y += height + k_section_gap;
    };
    part(plan.quizzes_h, draw_quizzes);
    part(plan.videos_h, draw_videos);
    part(plan.articles_h, draw_articles);
    return intent;
}

void draw_title(Ui& ui, const Rect& rect, const std::string& words) {
    TextStyle style;
    for (const float size : {ui::type::title + ui::space::s4, ui::type::title - ui::space::s4,
                             ui::type::body_large, ui::type::body}) {
        style = serif(size, Color::ink);
        if (ui.text_width(style, words) <= rect.w) break;
    }
    ui.label(style, rect, words, Align::left);
}

/// Few things leave room: the towers of the place stand there instead of nothing.
void fill_rest(Ui& ui, const Rect& area, float used) {
    const float rest = area.h - used;
    if (rest < k_ornament_least) return;
    const float w = std::min(area.w * 0.8f, rest * 1.5f);
    const float h = std::min(rest * 0.72f, w * 0.52f);
    skyline(ui, {area.right() - w, area.bottom() - h, w, h}, Daylight::day);
}

} // namespace

Intent draw_shelf(Ui& ui, const ShelfModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const Rect page = content_area(ui);
    const float title_h = is_low(ui) ? k_low_title : k_title_height;
    draw_title(ui, {page.x, page.y, page.w, title_h}, model.title);
    const Rect area{page.x, page.y + title_h, page.w, page.h - title_h};
    Intent intent;
    if (model.videos.empty() && model.quizzes.empty() && model.articles.empty()) {
        fill_rest(ui, area, area.h * 0.45f);
        message(ui, {area.x, area.y, area.w, area.h * 0.6f},
                {ui::icons::book, Color::river, Color::river_tint, ui.tr("screens.shelf.empty"),
                 ui.tr("screens.help.desk")});
    } else {
        const PagePane pane(ui, "shelf", area, [&](float width) {
            return plan_of(ui, model, width, area.h).length();
        });
        const Rect content = pane.content();
        const Plan plan = plan_of(ui, model, content.w, area.h);
        if (!pane.scrolls()) fill_rest(ui, area, plan.length());
        intent = draw_parts(ui, content, pane.reach(), plan, model);
    }
    // Over what scrolls beneath it.
    const Intent docked = draw_dock(ui, model.dock);
    return docked.index() != 0 ? docked : intent;
}

} // namespace pufa::screens
