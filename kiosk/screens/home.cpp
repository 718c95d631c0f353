#include "kiosk/screens/home.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_daily_width = 536, k_daily_wide = 720;
constexpr float k_banner_least = 288, k_banner_most = 304, k_banner_alone = 470;
constexpr float k_banner_padding = 44;
constexpr float k_door_height = 132, k_door_alone = 200;
constexpr float k_row_gap = 24;
constexpr float k_card_width = 408, k_card_picture = 230;
constexpr float k_shelf_head = 56;
constexpr float k_towers_share = 0.47f; // of the banner's width

// ---- the banner ----

void banner_ground(Ui& ui, const Rect& rect) {
    ui.shadow(rect, Elevation::middle, ui::radius::card);
    ui.fill(rect, Color::river_dark, ui::radius::card);
    const float w = std::min(rect.w * k_towers_share, rect.h * 1.75f);
    skyline(ui, {rect.right() - w - ui::space::s32, rect.y + rect.h * 0.2f, w, rect.h * 0.8f});
}

float banner_text_width(const Rect& rect) {
    return rect.w - std::min(rect.w * k_towers_share, rect.h * 1.75f) - k_banner_padding -
           ui::space::s48;
}

/// Its lines are spread over the height that the page can spare.
Intent campaign_banner(Ui& ui, const Rect& rect, const CampaignBanner& campaign) {
    const bool tapped = ui.target("home.campaign", rect);
    const Rect shown = pressed_rect(ui, "home.campaign", rect);
    banner_ground(ui, shown);
    const float x = shown.x + k_banner_padding;
    const float w = banner_text_width(shown);

    const std::string days =
        campaign.days_left > 0
            ? ui.tr("screens.home.days_left", {{"days", fmt::format("{}", campaign.days_left)}})
            : ui.tr("screens.home.today");
    const auto days_style = bold(ui::type::caption + 2, Color::ink);
    const float days_width = ui.text_width(days_style, days) + 2 * ui::space::s16 + 4;
    const float chip_h = 44;
    const float button_h = std::max(76.f, ui.layout().mm(k_primary_mm) * 0.94f);
    const auto title_style = serif(ui::type::display - ui::space::s8, Color::white, 1.2f);
    const auto count_style = regular(ui::type::caption + ui::space::s4, Color::river_tint, 1.3f);
    const float title_h = ui.text_height(title_style, w, campaign.title, 1);
    const float count_h = count_style.size * count_style.line_height;
    const float used = chip_h + title_h + count_h + button_h;
    const float gap = std::clamp((shown.h - used) / 5, 6.f, ui::space::s32);
    float y = shown.y + (shown.h - used - 3 * gap) / 2;

    ui.fill({x, y, days_width, chip_h}, Color::gold, chip_h / 2);
    ui.label(days_style, {x, y, days_width, chip_h}, days);
    const float note_x = x + days_width + ui::space::s16 + 4;
    ui.label(regular(ui::type::caption + 2, Color::river_tint), {note_x, y, x + w - note_x, chip_h},
             campaign.note, Align::left);
    y += chip_h + gap;
    y += ui.text(title_style, {x, y}, w, campaign.title, Align::left, 1) + gap * 0.5f;
    std::string counts;
    if (campaign.videos > 0)
        counts = ui.tr("screens.home.videos", {{"count", fmt::format("{}", campaign.videos)}});
    if (campaign.questions > 0) {
        if (!counts.empty()) counts += "    ";
        counts +=
            ui.tr("screens.home.questions", {{"count", fmt::format("{}", campaign.questions)}});
    }
    ui.text(count_style, {x, y}, w, counts, Align::left, 1);
    y += count_h + gap * 1.5f;
    // The whole banner is the target; the button says so.
    const std::string& enter = ui.tr("screens.home.enter_campaign");
    const float enter_w = pill_width(ui, enter, ui::icons::forward);
    const Rect button{x, y, enter_w, button_h};
    ui.fill(button, Color::white, button.h / 2);
    const auto enter_style = bold(ui::type::body, Color::river_dark);
    const float words = ui.text_width(enter_style, enter) + 1;
    const float icon = ui::type::body * 1.15f;
    const float start = button.center().x - (words + icon + ui::space::s12) / 2;
    ui.label(enter_style, {start, button.y, words, button.h}, enter, Align::left);
    ui.icon(ui::icons::forward, {start + words + ui::space::s12 + icon / 2, button.center().y},
            icon, Color::river_dark);
    return tapped ? Intent{OpenCampaign{campaign.id}} : Intent{};
}

