// The panel beside the map: what was asked, what the law promises, who can help.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/place_kind.h"
#include "kiosk/screens/places_parts.h"

#include <algorithm>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_two_columns = 1260; // width from which rows stand two abreast
constexpr float k_rows_least = 2.2f;  // of rows to be seen under what stands still
constexpr float k_message = 320;
constexpr float k_roomy_width = 560;
constexpr float k_number_r = 28;
constexpr float k_roomy = 620; // height from which the head stands by itself

TextStyle name_style() {
    return bold(ui::type::body + 2, Color::ink);
}
TextStyle small_style(Color color = Color::ink2) {
    return regular(ui::type::caption, color, 1.35f);
}

float padding_of(const Rect& rect) {
    return rect.w > k_roomy_width && rect.h > k_roomy ? ui::space::s32 : ui::space::s16;
}

float row_height(const Ui& ui) {
    const auto name = name_style();
    return std::max(ui.layout().mm(k_normal_mm),
                    2 * ui::space::s16 + name.size * name.line_height + ui::space::s4 +
                        2 * small_style().size * small_style().line_height);
}

/// How the place stands now, in its colour and, for who does not see it, in words.
void draw_state(Ui& ui, Point at, float width, const PlaceRow& row) {
    const Color color = row.open == PlaceRow::Open::open ? Color::palm : Color::brick;
    const auto style = bold(ui::type::caption, color, 1.35f);
    const float w = std::min(ui.text_width(style, row.hours) + 1, width);
    ui.text(style, at, w, row.hours, Align::left, 1);
    const float x = at.x + w + ui::space::s24;
    if (!row.distance.empty() && x + ui.text_width(small_style(), row.distance) < at.x + width)
        ui.text(small_style(Color::ink), {x, at.y}, at.x + width - x, row.distance, Align::left, 1);
}

bool draw_row(Ui& ui, const Rect& rect, const Rect& clip, const PlaceRow& row, size_t number,
              bool chosen) {
    const std::string id = fmt::format("places.row.{}", number);
    const bool tapped = clipped_target(ui, id, rect, clip);
    const Rect shown = pressed_rect(ui, id, rect);
    if (chosen) {
        ui.fill(shown, Color::palm_tint, ui::radius::card);
        ui.outline(shown, Color::palm, 3, ui::radius::card);
    } else {
        ui.fill({shown.x + ui::space::s16, shown.bottom() - 1, shown.w - 2 * ui::space::s16, 2},
                Color::line);
        contrast_edge(ui, shown, ui::radius::card);
    }
    const bool closed = row.open == PlaceRow::Open::closed;
    const Color color = closed ? Color::brick : kind_look(row.kind).color;
    const Point center{shown.x + ui::space::s16 + k_number_r,
                       shown.y + ui::space::s16 + k_number_r};
    ui.circle(center, k_number_r, color);
    ui.label(bold(ui::type::caption + 2, Color::white),
             {center.x - k_number_r, center.y - k_number_r, 2 * k_number_r, 2 * k_number_r},
             fmt::format("{}", number + 1));
    const float x = center.x + k_number_r + ui::space::s16;
    const float sign = chosen ? ui::type::title + ui::space::s8 : 0;
    const float w = shown.right() - ui::space::s16 - sign - x;
    float y = shown.y + ui::space::s16;
    y += ui.text(name_style(), {x, y}, w, row.name, Align::left, 1) + ui::space::s4;
    y += ui.text(small_style(), {x, y}, w, row.note, Align::left, 1);
    draw_state(ui, {x, y}, w, row);
    if (chosen)
        ui.icon(ui::icons::chevron_right,
                {shown.right() - ui::space::s16 - sign / 2, shown.center().y}, ui::type::title,
                Color::palm);
    return tapped;
}

