#pragma once
// Sticks where there is no udisks2: what udev, systemd or a desktop has mounted below /media or
// /run/media. Nothing can be mounted here, so one that was mounted read-only stays so; letting go
// writes everything out and unmounts if this user may. For the watching thread alone.

#include "kiosk/removable/mountinfo.h"
#include "kiosk/removable/sticks.h"

#include <string>
#include <vector>

namespace pufa::removable {

class MountedSticks {
  public:
    explicit MountedSticks(const WatchOptions& options)
        : m_options(options) {}

    /// Reads what is mounted.
    void look();
    void forget() { m_tracked.clear(); }
    [[nodiscard]] std::vector<Stick> sticks() const;
    void open(const std::string& id, Access access);
    /// Waits for the stick.
    void release(const std::string& id);

  private:
    struct Tracked {
        Stick stick;
        Mount mount;
    };
    [[nodiscard]] bool is_stick(const Mount& mount) const;
    [[nodiscard]] Tracked track(const Mount& mount);
    [[nodiscard]] Tracked* find(const std::string& id);

    const WatchOptions& m_options;
    std::vector<Tracked> m_tracked;
    uint64_t m_came = 0; ///< counts sticks, so that no id is used again
};

} // namespace pufa::removable
