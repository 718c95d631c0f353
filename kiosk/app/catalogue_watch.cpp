#include "kiosk/app/catalogue_watch.h"

#include "content/base/log.h"

#include <algorithm>
#include <utility>

namespace pufa::app {

namespace {

/// For staff who read the log; `pufa-admin expiring` names each.
void tell_staff(const catalog::Freshness& freshness, WallTime wall) {
    const auto report = freshness.report(wall);
    if (!report.clock_believed)
        base::log_warning("catalogue: the clock says {}, so nothing expires", base::to_iso(wall));
    if (!report.off.empty())
        base::log_info("catalogue: {} switched off by staff", report.off.size());
    if (!report.withheld.empty() || !report.soon.empty())
        base::log_warning("catalogue: {} withheld, {} to go within {} days: pufa-admin expiring",
                          report.withheld.size(), report.soon.size(),
                          catalog::k_warned_ahead.count());
}

} // namespace

CatalogueWatch::CatalogueWatch(Store store, std::set<model::ItemId> switched_off)
    : m_store(std::move(store))
    , m_off(std::move(switched_off)) {}

void CatalogueWatch::switch_off(std::set<model::ItemId> items) {
    if (items == m_off) return;
    m_off = std::move(items);
    m_switched = true;
}

std::shared_ptr<const catalog::Snapshot> CatalogueWatch::all() const {
    return m_shown ? m_shown->freshness->all() : nullptr;
}

std::shared_ptr<const catalog::Snapshot> CatalogueWatch::at(WallTime wall) const {
    if (!m_shown) return nullptr;
    return m_shown->in_force.holds(wall) ? m_shown->in_force.shown
                                         : m_shown->freshness->at(wall).shown;
}

Result<CatalogueWatch::Made> CatalogueWatch::made_of(const Loaded& loaded, WallTime wall,
                                                     const std::set<model::ItemId>& off) {
    if (!loaded) return loaded.error();
    Made made;
    made.revision = (*loaded)->revision;
    made.freshness = std::make_shared<const catalog::Freshness>(*loaded, off);
    made.in_force = made.freshness->at(wall);
    tell_staff(*made.freshness, wall);
    return made;
}

CatalogueWatch::Loaded CatalogueWatch::load_first(const flow::Now& now) {
    m_looked = now.steady;
    auto made = made_of(m_store.load(), now.wall, m_off);
    if (!made) {
        static_cast<void>(failed(made.error()));
        return made.error();
    }
    m_shown = std::move(made).value();
    m_revision = m_shown->revision;
    return m_shown->in_force.shown;
}

std::optional<flow::Event> CatalogueWatch::poll(const flow::Now& now) {
    if (m_making.valid()) {
        m_checked = now.steady;
        if (m_making.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
            return std::nullopt;
        return take_made();
    }
    if (now.steady < next_poll()) return std::nullopt;
    m_looked = now.steady;
    if (std::exchange(m_switched, false) && m_shown &&
        m_shown->freshness->switched_off() != m_off) {
        m_checked = now.steady;
        m_making = std::async(std::launch::async, [last = *m_shown, off = m_off, wall = now.wall] {
            auto made = made_of(last.freshness->all(), wall, off);
            if (made) made->revision = last.revision;
            return made;
        });
        return std::nullopt;
    }
    // What has come to its end goes first, even if the store cannot be read.
    if (m_shown && !m_shown->in_force.holds(now.wall)) {
        m_checked = now.steady;
        m_making = std::async(std::launch::async, [last = *m_shown, wall = now.wall] {
            auto made = last;
            made.in_force = last.freshness->at(wall);
            return Result<Made>{std::move(made)};
        });
        return std::nullopt;
    }
    if (m_older_until && now.wall >= *m_older_until) {
        m_older_until.reset();
        return flow::ItemsGone{m_shown->in_force.shown};
    }
    const auto revision = m_store.revision();
    if (!revision) return failed(revision.error());
    if (*revision == m_revision) return std::nullopt;
    m_checked = now.steady;
    m_making = std::async(std::launch::async, [load = m_store.load, wall = now.wall, off = m_off] {
        return made_of(load(), wall, off);
    });
    return std::nullopt;
}

std::optional<flow::Event> CatalogueWatch::take_made() {
    auto made = m_making.get();
    if (!made) return failed(made.error());
    const auto before = std::exchange(m_shown, std::move(made).value());
    const bool same = before && before->freshness == m_shown->freshness;
    if (!same) {
        if (before)
            m_older_until =
                std::min(m_older_until.value_or(WallTime::max()), before->in_force.until);
        m_failed.reset();
        m_revision = m_shown->revision;
        base::log_info("catalogue: revision {}", *m_revision);
        return flow::CatalogChanged{m_shown->in_force.shown};
    }
    const auto was = before->in_force.gone, is = m_shown->in_force.gone;
    if (was == is) return std::nullopt; // only the clock has become believable, or the reverse
    base::log_info("catalogue: {} withheld, before {}", is, was);
    if (is > was) return flow::ItemsGone{m_shown->in_force.shown};
    // The clock was set back. What comes back need not come under a visitor's hands.
    return flow::CatalogChanged{m_shown->in_force.shown};
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

CatalogueWatch::Store begun(CatalogueWatch::Store store) {
    auto first = std::make_shared<std::future<CatalogueWatch::Loaded>>(
        std::async(std::launch::async, store.load));
    store.load = [load = std::move(store.load), first = std::move(first)] {
        return first->valid() ? first->get() : load();
    };
    return store;
}

} // namespace pufa::app