/// The chips of what the law promises; each opens its article.
struct Facts {
    float height = 0;
    Intent intent;
};
enum class Drawing { measure, draw };
Facts draw_facts(Ui& ui, Point at, float width, const Rect& clip, const PlacesModel& model,
                 Drawing drawing) {
    const float h = ui.layout().mm(k_normal_mm), gap = ui.layout().mm(k_gap_mm);
    Facts facts;
    float x = 0, y = 0;
    for (size_t i = 0; i < model.facts.size(); ++i) {
        const auto& words = model.fact_words[i];
        const float w = std::min(pill_width(ui, words, ui::icons::gavel), width);
        if (x > 0 && x + w > width) {
            x = 0;
            y += h + gap;
        }
        if (drawing == Drawing::draw && clipped_pill(ui, clip,
                                                     {.id = fmt::format("places.fact.{}", i),
                                                      .rect = {at.x + x, at.y + y, w, h},
                                                      .label = words,
                                                      .icon = ui::icons::gavel,
                                                      .look = PillLook::help,
                                                      .size = ui::type::caption + 2}))
            facts.intent = ShowPlaceSheet{PlaceSheet::fact, i};
        x += w + gap;
    }
    facts.height = model.facts.empty() ? 0 : y + h;
    return facts;
}

struct Head {
    std::string kicker, title;
    TextStyle kicker_style = regular(ui::type::body, Color::ink2, 1.3f);
    TextStyle title_style = serif(ui::type::headline - 4, Color::ink);
    float height = 0;

    Head(Ui& ui, float width, bool roomy, const PlacesModel& model)
        : kicker(model.asked.empty() ? std::string{}
                                     : ui.tr("screens.places.asked", {{"what", model.asked}}))
        , title(model.advice.empty() ? ui.tr("screens.places.title") : model.advice) {
        if (!roomy) {
            kicker.clear();
            title_style = serif(ui::type::body_large, Color::ink);
        } else if (ui.text_width(title_style, title) > width) {
            title_style = serif(ui::type::title - 4, Color::ink);
        }
        height = (kicker.empty() ? 0 : ui.text_height(kicker_style, width, kicker, 1)) +
                 ui.text_height(title_style, width, title, 2) + ui::space::s12;
    }
    void draw(Ui& ui, Point at, float width) const {
        if (!kicker.empty()) at.y += ui.text(kicker_style, at, width, kicker, Align::left, 1);
        ui.text(title_style, at, width, title, Align::left, 2);
    }
};

/// The rows, in as many columns as they have room for; the same sums place and measure them.
struct Rows {
    int columns;
    float w, h, gap;

    Rows(const Ui& ui, float width)
        : columns(width >= k_two_columns ? 2 : 1)
        , w((width - static_cast<float>(columns - 1) * ui::space::gutter) /
            static_cast<float>(columns))
        , h(row_height(ui))
        , gap(ui.layout().mm(k_gap_mm)) {}
    [[nodiscard]] float length(size_t count) const {
        const auto n = static_cast<size_t>(columns);
        return static_cast<float>((count + n - 1) / n) * (h + gap);
    }
    /// Only what is to be seen is drawn, however many there are.
    [[nodiscard]] Intent draw(Ui& ui, Point at, const Rect& pane, const PlacesModel& model) const {
        Intent intent;
        const auto n = static_cast<size_t>(columns);
        const float above = std::max(0.f, pane.y - at.y);
        for (size_t i = static_cast<size_t>(above / (h + gap)) * n; i < model.rows->size(); ++i) {
            const Rect rect{at.x + static_cast<float>(i % n) * (w + ui::space::gutter),
                            at.y + static_cast<float>(i / n) * (h + gap), w, h};
            if (rect.y > pane.bottom()) break;
            const bool chosen = model.chosen == i;
            if (draw_row(ui, rect, pane, (*model.rows)[i], i, chosen))
                intent = chosen ? Intent{ShowPlaceSheet{PlaceSheet::card}} : Intent{ChoosePlace{i}};
        }
        return intent;
    }
};

/// What can be done with the chosen place.
Intent draw_actions(Ui& ui, const Rect& rect) {
    Intent intent;
    const float gap = target_gap(ui);
    const float half = (rect.w - gap) / 2;
    if (pill(ui, {.id = "places.details",
                  .rect = {rect.x, rect.y, half, rect.h},
                  .label = ui.tr("screens.places.details"),
                  .icon = ui::icons::checklist,
                  .look = PillLook::primary}))
        intent = ShowPlaceSheet{PlaceSheet::card};
    if (pill(ui, {.id = "places.take",
                  .rect = {rect.x + half + gap, rect.y, half, rect.h},
                  .label = ui.tr("screens.places.take"),
                  .icon = ui::icons::qr,
                  .look = PillLook::outlined}))
        intent = ShowPlaceSheet{PlaceSheet::take_away};
    return intent;
}

