#include "kiosk/screens/frame.h"
#include "kiosk/screens/home_parts.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pufa::screens {

namespace {

constexpr size_t k_most_doors = 6;
constexpr float k_tall_door = 180, k_wide_door = 480, k_airy_door = 400;
constexpr float k_tile_r = 42, k_tall_r = 64;
constexpr float k_least_r = 32, k_row_side = 36, k_wide_side = 28;
constexpr float k_roomy_row = 150, k_middling_row = 116;
constexpr int k_most_abreast = 5;

struct Setting {
    float r, side;
    TextStyle title, note;
};

float words_room(const Rect& rect, const Setting& setting) {
    return rect.w - setting.side - 2 * setting.r - ui::space::s32 - ui::space::s16;
}

/// The largest of the sizes at which the title stays on one line.
template <size_t n>
void fit_title(Ui& ui, const Rect& rect, const Door& door, const std::array<float, n>& sizes,
               Setting& setting) {
    for (const float size : sizes) {
        setting.title = bold(size, Color::ink, 1.2f);
        if (ui.text_width(setting.title, door.title) <= words_room(rect, setting)) break;
    }
}

/// Tall tiles, where there is no shelf beneath, carry larger words; narrow ones smaller.
Setting tile_setting(Ui& ui, const Rect& rect, const Door& door) {
    const bool wide = rect.w > k_wide_door;
    const bool airy = rect.w > k_airy_door;
    const bool tall = rect.h > k_tall_door && rect.w > k_wide_door - ui::space::s64;
    Setting setting;
    setting.r = tall ? k_tall_r : k_tile_r;
    setting.side = tall && wide ? ui::space::s48 : airy ? k_wide_side : ui::space::s16;
    setting.note = regular(tall ? ui::type::body : ui::type::caption + 1, Color::ink2, 1.35f);
    if (tall)
        fit_title(ui, rect, door,
                  std::array{ui::type::headline, ui::type::title, ui::type::body_large}, setting);
    else
        fit_title(ui, rect, door, std::array{ui::type::title, ui::type::body_large}, setting);
    return setting;
}

Setting row_setting(Ui& ui, const Rect& rect, const Door& door) {
    Setting setting;
    setting.r = std::clamp(rect.h * 0.3f, k_least_r, k_tall_r);
    setting.side = std::min(k_row_side, rect.w * 0.06f);
    const bool roomy = rect.h >= k_roomy_row;
    setting.note = regular(rect.h >= k_middling_row ? ui::type::body : ui::type::caption + 2,
                           Color::ink2, 1.35f);
    if (roomy)
        fit_title(ui, rect, door,
                  std::array{ui::type::headline, ui::type::title, ui::type::body_large}, setting);
    else
        fit_title(ui, rect, door, std::array{ui::type::title, ui::type::body_large}, setting);
    return setting;
}

enum class Sign { none, chevron };

Setting setting_of(Ui& ui, const Rect& rect, const Door& door, DoorLook look) {
    return look == DoorLook::row ? row_setting(ui, rect, door) : tile_setting(ui, rect, door);
}

int note_lines(const Rect& rect, const Setting& setting) {
    const float title = setting.title.size * setting.title.line_height;
    const float note = setting.note.size * setting.note.line_height;
    return rect.h > title + 2 * note ? 2 : 1;
}

/// The sign that it opens gives way to words that take fewer lines without it.
bool has_room_for_sign(Ui& ui, const Rect& rect, const Door& door, DoorLook look) {
    const auto setting = setting_of(ui, rect, door, look);
    const float beside = rect.w - setting.side - 2 * setting.r - ui::space::s32 + 2;
    const auto lines = [&](const TextStyle& style, std::string_view words, float taken) {
        return ui.paragraph(style, beside - taken, words).lines.size();
    };
    const auto as_many = [&](const TextStyle& style, std::string_view words) {
        return lines(style, words, ui::space::s64) == lines(style, words, ui::space::s12);
    };
    return as_many(setting.title, door.title) && as_many(setting.note, door.note);
}

/// What all doors have in common, so that none seems to be more than the others.
struct Alike {
    DoorLook look;
    Sign sign;
    float title_size;
};

Intent draw_door(Ui& ui, const Rect& rect, const Rect& clip, const Door& door, const Alike& alike) {
    const bool tapped = clipped_target(ui, door.id, rect, clip);
    const Rect shown = pressed_rect(ui, door.id, rect);
    card(ui, shown);
    auto setting = setting_of(ui, rect, door, alike.look);
    setting.title.size = alike.title_size;
    const auto& [r, side, title, note] = setting;
    const Point center{shown.x + side + r, shown.center().y};
    round_icon(ui, center, r, door.icon, door.color, door.tint);
    const float x = center.x + r + ui::space::s32 - 2;
    const float w =
        shown.right() - (alike.sign == Sign::chevron ? ui::space::s64 : ui::space::s12) - x;
    const float title_h = title.size * title.line_height;
    const int lines = note_lines(rect, setting);
    const std::string words =
        lines > 1 ? in_phrases(ui, note, w, door.note) : std::string{door.note};
    const float note_h = ui.text_height(note, w, words, lines);
    float y = shown.center().y - (title_h + note_h + 2) / 2;
    ui.text(title, {x, y}, w, door.title, Align::left, 1);
    y += title_h + 2;
    ui.text(note, {x, y}, w, words, Align::left, lines);
    if (alike.sign == Sign::chevron)
        ui.icon(ui::icons::chevron_right, {shown.right() - ui::space::s32 - 4, shown.center().y},
                ui::type::title, Color::brick);
    return tapped ? door.intent : Intent{};
}

Door videos_door(const Ui& ui) {
    return {"home.door.videos",
            ui.tr("screens.home.door.videos"),
            ui.tr("screens.home.door.videos_note"),
            ui::icons::video,
            Color::river,
            Color::river_tint,
            OpenVideos{}};
}

Door quizzes_door(const Ui& ui, std::string_view note) {
    return {"home.door.quizzes", ui.tr("screens.home.door.quizzes"),
            ui.tr(note),         ui::icons::quiz,
            Color::peel,         Color::peel_tint,
            OpenQuizzes{}};
}

Door articles_door(const Ui& ui) {
    return {"home.door.articles",
            ui.tr("screens.home.door.articles"),
            ui.tr("screens.home.door.articles_note"),
            ui::icons::article,
            Color::river_dark,
            Color::gold_tint,
            OpenArticles{}};
}

Door campaign_door(const Ui& ui, const CampaignBanner& campaign) {
    return {"home.door.campaign",
            ui.tr("screens.home.door.campaign"),
            campaign.title,
            ui::icons::campaign_day,
            Color::seal,
            Color::seal_tint,
            OpenCampaign{campaign.id}};
}

Door places_door(const Ui& ui) {
    return {"home.door.places",
            ui.tr("screens.home.door.places"),
            ui.tr("screens.home.door.places_note"),
            ui::icons::handshake,
            Color::palm,
            Color::palm_tint,
            OpenFinder{}};
}

Door help_door(const Ui& ui, std::string_view title, std::string_view note, HelpPart part) {
    return {"home.door.help", ui.tr(title),     ui.tr(note),   ui::icons::handshake,
            Color::palm,      Color::palm_tint, OpenHelp{part}};
}

} // namespace

