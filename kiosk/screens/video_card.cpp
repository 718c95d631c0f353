// The cards that stand for a video, on shelves and where another is offered.

#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_mark_inset = ui::space::s12;
constexpr float k_picture_share = 408.f / 230.f; // width by height of a card's picture

} // namespace

void video_picture(Ui& ui, const Rect& rect, const VideoCard& video) {
    ui.shadow(rect, Elevation::low, ui::radius::card);
    if (video.poster.key.empty()) {
        ui.fill(rect, Color::river_tint, ui::radius::card);
        ui.icon(ui::icons::play_circle, rect.center(), rect.h * 0.4f, Color::river);
    } else {
        ui.picture(video.poster.key, rect, ui::radius::card, Color::river_tint);
    }
    if (video.unavailable) ui.fill(rect, Color::mist, ui::radius::card, 0.72f);
    contrast_edge(ui, rect, ui::radius::card);
    if (video.ai_generated)
        chip(ui, {rect.x + k_mark_inset, rect.y + k_mark_inset}, ui.tr("screens.ai_generated"),
             Color::ink, Color::white);
    const std::string length = duration_words(video.duration);
    const float w =
        ui.text_width(regular(ui::type::caption, Color::snow), length) + 2 * ui::space::s12;
    const Rect mark{rect.right() - k_mark_inset - w, rect.bottom() - k_mark_inset - chip_height(),
                    w, chip_height()};
    ui.fill(mark, Color::night, ui::radius::chip, 0.8f);
    ui.label(regular(ui::type::caption, Color::snow), mark, length);
}

float video_card_words_height(int title_lines) {
    return ui::space::s12 + static_cast<float>(title_lines) * ui::type::body * k_title_line +
           ui::space::s4 + ui::type::caption * k_body_line;
}

bool video_card(Ui& ui, std::string_view id, const Rect& picture, const Rect& clip,
                const VideoCard& video, int title_lines) {
    const Rect whole{picture.x, picture.y, picture.w,
                     picture.h + video_card_words_height(title_lines)};
    const bool tapped = clipped_target(ui, id, whole, clip, !video.unavailable);
    const Rect shown = pressed_rect(ui, id, picture);
    video_picture(ui, shown, video);
    const Color ink = video.unavailable ? Color::brick : Color::ink;
    float y = picture.bottom() + ui::space::s12;
    const auto title = bold(ui::type::body, ink);
    const std::string name =
        title_lines > 1 ? in_phrases(ui, title, picture.w, video.title) : video.title;
    y += ui.text(title, {picture.x, y}, picture.w, name, Align::left, title_lines);
    y += ui::space::s4;
    const std::string& note = video.unavailable ? ui.tr("screens.video_unavailable") : video.note;
    const Color note_ink = video.unavailable ? Color::peel : Color::ink2;
    ui.text(regular(ui::type::caption, note_ink), {picture.x, y}, picture.w, note, Align::left, 1);
    return tapped && !video.unavailable;
}

bool wide_video_card(Ui& ui, std::string_view id, const Rect& rect, const Rect& clip,
                     const VideoCard& video) {
    const bool tapped = clipped_target(ui, id, rect, clip, !video.unavailable);
    const Rect shown = pressed_rect(ui, id, rect);
    card(ui, shown);
    const float h = shown.h - 2 * ui::space::s16;
    const Rect picture{shown.x + ui::space::s16, shown.y + ui::space::s16,
                       std::min(h * k_picture_share, shown.w * 0.55f), h};
    video_picture(ui, picture, video);
    const float x = picture.right() + ui::space::s32;
    const float w = shown.right() - ui::space::s32 - x;
    const Color ink = video.unavailable ? Color::brick : Color::ink;
    const auto title = bold(ui::type::body_large, ink, 1.35f);
    const auto note = regular(ui::type::caption + 2, video.unavailable ? Color::peel : Color::ink2);
    const std::string& words = video.unavailable ? ui.tr("screens.video_unavailable") : video.note;
    const std::string name = in_phrases(ui, title, w, video.title);
    const float title_h = ui.text_height(title, w, name, 3);
    const float note_h = ui.text_height(note, w, words, 2);
    float y = shown.center().y - (title_h + ui::space::s8 + note_h) / 2;
    ui.text(title, {x, y}, w, name, Align::left, 3);
    y += title_h + ui::space::s8;
    ui.text(note, {x, y}, w, words, Align::left, 2);
    return tapped && !video.unavailable;
}

bool next_video_card(Ui& ui, std::string_view id, const Rect& rect, std::string_view kicker,
                     const VideoCard& video) {
    const bool tapped = ui.target(id, rect);
    const Rect shown = pressed_rect(ui, id, rect);
    ui.fill(shown, Color::mist, ui::radius::card);
    ui.outline(shown, Color::brick, 2, ui::radius::card);
    // The words keep more than half of the card.
    const float most_h = shown.h - 2 * ui::space::s16;
    const float w_picture = std::min(most_h * k_picture_share, shown.w * 0.42f);
    const float h = w_picture / k_picture_share;
    const Rect picture{shown.x + ui::space::s16, shown.center().y - h / 2, w_picture, h};
    video_picture(ui, picture, video);
    const float x = picture.right() + ui::space::s24;
    const float w = shown.right() - ui::space::s64 - x;
    const auto small = bold(ui::type::caption, Color::river);
    const auto large = bold(ui::type::body, Color::ink);
    const auto note = regular(ui::type::caption, Color::ink2);
    const std::string name = in_phrases(ui, large, w, video.title);
    const float title = ui.text_height(large, w, name, 2);
    const float note_height = video.note.empty() ? 0 : ui.text_height(note, w, video.note, 1);
    float y =
        shown.center().y - (small.size * k_title_line + title + note_height) / 2 - ui::space::s4;
    y += ui.text(small, {x, y}, w, kicker, Align::left, 1) + ui::space::s4;
    y += ui.text(large, {x, y}, w, name, Align::left, 2) + ui::space::s4;
    if (!video.note.empty()) ui.text(note, {x, y}, w, video.note, Align::left, 1);
    ui.icon(ui::icons::chevron_right, {shown.right() - ui::space::s32, shown.center().y},
            ui::type::title, Color::brick);
    return tapped;
}

} // namespace pufa::screens
