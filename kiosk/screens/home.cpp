#include "kiosk/screens/home.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/home_parts.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_banner_least = 288, k_banner_most = 304;
constexpr float k_door_height = 132, k_tall_door = 180, k_wide_door = 480, k_door_most = 300;
constexpr float k_row_gap = 24;
constexpr float k_card_width = 408, k_card_picture = 230, k_picture_least = 150, k_few_height = 300;
constexpr float k_shelf_head = 56;

// ---- the doors ----

struct Door {
    std::string_view id, title, note;
    char32_t icon;
    Color color, tint;
    Intent intent;
};

struct DoorLook {
    float r, side;
    TextStyle title, note;
};

/// Tall doors, where there is no shelf beneath, carry larger words; narrow ones smaller.
DoorLook door_look(Ui& ui, const Rect& rect, const Door& door) {
    const bool wide = rect.w > k_wide_door;
    const bool tall = rect.h > k_tall_door && wide;
    DoorLook look;
    look.r = tall ? 64.f : 42.f;
    look.side = tall ? ui::space::s48 : wide ? 28.f : ui::space::s16;
    look.note = regular(tall ? ui::type::body : ui::type::caption + 1, Color::ink2, 1.35f);
    const float room = rect.w - look.side - 2 * look.r - ui::space::s32 - ui::space::s16;
    for (const float size : {ui::type::headline, ui::type::title, ui::type::body_large}) {
        look.title = bold(size, Color::ink, 1.2f);
        if (size == ui::type::headline && !tall) continue;
        if (ui.text_width(look.title, ui.tr(door.title)) <= room) break;
    }
    return look;
}

Intent draw_door(Ui& ui, const Rect& rect, const Door& door) {
    const bool tapped = ui.target(door.id, rect);
    const Rect shown = pressed_rect(ui, door.id, rect);
    card(ui, shown);
    const auto [r, side, title, note] = door_look(ui, rect, door);
    const Point center{shown.x + side + r, shown.center().y};
    round_icon(ui, center, r, door.icon, door.color, door.tint);
    const float x = center.x + r + ui::space::s32 - 2;
    // The sign that it opens gives way to the words.
    const float room = shown.right() - ui::space::s64 - x;
    const bool sign = ui.text_width(note, ui.tr(door.note)) <= room;
    const float w = sign ? room : shown.right() - ui::space::s12 - x;
    const float title_h = title.size * title.line_height;
    const float note_h = ui.text_height(note, w, ui.tr(door.note), 2);
    float y = shown.center().y - (title_h + note_h + 2) / 2;
    ui.text(title, {x, y}, w, ui.tr(door.title), Align::left, 1);
    y += title_h + 2;
    ui.text(note, {x, y}, w, ui.tr(door.note), Align::left, 2);
    if (sign)
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

/// One or two videos fill the row lying on their side.
Intent draw_few(Ui& ui, const Rect& row, const std::vector<VideoCard>& videos) {
    Intent intent;
    const float w = (row.w - ui::space::gutter) / 2;
    const auto count = static_cast<float>(videos.size());
    for (size_t i = 0; i < videos.size(); ++i) {
        const float share = count > 1 ? w : row.w;
        const float x = row.x + static_cast<float>(i) * (w + ui::space::gutter);
        if (wide_video_card(ui, "home.card." + videos[i].id.value, {x, row.y, share, row.h},
                            videos[i]))
            intent = OpenVideo{videos[i].id};
    }
    return intent;
}

/// The row runs to both edges of the screen, so that what goes on is seen to go on.
Intent draw_many(Ui& ui, const Rect& area, float picture_h, const std::vector<VideoCard>& videos) {
    const float card_w = k_card_width * picture_h / k_card_picture;
    const auto count = static_cast<float>(videos.size());
    const Rect row{0, area.y, ui.layout().canvas_width, picture_h + video_card_words_height(1)};
    const float length = 2 * area.x + count * card_w + (count - 1) * ui::space::gutter;
    const float offset = ui.scroll_area("home.shelf", row, length, true);
    Intent intent;
    for (size_t i = 0; i < videos.size(); ++i) {
        const float x = area.x - offset + static_cast<float>(i) * (card_w + ui::space::gutter);
        if (x > row.right() || x + card_w < 0) continue;
        const Rect picture{x, area.y, card_w, picture_h};
        if (video_card(ui, "home.card." + videos[i].id.value, picture, row, videos[i], 1))
            intent = OpenVideo{videos[i].id};
    }
    return intent;
}

Intent draw_shelf_row(Ui& ui, const Rect& area, const HomeModel& model) {
    ui.text(bold(ui::type::body_large + 2, Color::ink), {area.x, area.y}, area.w, model.shelf_title,
            Align::left, 1);
    const float top = area.y + k_shelf_head;
    const Rect below{area.x, top, area.w, area.bottom() - top};
    if (model.shelf.size() <= 2)
        return draw_few(
            ui, {below.x, below.y, below.w, std::min(below.h - ui::space::s24, k_few_height)},
            model.shelf);
    const float picture_h = std::min(k_card_picture, below.h - video_card_words_height(1));
    return draw_many(ui, below, picture_h, model.shelf);
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
    const float words = video_card_words_height(1) + k_shelf_head + ui::space::s12;
    const float rows = k_door_height + 2 * k_row_gap + words;
    const float spare = area.h - rows - k_card_picture;
    // A canvas too low for pictures of any use keeps to the doors, which lead to the same.
    const bool shelf = !model.shelf.empty() && area.h - rows - k_banner_least >= k_picture_least;
    const float door_h =
        shelf ? k_door_height : std::clamp(area.h * 0.3f, k_door_height, k_door_most);
    const float banner_h = shelf ? std::clamp(spare, k_banner_least, k_banner_most)
                                 : area.h - door_h - k_row_gap - ui::space::s32;

    Rect banner{area.x, area.y, area.w, banner_h};
    if (model.daily && model.daily->options.size() == 2) {
        auto shape = daily_shape(ui, *model.daily);
        shape.width = std::min(shape.width, area.w / 2);
        // A long question takes height from the pictures beneath.
        if (shelf)
            banner.h = std::clamp(daily_height(ui, *model.daily, shape), banner_h,
                                  std::max(banner_h, area.h - rows - k_picture_least));
        banner.w -= shape.width + ui::space::gutter;
        const Rect daily{banner.right() + ui::space::gutter, area.y, shape.width, banner.h};
        take(draw_daily(ui, daily, *model.daily, shape.stacked));
    }
    take(draw_banner(ui, banner, model));
    const Rect doors{area.x, banner.bottom() + k_row_gap, area.w, door_h};
    take(draw_doors(ui, doors, model));
    if (shelf) {
        const float y = doors.bottom() + k_row_gap;
        take(draw_shelf_row(ui, {area.x, y, area.w, area.bottom() - ui::space::s12 - y}, model));
    }
    return intent;
}

} // namespace pufa::screens
