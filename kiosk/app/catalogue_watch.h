#pragma once
// Notices that an import has changed store.db and loads the new snapshot aside, so that no frame
// waits for it. UI thread; the loading runs on a thread of its own that shares nothing.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/catalog/snapshot.h"
#include "kiosk/flow/flow.h"

#include <functional>
#include <future>
#include <optional>

namespace pufa::app {

class CatalogueWatch {
  public:
    static constexpr std::chrono::seconds k_every{2};
    static constexpr std::chrono::milliseconds k_while_loading{20};
    using Loaded = Result<std::shared_ptr<const catalog::Snapshot>>;
    struct Store {
        std::function<Result<int64_t>()> revision; ///< cheap
        std::function<Loaded()> load;              ///< may take a while
    };

    explicit CatalogueWatch(Store store);

    /// The first snapshot, at once. Without one the kiosk starts with nothing and the error.
    [[nodiscard]] Loaded load_first(SteadyTime now);
    /// CatalogChanged or CatalogFailed if there is news.
    [[nodiscard]] std::optional<flow::Event> poll(SteadyTime now);
    [[nodiscard]] SteadyTime next_poll() const {
        return m_loading.valid() ? m_checked + k_while_loading : m_looked + k_every;
    }

  private:
    [[nodiscard]] std::optional<flow::Event> failed(const Error& error);

    Store m_store;
    SteadyTime m_looked{};             ///< at the store
    SteadyTime m_checked{};            ///< whether the loading is done
    std::optional<int64_t> m_revision; ///< none: what is shown is not what is stored
    std::optional<Error> m_failed;
    std::future<Loaded> m_loading;
};

[[nodiscard]] CatalogueWatch::Store store_of(const base::StatePaths& paths);

} // namespace pufa::app
