#include "kiosk/screens/home.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/home_parts.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_banner_least = 288, k_banner_most = 304, k_lone_banner_most = 560,
                k_few_most = 300;
constexpr float k_tall_banner = 380, k_tall_banner_most = 580, k_tall_lone_most = 720;
constexpr float k_door_least = 132, k_door_most = 300, k_tall_door_most = 380,
                k_shelf_door_most = 168;
constexpr float k_picture_least = 150, k_picture_most = 230, k_tall_picture_most = 252;
constexpr float k_daily_spare = 96, k_lone_daily_spare = 220;
constexpr float k_tall = 1600;
constexpr float k_foot = ui::space::s16;

/// What stands on the page, from the top; 0 for what is not there.
struct Rows {
    float banner = 0;
    float daily = 0; ///< in portrait; otherwise it stands beside the banner
    float doors = 0;
    float shelf = 0;
    float gap = ui::space::s24;
    int door_columns = 1;

    [[nodiscard]] float length() const {
        float sum = banner + gap + doors + k_foot;
        if (daily > 0) sum += daily + gap;
        if (shelf > 0) sum += shelf + gap;
        return sum;
    }
};

using Doors = std::vector<Door>;

bool has_daily(const HomeModel& model) {
    return model.daily && model.daily->options.size() == 2;
}

DailyShape beside_banner(Ui& ui, const HomeModel& model, float width) {
    auto shape = daily_shape(ui, *model.daily);
    shape.width = std::min(shape.width, width / 2);
    return shape;
}

/// As little as each row can do with.
Rows least_rows(Ui& ui, const HomeModel& model, const Doors& doors, float width, float picture) {
    const bool portrait = ui.layout().portrait();
    Rows rows;
    rows.gap = portrait && ui.layout().canvas_height >= k_tall ? ui::space::s32 : ui::space::s24;
    rows.banner = portrait && ui.layout().canvas_height >= k_tall ? k_tall_banner : k_banner_least;
    rows.door_columns = door_columns(ui, doors, width);
    const auto abreast = static_cast<float>(door_rows(doors.size(), rows.door_columns));
    rows.doors = abreast * k_door_least + (abreast - 1) * ui::space::s24;
    if (!model.shelf.empty()) rows.shelf = shelf_height(ui, model, picture);
    if (!has_daily(model)) return rows;
    if (portrait) {
        const auto shape = daily_shape_in(ui, *model.daily, width);
        rows.daily = daily_height(ui, *model.daily, shape);
    } else {
        const auto shape = beside_banner(ui, model, width);
        rows.banner = std::max(rows.banner, daily_height(ui, *model.daily, shape));
    }
    return rows;
}

/// Shares `spare` among the rows but the shelf, each up to its most.
void grow(Ui& ui, const HomeModel& model, const Doors& doors, Rows& rows, float spare) {
    const bool portrait = ui.layout().portrait();
    const bool lone = model.shelf.empty();
    const auto abreast = static_cast<float>(door_rows(doors.size(), rows.door_columns));
    const float most_banner = portrait ? lone ? k_tall_lone_most : k_tall_banner_most
                              : lone   ? k_lone_banner_most
                                       : k_banner_most;
    const float most_door = lone       ? portrait ? k_tall_door_most : k_door_most
                            : portrait ? k_shelf_door_most
                                       : k_door_least;
    const float banner = std::max(0.f, most_banner - rows.banner);
    const float daily = rows.daily <= 0 ? 0 : lone ? k_lone_daily_spare : k_daily_spare;
    const float door_room =
        std::max(0.f, abreast * most_door + (abreast - 1) * ui::space::s24 - rows.doors);
    const float sum = banner + daily + door_room;
    if (sum <= 0) return;
    const float share = std::min(1.f, spare / sum);
    rows.banner += banner * share;
    rows.daily += daily * share;
    rows.doors += door_room * share;
}

Rows rows_of(Ui& ui, const HomeModel& model, const Doors& doors, float width, float height) {
    const bool tall = ui.layout().portrait() && ui.layout().canvas_height >= k_tall;
    const float most_picture = model.shelf.size() <= 2 ? k_few_most
                               : tall                  ? k_tall_picture_most
                                                       : k_picture_most;
    Rows rows = least_rows(ui, model, doors, width, k_picture_least);
    // Longer than the page: it scrolls, and then nothing need be small.
    if (rows.length() > height) return least_rows(ui, model, doors, width, most_picture);
    float spare = height - rows.length();
    if (rows.shelf > 0) {
        const float most = shelf_height(ui, model, most_picture) - rows.shelf;
        const float taken = std::min(spare, std::max(0.f, most));
        rows.shelf += taken;
        spare -= taken;
    }
    grow(ui, model, doors, rows, spare);
    return rows;
}

Intent draw_rows(Ui& ui, const Rect& content, const Rect& clip, const HomeModel& model,
                 const Doors& doors, const Rows& rows) {
    Intent intent;
    const auto take = [&](const Intent& touched) {
        if (touched.index() != 0) intent = touched;
    };
    float y = content.y;
    Rect banner{content.x, y, content.w, rows.banner};
    if (has_daily(model) && rows.daily <= 0) {
        const auto shape = beside_banner(ui, model, content.w);
        banner.w -= shape.width + ui::space::gutter;
        const Rect daily{banner.right() + ui::space::gutter, y, shape.width, banner.h};
        take(draw_daily(ui, daily, clip, *model.daily, shape.stacked));
    }
    take(draw_banner(ui, banner, clip, model));
    y = banner.bottom() + rows.gap;
    if (rows.daily > 0) {
        const auto shape = daily_shape_in(ui, *model.daily, content.w);
        const Rect daily{content.x, y, content.w, rows.daily};
        take(draw_daily(ui, daily, clip, *model.daily, shape.stacked));
        y += rows.daily + rows.gap;
    }
    const Rect place{content.x, y, content.w, rows.doors};
    take(draw_doors(ui, place, clip, doors, rows.door_columns, DoorLook::tile));
    y += rows.doors + rows.gap;
    if (rows.shelf > 0)
        take(draw_home_shelf(ui, {content.x, y, content.w, rows.shelf}, clip, model));
    return intent;
}

Intent draw_normal_home(Ui& ui, const HomeModel& model) {
    const Rect area = content_area(ui);
    const auto doors = home_doors(ui, model);
    const PagePane pane(ui, "home", area, [&](float width) {
        return rows_of(ui, model, doors, width, area.h).length();
    });
    const Rect content = pane.content();
    return draw_rows(ui, content, pane.reach(), model, doors,
                     rows_of(ui, model, doors, content.w, area.h));
}

} // namespace

Intent draw_home(Ui& ui, const HomeModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    const bool large = ui.look().text == ui::TextSize::large;
    const Intent intent = large ? draw_large_home(ui, model) : draw_normal_home(ui, model);
    // Over what scrolls beneath it.
    const Intent docked = draw_dock(ui, model.dock);
    return docked.index() != 0 ? docked : intent;
}

} // namespace pufa::screens
