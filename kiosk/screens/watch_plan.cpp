#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_play_mm = 28;
constexpr float k_side = 60;
constexpr float k_foot = ui::space::s24, k_head = ui::space::s12;
constexpr float k_times = 44;
/// A picture narrower than this fills a tall screen, and stands at the left of a wide one.
constexpr float k_upright = 0.8f;
constexpr float k_beside_most = 0.46f; ///< of the screen's width
constexpr float k_picture_most = 0.4f; ///< of the screen's height, where it stands above
constexpr float k_third = 1.f / 3;
constexpr float k_title_room = 240; ///< two lines of a title, one of a note, and what is around

Rect picture_above(const Ui& ui, float shape) {
    const Rect screen = ui.layout().screen();
    const float h = std::min(screen.w / std::max(shape, 0.1f), screen.h * k_picture_most);
    // With the page in the lower part of the screen the picture takes what is above it.
    const float above = ui.layout().canvas().y - screen.y;
    if (above > 0) return {0, std::max(screen.y, -h), screen.w, std::min(h, above)};
    return {0, std::max(0.f, (screen.h * k_third - h) / 2), screen.w, h};
}

bool has_transcript(const WatchModel& model) {
    return model.captions_on && model.transcript && !model.transcript->empty();
}

/// As high as the screen.
Rect picture_beside(const Ui& ui, float shape) {
    const Rect screen = ui.layout().screen();
    return {screen.x, screen.y,
            std::min(screen.h * std::max(shape, 0.1f), screen.w * k_beside_most), screen.h};
}

} // namespace

WatchPlan plan_watch(const Ui& ui, const WatchModel& model) {
    const auto& layout = ui.layout();
    WatchPlan plan;
    plan.tall = layout.portrait();
    plan.beside = !plan.tall && model.shape <= k_upright && !is_over(model.state);
    plan.apart = plan.beside || (plan.tall && model.shape > k_upright);
    plan.picture = layout.screen();
    if (plan.beside)
        plan.picture = picture_beside(ui, model.shape);
    else if (plan.apart)
        plan.picture = picture_above(ui, model.shape);

    const float side = std::min(layout.margin, k_side);
    const float left = plan.beside ? plan.picture.right() + side : side;
    const float w = layout.canvas_width - side - left;
    const float gap = std::max(target_gap(ui), is_low(ui)  ? 0.f
                                               : plan.tall ? ui::space::s32
                                                           : ui::space::s24);
    const float button = layout.mm(k_primary_mm);
    const float reach = layout.mm(k_normal_mm);
    float y = layout.canvas_height - (is_low(ui) ? ui::space::s12 : k_foot);
    const auto row = [&](float h, float above) {
        y -= h;
        const Rect placed{left, y, w, h};
        y -= above;
        return placed;
    };
    if (plan.tall) {
        plan.ways = row(button, gap);
        plan.tools = row(button, gap);
        plan.play = row(layout.mm(k_play_mm), gap);
    } else if (plan.beside) {
        plan.ways = row(button, target_gap(ui));
        plan.tools = plan.ways;
        plan.play = row(layout.mm(k_play_mm), target_gap(ui));
    } else {
        plan.play = row(layout.mm(k_play_mm), target_gap(ui));
        const Rect middle{left, plan.play.center().y - button / 2, w, button};
        plan.ways = middle;
        plan.tools = middle;
    }
    const bool chapters = !model.chapters.empty();
    plan.times = row(chapters ? reach : k_times, chapters ? target_gap(ui) : 0);
    plan.bar = row(reach, k_head);
    plan.panel = {plan.beside ? plan.picture.right() : 0, y, layout.canvas_width,
                  layout.canvas_height - y};
    // With less room than two lines need, what is said stands on the picture, as ever.
    plan.reads = plan.beside && has_transcript(model) && y >= k_title_room + 2 * (reach + gap);
    plan.offers = plan.beside && !plan.reads && model.next && y >= k_title_room + k_next_card + gap;
    return plan;
}

bool plays(WatchModel::State state) {
    return state == WatchModel::State::playing || state == WatchModel::State::paused;
}

bool is_over(WatchModel::State state) {
    return state == WatchModel::State::ended || state == WatchModel::State::failed;
}

std::string_view next_kicker(const WatchModel& model) {
    return model.next_is_episode ? "screens.watch.next_episode" : "screens.watch.next_video";
}

size_t chapter_at(const WatchModel& model, base::Micros at) {
    size_t number = 0;
    while (number < model.chapters.size() && model.chapters[number].at <= at)
        ++number;
    return number;
}

} // namespace pufa::screens