/// No campaign is near: a quiet greeting, nothing to touch.
void welcome_banner(Ui& ui, const Rect& rect) {
    banner_ground(ui, rect);
    const float x = rect.x + k_banner_padding + ui::space::s4;
    const float w = banner_text_width(rect);
    const auto title = serif(ui::type::display - ui::space::s8, Color::white, 1.2f);
    const auto note = regular(ui::type::body, Color::river_tint, 1.4f);
    const std::string& hello = ui.tr("screens.home.welcome");
    const std::string& more = ui.tr("screens.home.welcome_note");
    const float title_h = ui.text_height(title, w, hello, 2);
    const float note_h = ui.text_height(note, w, more, 2);
    const float rule = ui::space::s4;
    float y = rect.center().y - (title_h + note_h + ui::space::s24 * 2 + rule) / 2;
    ui.text(title, {x, y}, w, hello, Align::left, 2);
    y += title_h + ui::space::s24;
    ui.fill({x, y, ui::space::s96, rule}, Color::gold, rule / 2);
    y += rule + ui::space::s24;
    ui.text(note, {x, y}, w, more, Align::left, 2);
}

// ---- the daily question ----

struct DailyShape {
    float width;
    bool stacked;
};

/// Side by side if the words of both answers fit, else one above the other in a wider card.
DailyShape daily_shape(Ui& ui, const DailyQuestion& daily) {
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    const float half = (k_daily_width - 2 * 36 - target_gap(ui)) / 2 - 2 * ui::space::s24;
    for (const auto& option : daily.options)
        if (ui.text_width(style, option) > half) return {k_daily_wide, true};
    return {k_daily_width, false};
}

Intent daily_card(Ui& ui, const Rect& rect, const DailyQuestion& daily, bool stacked) {
    card(ui, rect, Elevation::middle);
    const float padding = 36;
    const float x = rect.x + padding;
    const float w = rect.w - 2 * padding;
    const auto count = std::min<size_t>(daily.options.size(), 2);
    const float gap = target_gap(ui);
    const float answer_h = ui.layout().mm(stacked ? k_normal_mm : k_primary_mm);
    const float answers_h = stacked ? answer_h * 2 + gap : answer_h;
    const float answers_y = rect.bottom() - (stacked ? ui::space::s24 : 30) - answers_h;

    const float kicker_y = rect.y + (stacked ? ui::space::s24 : 34);
    const float icon = 32;
    ui.icon(ui::icons::quiz, {x + icon / 2, kicker_y + icon / 2}, icon, Color::peel);
    ui.label(bold(ui::type::caption + ui::space::s4, Color::peel),
             {x + icon + ui::space::s12, kicker_y, w - icon, icon}, ui.tr("screens.home.daily"),
             Align::left);
    const float stem_y = kicker_y + icon + ui::space::s12;
    const float room = answers_y - stem_y - ui::space::s12;
    auto stem = bold(ui::type::body_large, Color::ink, 1.35f);
    if (ui.text_height(stem, w, daily.stem) > room) stem = bold(ui::type::body, Color::ink, 1.3f);
    const int lines = std::max(1, static_cast<int>(room / (stem.size * stem.line_height)));
    const float stem_h = ui.text_height(stem, w, daily.stem, lines);
    ui.text(stem, {x, stem_y + std::max(0.f, (room - stem_h) * 0.4f)}, w, daily.stem, Align::left,
            lines);

    Intent intent;
    for (size_t i = 0; i < count; ++i) {
        const auto n = static_cast<float>(i);
        const float answer_w = stacked ? w : (w - gap) / 2;
        const Rect answer = stacked ? Rect{x, answers_y + n * (answer_h + gap), answer_w, answer_h}
                                    : Rect{x + n * (answer_w + gap), answers_y, answer_w, answer_h};
        if (pill(ui, {.id = fmt::format("home.daily.{}", i),
                      .rect = answer,
                      .label = daily.options[i],
                      .look = PillLook::quiet}))
            intent = AnswerDaily{daily.question, static_cast<int>(i)};
    }
    return intent;
}

// ---- the doors ----

struct Door {
    std::string_view id, title, note;
    char32_t icon;
    Color color, tint;
    Intent intent;
};

Intent draw_door(Ui& ui, const Rect& rect, const Door& door) {
    const bool tapped = ui.target(door.id, rect);
    const Rect shown = pressed_rect(ui, door.id, rect);
    card(ui, shown);
    const float r = 42;
    const Point center{shown.x + 28 + r, shown.center().y};
    round_icon(ui, center, r, door.icon, door.color, door.tint);
    const float x = center.x + r + ui::space::s32 - 2;
    const float w = shown.right() - ui::space::s64 - x;
    const auto title = bold(ui::type::title, Color::ink, 1.2f);
    const auto note = regular(ui::type::caption + 1, Color::ink2, 1.35f);
    const float title_h = title.size * title.line_height;
    const float note_h = note.size * note.line_height;
    float y = shown.center().y - (title_h + note_h + 2) / 2;
    ui.text(title, {x, y}, w, ui.tr(door.title), Align::left, 1);
    y += title_h + 2;
    ui.text(note, {x, y}, w, ui.tr(door.note), Align::left, 1);
    ui.icon(ui::icons::chevron_right, {shown.right() - ui::space::s32 - 4, shown.center().y},
            ui::type::title, Color::brick);
    return tapped ? door.intent : Intent{};
}

