#pragma once
// The self-test's visitor: has eyes (the presented picture), fingers (events through the window)
// and patience (time limits that only guard against hanging). Knows what can be touched from the
// record of the presented frame, nothing of the flow.

#include "content/base/clock.h"
#include "kiosk/app/kiosk.h"
#include "kiosk/app/self_test_judges.h"
#include "kiosk/app/self_test_report.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::app {

class Visitor {
  public:
    Visitor(Kiosk& kiosk, Report& report, std::filesystem::path shots);

    // ---- waiting; each lets the kiosk run ----
    static constexpr std::chrono::seconds k_patience{30};
    /// True once `is` holds; false after k_patience or if the kiosk ended.
    [[nodiscard]] bool wait_until(const std::function<bool()>& is);
    [[nodiscard]] bool wait_for(std::string_view target);
    void run_for(Micros time, const std::function<void()>& each_turn = {});
    /// Until nothing has been presented for a moment.
    void settle();

    // ---- fingers ----
    [[nodiscard]] std::optional<ui::Rect> see(std::string_view target) const;
    /// A tap on its middle; waits for it to appear first, and wakes the player's controls if they
    /// have gone. False if it never appears.
    [[nodiscard]] bool tap(std::string_view target);
    /// A tap at a fraction of its width. The fraction that was really touched.
    [[nodiscard]] std::optional<double> tap_along(std::string_view target, double fraction);

    // ---- eyes ----
    [[nodiscard]] platform::Image look() const;
    /// look(), written to <shots>/<name>.png.
    platform::Image shoot(const std::string& name);
    /// The number of the film's frame on screen.
    [[nodiscard]] std::optional<int> frame_number() const;
    [[nodiscard]] ui::PixelRect pixels(const ui::Rect& canvas) const;

    // ---- ears ----
    [[nodiscard]] judge::Heard hear() const;

    [[nodiscard]] SteadyTime now() const { return base::steady_now(); }
    [[nodiscard]] Kiosk& kiosk() { return m_kiosk; }
    [[nodiscard]] Report& report() { return m_report; }

  private:
    void turn();
    void touch(ui::Point at);

    Kiosk& m_kiosk;
    Report& m_report;
    std::filesystem::path m_shots;
    bool m_ended = false;
    int64_t m_finger = 0;
};

} // namespace pufa::app
