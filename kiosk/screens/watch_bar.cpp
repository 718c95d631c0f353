// The seek bar with its chapters, and the times beneath it.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/watch_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <any>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_thickness = 12, k_thumb = 20, k_thumb_held = 26;
constexpr float k_tick = 4, k_tick_height = 20;
constexpr float k_peek_width = 320, k_peek_height = 180, k_peek_edge = 4;
constexpr base::Micros k_peek_stays = std::chrono::milliseconds{900};
constexpr std::string_view k_peek = "watch.seek.peek";

float fraction_of(base::Micros at, base::Micros whole) {
    if (whole <= base::Micros{0}) return 0;
    return std::clamp(static_cast<float>(at.count()) / static_cast<float>(whole.count()), 0.f, 1.f);
}

base::Micros moment_at(float fraction, const WatchModel& model) {
    const auto whole = static_cast<double>(model.duration.count());
    return base::Micros{static_cast<int64_t>(whole * static_cast<double>(fraction))};
}

/// What is shown above the finger, and after a tap for a moment longer.
struct Peek {
    float fraction = 0;
    SteadyTime until{};
};

int cell_at(const SeekPictures& pictures, base::Micros at) {
    if (pictures.every <= base::Micros{0}) return 0;
    return static_cast<int>(std::min<int64_t>(at / pictures.every, pictures.count - 1));
}

Point peek_size(const SeekPictures& pictures) {
    const float shape = std::max(pictures.shape, 0.1f);
    const float h = std::min(k_peek_height, k_peek_width / shape);
    return {h * shape, h};
}

/// Asks for them, so that they are there when a finger slides; true if they are.
bool want_pictures(Ui& ui, const SeekPictures& pictures) {
    const Point size = peek_size(pictures);
    return ui.want_sheet(pictures.sheet.key, {pictures.count, pictures.columns},
                         {0, 0, size.x, size.y});
}

/// The picture of that moment over its time, or the time alone.
void peek(Ui& ui, const Rect& reach, float fraction, base::Micros at, const WatchModel& model) {
    const auto style = bold(ui::type::body_large, Color::ink);
    const std::string words = duration_words(at);
    const float x = reach.x + reach.w * fraction;
    const float foot = reach.center().y - k_thumb_held - ui::space::s16;
    const float time_h = style.size + ui::space::s24;
    const bool with_picture = model.pictures && want_pictures(ui, *model.pictures);
    const Point picture = with_picture ? peek_size(*model.pictures) : Point{};
    const float w = std::max(ui.text_width(style, words) + 2 * ui::space::s24,
                             with_picture ? picture.x + 2 * k_peek_edge : 0);
    const float h = with_picture ? picture.y + k_peek_edge + time_h : time_h + ui::space::s8;
    const Rect card{std::clamp(x - w / 2, reach.x, reach.right() - w), foot - h, w, h};
    ui.shadow(card, Elevation::middle, ui::radius::card);
    ui.fill(card, Color::snow, ui::radius::card);
    ui.label(style, with_picture ? Rect{card.x, foot - time_h, w, time_h} : card, words);
    if (!with_picture) return;
    const auto& pictures = *model.pictures;
    ui.picture_cell(pictures.sheet.key, {pictures.count, pictures.columns}, cell_at(pictures, at),
                    {card.center().x - picture.x / 2, card.y + k_peek_edge, picture.x, picture.y},
                    ui::radius::card - k_peek_edge);
}

/// While the finger slides, and for a moment after a tap.
void show_peek(Ui& ui, const Rect& reach, const std::optional<ui::Slide>& slide,
               const WatchModel& model) {
    auto& kept = ui.memory().kept;
    if (slide) kept[std::string{k_peek}] = Peek{slide->fraction, ui.now() + k_peek_stays};
    const auto found = kept.find(k_peek);
    const auto* held = found == kept.end() ? nullptr : std::any_cast<Peek>(&found->second);
    if (!held) return;
    const bool sliding = slide && !slide->done;
    if (!sliding && ui.now() >= held->until) {
        kept.erase(found);
        return;
    }
    peek(ui, reach, held->fraction, moment_at(held->fraction, model), model);
    if (!sliding) ui.keep_drawing();
}

