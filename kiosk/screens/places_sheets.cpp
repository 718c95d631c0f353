// What lies over the page of places: one place in full, its QR codes, the districts, an article.

#include "kiosk/screens/citation.h"
#include "kiosk/screens/frame.h"
#include "kiosk/screens/places_parts.h"
#include "kiosk/ui/qr.h"

#include <algorithm>
#include <any>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace pufa::screens {

namespace {

constexpr float k_card_width = 1160, k_take_width = 1080, k_district_width = 1000;
constexpr float k_wide_sheet = 900, k_large_name = 700;
constexpr float k_qr_most = 520, k_code_least = 240;
constexpr float k_two_codes = 760; // room for both beside each other
constexpr int k_district_columns = 2;

float padding_of(const Ui& ui) {
    return ui.layout().canvas_width >= k_wide_sheet && !is_low(ui) ? ui::space::s48
                                                                   : ui::space::s24;
}

bool close_button(Ui& ui, const Rect& rect) {
    return pill(ui, {.id = "places.sheet.close",
                     .rect = rect,
                     .label = ui.tr("screens.close"),
                     .icon = ui::icons::check,
                     .look = PillLook::primary});
}

// ---- one place in full ----

/// A heading with its lines; drawing and measuring are the same sums.
class Facts {
  public:
    Facts(Ui& ui, Point at, float width, bool draw)
        : m_ui(ui)
        , m_x(at.x)
        , m_top(at.y)
        , m_y(at.y)
        , m_width(width)
        , m_draw(draw) {}

    void heading(std::string_view words, char32_t icon) {
        if (m_y > m_top) m_y += ui::space::s24;
        const auto style = bold(ui::type::body, Color::river_dark);
        if (m_draw)
            m_ui.icon(icon,
                      {m_x + ui::type::body_large / 2, m_y + style.size * style.line_height / 2},
                      ui::type::body_large, Color::river);
        text(style, words, ui::space::s48);
        m_y += ui::space::s4;
    }
    void line(std::string_view words, Color color = Color::ink) {
        text(regular(ui::type::body, color), words, ui::space::s48);
    }
    /// A label, and beside it what it is.
    void pair(std::string_view label, std::string_view words) {
        const auto style = regular(ui::type::body, Color::ink2);
        const float indent = ui::space::s48;
        const float column =
            std::min(std::max(m_ui.text_width(style, label) + ui::space::s24, ui::space::s96 * 2),
                     (m_width - indent) / 2);
        const float w = m_width - indent - column;
        const auto dark = regular(ui::type::body, Color::ink);
        const float h = std::max(m_ui.text_height(style, column - ui::space::s16, label),
                                 m_ui.text_height(dark, w, words));
        if (m_draw) {
            m_ui.text(style, {m_x + indent, m_y}, column - ui::space::s16, label);
            m_ui.text(dark, {m_x + indent + column, m_y}, w, words);
        }
        m_y += h;
    }
    [[nodiscard]] float height() const { return m_y - m_top; }

  private:
    void text(const TextStyle& style, std::string_view words, float indent) {
        const float w = m_width - indent;
        if (m_draw) m_ui.text(style, {m_x + indent, m_y}, w, words);
        m_y += m_ui.text_height(style, w, words);
    }

