#include "kiosk/screens/frame.h"
#include "kiosk/screens/home_parts.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_padding = 44;
constexpr float k_towers_least = 800;                   // width of a banner that has room for them
constexpr std::array k_towers_shares{0.45f, 0.3f, 0.f}; // of the width
constexpr float k_towers_shape = 1.75f;                 // width by height
constexpr float k_tall_least = 330, k_tall_most_width = 1000, k_tall_towers = 0.62f,
                k_tall_towers_height = 0.6f;
constexpr float k_days_height = 44, k_note_gap = 20;
constexpr float k_roomy = 240; // height in which the daily question may be set as a title
constexpr float k_daily_width = 536, k_daily_wide = 720, k_daily_padding = 36;
constexpr float k_enter_sides = 80, k_daily_above = 34, k_daily_below = 30;
constexpr float k_daily_icon = 32, k_stem_line = 1.3f;

/// In portrait it may be so high that the towers stand beneath the words instead of beside them.
bool is_tall(const Rect& banner) {
    return banner.h > k_tall_least && banner.w < k_tall_most_width;
}

/// The towers give way to the words, step by step; `share` 0 leaves them out.
float towers_width(const Rect& banner, float share) {
    if (banner.w < k_towers_least) return 0;
    if (is_tall(banner)) return banner.w * k_tall_towers;
    return std::min(banner.w * share, banner.h * k_towers_shape);
}

void ground(Ui& ui, const Rect& rect, float share) {
    ui.shadow(rect, Elevation::middle, ui::radius::card);
    ui.fill(rect, Color::river_dark, ui::radius::card);
    const float w = towers_width(rect, share);
    if (w <= 0) return;
    const float h =
        is_tall(rect) ? rect.h * k_tall_towers_height : std::min(rect.h * 0.8f, w * 0.62f);
    skyline(ui, {rect.right() - w - ui::space::s32, rect.bottom() - h, w, h});
}

float words_width(const Rect& banner, float share) {
    const float towers = is_tall(banner) ? 0 : towers_width(banner, share);
    return banner.w - 2 * k_padding - (towers > 0 ? towers + ui::space::s4 : 0);
}

/// The largest size at which the title stays on one line; the smallest may take two.
TextStyle title_style(Ui& ui, float width, const std::string& title) {
    TextStyle style;
    for (const float size :
         {ui::type::display - ui::space::s8, ui::type::headline, ui::type::title}) {
        style = serif(size, Color::white, 1.2f);
        if (ui.text_width(style, title) <= width) break;
    }
    return style;
}

std::string days_words(Ui& ui, const CampaignBanner& campaign) {
    if (campaign.days_left <= 0) return ui.tr("screens.home.today");
    return ui.tr("screens.home.days_left", {{"days", fmt::format("{}", campaign.days_left)}});
}

const TextStyle k_days_style = bold(ui::type::caption + 2, Color::ink);
const TextStyle k_note_style = regular(ui::type::caption + 2, Color::river_tint);

float days_width(Ui& ui, const CampaignBanner& campaign) {
    return ui.text_width(k_days_style, days_words(ui, campaign)) + 2 * ui::space::s16 + 4;
}

void days_and_note(Ui& ui, const Rect& row, const CampaignBanner& campaign) {
    const Rect pill{row.x, row.y, days_width(ui, campaign), row.h};
    ui.fill(pill, Color::gold, pill.h / 2);
    ui.label(k_days_style, pill, days_words(ui, campaign));
    const float x = pill.right() + k_note_gap;
    ui.label(k_note_style, {x, row.y, row.right() - x, row.h}, campaign.note, Align::left);
}

/// The most of the banner that the towers may take and leave the words whole.
float towers_share(Ui& ui, const Rect& rect, const CampaignBanner& campaign) {
    const float note =
        days_width(ui, campaign) + k_note_gap + ui.text_width(k_note_style, campaign.note);
    for (const float share : k_towers_shares) {
        const float w = words_width(rect, share);
        const auto style = title_style(ui, w, campaign.title);
        const float two_lines = 2.1f * style.size * style.line_height;
        if (note <= w && ui.text_height(style, w, campaign.title) <= two_lines) return share;
    }
    return k_towers_shares.back();
}

std::string what_is_inside(Ui& ui, const CampaignBanner& campaign) {
    std::string words;
    if (campaign.videos > 0)
        words = ui.tr("screens.home.videos", {{"count", fmt::format("{}", campaign.videos)}});
    if (campaign.questions > 0) {
        if (!words.empty()) words += "\u3000";
        words +=
            ui.tr("screens.home.questions", {{"count", fmt::format("{}", campaign.questions)}});
    }
    return words;
}

