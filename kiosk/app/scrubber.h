#pragma once
// Reads the installed packs again while nobody is there, by a child (pufa-admin scrub --idle), and
// gives the disk back at once when somebody comes. A store.db that is damaged is a reason to start
// it at once, since it repairs that on its way. UI thread; nothing here waits.

#include "content/base/clock.h"
#include "content/base/process.h"
#include "content/base/result.h"

#include <chrono>
#include <functional>
#include <optional>

namespace pufa::app {

class Scrubber {
  public:
    static constexpr std::chrono::minutes k_alone{10};
    static constexpr std::chrono::hours k_between{24};
    static constexpr std::chrono::minutes k_again{5}; ///< after a run that did not come to its end

    /// What it starts and asks; a test puts in its own.
    struct Doors {
        std::function<Result<base::Child>()> start;                ///< the child
        std::function<Result<std::optional<WallTime>>()> last_end; ///< of a whole pass
    };
    /// Without doors it never does anything.
    explicit Scrubber(std::optional<Doors> doors, SteadyTime now);

    /// Somebody touched the screen: the child is asked to stop.
    void touched(SteadyTime now);
    /// The catalogue cannot be read.
    void database_damaged(SteadyTime now);
    void update(SteadyTime now, WallTime wall);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;
    [[nodiscard]] bool running() const { return m_child.started(); }

  private:
    void start(SteadyTime now);

    std::optional<Doors> m_doors;
    base::Child m_child;
    SteadyTime m_due;
    bool m_urgent = false;
};

/// pufa-admin beside the running program, on this state folder; --config is passed on if not empty.
[[nodiscard]] Scrubber::Doors scrub_of(const std::filesystem::path& state,
                                       const std::filesystem::path& config);

} // namespace pufa::app
