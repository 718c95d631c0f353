#pragma once
// Which presenter is the cheaper one on this machine, found out by drawing: a page such as the
// kiosk shows, at 1920 × 1080, as a whole, with each. UI thread, before there is a window.

#include "kiosk/platform/window.h"

#include <optional>

namespace pufa::platform {

/// Milliseconds of processor time of the whole process, all its threads, for one page once its
/// shaders, glyphs and pictures are there: the least of a few.
[[nodiscard]] double page_cost_ms(Presenter& presenter);

/// GL where it costs no more; without GL there is nothing to choose.
[[nodiscard]] DrawnBy cheaper(std::optional<double> gl_ms, double soft_ms);

/// Tries both and logs what each costs; about a quarter of a second where GL is drawn by the
/// processor. SDL's video runs.
[[nodiscard]] DrawnBy try_presenters();

} // namespace pufa::platform
