#include "kiosk/screens/fault.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/ornament.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr float k_hero_share = 0.62f, k_low_hero_share = 0.56f;
constexpr float k_tall_hero_share = 0.56f, k_low_tall_share = 0.46f; // of the height
constexpr float k_tall_hero_most = 860;
constexpr float k_arcade = 72, k_above = 20;
constexpr float k_shallow = 640; // canvas height
constexpr float k_towers_least = 240;

/// How large the hotline's card is set; the first that fits is taken.
struct Hero {
    float padding, ask, number, name, second;
};
constexpr std::array<Hero, 5> k_heroes{
    {{64, ui::type::headline, ui::type::number * 2, ui::type::body_large, ui::type::title},
     {ui::space::s48, ui::type::headline, ui::type::number * 1.5f, ui::type::body_large,
      ui::type::title},
     {ui::space::s32, ui::type::title, ui::type::number * 1.2f, ui::type::body, ui::type::title},
     {ui::space::s32, ui::type::title, ui::type::number, ui::type::body, ui::type::body_large},
     {ui::space::s24, ui::type::body_large, ui::type::display, ui::type::caption + 2,
      ui::type::body}}};

struct HeroText {
    TextStyle ask, number, name, second, affairs;
    std::string question;
    float padding, inner;
    float upper, foot; ///< heights: to the name's end, and of the second number's row
    [[nodiscard]] float height() const { return 2 * padding + upper + ui::space::s24 + foot; }
};

HeroText set_hero(Ui& ui, const Hero& hero, float width) {
    HeroText set{serif(hero.ask, Color::white, 1.35f),
                 bold(hero.number, Color::white, 1.1f),
                 regular(hero.name, Color::river_tint),
                 bold(hero.second, Color::white),
                 regular(std::min(hero.second, ui::type::body), Color::river_tint, 1.3f),
                 {},
                 hero.padding,
                 width - 2 * hero.padding,
                 0,
                 0};
    set.question = in_phrases(ui, set.ask, set.inner, ui.tr("screens.fault.ask"));
    set.upper = ui.text_height(set.ask, set.inner, set.question, 2) + ui::space::s16 +
                ui::space::s4 + ui::space::s16 + set.number.size * set.number.line_height +
                ui.text_height(set.name, set.inner, ui.tr("screens.fault.hotline"), 2);
    const float beside = set.inner - ui.text_width(set.second, k_affairs_hotline) - ui::space::s24;
    set.foot = std::max(set.second.size * set.second.line_height,
                        ui.text_height(set.affairs, beside, ui.tr("screens.help.affairs")));
    return set;
}

HeroText fitting_hero(Ui& ui, const Rect& rect) {
    for (const auto& hero : k_heroes) {
        const auto set = set_hero(ui, hero, rect.w);
        if (set.height() <= rect.h && ui.text_width(set.number, k_legal_hotline) <= set.inner)
            return set;
    }
    return set_hero(ui, k_heroes.back(), rect.w);
}

