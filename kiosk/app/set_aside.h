#pragma once
// Which items failed too often to be offered again, over restarts: what the player says of them
// in, the flow's SetAside out. The file is written aside; if it cannot be read or written the kiosk
// goes on with what it remembers. UI thread.

#include "content/aside/records.h"
#include "content/base/clock.h"
#include "content/base/error.h"
#include "content/catalog/snapshot.h"
#include "kiosk/flow/flow.h"

#include <filesystem>
#include <future>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace pufa::app {

class SetAside {
  public:
    static constexpr std::chrono::milliseconds k_while_writing{20};

    /// kiosk.db; empty: nothing outlives this object. A file that cannot be read is logged.
    explicit SetAside(std::filesystem::path file);
    /// Waits until what was said is written, or could not be.
    ~SetAside();
    SetAside(const SetAside&) = delete;
    SetAside& operator=(const SetAside&) = delete;

    /// `item` could not be played. Counts against it only if the item itself may be to blame: not
    /// if a disk, a missing program or a missing file is.
    void failed(const model::ItemId& item, const Error& error, const catalog::Snapshot& snapshot,
                WallTime wall);
    /// It played to its end: what was, is forgiven.
    void played(const model::ItemId& item);

    /// Everything may be tried again: staff said so.
    void forget();

    /// Those of `snapshot` that are set aside, if they are others than the last call gave.
    [[nodiscard]] std::optional<flow::SetAside> poll(const catalog::Snapshot& snapshot);
    /// Begins and ends the writing of the file.
    void update(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;

  private:
    [[nodiscard]] std::vector<aside::Record> all() const;

    std::filesystem::path m_file;
    std::map<model::ItemId, aside::Record> m_records;
    bool m_changed = false; ///< since the last writing began
    std::future<Result<void>> m_writing;
    std::optional<base::Code> m_trouble; ///< logged once
    SteadyTime m_looked{};
    std::set<model::ItemId> m_told;
};

} // namespace pufa::app
