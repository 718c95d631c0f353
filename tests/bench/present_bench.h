#pragma once
// What it costs to put a page or a film's picture on the screen, with GL and without, one after the
// other in the same run. Processor time of the whole process, all its threads; medians.

#include "kiosk/platform/window.h"
#include "tests/bench/report.h"

#include <functional>
#include <string>
#include <vector>

namespace pufa::bench {

/// Milliseconds of processor time of this process.
[[nodiscard]] double process_ms();
/// The median of `rounds` calls, in milliseconds of processor time, after one that is not counted.
[[nodiscard]] double median_ms(int rounds, const std::function<void()>& act);
[[nodiscard]] std::string who(platform::DrawnBy by);

/// Pages and parts of pages, offscreen at 1920 × 1080.
[[nodiscard]] Result<void> measure_pages(platform::DrawnBy by, std::vector<Row>& rows);
/// A film of 1920 × 1080 in a window of the display; the X server's time apart. Nothing without a
/// display.
[[nodiscard]] Result<void> measure_film(platform::DrawnBy by, std::vector<Row>& rows);

} // namespace pufa::bench
