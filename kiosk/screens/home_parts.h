#pragma once
// The parts of the home page, apart so that each can be read on its own.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

// ---- the banner ----

/// What is on these days; without a campaign a quiet greeting with nothing to touch.
[[nodiscard]] Intent draw_banner(Ui& ui, const Rect& rect, const Rect& clip,
                                 const HomeModel& model);

// ---- the daily question ----

/// It has two answers: side by side, or, if their words are long, one above the other.
struct DailyShape {
    float width;
    bool stacked;
};
/// Beside the banner: as wide as it needs to be.
[[nodiscard]] DailyShape daily_shape(Ui& ui, const DailyQuestion& daily);
/// In a given width.
[[nodiscard]] DailyShape daily_shape_in(Ui& ui, const DailyQuestion& daily, float width);
/// What the card needs so that the whole question is read at body size.
[[nodiscard]] float daily_height(Ui& ui, const DailyQuestion& daily, const DailyShape& shape);
[[nodiscard]] Intent draw_daily(Ui& ui, const Rect& rect, const Rect& clip,
                                const DailyQuestion& daily, bool stacked);

// ---- the doors ----

struct Door {
    std::string_view id;
    std::string_view title, note; ///< of the strings or of the model
    char32_t icon;
    Color color, tint;
    Intent intent;
};
/// Tiles stand in a grid; rows are large, one or two abreast.
enum class DoorLook { tile, row };

/// Only to what the packs hold, and always to help. In portrait the campaign has a door as well:
/// its banner stands above where everyone can reach.
[[nodiscard]] std::vector<Door> home_doors(const Ui& ui, const HomeModel& model);
[[nodiscard]] std::vector<Door> large_doors(const Ui& ui, const HomeModel& model);
/// How many tiles stand abreast so that each shows its words whole.
[[nodiscard]] int door_columns(Ui& ui, const std::vector<Door>& doors, float width);
[[nodiscard]] int door_rows(size_t doors, int columns);
/// A grid of equal rows; a last door alone in its row takes the whole of it.
[[nodiscard]] Intent draw_doors(Ui& ui, const Rect& area, const Rect& clip,
                                const std::vector<Door>& doors, int columns, DoorLook look);

// ---- the shelf ----

[[nodiscard]] float shelf_height(const Ui& ui, const HomeModel& model, float picture_height);
[[nodiscard]] Intent draw_home_shelf(Ui& ui, const Rect& area, const Rect& clip,
                                     const HomeModel& model);

// ---- large text ----

/// A greeting, the doors as a list, and the way back to normal text.
[[nodiscard]] Intent draw_large_home(Ui& ui, const HomeModel& model);

} // namespace pufa::screens
