#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_width = 860, k_side = 60;
constexpr float k_next = 168, k_next_low = 84;
constexpr float k_episode = 232; ///< what most go on with is the largest thing on the sheet

Intent failed_buttons(Ui& ui, const Rect& row) {
    const bool back = pill(ui, {.id = "watch.back",
                                .rect = row,
                                .label = ui.tr("screens.back"),
                                .icon = ui::icons::back,
                                .look = PillLook::primary});
    return back ? Intent{GoBack{}} : Intent{};
}

/// The questions on what was just said come first; the rest keeps its place as icons.
Intent quiz_buttons(Ui& ui, const Rect& row, const model::ItemId& id, const QuizCard& quiz) {
    Intent intent;
    const float gap = target_gap(ui), side = row.h;
    const float wide = row.w - 2 * (side + gap);
    if (pill(ui, {.id = "watch.quiz",
                  .rect = {row.x, row.y, wide, row.h},
                  .label = ui.tr("screens.watch.quiz"),
                  .icon = ui::icons::quiz,
                  .look = PillLook::primary}))
        intent = OpenQuiz{quiz.id};
    if (pill(ui, {.id = "watch.again",
                  .rect = {row.x + wide + gap, row.y, side, row.h},
                  .label = {},
                  .icon = ui::icons::replay,
                  .look = PillLook::outlined}))
        intent = OpenVideo{id};
    if (pill(ui, {.id = "watch.home",
                  .rect = {row.right() - side, row.y, side, row.h},
                  .label = {},
                  .icon = ui::icons::home,
                  .look = PillLook::outlined}))
        intent = GoHome{};
    return intent;
}

Intent ended_buttons(Ui& ui, const Rect& row, const WatchModel& model) {
    if (model.quiz) return quiz_buttons(ui, row, model.id, *model.quiz);
    const auto& id = model.id;
    Intent intent;
    const float gap = target_gap(ui);
    const float half = (row.w - gap) / 2;
    if (pill(ui, {.id = "watch.again",
                  .rect = {row.x, row.y, half, row.h},
                  .label = ui.tr("screens.watch.again"),
                  .icon = ui::icons::replay,
                  .look = PillLook::primary}))
        intent = OpenVideo{id};
    if (pill(ui, {.id = "watch.home",
                  .rect = {row.x + half + gap, row.y, half, row.h},
                  .label = ui.tr("screens.home_button"),
                  .icon = ui::icons::home,
                  .look = PillLook::outlined}))
        intent = GoHome{};
    return intent;
}

/// Where there is no room for a picture: the words alone.
bool next_row(Ui& ui, std::string_view id, const Rect& rect, std::string_view kicker,
              const VideoCard& video) {
    const bool tapped = ui.target(id, rect);
    const Rect shown = pressed_rect(ui, id, rect);
    ui.fill(shown, Color::mist, ui::radius::card);
    ui.outline(shown, Color::brick, 2, ui::radius::card);
    const float icon = ui::type::headline;
    ui.icon(ui::icons::play_circle, {shown.x + ui::space::s16 + icon / 2, shown.center().y}, icon,
            Color::river);
    const float x = shown.x + 2 * ui::space::s16 + icon;
    const float w = shown.right() - ui::space::s16 - x;
    const auto small = bold(ui::type::caption, Color::river);
    const auto large = bold(ui::type::body, Color::ink);
    const float y = shown.center().y - (small.size + large.size) * k_title_line / 2;
    ui.text(small, {x, y}, w, kicker, Align::left, 1);
    ui.text(large, {x, y + small.size * k_title_line}, w, video.title, Align::left, 1);
    return tapped;
}

std::string_view more_key(const WatchModel& model) {
    if (model.state == WatchModel::State::failed)
        return model.next ? "screens.watch.failed_next" : "screens.watch.failed_note";
    if (!model.next) return "screens.watch.ended_note";
    if (model.next_follows) return "screens.watch.ended_follows";
    return model.next_is_episode ? "screens.watch.ended_episode" : "screens.watch.ended_next";
}

/// What is said, and how it is set in the room there is.
struct Said {
    TextStyle title = serif(ui::type::title, Color::ink);
    TextStyle body = regular(ui::type::body, Color::ink2);
    std::string_view headline;
    std::string more;
    float inner = 0, padding = 0, next = 0, gap = 0;
    float title_h = 0, body_h = 0, button = 0, height = 0;

    Said(Ui& ui, float width, float padding_, float next_, const WatchModel& model)
        : padding(padding_)
        , next(model.next ? next_ : 0)
        , gap(std::min(ui::space::s24, padding_)) {
        const bool failed = model.state == WatchModel::State::failed;
        headline = ui.tr(failed ? "screens.watch.failed" : "screens.watch.ended");
        more = ui.tr(more_key(model));
        inner = width - 2 * padding;
        more = in_phrases(ui, body, inner, more);
        title_h = ui.text_height(title, inner, headline);
        body_h = ui.text_height(body, inner, more);
        button = ui.layout().mm(k_primary_mm);
        height = 2 * padding + title_h + ui::space::s8 + body_h + gap + next +
                 (next > 0 ? gap : 0) + button;
    }
    /// Where room is short the headline alone must do.
    void shorten() {
        height -= body_h + ui::space::s8;
        body_h = 0;
        more = {};
    }
};

} // namespace

Intent watch_notice(Ui& ui, const Rect& room, const WatchModel& model) {
    const float most = room.w - 2 * std::min(ui.layout().margin, k_side);
    const bool episode = model.next_is_episode && model.state == WatchModel::State::ended;
    Said said{ui, std::min(k_width, most), ui::space::s48, episode ? k_episode : k_next, model};
    if (said.height > room.h && episode)
        said = Said{ui, std::min(k_width, most), ui::space::s48, k_next, model};
    if (said.height > room.h) said = Said{ui, most, ui::space::s24, k_next, model};
    if (said.height > room.h) said.shorten();
    if (said.height > room.h) {
        said = Said{ui, most, ui::space::s24, k_next_low, model};
        said.shorten();
    }
    const float w = said.inner + 2 * said.padding;
    const Rect sheet{room.center().x - w / 2, std::max(room.y, room.center().y - said.height / 2),
                     w, said.height};
    ui.shadow(sheet, Elevation::high, ui::radius::sheet);
    ui.fill(sheet, Color::card, ui::radius::sheet);
    const float x = sheet.x + said.padding;
    float y = sheet.y + said.padding;
    y += ui.text(said.title, {x, y}, said.inner, said.headline) + ui::space::s8;
    if (said.body_h > 0) y += ui.text(said.body, {x, y}, said.inner, said.more);
    y += said.gap - (said.body_h > 0 ? 0 : ui::space::s8);
    Intent intent;
    if (model.next) {
        const Rect next{x, y, said.inner, said.next};
        const std::string& kicker = ui.tr(next_kicker(model));
        if (said.next < k_next ? next_row(ui, "watch.next", next, kicker, *model.next)
                               : next_video_card(ui, "watch.next", next, kicker, *model.next))
            intent = OpenVideo{model.next->id};
        y += said.next + said.gap;
    }
    const Rect row{x, y, said.inner, said.button};
    const Intent touched = model.state == WatchModel::State::failed ? failed_buttons(ui, row)
                                                                    : ended_buttons(ui, row, model);
    return touched.index() != 0 ? touched : intent;
}

} // namespace pufa::screens
