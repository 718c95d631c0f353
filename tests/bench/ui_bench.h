#pragma once
// Measures of kiosk/ui and kiosk/screens without a window or a GPU: what a frame costs before it
// is given to the presenter. One at a time.

#include "kiosk/ui/damage.h"
#include "kiosk/ui/ui.h"
#include "tests/bench/report.h"
#include "tests/support/counting_textures.h"
#include "tests/support/sample_pages.h"

#include <memory>
#include <string_view>
#include <vector>

namespace pufa::bench {

class UiBench {
  public:
    /// NO_FONT if this machine has none.
    [[nodiscard]] static Result<std::unique_ptr<UiBench>> open(const ui::Layout& layout);

    /// One frame, a sixtieth of a second after the one before; an empty one without a page.
    ImDrawData& frame(const support::NamedPage* page);
    /// Until nothing moves and a further frame needs nothing new.
    void settle(const support::NamedPage* page);

    struct Times {
        double median_us, p99_us; ///< of the thread's processor time
    };
    [[nodiscard]] Times time_frames(const support::NamedPage* page, int count);
    /// Processor time of the search for what changed, median, microseconds.
    [[nodiscard]] double time_damage(const support::NamedPage& page, int count);
    /// Of a frame of a page at rest, the most of several.
    [[nodiscard]] int allocations_per_frame(const support::NamedPage* page);

    struct Press {
        std::string id;
        int64_t button_pixels;
        int64_t damaged_pixels; ///< of the frame of the press that damages most
    };
    /// Presses and lets go of every button that the page has, one by one.
    [[nodiscard]] std::vector<Press> press_all(const support::NamedPage& page);

    /// Pixels that ten frames of a page at rest damage.
    [[nodiscard]] int64_t damage_at_rest(const support::NamedPage& page);

    /// Processor time of the first frame in another language, microseconds.
    [[nodiscard]] double switch_language(const support::NamedPage& page, model::Language language);

    [[nodiscard]] size_t texture_bytes() const;
    [[nodiscard]] ui::Ui& ui() { return *m_ui; }
    ui::Look look;

  private:
    explicit UiBench(const ui::Layout& layout)
        : m_layout(layout) {}
    [[nodiscard]] int64_t most_damage(const support::NamedPage& page);

    support::CountingTextures m_textures;
    std::unique_ptr<ui::Text> m_text;
    ui::UiMemory m_memory;
    std::unique_ptr<ui::Ui> m_ui;
    ui::Layout m_layout;
    ui::DamageTracker m_damage;
    SteadyTime m_now{std::chrono::seconds{1000}};
};

/// The page of that name.
[[nodiscard]] support::NamedPage page_named(std::string_view name);
/// One of each kind, and each overlay.
[[nodiscard]] std::vector<support::NamedPage> bench_pages();

/// All of it; the order is that of the table.
[[nodiscard]] Result<std::vector<Row>> measure_ui();

} // namespace pufa::bench
