#include "kiosk/screens/finder.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"
#include "kiosk/screens/words.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace pufa::screens {

namespace {

constexpr float k_picture_ratio = 230.f / 408.f;
constexpr float k_title_height = 92, k_low_title = 72;
constexpr float k_side = ui::space::s24;
constexpr int k_note_lines = 2;
constexpr float k_least_width = 400;  // of a card with words of 28
constexpr float k_least_row = 420;    // of a card on its side
constexpr float k_most_share = 0.85f; // of the page that a card may take
constexpr float k_words_share = 0.5f; // of a card on its side
constexpr int k_most_columns = 4;

TextStyle title_style() {
    return bold(ui::type::body_large, Color::ink);
}
TextStyle note_style() {
    return regular(ui::type::caption + 2, Color::ink2, 1.35f);
}

/// Pictures above their words; beside them where the page is too low or too narrow for that.
struct Grid {
    int columns;
    float width, picture, height, gap;

    Grid(Ui& ui, float room, float page_height, const std::vector<DisputeCard>& disputes)
        : columns(columns_in(room, k_least_width))
        , gap(std::max(ui::space::gutter, target_gap(ui))) {
        measure(ui, room, disputes, columns > 1);
        if (picture == 0 || height <= page_height * k_most_share) return;
        columns = columns_in(room, k_least_row);
        measure(ui, room, disputes, false);
    }
    [[nodiscard]] float length(size_t count) const {
        const float rows = std::ceil(static_cast<float>(count) / static_cast<float>(columns));
        return rows * height + (rows - 1) * gap + ui::space::s32;
    }
    [[nodiscard]] Rect card(size_t index, const Rect& content) const {
        const auto column = static_cast<float>(index % static_cast<size_t>(columns));
        const auto row = static_cast<float>(index / static_cast<size_t>(columns));
        return {content.x + column * (width + gap),
                content.y + ui::space::s8 + row * (height + gap), width, height};
    }

  private:
    static int columns_in(float room, float least) {
        return std::clamp(
            static_cast<int>((room + ui::space::gutter) / (least + ui::space::gutter)), 1,
            k_most_columns);
    }
    void measure(Ui& ui, float room, const std::vector<DisputeCard>& disputes, bool above) {
        const auto n = static_cast<float>(columns);
        width = (room - (n - 1) * gap) / n;
        picture = above ? width * k_picture_ratio : 0;
        const auto title = title_style(), note = note_style();
        const float words = above ? width - 2 * k_side : width * k_words_share;
        float note_h = note.size * note.line_height;
        for (const auto& dispute : disputes)
            note_h = std::max(note_h, ui.text_height(note, words, dispute.note, k_note_lines));
        height =
            picture + 2 * ui::space::s16 + title.size * title.line_height + ui::space::s4 + note_h;
        height = std::max(height, ui.layout().mm(k_primary_mm));
    }
};

bool dispute_card(Ui& ui, const Rect& rect, const Rect& clip, const Grid& grid,
                  const DisputeCard& dispute) {
    const std::string id = "finder." + dispute.id.value;
    const bool tapped = clipped_target(ui, id, rect, clip);
    const Rect shown = pressed_rect(ui, id, rect);
    card(ui, shown);
    float x = shown.x + k_side, w = shown.w - 2 * k_side;
    float y = shown.y + grid.picture + ui::space::s16;
    if (grid.picture > 0) {
        const Rect picture{shown.x, shown.y, shown.w, grid.picture};
        if (dispute.picture.key.empty()) {
            ui.fill(picture, Color::palm_tint, ui::radius::card);
            ui.icon(ui::icons::handshake, picture.center(), picture.h * 0.4f, Color::palm);
        } else {
            ui.picture(dispute.picture.key, picture, ui::radius::card, Color::palm_tint);
        }
    } else {
        const float side = shown.h - 2 * ui::space::s16;
        const Rect picture{shown.x + ui::space::s16, shown.y + ui::space::s16,
                           std::min(side / k_picture_ratio, shown.w * 0.36f), side};
        if (dispute.picture.key.empty())
            round_icon(ui, picture.center(), side * 0.4f, ui::icons::handshake, Color::palm,
                       Color::palm_tint);
        else
            ui.picture(dispute.picture.key, picture, ui::radius::chip, Color::palm_tint);
        x = picture.right() + k_side;
        w = shown.right() - k_side - x;
    }
    const auto title = title_style();
    y += ui.text(title, {x, y}, w, dispute.title, Align::left, 1) + ui::space::s4;
    ui.text(note_style(), {x, y}, w, dispute.note, Align::left, k_note_lines);
    contrast_edge(ui, shown, ui::radius::card); // over the picture's own corners
    return tapped;
}

/// For whoever finds nothing that fits: every place there is.
float all_places_width(Ui& ui, const std::string& words) {
    return pill_width(ui, words, ui::icons::place);
}

} // namespace

Intent draw_finder(ui::Ui& ui, const FinderModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const Rect page = content_area(ui);
    const float head = std::max(is_low(ui) ? k_low_title : k_title_height,
                                ui.layout().mm(k_normal_mm) + ui::space::s8);
    const Rect area{page.x, page.y + head, page.w, page.h - head};
    Intent intent;
    {
        const PagePane pane{
            ui, "finder", area, [&](float width) {
                return Grid{ui, width, area.h, model.disputes}.length(model.disputes.size());
            }};
        const Rect content = pane.content(), clip = pane.reach();
        const Grid grid{ui, content.w, area.h, model.disputes};
        for (size_t i = 0; i < model.disputes.size(); ++i) {
            const Rect rect = grid.card(i, content);
            if (rect.bottom() < clip.y - ui::space::s48 || rect.y > clip.bottom() + ui::space::s48)
                continue;
            if (dispute_card(ui, rect, clip, grid, model.disputes[i]))
                intent = OpenPlaces{model.disputes[i].id};
        }
    }
    const std::string all =
        ui.tr("screens.finder.all", {{"count", fmt::format("{}", model.places)}});
    const float w = all_places_width(ui, all), h = ui.layout().mm(k_normal_mm);
    const Rect title{page.x, page.y, page.w - w - target_gap(ui), head};
    auto style = serif(ui::type::headline, Color::ink);
    for (const float size : {ui::type::title, ui::type::body_large, ui::type::body}) {
        if (ui.text_width(style, ui.tr("screens.finder.title")) <= title.w) break;
        style = serif(size, Color::ink);
    }
    ui.label(style, title, ui.tr("screens.finder.title"), Align::left);
    if (pill(ui, {.id = "finder.all",
                  .rect = {page.right() - w, page.y + (head - h) / 2 - ui::space::s4, w, h},
                  .label = all,
                  .icon = ui::icons::place,
                  .look = PillLook::outlined}))
        intent = OpenPlaces{};
    const Intent docked = draw_dock(ui, model.dock);
    return docked.index() != 0 ? docked : intent;
}

} // namespace pufa::screens