/// Shows where to touch; the whole banner is the target.
void enter_button(Ui& ui, Point at, float height) {
    const std::string& enter = ui.tr("screens.home.enter_campaign");
    const auto style = bold(ui::type::body, Color::river_dark);
    const float icon = ui::type::body * 1.15f;
    const float words = ui.text_width(style, enter) + 1;
    const Rect button{at.x, at.y, words + ui::space::s12 + icon + k_enter_sides, height};
    ui.fill(button, Color::white, button.h / 2);
    const float start = button.center().x - (words + icon + ui::space::s12) / 2;
    ui.label(style, {start, button.y, words, button.h}, enter, Align::left);
    ui.icon(ui::icons::forward, {start + words + ui::space::s12 + icon / 2, button.center().y},
            icon, Color::river_dark);
}

Intent campaign_banner(Ui& ui, const Rect& rect, const Rect& clip, const CampaignBanner& campaign) {
    const bool tapped = clipped_target(ui, "home.campaign", rect, clip);
    const Rect shown = pressed_rect(ui, "home.campaign", rect);
    const float share = towers_share(ui, rect, campaign);
    ground(ui, shown, share);
    const float x = shown.x + k_padding;
    const float w = words_width(rect, share);
    const auto title = title_style(ui, w, campaign.title);
    const auto count = regular(ui::type::caption + ui::space::s4, Color::river_tint, 1.3f);
    const std::string name = in_phrases(ui, title, w, campaign.title);
    const float title_h = ui.text_height(title, w, name, 2);
    const float count_h = count.size * count.line_height;
    const float button_h = ui.layout().mm(k_primary_mm) - ui::space::s4;
    // The spaces between the lines grow with the banner; what is left is the margin.
    const float used = k_days_height + title_h + count_h + button_h;
    const float space = std::clamp((shown.h - used) / 9, ui::space::s4, ui::space::s24);
    float y = is_tall(rect) ? shown.y + k_padding - ui::space::s4
                            : shown.center().y - (used + space * 4) / 2;
    days_and_note(ui, {x, y, w, k_days_height}, campaign);
    y += k_days_height + space * 1.5f;
    y += ui.text(title, {x, y}, w, name, Align::left, 2);
    ui.text(count, {x, y}, w, what_is_inside(ui, campaign), Align::left, 1);
    y += count_h + space * 2.5f;
    enter_button(ui, {x, y}, button_h);
    return tapped ? Intent{OpenCampaign{campaign.id}} : Intent{};
}

/// Names only what is there.
std::string_view invitation(const HomeModel& model) {
    if (model.has_videos && model.has_quizzes) return "screens.home.welcome_both";
    if (model.has_videos) return "screens.home.welcome_videos";
    if (model.has_quizzes) return "screens.home.welcome_quizzes";
    return "screens.home.welcome_help";
}

void welcome_banner(Ui& ui, const Rect& rect, const std::string& more) {
    const auto note = regular(ui::type::body, Color::river_tint, 1.4f);
    float share = k_towers_shares.back();
    for (const float one : k_towers_shares) {
        share = one;
        const float two_lines = 2.1f * note.size * note.line_height;
        if (ui.text_height(note, words_width(rect, one), more) <= two_lines) break;
    }
    ground(ui, rect, share);
    const float x = rect.x + k_padding + ui::space::s4;
    const float w = words_width(rect, share);
    const auto title = title_style(ui, w, ui.tr("screens.home.welcome"));
    const std::string& hello = ui.tr("screens.home.welcome");
    const float title_h = ui.text_height(title, w, hello, 2);
    const float note_h = ui.text_height(note, w, more, 2);
    const float rule = ui::space::s4;
    float y = is_tall(rect) ? rect.y + k_padding + ui::space::s16
                            : rect.center().y - (title_h + note_h + ui::space::s24 * 2 + rule) / 2;
    ui.text(title, {x, y}, w, hello, Align::left, 2);
    y += title_h + ui::space::s24;
    ui.fill({x, y, ui::space::s96, rule}, Color::gold, rule / 2);
    y += rule + ui::space::s24;
    ui.text(note, {x, y}, w, more, Align::left, 2);
}

