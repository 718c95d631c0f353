#include "kiosk/screens/staff.h"

#include "kiosk/screens/controls.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/staff_blocks.h"

#include <algorithm>
#include <array>

namespace pufa::screens {

namespace {

constexpr float k_rail = 348, k_rail_needs = 1500; ///< canvas width
constexpr float k_two_columns = 1180, k_side_share = 0.33f, k_toast_share = 0.55f;
constexpr float k_rail_top = 124, k_rail_title = 84, k_rail_item = 72;
constexpr float k_edge = 2;

struct Door {
    std::string_view id;
    std::string_view words, brief;
    char32_t icon;
    StaffIntent intent;
};

/// The parts in their order, then what can be done from every one of them.
const std::array<Door, 8>& doors() {
    using enum StaffPart;
    static const std::array<Door, 8> all{{
        {"staff.stick", "staff.rail.stick", "staff.rail.stick.brief", ui::icons::usb,
         StaffGo{stick}},
        {"staff.packs", "staff.rail.packs", "staff.rail.packs.brief", ui::icons::archive,
         StaffGo{packs}},
        {"staff.figures", "staff.rail.figures", "staff.rail.figures.brief", ui::icons::bar_chart,
         StaffGo{figures}},
        {"staff.calendar", "staff.rail.calendar", "staff.rail.calendar.brief",
         ui::icons::campaign_day, StaffGo{calendar}},
        {"staff.settings", "staff.rail.settings", "staff.rail.settings.brief", ui::icons::tune,
         StaffGo{settings}},
        {"staff.check", "staff.rail.check", "staff.rail.check.brief", ui::icons::shield,
         StaffGo{check}},
        {"staff.clean", "staff.rail.clean", "staff.rail.clean.brief", ui::icons::broom,
         StaffAct{StaffVerb::clean}},
        {"staff.leave", "staff.rail.leave", "staff.rail.leave.brief", ui::icons::logout,
         StaffAct{StaffVerb::leave}},
    }};
    return all;
}

bool is_here(const Door& door, StaffPart part) {
    const auto* go = std::get_if<StaffGo>(&door.intent);
    return go && go->part == part;
}

/// Down the left side of a wide screen, with whole words.
float rail_item_height(const Ui& ui) {
    return std::max(ui.layout().mm(k_normal_mm), k_rail_item);
}
bool has_rail(const Ui& ui) {
    const auto count = static_cast<float>(doors().size());
    const float needs = k_rail_top + count * (rail_item_height(ui) + target_gap(ui));
    return ui.layout().canvas_width >= k_rail_needs && ui.layout().canvas_height >= needs;
}

void rail_item(Ui& ui, const Door& door, const Rect& rect, bool here, const std::string& words,
               std::optional<StaffIntent>& asked) {
    if (ui.target(door.id, rect)) asked = door.intent;
    const Rect shown = pressed_rect(ui, door.id, rect);
    if (here)
        ui.fill(shown, Color::river, ui::radius::card);
    else
        ui.fill(shown, Color::river_tint, ui::radius::card, ui.pressed(door.id));
    if (!here) contrast_edge(ui, shown, ui::radius::card);
    const Color ink = here ? Color::white : Color::ink;
    const float icon = shown.x + ui::space::s48;
    ui.icon(door.icon, {icon, shown.center().y}, ui::type::body_large + ui::space::s4, ink);
    const float x = icon + ui::space::s48 - ui::space::s8;
    ui.label(here ? bold(ui::type::body, ink) : regular(ui::type::body, ink, k_title_line),
             {x, shown.y, shown.right() - x - ui::space::s8, shown.h}, words, Align::left);
}

void rail(Ui& ui, const StaffModel& model, std::optional<StaffIntent>& asked) {
    const Ui::Still still{ui};
    const Rect canvas = ui.layout().canvas();
    ui.fill({0, 0, k_rail, canvas.h}, Color::card);
    ui.line({k_rail, 0}, {k_rail, canvas.h}, Color::line, k_edge);
    ui.label(serif(ui::type::title, Color::ink),
             {ui::space::s32, ui::space::s24, k_rail - 2 * ui::space::s32, k_rail_title},
             ui.tr("staff.desk"), Align::left);
    const float h = rail_item_height(ui);
    const float side = ui::space::s24;
    float y = k_rail_top;
    for (const auto& door : doors()) {
        const bool leaves = &door == &doors().back();
        if (leaves) y = canvas.h - h - ui::space::s32;
        const auto words =
            leaves ? ui.tr("staff.rail.leave", {{"time", model.leaves_in}}) : ui.tr(door.words);
        rail_item(ui, door, {side, y, k_rail - 2 * side, h}, is_here(door, model.part), words,
                  asked);
        y += h + target_gap(ui);
    }
}

float bar_item_height(const Ui& ui) {
    return ui.layout().mm(k_normal_mm) + ui::space::s16;
}
float bar_height(const Ui& ui) {
    return bar_item_height(ui) + 2 * ui::space::s12;
}

/// Along the foot of any other screen, in brief words.
void bar(Ui& ui, const StaffModel& model, std::optional<StaffIntent>& asked) {
    const Ui::Still still{ui};
    const Rect canvas = ui.layout().canvas();
    const float top = canvas.h - bar_height(ui);
    ui.fill({0, top, canvas.w, bar_height(ui)}, Color::card);
    ui.line({0, top}, {canvas.w, top}, Color::line, k_edge);
    const float gap = ui.layout().mm(k_gap_mm) + 1;
    const auto count = static_cast<float>(doors().size());
    const float margin = ui::space::s16;
    const float w = (canvas.w - 2 * margin - gap * (count - 1)) / count;
    float x = margin;
    for (const auto& door : doors()) {
        const Rect rect{x, top + ui::space::s12, w, bar_item_height(ui)};
        x += w + gap;
        if (ui.target(door.id, rect)) asked = door.intent;
        const bool here = is_here(door, model.part);
        const Rect shown = pressed_rect(ui, door.id, rect);
        ui.fill(shown, here ? Color::river : Color::mist, ui::radius::card);
        if (!here) ui.outline(shown, Color::brick, k_edge, ui::radius::card);
        const Color ink = here ? Color::white : Color::ink;
        const auto style = regular(ui::type::caption, ink, k_title_line);
        const std::string& words = ui.tr(door.brief);
        // Where the words have no room the sign says enough: the page's title names it.
        const bool named = ui.text_width(style, words) + ui::space::s4 <= shown.w;
        const float icon_y = named ? shown.y + shown.h * 0.34f : shown.center().y;
        ui.icon(door.icon, {shown.center().x, icon_y}, ui::type::body_large, ink);
        if (named)
            ui.label(style, {shown.x, shown.y + shown.h * 0.56f, shown.w, shown.h * 0.4f}, words);
    }
}

float heading(Ui& ui, const StaffModel& model, const Rect& area) {
    const auto title = bold(ui::type::title, Color::ink);
    const auto note = regular(ui::type::caption + 2, Color::ink2, 1.35f);
    float y = area.y + ui::space::s24;
    y += ui.text(title, {area.x, y}, area.w, model.title, Align::left, 2);
    if (!model.note.empty()) y += ui.text(note, {area.x, y}, area.w, model.note, Align::left, 2);
    return y + ui::space::s24;
}

std::optional<StaffAct> cards(Ui& ui, const StaffModel& model, const Rect& area) {
    using Pass = StaffColumn::Pass;
    std::optional<StaffAct> asked;
    const auto lay = [&](Pass pass, Point at, float width, const Rect& clip) {
        const bool beside = width >= k_two_columns && !model.side.empty();
        if (!beside) {
            float h = staff_cards(ui, pass, at, width, clip, model.main, asked);
            h += staff_cards(ui, pass, {at.x, at.y + h}, width, clip, model.side, asked);
            return h;
        }
        const float side_w = width * k_side_share - ui::space::gutter;
        const float main_w = width - side_w - ui::space::gutter;
        const float main_h = staff_cards(ui, pass, at, main_w, clip, model.main, asked);
        const float side_h = staff_cards(ui, pass, {at.x + main_w + ui::space::gutter, at.y},
                                         side_w, clip, model.side, asked);
        return std::max(main_h, side_h);
    };
    PagePane pane{ui, "staff", area,
                  [&](float width) { return lay(Pass::measure, {}, width, {}); }};
    const Rect content = pane.content();
    lay(Pass::draw, {content.x, content.y}, content.w, pane.reach());
    return asked;
}

std::optional<StaffAct> question(Ui& ui, const StaffQuestion& asked) {
    constexpr float k_width = 900;
    const float padding = is_low(ui) ? ui::space::s32 : ui::space::s48;
    const float width = std::min(k_width, ui.layout().canvas_width * 0.9f);
    const float inner = width - 2 * padding;
    const auto title = bold(ui::type::title, Color::ink);
    const auto words = regular(ui::type::body, Color::ink2);
    const float title_h = ui.text_height(title, inner, asked.title);
    const float words_h = ui.text_height(words, inner, asked.words);
    const float button = ui.layout().mm(k_normal_mm);
    const Rect sheet = open_dialog(
        ui, width, 2 * padding + title_h + ui::space::s12 + words_h + ui::space::s32 + button);
    const float x = sheet.x + padding;
    ui.text(title, {x, sheet.y + padding}, inner, asked.title);
    ui.text(words, {x, sheet.y + padding + title_h + ui::space::s12}, inner, asked.words);
    const float gap = target_gap(ui);
    const float w = (inner - gap) / 2;
    const float y = sheet.bottom() - padding - button;
    std::optional<StaffAct> answer;
    if (pill(ui, {.id = "staff.no",
                  .rect = {x, y, w, button},
                  .label = asked.no,
                  .look = PillLook::outlined}))
        answer = StaffAct{StaffVerb::no};
    if (pill(ui, {.id = "staff.yes",
                  .rect = {x + w + gap, y, w, button},
                  .label = asked.yes,
                  .look = asked.grave ? PillLook::warm : PillLook::primary}))
        answer = StaffAct{StaffVerb::yes};
    return answer;
}

ToastKind kind_of(StaffTone tone) {
    return tone == StaffTone::good    ? ToastKind::done
           : tone == StaffTone::plain ? ToastKind::told
                                      : ToastKind::failed;
}

} // namespace

Intent draw_staff(Ui& ui, const StaffModel& model) {
    ui.fill(ui.layout().screen(), Color::mist);
    const Rect canvas = ui.layout().canvas();
    const bool wide = has_rail(ui);
    const float margin = wide ? ui::space::s48 : ui::space::s32;
    const float left = wide ? k_rail + margin : margin;
    Rect area{left, 0, canvas.w - left - margin, canvas.h - (wide ? 0 : bar_height(ui))};
    area.y = heading(ui, model, area);
    area.h = canvas.h - (wide ? ui::space::s24 : bar_height(ui) + ui::space::s8) - area.y;

    std::optional<StaffIntent> asked;
    if (auto act = cards(ui, model, area)) asked = *std::move(act);
    if (wide)
        rail(ui, model, asked);
    else
        bar(ui, model, asked);
    if (!model.toast.empty()) {
        // Beside the title: nothing that can be touched lies there.
        const float x = area.x + area.w * (1 - k_toast_share);
        toast(ui, {x, 0, area.right() - x, area.y - ui::space::s12}, kind_of(model.toast_tone),
              model.toast);
    }
    if (model.question) {
        asked.reset();
        if (auto act = question(ui, *model.question)) asked = *std::move(act);
    }
    return asked ? Intent{*std::move(asked)} : Intent{};
}

} // namespace pufa::screens