/// All that stands above the rows.
struct Upper {
    Head head;
    float width, chips = 0, facts = 0, height = 0;

    Upper(Ui& ui, float width_, bool roomy, const PlacesModel& model, bool with_chips)
        : head(ui, width_, roomy, model)
        , width(width_) {
        if (with_chips) chips = place_chips_height(ui, width, model) + ui::space::s16;
        facts = draw_facts(ui, {}, width, {}, model, Drawing::measure).height;
        if (facts > 0) facts += ui::space::s16;
        height = chips + head.height + facts;
    }
    /// The chips, the head, the facts; or the head alone, the others then stand below the rows.
    [[nodiscard]] Intent draw(Ui& ui, Point at, const Rect& clip, const PlacesModel& model) const {
        const Intent intent =
            chips > 0 ? draw_place_chips(ui, at, width, clip, model).intent : Intent{};
        at.y += chips;
        head.draw(ui, at, width);
        at.y += head.height;
        const Intent touched = draw_facts(ui, at, width, clip, model, Drawing::draw).intent;
        return touched.index() != 0 ? touched : intent;
    }
    [[nodiscard]] Intent draw_below(Ui& ui, Point at, const Rect& clip,
                                    const PlacesModel& model) const {
        const Intent touched = draw_facts(ui, at, width, clip, model, Drawing::draw).intent;
        at.y += facts;
        const Intent intent =
            chips > 0 ? draw_place_chips(ui, at, width, clip, model).intent : Intent{};
        return touched.index() != 0 ? touched : intent;
    }
};

} // namespace

Intent draw_places_list(Ui& ui, const Rect& rect, const PlacesModel& model,
                        const PlacesListParts& parts) {
    const float padding = padding_of(rect), gap = target_gap(ui);
    const float x = rect.x + padding, w = rect.w - 2 * padding;
    const float action = ui.layout().mm(rect.h > k_roomy ? k_primary_mm : k_normal_mm);
    const Rect actions{x, rect.bottom() - padding - action, w, action};
    Rect pane{x, rect.y + padding, w, actions.y - gap - rect.y - padding};
    const Upper upper{ui, w, rect.h > k_roomy, model, parts.chips};
    const Rows rows{ui, w};
    const float length = model.rows->empty() ? k_message : rows.length(model.rows->size());
    // Where the room is low, all scrolls together.
    const bool together = pane.h - upper.height < std::min(length, k_rows_least * rows.h);
    Intent intent;
    const auto heard = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    if (!together) {
        heard(upper.draw(ui, {x, pane.y}, rect, model));
        pane.y += upper.height;
        pane.h -= upper.height;
    }
    const float content = length + (together ? upper.height : 0);
    {
        const ScrollPane scroll{ui, "places.rows", pane, content};
        float y = scroll.top();
        if (together) {
            upper.head.draw(ui, {x, y}, w);
            y += upper.head.height;
            // Who can help comes first, what narrows it down after it.
            heard(upper.draw_below(ui, {x, y + length}, pane, model));
        }
        if (model.rows->empty())
            message(ui, {x, y, w, together ? length : std::max(pane.bottom() - y, k_message)},
                    {ui::icons::place, Color::river, Color::river_tint,
                     ui.tr("screens.places.none"), ui.tr("screens.places.none_note")});
        else
            heard(rows.draw(ui, {x, y}, pane, model));
    }
    Rect acting = actions;
    const auto key = [&] {
        acting.w -= action + gap;
        return Rect{acting.right() + gap, actions.y, action, action};
    };
    if (content > pane.h + 1) scroll_button(ui, "places.more", "places.rows", key(), pane, content);
    if (parts.to_map && pill(ui, {.id = "places.map",
                                  .rect = key(),
                                  .label = {},
                                  .icon = ui::icons::map,
                                  .look = PillLook::outlined}))
        heard(ShowPlacesAs{*parts.to_map});
    if (!model.rows->empty()) heard(draw_actions(ui, acting));
    return intent;
}

} // namespace pufa::screens