/// The number that helps whatever happened to this machine.
void hotline(Ui& ui, const Rect& rect) {
    ui.shadow(rect, Elevation::middle, ui::radius::sheet);
    ui.fill(rect, Color::river_dark, ui::radius::sheet);
    const auto set = fitting_hero(ui, rect);
    const float x = rect.x + set.padding;
    // Between the words and the second number, if there is room for towers.
    const float room = rect.h - set.height();
    const auto& affairs = ui.tr("screens.help.affairs");
    const float w = ui.text_width(set.second, k_affairs_hotline) + 2;
    const float beside = x + w + ui::space::s16;
    const float towers = std::min(rect.w * 0.43f, (room + set.foot) * 1.7f);
    const float before_towers = rect.right() - towers - ui::space::s64;
    const bool standing =
        towers >= k_towers_least &&
        ui.text_height(set.affairs, before_towers - beside, affairs) <= set.foot * 1.5f;
    if (standing)
        skyline(ui, {rect.right() - towers - ui::space::s48, rect.bottom() - towers * 0.58f, towers,
                     towers * 0.58f});
    float y = rect.y + set.padding;
    y += ui.text(set.ask, {x, y}, set.inner, set.question, Align::left, 2);
    y += ui::space::s16;
    ui.fill({x + 4, y, ui::space::s96, ui::space::s4}, Color::gold, 2);
    y += ui::space::s4 + ui::space::s16;
    y += ui.text(set.number, {x - 4, y}, set.inner, k_legal_hotline, Align::left, 1);
    ui.text(set.name, {x, y}, set.inner, ui.tr("screens.fault.hotline"), Align::left, 2);

    const float foot = rect.bottom() - set.padding - set.foot;
    ui.label(set.second, {x, foot, w, set.foot}, k_affairs_hotline, Align::left);
    const float room_beside = (standing ? before_towers : x + set.inner) - beside;
    const float h = ui.text_height(set.affairs, room_beside, affairs);
    ui.text(set.affairs, {beside, foot + set.foot / 2 - h / 2}, room_beside, affairs);
}

constexpr float k_staff_padding = ui::space::s24, k_staff_icon = 26;
const TextStyle k_staff_kicker = bold(ui::type::caption, Color::river);
const TextStyle k_staff_words = regular(ui::type::caption, Color::ink2, 1.5f);

float kicker_height() {
    return k_staff_kicker.size * k_staff_kicker.line_height + ui::space::s4;
}

float staff_height(Ui& ui, float width, const std::string& words) {
    if (words.empty()) return 0;
    return ui.text_height(k_staff_words, width - 2 * k_staff_padding, words) + kicker_height() +
           2 * k_staff_padding;
}

/// What staff can do, small and at the foot: it is not for visitors.
void for_staff(Ui& ui, const Rect& box, const std::string& words) {
    if (words.empty()) return;
    const float x = box.x + k_staff_padding;
    const float y = box.y + k_staff_padding;
    const float inner = box.w - 2 * k_staff_padding;
    tinted(ui, box, Color::mist);
    const float icon = k_staff_icon;
    ui.icon(ui::icons::staff, {x + icon / 2, y + kicker_height() / 2 - 2}, icon, Color::river);
    ui.text(k_staff_kicker, {x + icon + ui::space::s8, y}, inner - icon - ui::space::s8,
            ui.tr("screens.fault.staff"), Align::left, 1);
    ui.text(k_staff_words, {x, y + kicker_height()}, inner, words);
}

/// How large what happened is told.
struct Telling {
    float side, sentence, person, icon; ///< icon: its radius, 0 for none
};
constexpr std::array<Telling, 3> k_tellings{
    {{48, ui::type::title - 4, ui::type::body, 52},
     {ui::space::s32, ui::type::body_large, ui::type::body, 0},
     {ui::space::s24, ui::type::body, ui::type::caption + 2, 0}}};
constexpr float k_desk_icon = 40;

struct Told {
    TextStyle sentence, person;
    float side, inner, icon;
    float icon_h, sentence_h, desk_words, desk_h;
    float staff_h; ///< with the space above it; 0 for none
    [[nodiscard]] float height() const { return icon_h + sentence_h + ui::space::s24 + desk_h; }
};

Told tell(Ui& ui, const Telling& telling, float inner, const FaultModel& model) {
    Told told{};
    told.sentence = bold(telling.sentence, Color::ink, 1.4f);
    told.person = bold(telling.person, Color::ink, 1.35f);
    told.side = telling.side;
    told.inner = inner;
    told.icon = telling.icon;
    told.icon_h = telling.icon > 0 ? 2 * telling.icon + ui::space::s32 : 0;
    told.sentence_h = ui.text_height(told.sentence, inner, model.sentence);
    told.desk_words = inner - 2 * ui::space::s24 - k_desk_icon - ui::space::s16;
    told.desk_h = ui.text_height(told.person, told.desk_words, ui.tr("screens.help.desk")) +
                  2 * ui::space::s16;
    const float staff = staff_height(ui, inner, model.for_staff);
    told.staff_h = staff > 0 ? staff + ui::space::s24 : 0;
    return told;
}