    Ui& m_ui;
    float m_x, m_top, m_y, m_width;
    bool m_draw;
};

enum class Drawing { measure, draw };

float card_words(Ui& ui, Point at, float width, const PlaceCard& place, Drawing drawing) {
    Facts facts{ui, at, width, drawing == Drawing::draw};
    facts.heading(ui.tr("screens.places.hours"), ui::icons::schedule);
    facts.line(place.row.hours, place.row.open == PlaceRow::Open::open ? Color::palm : Color::ink);
    for (const auto& [label, words] : place.week)
        facts.pair(label, words);
    if (!place.bring.empty()) {
        facts.heading(ui.tr("screens.places.bring"), ui::icons::checklist);
        for (const auto& thing : place.bring)
            facts.line(thing);
    }
    facts.heading(ui.tr("screens.places.there"), ui::icons::place);
    if (!place.row.note.empty()) facts.line(place.row.note);
    if (!place.row.distance.empty()) facts.line(place.row.distance);
    if (place.step_free) facts.line(ui.tr("screens.places.step_free_note"));
    if (place.overseas) facts.line(ui.tr("screens.places.overseas_note"));
    if (!place.phone.empty()) facts.line(ui.tr("screens.places.phone", {{"number", place.phone}}));
    return facts.height();
}

Intent card_sheet(Ui& ui, const PlaceCard& place) {
    const auto& layout = ui.layout();
    const float padding = padding_of(ui);
    const float inner =
        std::min(k_card_width, layout.canvas_width - 2 * ui::space::s32) - 2 * padding;
    const float button = layout.mm(k_normal_mm), gap = target_gap(ui);
    const auto kind = regular(ui::type::body, Color::ink2);
    const auto name =
        serif(inner > k_large_name ? ui::type::title : ui::type::body_large, Color::ink);
    const float head = ui.text_height(kind, inner, place.kind, 1) +
                       ui.text_height(name, inner, place.row.name, 2) + ui::space::s24;
    const float words = card_words(ui, {}, inner, place, Drawing::measure);
    const float most = layout.canvas_height - 2 * ui::space::s32;
    const bool together = most - 2 * padding - gap - button - head < 4 * kind.size;
    const Rect sheet = open_dialog(ui, inner + 2 * padding,
                                   std::min(most, 2 * padding + head + words + gap + button));
    const float x = sheet.x + padding;
    const auto draw_head = [&](float y) {
        y += ui.text(kind, {x, y}, inner, place.kind, Align::left, 1);
        ui.text(name, {x, y}, inner, place.row.name, Align::left, 2);
    };
    float y = sheet.y + padding;
    if (!together) {
        draw_head(y);
        y += head;
    }
    const float foot = sheet.bottom() - padding - button;
    const Rect pane{x, y, inner, foot - gap - y};
    const float content = words + (together ? head : 0);
    {
        const ScrollPane scroll{ui, "places.card.words", pane, content};
        if (together) draw_head(scroll.top());
        card_words(ui, {x, scroll.top() + (together ? head : 0)}, inner, place, Drawing::draw);
    }
    float room = inner;
    if (content > pane.h + 1) {
        room -= button + gap;
        scroll_button(ui, "places.card.more", "places.card.words",
                      {x + room + gap, foot, button, button}, pane, content);
    }
    Intent intent;
    const float half = (room - gap) / 2;
    if (pill(ui, {.id = "places.card.take",
                  .rect = {x, foot, half, button},
                  .label = ui.tr("screens.places.take"),
                  .icon = ui::icons::qr,
                  .look = PillLook::outlined}))
        intent = ShowPlaceSheet{PlaceSheet::take_away};
    if (close_button(ui, {x + half + gap, foot, half, button}))
        intent = ShowPlaceSheet{PlaceSheet::none};
    return intent;
}

// ---- to take away ----

/// Made once for the words, not in each frame.
const ui::QrCode* code_of(Ui& ui, const std::string& id, const std::string& words) {
    using Kept = std::pair<std::string, std::optional<ui::QrCode>>;
    auto& kept = ui.memory().kept["qr." + id];
    if (!kept.has_value() || std::any_cast<const Kept&>(kept).first != words)
        kept = Kept{words, ui::make_qr(words)};
    const auto& code = std::any_cast<const Kept&>(kept).second;
    return code ? &*code : nullptr;
}

/// Black on white in every theme, its modules a whole number of pixels, with the quiet zone.
void draw_code(Ui& ui, const Rect& rect, const ui::QrCode& code) {
    const auto& layout = ui.layout();
    const auto modules = static_cast<float>(code.side + 2 * ui::k_qr_quiet);
    const float pixels = std::max(1.f, std::floor(rect.w * layout.scale / modules));
    const float module = pixels / layout.scale;
    const float side = module * modules;
    const Rect ground{std::round((rect.center().x - side / 2) * layout.scale) / layout.scale,
                      std::round((rect.center().y - side / 2) * layout.scale) / layout.scale, side,
                      side};
    ui.fill(ground, Color::white);
    for (int y = 0; y < code.side; ++y) {
        for (int x = 0; x < code.side;) {
            int end = x;
            while (end < code.side && code.at(end, y))
                ++end;
            if (end > x) {
                const auto left = static_cast<float>(x + ui::k_qr_quiet) * module;
                const auto top = static_cast<float>(y + ui::k_qr_quiet) * module;
                ui.fill(
                    {ground.x + left, ground.y + top, static_cast<float>(end - x) * module, module},
                    Color::black);
            }
            x = std::max(end, x + 1);
        }
    }
}

struct Code {
    const ui::QrCode* code;
    std::string words;
};

/// Where a code would be too small under the words: they stand between the codes.
Intent low_take_sheet(Ui& ui, const PlaceCard& place, const std::vector<Code>& codes, float inner,
                      float most) {
    const float padding = padding_of(ui), button = ui.layout().mm(k_normal_mm);
    const float side = std::min({most - 2 * padding, k_qr_most, inner * 0.32f});
    const Rect sheet = open_dialog(ui, inner + 2 * padding, side + 2 * padding);
    const float x = sheet.x + padding, y = sheet.y + padding;
    const auto n = static_cast<float>(codes.size());
    const Rect middle{x + side + ui::space::s24, y, inner - n * (side + ui::space::s24), side};
    const auto title = bold(ui::type::body, Color::ink);
    const auto note = regular(ui::type::caption, Color::ink2, 1.3f);
    float line = y + ui.text(title, {middle.x, y}, middle.w, place.row.name, Align::center, 2) +
                 ui::space::s8;
    for (size_t i = 0; i < codes.size(); ++i) {
        draw_code(ui, {i == 0 ? x : middle.right() + ui::space::s24, y, side, side},
                  *codes[i].code);
        line += ui.text(note, {middle.x, line}, middle.w, codes[i].words,
                        i == 0 ? Align::left : Align::right);
    }
    if (close_button(ui, {middle.x, middle.bottom() - button, middle.w, button}))
        return ShowPlaceSheet{PlaceSheet::none};
    return {};
}

Intent take_sheet(Ui& ui, const PlaceCard& place) {
    std::vector<Code> codes;
    const auto add = [&](const char* id, const std::string& content, const char* key) {
        if (const auto* code = code_of(ui, id, content)) codes.push_back({code, ui.tr(key)});
    };
    add("vcard", place.vcard, "screens.places.code_card");
    add("geo", place.geo, "screens.places.code_map");
    const auto& layout = ui.layout();
    const float padding = padding_of(ui), gap = target_gap(ui);
    const float button = layout.mm(k_normal_mm);
    const float inner =
        std::min(k_take_width, layout.canvas_width - 2 * ui::space::s32) - 2 * padding;
    const auto title =
        serif(inner >= k_two_codes ? ui::type::title : ui::type::body_large, Color::ink);
    const auto note = regular(ui::type::body, Color::ink2, 1.3f);
    const float title_h = ui.text_height(title, inner, place.row.name, 2) + ui::space::s16;
    const float most = layout.canvas_height - 2 * ui::space::s32;
    const auto n = static_cast<float>(std::max<size_t>(1, codes.size()));
    const float column = (inner - (n - 1) * ui::space::s32) / n;
    float note_h = 0;
    for (const auto& code : codes)
        note_h = std::max(note_h, ui.text_height(note, column, code.words));
    const float fixed = 2 * padding + title_h + note_h + ui::space::s8 + gap + button;
    const float side = std::min({column, k_qr_most, most - fixed});
    if (side < k_code_least) return low_take_sheet(ui, place, codes, inner, most);
    const Rect sheet = open_dialog(ui, inner + 2 * padding, fixed + side);
    const float x = sheet.x + padding;
    float y = sheet.y + padding;
    ui.text(title, {x, y}, inner, place.row.name, Align::center, 2);
    y += title_h;
    for (size_t i = 0; i < codes.size(); ++i) {
        const float left = x + static_cast<float>(i) * (column + ui::space::s32);
        draw_code(ui, {left + (column - side) / 2, y, side, side}, *codes[i].code);
        ui.text(note, {left, y + side + ui::space::s8}, column, codes[i].words, Align::center);
    }
    const float w = std::min(inner, ui::space::s96 * 4);
    if (close_button(ui, {sheet.center().x - w / 2, sheet.bottom() - padding - button, w, button}))
        return ShowPlaceSheet{PlaceSheet::none};
    return {};
}

// ---- the districts ----

Intent district_sheet(Ui& ui, const PlacesModel& model) {
    const auto& layout = ui.layout();
    const float padding = padding_of(ui), gap = layout.mm(k_gap_mm);
    const float inner =
        std::min(k_district_width, layout.canvas_width - 2 * ui::space::s32) - 2 * padding;
    const float h = layout.mm(k_normal_mm);
    float widest = pill_width(ui, ui.tr("screens.places.all_districts"), ui::icons::check);
    for (const auto& district : model.districts)
        widest = std::max(widest, pill_width(ui, district.name, ui::icons::check));
    const int columns = std::clamp(static_cast<int>((inner + gap) / (widest + gap)), 1,
                                   is_low(ui) ? 2 * k_district_columns : k_district_columns);
    const float w = (inner - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
    const auto count = static_cast<int>(model.districts.size()) + 1;
    const auto lines = static_cast<float>((count + columns - 1) / columns);
    const float most = layout.canvas_height - 2 * ui::space::s32;
    const float keys = lines * (h + gap);
    const Rect sheet =
        open_dialog(ui, inner + 2 * padding, std::min(most, 2 * padding + keys + gap + h));
    const Rect pane{sheet.x + padding, sheet.y + padding, inner, sheet.h - 2 * padding - h - gap};
    Intent intent;
    {
        const ScrollPane scroll{ui, "places.districts.scroll", pane, keys};
        for (int i = 0; i < count; ++i) {
            const auto* district = i == 0 ? nullptr : &model.districts[static_cast<size_t>(i - 1)];
            const std::string code = district ? district->code : std::string{};
            // Not the ids of the chips beneath, which would be pressed with them.
            const std::string id = "places.choose." + (district ? code : std::string{"all"});
            const bool on = model.district == code;
            if (clipped_pill(
                    ui, pane,
                    {.id = id,
                     .rect = {pane.x + static_cast<float>(i % columns) * (w + gap),
                              scroll.top() + static_cast<float>(i / columns) * (h + gap), w, h},
                     .label = district ? std::string_view{district->name}
                                       : std::string_view{ui.tr("screens.places.all_districts")},
                     .icon = on ? ui::icons::check : char32_t{0},
                     .look = on ? PillLook::current : PillLook::outlined}))
                intent = ChooseDistrict{code};
        }
    }
    const float foot = sheet.bottom() - padding - h;
    float room = inner;
    if (keys > pane.h + 1) {
        room -= h + gap;
        scroll_button(ui, "places.districts.more", "places.districts.scroll",
                      {pane.x + room + gap, foot, h, h}, pane, keys);
    }
    if (close_button(ui, {pane.x, foot, room, h})) intent = ShowPlaceSheet{PlaceSheet::none};
    return intent;
}

/// What the place asks for, and what this kind of dispute asks for besides.
PlaceCard with_dispute(const PlacesModel& model) {
    PlaceCard card = model.card;
    for (const auto& thing : model.bring)
        if (std::find(card.bring.begin(), card.bring.end(), thing) == card.bring.end())
            card.bring.push_back(thing);
    return card;
}

} // namespace

Intent draw_place_sheet(Ui& ui, const PlacesModel& model) {
    switch (model.sheet) {
    case PlaceSheet::none:
        return {};
    case PlaceSheet::card:
        return card_sheet(ui, with_dispute(model));
    case PlaceSheet::take_away:
        return take_sheet(ui, model.card);
    case PlaceSheet::districts:
        return district_sheet(ui, model);
    case PlaceSheet::fact:
        if (model.fact < model.facts.size() && citation_sheet(ui, model.facts[model.fact].citation))
            return ShowPlaceSheet{PlaceSheet::none};
        return {};
    }
    return {};
}

} // namespace pufa::screens
