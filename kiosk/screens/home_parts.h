#pragma once
// The upper row of the home page, apart so that it can be read on its own.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

/// What is on these days; without a campaign a quiet greeting with nothing to touch.
[[nodiscard]] Intent draw_banner(Ui& ui, const Rect& rect, const HomeModel& model);

/// The daily question has two answers: side by side, or, if their words are long, in a wider card
/// one above the other.
struct DailyShape {
    float width;
    bool stacked;
};
[[nodiscard]] DailyShape daily_shape(Ui& ui, const DailyQuestion& daily);
/// What the card needs so that the whole question is read at body size.
[[nodiscard]] float daily_height(Ui& ui, const DailyQuestion& daily, const DailyShape& shape);
[[nodiscard]] Intent draw_daily(Ui& ui, const Rect& rect, const DailyQuestion& daily, bool stacked);

} // namespace pufa::screens
