#pragma once
// What stands around every light page: the ground, the line at the top, the dock at the bottom.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

/// Where the page's own content may lie: between the header and the dock, within the margins.
[[nodiscard]] Rect content_area(const Ui& ui);
[[nodiscard]] float dock_top(const Ui& ui);
/// The gap that targets keep, canvas units.
[[nodiscard]] float target_gap(const Ui& ui);

/// 法律服务热线, and 政务服务便民热线: the same everywhere in the country.
inline constexpr std::string_view k_legal_hotline = "12348", k_affairs_hotline = "12345";

/// A small panel, large text or the lower part of one: the canvas is so low that pages set closer
/// and leave ornament away.
[[nodiscard]] bool is_low(const Ui& ui);

void draw_ground(Ui& ui);
void draw_header(Ui& ui, const HeaderModel& header);
/// In lower-half mode: what lies above the canvas. Part of draw_dock.
[[nodiscard]] Intent draw_above(Ui& ui);
[[nodiscard]] Intent draw_dock(Ui& ui, const DockModel& dock);
/// The next step of the volume; after the loudest comes silence.
[[nodiscard]] ChangeVolume next_volume(int volume);

} // namespace pufa::screens
