#pragma once
// Ornament as vectors: the arch of the logo, the watchtowers (碉楼) of Kaiping and the arcades
// (骑楼) of the old streets. No emblem of any state organ. Canvas units.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

/// The arch in its rounded square.
void logo(Ui& ui, const Rect& rect);

struct TowerColors {
    Color wall;
    float wall_alpha;
    Color window;
    float window_alpha;
};
/// One watchtower that stands on `foot`; `height` includes the spire.
void tower(Ui& ui, Point foot, float width, float height, const TowerColors& colors);
enum class Daylight { day, night };
/// Five towers along the foot of `area`, the highest as high as `area`: on a card, or on dark.
void skyline(Ui& ui, const Rect& area, Daylight light = Daylight::night);
/// A row of arches over the width of `area`, open at its foot.
void arcade(Ui& ui, const Rect& area, Color wall, Color opening);

} // namespace pufa::screens
