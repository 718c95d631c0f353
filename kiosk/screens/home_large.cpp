// The home page in large text: what one may want, as a list of large doors.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/home_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_row_least = 100, k_row_most = 196;
constexpr float k_shallow = 640, k_close = 800; // canvas heights
constexpr float k_pill_most = 92, k_pill_least = 60;

struct Shape {
    float greeting, rows_height, pills, gap;
    int columns;
    [[nodiscard]] float length() const { return greeting + rows_height + pills + 3 * gap; }
};

TextStyle greeting_style(const Ui& ui) {
    return serif(ui.layout().canvas_height < k_shallow ? ui::type::title : ui::type::headline,
                 Color::ink);
}

Shape shape_of(Ui& ui, size_t doors, float width, float height) {
    Shape shape;
    const bool low = ui.layout().canvas_height < k_close;
    shape.gap = low ? ui::space::s16 : ui::space::s24;
    shape.columns = ui.layout().portrait() ? 1 : 2;
    shape.greeting =
        ui.text_height(greeting_style(ui), width, ui.tr("screens.home.large.greeting"), 2);
    shape.pills = std::max(ui.layout().mm(k_normal_mm), low ? k_pill_least : k_pill_most);
    const auto rows = static_cast<float>(door_rows(doors, shape.columns));
    const float gaps = (rows - 1) * std::max(ui::space::s24, target_gap(ui));
    const float room = height - shape.greeting - shape.pills - 3 * shape.gap - gaps;
    shape.rows_height = std::clamp(room / rows, k_row_least, k_row_most) * rows + gaps;
    return shape;
}

/// The way back to normal text, and strong contrast.
Intent draw_choices(Ui& ui, const Rect& row, const Rect& clip) {
    const float gap = std::max(ui::space::s24, target_gap(ui));
    const float w = (row.w - gap) / 2;
    const bool contrast = ui.look().theme == ui::Theme::high_contrast;
    Intent intent;
    if (clipped_pill(ui, clip,
                     {.id = "home.text.normal",
                      .rect = {row.x, row.y, w, row.h},
                      .label = ui.tr("screens.home.large.normal"),
                      .icon = ui::icons::text_decrease,
                      .look = PillLook::quiet}))
        intent = ChooseTextSize{ui::TextSize::normal};
    if (clipped_pill(ui, clip,
                     {.id = "home.contrast",
                      .rect = {row.x + w + gap, row.y, w, row.h},
                      .label = ui.tr("screens.look.contrast"),
                      .icon = ui::icons::contrast,
                      .look = contrast ? PillLook::current : PillLook::quiet}))
        intent = ChooseTheme{contrast ? ui::Theme::light : ui::Theme::high_contrast};
    return intent;
}

} // namespace

Intent draw_large_home(Ui& ui, const HomeModel& model) {
    const auto doors = large_doors(ui, model);
    const Rect area = content_area(ui);
    const PagePane pane(ui, "home", area, [&](float width) {
        return shape_of(ui, doors.size(), width, area.h).length();
    });
    const Rect content = pane.content();
    const Shape shape = shape_of(ui, doors.size(), content.w, area.h);
    // What is left over is shared between the head and the foot.
    float y = content.y + std::max(0.f, content.h - shape.length()) * 0.3f;
    ui.text(greeting_style(ui), {content.x, y}, content.w, ui.tr("screens.home.large.greeting"),
            Align::left, 2);
    y += shape.greeting + shape.gap;
    Intent intent = draw_doors(ui, {content.x, y, content.w, shape.rows_height}, pane.reach(),
                               doors, shape.columns, DoorLook::row);
    y += shape.rows_height + shape.gap;
    const Intent chosen = draw_choices(ui, {content.x, y, content.w, shape.pills}, pane.reach());
    return chosen.index() != 0 ? chosen : intent;
}

} // namespace pufa::screens
