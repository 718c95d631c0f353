#pragma once
// Notices that an import has changed store.db, or that the clock on the wall has come to a moment
// at which an item may no longer be shown, and makes the new snapshot aside, so that no frame waits
// for it. UI thread; the work runs on a thread of its own that shares nothing that changes.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/catalog/freshness.h"
#include "content/catalog/snapshot.h"
#include "kiosk/flow/flow.h"

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <set>

namespace pufa::app {

class CatalogueWatch {
  public:
    /// The store and the clock are looked at so often: an item is off the screen at the latest so
    /// long after its end, and what it takes to make the snapshot.
    static constexpr std::chrono::seconds k_every{2};
    static constexpr std::chrono::milliseconds k_while_loading{20};
    using Loaded = Result<std::shared_ptr<const catalog::Snapshot>>;
    struct Store {
        std::function<Result<int64_t>()> revision; ///< cheap
        std::function<Loaded()> load;              ///< may take a while
    };

    explicit CatalogueWatch(Store store, std::set<model::ItemId> switched_off = {});

    /// What may be shown of the first snapshot, at once. Without one the kiosk starts with nothing
    /// and the error.
    [[nodiscard]] Loaded load_first(const flow::Now& now);
    /// CatalogChanged, ItemsGone or CatalogFailed if there is news.
    [[nodiscard]] std::optional<flow::Event> poll(const flow::Now& now);
    /// CatalogChanged follows if it makes a difference.
    void switch_off(std::set<model::ItemId> items);
    /// All that is installed, whether it is shown or not; null before anything could be loaded.
    [[nodiscard]] std::shared_ptr<const catalog::Snapshot> all() const;
    /// What may be shown at that moment; null as well. Costs a copy of the snapshot.
    [[nodiscard]] std::shared_ptr<const catalog::Snapshot> at(WallTime wall) const;
    [[nodiscard]] SteadyTime next_poll() const {
        if (m_making.valid()) return m_checked + k_while_loading;
        return m_switched ? SteadyTime{} : m_looked + k_every;
    }

  private:
    /// What is installed, and what of it may be shown now.
    struct Made {
        int64_t revision = 0; ///< of the store
        std::shared_ptr<const catalog::Freshness> freshness;
        catalog::InForce in_force;
    };
    [[nodiscard]] static Result<Made> made_of(const Loaded& loaded, WallTime wall,
                                              const std::set<model::ItemId>& off);
    [[nodiscard]] std::optional<flow::Event> take_made();
    [[nodiscard]] std::optional<flow::Event> failed(const Error& error);

    Store m_store;
    std::set<model::ItemId> m_off;     ///< switched off by staff
    bool m_switched = false;           ///< ... and not yet looked at
    SteadyTime m_looked{};             ///< at the store
    SteadyTime m_checked{};            ///< whether the making is done
    std::optional<int64_t> m_revision; ///< none: what is shown is not what is stored
    std::optional<Made> m_shown;       ///< none: nothing could be loaded yet
    /// Until a newer revision is taken up an older one may be on the screen: then something of that
    /// comes to its end.
    std::optional<WallTime> m_older_until;
    std::optional<Error> m_failed;
    std::future<Result<Made>> m_making;
};

[[nodiscard]] CatalogueWatch::Store store_of(const base::StatePaths& paths);
/// The same, whose first load begins now, on a thread of its own: the window opens meanwhile.
[[nodiscard]] CatalogueWatch::Store begun(CatalogueWatch::Store store);

} // namespace pufa::app
