#include "kiosk/screens/watch.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/watch_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

using State = WatchModel::State;

constexpr float k_panel_alpha = 0.86f, k_dim_alpha = 0.8f;
constexpr float k_next_card = 168;
constexpr float k_notice_top = 0.2f; ///< of a tall canvas: what it offers is for a hand

/// What shows where no picture is yet, or none will be.
void dark_ground(Ui& ui, const WatchPlan& plan) {
    const Rect& picture = plan.picture;
    ui.fill(picture, Color::night);
    const float foot = plan.apart ? picture.bottom() : plan.panel.y;
    const float w = std::min(picture.w * 0.42f, (foot - picture.y) / 0.55f);
    skyline(ui, {picture.center().x - w / 2, foot - w * 0.55f, w, w * 0.55f});
    ui.fill(picture, Color::night, 0, k_dim_alpha);
}

/// A tall page around its picture: all but the picture is night.
void night_around(Ui& ui, const WatchPlan& plan) {
    const Rect screen = ui.layout().screen();
    const Rect& picture = plan.picture;
    ui.fill({screen.x, screen.y, screen.w, picture.y - screen.y}, Color::night);
    ui.fill({screen.x, picture.bottom(), screen.w, screen.bottom() - picture.bottom()},
            Color::night);
}

/// What stands between the picture and the controls of a tall page.
Intent beneath_picture(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    float y = std::max(plan.picture.bottom(), 0.f) + ui::space::s16;
    if (model.has_captions && model.captions_on) y += captions_height(ui) + ui::space::s16;
    y = title_card(ui, plan, model, y + ui::space::s8) + ui::space::s24;
    if (!model.next || y + k_next_card + target_gap(ui) > plan.panel.y) return {};
    const Rect card{plan.bar.x, y, plan.bar.w, k_next_card};
    const bool tapped =
        next_video_card(ui, "watch.next", card, ui.tr("screens.watch.next_video"), *model.next);
    return tapped ? Intent{OpenVideo{model.next->id}} : Intent{};
}

Intent controls(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    Intent intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    if (plan.apart) {
        take(beneath_picture(ui, plan, model));
    } else {
        const bool strong = ui.look().theme == ui::Theme::high_contrast;
        ui.fill(plan.panel, Color::night, 0, strong ? 1.f : k_panel_alpha);
        title_card(ui, plan, model, ui.layout().screen().y + ui::space::s24);
    }
    take(seek_bar(ui, plan, model));
    take(watch_buttons(ui, plan, model));
    return intent;
}

Intent over_page(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const Rect canvas = ui.layout().canvas();
    const float mark = model.ai_generated ? ai_mark_bottom(ui, plan.picture) : 0;
    const float top = plan.tall ? canvas.h * k_notice_top : std::max(mark, 0.f) + ui::space::s8;
    const float bottom = plan.ways.y - target_gap(ui);
    Intent intent = watch_notice(ui, {0, top, canvas.w, bottom - top}, model);
    const Intent touched = watch_buttons(ui, plan, model);
    return touched.index() != 0 ? touched : intent;
}

} // namespace

Intent draw_watch(Ui& ui, const WatchModel& model) {
    const WatchPlan plan = plan_watch(ui, model);
    const bool over = is_over(model.state);
    ui.video_hole(plan.picture);
    if (plan.apart) night_around(ui, plan);
    if (model.state == State::opening || model.state == State::failed) dark_ground(ui, plan);
    if (over) ui.fill(ui.layout().screen(), Color::night, 0, k_dim_alpha);
    if (model.ai_generated) ai_mark(ui, plan.picture);
    caption_lines(ui, plan, model);
    Intent intent;
    if (over) {
        intent = over_page(ui, plan, model);
    } else if (model.controls_shown || plan.apart) {
        intent = controls(ui, plan, model);
        if (model.state == State::opening) opening_mark(ui, plan.picture);
    } else if (ui.target("watch.show", ui.layout().screen())) {
        intent = ShowControls{};
    }
    if (!chapters_open(ui, model)) return intent;
    return chapter_sheet(ui, model);
}

} // namespace pufa::screens
