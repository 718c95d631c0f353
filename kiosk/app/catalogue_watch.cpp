#include "kiosk/app/catalogue_watch.h"

#include "content/base/log.h"

#include <utility>

namespace pufa::app {

CatalogueWatch::CatalogueWatch(Store store)
    : m_store(std::move(store)) {}

CatalogueWatch::Loaded CatalogueWatch::load_first(SteadyTime now) {
    m_looked = now;
    auto loaded = m_store.load();
    if (loaded)
        m_revision = (*loaded)->revision;
    else
        static_cast<void>(failed(loaded.error()));
    return loaded;
}

std::optional<flow::Event> CatalogueWatch::poll(SteadyTime now) {
    if (m_loading.valid()) {
        m_checked = now;
        if (m_loading.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            return std::nullopt;
        auto loaded = m_loading.get();
        if (!loaded) return failed(loaded.error());
        m_failed.reset();
        m_revision = (*loaded)->revision;
        base::log_info("catalogue: revision {}", *m_revision);
        return flow::CatalogChanged{std::move(loaded).value()};
    }
    if (now < next_poll()) return std::nullopt;
    m_looked = now;
    const auto revision = m_store.revision();
    if (!revision) return failed(revision.error());
    if (*revision == m_revision) return std::nullopt;
    m_loading = std::async(std::launch::async, m_store.load);
    m_checked = now;
    return std::nullopt;
}

/// The same fault is told once; it may heal, so the store is looked at again.
std::optional<flow::Event> CatalogueWatch::failed(const Error& error) {
    m_revision.reset();
    if (m_failed && m_failed->code == error.code && m_failed->where == error.where)
        return std::nullopt;
    m_failed = error;
    base::log_error("catalogue: {} {} ({})", base::name(error.code), error.where, error.detail);
    return flow::CatalogFailed{error};
}

CatalogueWatch::Store store_of(const base::StatePaths& paths) {
    return {[paths] { return catalog::current_revision(paths); },
            [paths] { return catalog::load(paths); }};
}

} // namespace pufa::app