/// From `y` down; what staff can do stands on `foot`.
void draw_told(Ui& ui, const Told& told, Point at, float foot, const FaultModel& model) {
    const float x = at.x;
    float y = at.y;
    if (told.icon > 0)
        round_icon(ui, {x + told.icon, y + told.icon}, told.icon, ui::icons::book, Color::peel,
                   Color::peel_tint);
    y += told.icon_h;
    y += ui.text(told.sentence, {x, y}, told.inner, model.sentence) + ui::space::s24;
    const Rect box{x, y, told.inner, told.desk_h};
    tinted(ui, box, Color::gold_tint);
    ui.icon(ui::icons::reception, {x + ui::space::s24 + k_desk_icon / 2, box.center().y},
            k_desk_icon, Color::peel);
    ui.text(told.person, {x + ui::space::s24 + k_desk_icon + ui::space::s16, y + ui::space::s16},
            told.desk_words, ui.tr("screens.help.desk"));
    const float staff_h = told.staff_h - ui::space::s24;
    for_staff(ui, {x, foot - staff_h, told.inner, staff_h}, model.for_staff);
}

/// Longer than its card even at its smallest: it scrolls there, with a button.
void scrolling_notice(Ui& ui, const Rect& rect, const FaultModel& model) {
    const auto& telling = k_tellings.back();
    const float side = ui.layout().mm(k_normal_mm);
    const Rect room = rect.inset(telling.side);
    const Rect pane{room.x, room.y, room.w - side - ui::space::s32, room.h};
    const auto told = tell(ui, telling, pane.w, model);
    const float length = told.height() + told.staff_h;
    {
        const ScrollPane scroll(ui, "fault.words", pane, length);
        draw_told(ui, told, {pane.x, scroll.top()}, scroll.top() + length, model);
    }
    scroll_button(ui, "fault.more", "fault.words",
                  {room.right() - side, room.bottom() - side, side, side}, pane, length);
}

void notice(Ui& ui, const Rect& rect, const FaultModel& model) {
    card(ui, rect, Elevation::middle);
    for (const auto& telling : k_tellings) {
        const auto told = tell(ui, telling, rect.w - 2 * telling.side, model);
        const Rect room = rect.inset(telling.side);
        const float spare = room.h - told.height() - told.staff_h;
        if (spare < 0) continue;
        draw_told(ui, told, {room.x, room.y + spare * 0.4f}, room.bottom(), model);
        return;
    }
    scrolling_notice(ui, rect, model);
}

} // namespace

Intent draw_fault(Ui& ui, const FaultModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const auto& layout = ui.layout();
    const Rect foot{0, layout.canvas_height - k_arcade, layout.canvas_width, k_arcade};
    const bool low = is_low(ui);
    if (!low) arcade(ui, foot, Color::river_tint, Color::paper);
    Rect area = content_area(ui);
    area.y += low ? ui::space::s4 : k_above;
    area.h = (low ? layout.canvas_height - ui::space::s32 : foot.y - ui::space::s48) - area.y;
    if (layout.portrait()) {
        const float share = low ? k_low_tall_share : k_tall_hero_share;
        const float h = std::min(area.h * share, k_tall_hero_most);
        hotline(ui, {area.x, area.y, area.w, h});
        const float y = area.y + h + ui::space::s32;
        notice(ui, {area.x, y, area.w, area.bottom() - y}, model);
        return {};
    }
    const float share = layout.canvas_height < k_shallow ? k_low_hero_share : k_hero_share;
    const float w = (area.w - ui::space::s32) * share;
    hotline(ui, {area.x, area.y, w, area.h});
    const float x = area.x + w + ui::space::s32;
    notice(ui, {x, area.y, area.right() - x, area.h}, model);
    return {};
}

} // namespace pufa::screens