void draw_bar(Ui& ui, const Rect& reach, float fraction, bool held, const WatchModel& model) {
    const float y = reach.center().y;
    const Rect bar{reach.x, y - k_thickness / 2, reach.w, k_thickness};
    ui.fill(bar, Color::snow, k_thickness / 2, 0.45f);
    const float x = bar.x + bar.w * fraction;
    if (x - bar.x > k_thickness)
        ui.fill({bar.x, bar.y, x - bar.x, bar.h}, Color::aqua, k_thickness / 2);
    for (const auto& chapter : model.chapters) {
        if (chapter.at <= base::Micros{0} || chapter.at >= model.duration) continue;
        const float tick = bar.x + bar.w * fraction_of(chapter.at, model.duration);
        ui.fill({tick - k_tick / 2, y - k_tick_height / 2, k_tick, k_tick_height}, Color::amber,
                k_tick / 2);
    }
    ui.circle({x, y}, held ? k_thumb_held : k_thumb, Color::white);
}

/// The chapter's name is the button that shows them all.
void chapter_button(Ui& ui, const Rect& row, base::Micros shown, const WatchModel& model) {
    const size_t number = chapter_at(model, shown);
    std::string words = ui.tr("screens.watch.chapters");
    const auto style = regular(ui::type::caption + 2, Color::amber, k_title_line);
    const float icon = style.size * k_icon_em;
    const float padding = ui::space::s24;
    const float most = row.w - 2 * padding - icon - ui::space::s12;
    if (number > 0) {
        const auto& title = model.chapters[number - 1].title.in(ui.language());
        words = ui.tr("screens.watch.chapter",
                      {{"number", fmt::format("{}", number)}, {"title", title}});
        // The name says more than the number.
        if (ui.text_width(style, words) > most) words = title;
    }
    const float name = std::min(ui.text_width(style, words) + 1, most);
    const float w = name + icon + ui::space::s12 + 2 * padding;
    const Rect rect{row.center().x - w / 2, row.y, w, row.h};
    if (ui.target("watch.chapters", rect)) open_sheet(ui, WatchSheet::chapters);
    const Rect face = pressed_rect(ui, "watch.chapters", rect);
    ui.fill(face, Color::snow, face.h / 2, k_dark_ground_alpha);
    ui.outline(face, Color::snow2, 2, face.h / 2);
    const float x = face.x + padding;
    ui.icon(ui::icons::list, {x + icon / 2, face.center().y}, icon, Color::amber);
    ui.label(style, {x + icon + ui::space::s12, face.y, name, face.h}, words, Align::left);
}

} // namespace

Intent seek_bar(Ui& ui, const WatchPlan& plan, const WatchModel& model) {
    const auto slide = ui.slider("watch.seek", plan.bar);
    const bool held = slide && !slide->done;
    const float fraction = slide ? slide->fraction : fraction_of(model.position, model.duration);
    const base::Micros shown = slide ? moment_at(fraction, model) : model.position;
    // The film goes first: decoding them would keep a core from its first picture.
    if (model.pictures && model.state != WatchModel::State::opening)
        (void)want_pictures(ui, *model.pictures);
    draw_bar(ui, plan.bar, fraction, held, model);

    const auto times = regular(ui::type::caption + 2, Color::snow2);
    const std::string now = duration_words(shown);
    const std::string end = duration_words(model.duration);
    ui.label(times, plan.times, now, Align::left);
    ui.label(times, plan.times, end, Align::right);
    if (!model.chapters.empty()) {
        const float aside =
            std::max(ui.text_width(times, now), ui.text_width(times, end)) + ui::space::s24;
        const Rect between{plan.times.x + aside, plan.times.y, plan.times.w - 2 * aside,
                           plan.times.h};
        chapter_button(ui, between, shown, model);
    }
    show_peek(ui, plan.bar, slide, model);
    if (!slide) return {};
    return slide->done ? Intent{SeekTo{shown}} : Intent{PreviewAt{shown}};
}

} // namespace pufa::screens
