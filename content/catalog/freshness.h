#pragma once
// What of the installed content may be shown at a moment: items end by their `valid_until`, and by
// a change of the law that they quote. Pure; everything is said once of a loaded snapshot, so that
// a moment costs nothing until the next one at which something goes.
//
// Withheld are
//   from its `valid_until` on     any item that has one
//   from the day of a change on   a question or an article whose citation does not know of it, and
//                                 of a kind of dispute that one fact (law::Changes::against)
//   with its last question        a quiz; one of which some are left keeps those
//   as long as staff say so       what they have switched off
//
// A clock that nobody can believe (campaign::is_plausible) lets nothing expire: it empties no
// screen. One that is slow shows a thing too long, never too short. A change of the law has come,
// whatever the clock says, if its day is not after the floor of the clock (pack/clock_floor.h):
// earlier than that it cannot be.

#include "content/base/clock.h"
#include "content/catalog/snapshot.h"
#include "content/law/changes.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace pufa::catalog {

/// So long before an item goes are staff told.
inline constexpr std::chrono::days k_warned_ahead{14};

struct InForce {
    std::shared_ptr<const Snapshot> shown; ///< the loaded snapshot itself if all of it may be
    size_t gone = 0;                       ///< how many items and facts are left out
    /// It stays so for from <= now < until.
    WallTime from;
    WallTime until;

    [[nodiscard]] bool holds(WallTime now) const { return from <= now && now < until; }
};

enum class Why { expired, law_changed, no_question_left, switched_off };

/// An item that goes or has gone.
struct Ending {
    model::ItemId id;
    model::LocalizedText title; ///< its stem, its name, or the words of the fact
    Why why = Why::expired;
    WallTime when;                   ///< from this moment on it is not shown
    bool fact = false;               ///< only a fact of this kind of dispute
    std::optional<law::Told> change; ///< for law_changed
};

struct FreshnessReport {
    bool clock_believed = true;   ///< if not, nobody knows what ends soon
    std::vector<Ending> withheld; ///< not shown now; by `when`
    std::vector<Ending> soon;     ///< shown now, but not for long; by `when`
    std::vector<Ending> off;      ///< by staff's own hand; `when` says nothing
};

/// Immutable, and may be read by several threads.
class Freshness {
  public:
    /// Looks at every item of it once. Not null.
    explicit Freshness(std::shared_ptr<const Snapshot> all,
                       std::set<model::ItemId> switched_off = {});
    Freshness(const Freshness&) = delete;
    Freshness& operator=(const Freshness&) = delete;

    /// Costs a copy of the snapshot if something is left out. Going forward things only go; they
    /// come back where the clock is set back.
    [[nodiscard]] InForce at(WallTime now) const;
    /// All that is installed.
    [[nodiscard]] const std::shared_ptr<const Snapshot>& all() const { return m_all; }
    [[nodiscard]] const std::set<model::ItemId>& switched_off() const { return m_off; }
    [[nodiscard]] FreshnessReport report(WallTime now,
                                         std::chrono::days ahead = k_warned_ahead) const;

  private:
    /// When a thing goes, and what it is: the n-th of its kind's list in the snapshot.
    struct End {
        WallTime when; ///< min(): whatever the clock says
        size_t kind = 0;
        size_t index = 0;
        std::optional<size_t> fact{}; ///< of a dispute: only this one
        Why why = Why::expired;
        const law::Told* told = nullptr; ///< in m_changes
    };
    struct Collector;

    [[nodiscard]] size_t gone_at(WallTime now) const;
    [[nodiscard]] std::shared_ptr<const Snapshot> without(size_t gone) const;
    [[nodiscard]] Ending described(const End& end) const;

    std::shared_ptr<const Snapshot> m_all;
    std::set<model::ItemId> m_off;
    law::Changes m_changes;
    std::vector<End> m_ends; ///< by `when`: what is gone is always the beginning of it
};

} // namespace pufa::catalog