/// The card's height above its kicker, of its answers, and beneath them.
struct DailyInsets {
    float above, answers, below;
};
DailyInsets daily_insets(const Ui& ui, bool stacked) {
    const auto& layout = ui.layout();
    if (!stacked) return {k_daily_above, layout.mm(k_primary_mm), k_daily_below};
    return {ui::space::s24, 2 * layout.mm(k_normal_mm) + target_gap(ui), ui::space::s24};
}

/// As large as the room allows, never below a caption.
void draw_stem(Ui& ui, const Rect& room, const std::string& stem) {
    TextStyle style;
    for (const float size :
         {ui::type::title, ui::type::body_large, ui::type::body, ui::type::caption}) {
        if (size == ui::type::title && room.h < k_roomy) continue;
        style = bold(size, Color::ink, size > ui::type::body ? 1.35f : k_stem_line);
        if (ui.text_height(style, room.w, stem) <= room.h) break;
    }
    const std::string words = in_phrases(ui, style, room.w, stem);
    const int lines = std::max(1, static_cast<int>(room.h / (style.size * style.line_height)));
    const float h = ui.text_height(style, room.w, words, lines);
    ui.text(style, {room.x, room.y + std::max(0.f, (room.h - h) * 0.4f)}, room.w, words,
            Align::left, lines);
}

} // namespace

Intent draw_banner(Ui& ui, const Rect& rect, const Rect& clip, const HomeModel& model) {
    if (model.campaign) return campaign_banner(ui, rect, clip, *model.campaign);
    welcome_banner(ui, rect, ui.tr(invitation(model)));
    return {};
}

DailyShape daily_shape_in(Ui& ui, const DailyQuestion& daily, float width) {
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    const float half = (width - 2 * k_daily_padding - target_gap(ui)) / 2 - 2 * ui::space::s24;
    const bool fit =
        std::all_of(daily.options.begin(), daily.options.end(), [&](const std::string& option) {
            return ui.text_width(style, option) <= half;
        });
    return {width, !fit};
}

DailyShape daily_shape(Ui& ui, const DailyQuestion& daily) {
    const auto shape = daily_shape_in(ui, daily, k_daily_width);
    return shape.stacked ? DailyShape{k_daily_wide, true} : shape;
}

float daily_height(Ui& ui, const DailyQuestion& daily, const DailyShape& shape) {
    const auto stem = bold(ui::type::body, Color::ink, k_stem_line);
    const auto insets = daily_insets(ui, shape.stacked);
    const float words = ui.text_height(stem, shape.width - 2 * k_daily_padding, daily.stem);
    return insets.above + k_daily_icon + ui::space::s12 + words + ui::space::s12 + insets.answers +
           insets.below + 1; // so that sums in another order do not fall short
}

Intent draw_daily(Ui& ui, const Rect& rect, const Rect& clip, const DailyQuestion& daily,
                  bool stacked) {
    card(ui, rect, Elevation::middle);
    const float padding = k_daily_padding;
    const float x = rect.x + padding;
    const float w = rect.w - 2 * padding;
    const auto count = std::min<size_t>(daily.options.size(), 2);
    const float gap = target_gap(ui);
    const auto insets = daily_insets(ui, stacked);
    const float answers_y = rect.bottom() - insets.below - insets.answers;
    const float answer_h = ui.layout().mm(stacked ? k_normal_mm : k_primary_mm);

    const float kicker_y = rect.y + insets.above;
    const float icon = k_daily_icon;
    ui.icon(ui::icons::quiz, {x + icon / 2, kicker_y + icon / 2}, icon, Color::peel);
    ui.label(bold(ui::type::caption + ui::space::s4, Color::peel),
             {x + icon + ui::space::s12, kicker_y, w - icon, icon}, ui.tr("screens.home.daily"),
             Align::left);
    const float stem_y = kicker_y + icon + ui::space::s12;
    draw_stem(ui, {x, stem_y, w, answers_y - stem_y - ui::space::s12}, daily.stem);

    Intent intent;
    for (size_t i = 0; i < count; ++i) {
        const auto n = static_cast<float>(i);
        const float answer_w = stacked ? w : (w - gap) / 2;
        const Rect answer = stacked ? Rect{x, answers_y + n * (answer_h + gap), answer_w, answer_h}
                                    : Rect{x + n * (answer_w + gap), answers_y, answer_w, answer_h};
        if (clipped_pill(ui, clip,
                         {.id = fmt::format("home.daily.{}", i),
                          .rect = answer,
                          .label = daily.options[i],
                          .look = PillLook::quiet}))
            intent = AnswerDaily{daily.question, static_cast<int>(i)};
    }
    return intent;
}

} // namespace pufa::screens