std::vector<Door> home_doors(const Ui& ui, const HomeModel& model) {
    std::vector<Door> doors;
    doors.reserve(k_most_doors);
    if (model.has_videos) doors.push_back(videos_door(ui));
    if (model.has_quizzes) doors.push_back(quizzes_door(ui, "screens.home.door.quizzes_note"));
    if (model.has_articles) doors.push_back(articles_door(ui));
    if (model.campaign && ui.layout().portrait())
        doors.push_back(campaign_door(ui, *model.campaign));
    doors.push_back(model.has_places ? places_door(ui)
                                     : help_door(ui, "screens.home.door.help",
                                                 "screens.home.door.help_note", HelpPart::any));
    return doors;
}

std::vector<Door> large_doors(const Ui& ui, const HomeModel& model) {
    std::vector<Door> doors;
    doors.reserve(k_most_doors);
    if (model.has_videos) doors.push_back(videos_door(ui));
    doors.push_back(model.has_places ? places_door(ui)
                                     : help_door(ui, "screens.home.large.help",
                                                 "screens.home.large.help_note", HelpPart::desk));
    if (model.has_quizzes) doors.push_back(quizzes_door(ui, "screens.home.large.quizzes_note"));
    doors.push_back({"home.door.call", ui.tr("screens.home.large.call"),
                     ui.tr("screens.home.large.call_note"), ui::icons::phone, Color::seal,
                     Color::seal_tint, OpenHelp{HelpPart::phone}});
    if (model.has_articles) doors.push_back(articles_door(ui));
    if (model.campaign) {
        auto door = campaign_door(ui, *model.campaign);
        door.color = Color::river;
        door.tint = Color::river_tint;
        doors.push_back(std::move(door));
    }
    return doors;
}

int door_columns(Ui& ui, const std::vector<Door>& doors, float width) {
    const auto count = static_cast<int>(doors.size());
    if (ui.layout().portrait()) return std::min(2, count);
    const auto title = bold(ui::type::body_large, Color::ink, 1.2f);
    for (int columns = std::min(count, k_most_abreast); columns > 2; --columns) {
        const auto n = static_cast<float>(columns);
        const Rect rect{0, 0, (width - (n - 1) * ui::space::s24) / n, 0};
        const float room = words_room(rect, {k_tile_r, ui::space::s16, {}, {}});
        const bool whole = std::all_of(doors.begin(), doors.end(), [&](const Door& door) {
            return ui.text_width(title, door.title) <= room;
        });
        if (whole && (columns == count || count % columns == 0)) return columns;
    }
    return std::min(2, count);
}

int door_rows(size_t doors, int columns) {
    return (static_cast<int>(doors) + columns - 1) / columns;
}

Intent draw_doors(Ui& ui, const Rect& area, const Rect& clip, const std::vector<Door>& doors,
                  int columns, DoorLook look) {
    const float gap = std::max(ui::space::s24, target_gap(ui));
    const auto across = static_cast<float>(columns);
    const auto rows = static_cast<float>(door_rows(doors.size(), columns));
    const float w = (area.w - gap * (across - 1)) / across;
    const float h = (area.h - gap * (rows - 1)) / rows;
    const auto place_of = [&](size_t i) {
        const auto column = static_cast<float>(i % static_cast<size_t>(columns));
        const auto row = std::floor(static_cast<float>(i) / across);
        const bool alone = column == 0 && i + 1 == doors.size();
        return Rect{area.x + column * (w + gap), area.y + row * (h + gap), alone ? area.w : w, h};
    };
    Alike alike{look, Sign::chevron, ui::type::number};
    for (size_t i = 0; i < doors.size(); ++i) {
        const Rect place = place_of(i);
        if (!has_room_for_sign(ui, place, doors[i], look)) alike.sign = Sign::none;
        alike.title_size =
            std::min(alike.title_size, setting_of(ui, place, doors[i], look).title.size);
    }
    Intent intent;
    for (size_t i = 0; i < doors.size(); ++i) {
        const Intent touched = draw_door(ui, place_of(i), clip, doors[i], alike);
        if (touched.index() != 0) intent = touched;
    }
    return intent;
}

} // namespace pufa::screens