Intent draw_doors(Ui& ui, const Rect& row, const HomeModel& model) {
    std::vector<Door> doors;
    if (model.has_videos)
        doors.push_back({"home.door.videos", "screens.home.door.videos",
                         "screens.home.door.videos_note", ui::icons::video, Color::river,
                         Color::river_tint, OpenVideos{}});
    if (model.has_quizzes)
        doors.push_back({"home.door.quizzes", "screens.home.door.quizzes",
                         "screens.home.door.quizzes_note", ui::icons::quiz, Color::peel,
                         Color::peel_tint, OpenQuizzes{}});
    doors.push_back({"home.door.help", "screens.home.door.help", "screens.home.door.help_note",
                     ui::icons::handshake, Color::palm, Color::palm_tint, OpenHelp{}});
    const auto count = static_cast<float>(doors.size());
    const float w = (row.w - k_row_gap * (count - 1)) / count;
    Intent intent;
    for (size_t i = 0; i < doors.size(); ++i) {
        const Rect place{row.x + static_cast<float>(i) * (w + k_row_gap), row.y, w, row.h};
        const Intent touched = draw_door(ui, place, doors[i]);
        if (touched.index() != 0) intent = touched;
    }
    return intent;
}

// ---- the shelf ----

Intent draw_shelf_row(Ui& ui, const Rect& area, const HomeModel& model) {
    ui.text(bold(ui::type::body_large + 2, Color::ink), {area.x, area.y}, area.w, model.shelf_title,
            Align::left, 1);
    const float words = video_card_words_height(1);
    const float top = area.y + k_shelf_head;
    const float picture_h = std::min(k_card_picture, area.bottom() - top - words);
    const float card_w = k_card_width * picture_h / k_card_picture;
    const auto count = static_cast<float>(model.shelf.size());
    // The row runs to both edges of the screen, so that what goes on is seen to go on.
    const Rect row{0, top, ui.layout().canvas_width, picture_h + words};
    const float length = 2 * area.x + count * card_w + (count - 1) * ui::space::gutter;
    const float offset = length > row.w ? ui.scroll_area("home.shelf", row, length, true) : 0.f;
    // Shadows reach above and below the row.
    ui.push_clip({row.x, row.y - ui::space::s24, row.w, row.h + ui::space::s24});
    Intent intent;
    for (size_t i = 0; i < model.shelf.size(); ++i) {
        const auto& video = model.shelf[i];
        const float x = area.x - offset + static_cast<float>(i) * (card_w + ui::space::gutter);
        if (x > row.right() || x + card_w < 0) continue;
        if (video_card(ui, "home.card." + video.id.value, {x, top, card_w, picture_h}, row, video,
                       1))
            intent = OpenVideo{video.id};
    }
    ui.pop_clip();
    return intent;
}

} // namespace

Intent draw_home(Ui& ui, const HomeModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    Intent intent = draw_dock(ui, model.dock);
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    const Rect area = content_area(ui);
    const bool shelf = !model.shelf.empty();
    const float words = video_card_words_height(1) + k_shelf_head + ui::space::s24;
    const float spare = area.h - k_door_height - words - 2 * k_row_gap - k_card_picture;
    const float banner_h = shelf ? std::clamp(spare, k_banner_least, k_banner_most)
                                 : std::min(k_banner_alone, area.h - k_door_alone - 3 * k_row_gap);
    const float door_h = shelf ? k_door_height : k_door_alone;

    Rect banner{area.x, area.y, area.w, banner_h};
    if (model.daily && model.daily->options.size() >= 2) {
        const auto shape = daily_shape(ui, *model.daily);
        banner.w -= shape.width + ui::space::gutter;
        take(daily_card(ui, {banner.right() + ui::space::gutter, area.y, shape.width, banner_h},
                        *model.daily, shape.stacked));
    }
    if (model.campaign)
        take(campaign_banner(ui, banner, *model.campaign));
    else
        welcome_banner(ui, banner);
    const Rect doors{area.x, banner.bottom() + k_row_gap, area.w, door_h};
    take(draw_doors(ui, doors, model));
    if (shelf) {
        const float y = doors.bottom() + k_row_gap;
        take(draw_shelf_row(ui, {area.x, y, area.w, area.bottom() - ui::space::s12 - y}, model));
    }
    return intent;
}

} // namespace pufa::screens
