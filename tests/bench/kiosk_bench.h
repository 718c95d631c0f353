#pragma once
// The kiosk as it is put together for a citizen, on a screen of 1920×1080 that nobody sees: from
// its start to the first picture, and what it presents while nothing happens. One at a time.

#include "content/base/file.h"
#include "kiosk/app/kiosk.h"
#include "tests/bench/report.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::bench {

/// A folder with a kiosk.toml that says nothing, a state with no pack and one with `packs`.
class BenchFolder {
  public:
    [[nodiscard]] static Result<std::unique_ptr<BenchFolder>> make(int packs);
    [[nodiscard]] std::filesystem::path empty() const { return m_folder.path() / "empty"; }
    [[nodiscard]] std::filesystem::path full() const { return m_folder.path() / "full"; }

  private:
    BenchFolder() = default;
    base::TemporaryFolder m_folder;
};

/// Its wall clock starts at k_bench_day, a full minute, and its time can be made to jump.
class KioskBench {
  public:
    /// `state`: of a BenchFolder.
    [[nodiscard]] static Result<std::unique_ptr<KioskBench>>
    open(const std::filesystem::path& state);

    /// What is on screen is drawn to the last pixel and, where a pack is installed, can be touched.
    /// NOT_FOUND after a minute.
    [[nodiscard]] Result<void> show_first();
    /// Taps the first target whose id begins so, and waits until nothing has been presented for
    /// half a second. NOT_FOUND if none comes.
    [[nodiscard]] Result<void> tap(std::string_view id);
    /// A finger where nothing is.
    void touch_ground();
    /// Frames presented while so much time is made to pass, in steps of a tenth of a second.
    [[nodiscard]] uint64_t presented_in(std::chrono::seconds span);

  private:
    KioskBench() = default;
    [[nodiscard]] bool wait_until(const std::function<bool()>& is);
    [[nodiscard]] const ui::Target* find(std::string_view id) const;
    void touch(ui::Point pixel);
    void turn();
    void settle();
    [[nodiscard]] uint64_t presented() const;

    base::Micros m_skipped{0}; ///< how far its time is ahead of the machine's
    std::unique_ptr<app::Kiosk> m_kiosk;
};

/// A page that is left alone: from the attract page, tap by tap.
struct StillPage {
    std::string name;
    std::vector<std::string> taps;
};
[[nodiscard]] std::vector<StillPage> still_pages();
/// A minute on that page with a touch of the bare ground in its middle, which keeps the idle dialog
/// away. The minute on the clock changes once.
[[nodiscard]] Result<uint64_t> presented_on(const StillPage& page,
                                            const std::filesystem::path& state);

[[nodiscard]] Result<void> measure_still(const BenchFolder& folder, std::vector<Row>& rows);

// ---- the start, each in a process of its own ----

/// `arguments` of the bench program after --start: "window" (window, GL and fonts alone) or "kiosk"
/// and a state folder. Prints when its first picture was there and ends.
[[nodiscard]] int start_once(const std::vector<std::string>& arguments);
struct Started {
    double milliseconds = 0; ///< from before the process to its first picture
    double peak_mib = 0;     ///< of its memory
};
/// Runs this program again, with --start and these arguments.
[[nodiscard]] Result<Started> time_start(std::vector<std::string> arguments);
/// Of window, empty kiosk and full kiosk; medians of several.
[[nodiscard]] Result<void> measure_start(const BenchFolder& folder, std::vector<Row>& rows);

} // namespace pufa::bench
