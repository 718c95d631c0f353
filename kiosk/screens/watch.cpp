#include "kiosk/screens/watch.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/watch_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

using State = WatchModel::State;

constexpr float k_panel_alpha = 0.86f, k_dim_alpha = 0.8f;
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

/// All of the page but the picture is night.
void night_around(Ui& ui, const WatchPlan& plan) {
    const Rect screen = ui.layout().screen();
    const Rect& picture = plan.picture;
    ui.fill({screen.x, screen.y, screen.w, picture.y - screen.y}, Color::night);
    ui.fill({screen.x, picture.bottom(), screen.w, screen.bottom() - picture.bottom()},
            Color::night);
    ui.fill({picture.right(), picture.y, screen.right() - picture.right(), picture.h},
            Color::night);
}

bool next_card(Ui& ui, const Rect& rect, const WatchModel& model) {
    return next_video_card(ui, "watch.next", rect, ui.tr(next_kicker(model)), *model.next);
}

/// What stands beside an upright picture: the title, and what is said or the next video.
Intent beside_picture(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const float top = (is_low(ui) ? ui::space::s16 : ui::space::s32) + ui::space::s8;
    const float y = title_card(ui, plan, model, top) + ui::space::s24;
    const Rect room{plan.bar.x, y, plan.bar.w, plan.panel.y - target_gap(ui) - y};
    if (plan.reads) return transcript_pane(ui, room, model);
    if (!plan.offers) return {};
    const Rect card{room.x, room.y, room.w, k_next_card};
    return next_card(ui, card, model) ? Intent{OpenVideo{model.next->id}} : Intent{};
}

/// What stands between the picture and the controls of a tall page.
Intent beneath_picture(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    float y = std::max(plan.picture.bottom(), 0.f) + ui::space::s16;
    if (model.has_captions && model.captions_on) y += captions_height(ui) + ui::space::s16;
    y = title_card(ui, plan, model, y + ui::space::s8) + ui::space::s24;
    if (!model.next || y + k_next_card + target_gap(ui) > plan.panel.y) return {};
    const Rect card{plan.bar.x, y, plan.bar.w, k_next_card};
    return next_card(ui, card, model) ? Intent{OpenVideo{model.next->id}} : Intent{};
}

Intent controls(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    Intent intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    if (plan.apart) {
        take(plan.beside ? beside_picture(ui, plan, model) : beneath_picture(ui, plan, model));
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
    switch (sheet_of(ui, model)) {
    case WatchSheet::none:
        break;
    case WatchSheet::chapters:
        return chapter_sheet(ui, model);
    case WatchSheet::pace:
        return pace_sheet(ui, model);
    case WatchSheet::sounds:
        return sound_sheet(ui, model);
    }
    return intent;
}

} // namespace pufa::screens
