#pragma once
// Participation, recorded as events, never persons. One writer thread owns today's database
// (tally/2026-11-23.db, WAL, synchronous EXTRA, group commit) and writes each event and its roll-up
// in one transaction. The UI thread only pushes to a queue.

#include "content/base/clock.h"
#include "content/base/paths.h"
#include "content/base/result.h"
#include "content/model/ids.h"
#include "content/model/text.h"
#include "content/tally/counter.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace pufa::tally {

enum class Origin { visitor, unattended, attract, staff };
inline constexpr std::array k_origins{Origin::visitor, Origin::unattended, Origin::attract,
                                      Origin::staff};
/// Whether the day and hour of an event can be believed; those of a suspect clock are kept apart.
enum class Clock { sure, suspect };
/// Of the track that plays, however loud. `none`: nothing plays or the film has no sound;
/// `unknown`: nobody said what it speaks.
enum class SoundLanguage { none, mandarin, cantonese, english, other, unknown };
inline constexpr std::array k_sound_languages{SoundLanguage::none,      SoundLanguage::mandarin,
                                              SoundLanguage::cantonese, SoundLanguage::english,
                                              SoundLanguage::other,     SoundLanguage::unknown};

struct Event {
    Counter counter = Counter::visit;
    WallTime when;
    uint64_t session = 0;     ///< random, never leaves the kiosk
    std::string item;         ///< item id, or "" for counters of the visit itself
    int64_t item_version = 0; ///< sequence of the item's pack
    int option = -1;          ///< answer option in the author's order; -1: none
    model::Language language = model::Language::zh_hans;
    SoundLanguage sound = SoundLanguage::none;
    Origin origin = Origin::visitor;
    Clock clock = Clock::sure; ///< that gave `when`
};

/// Numbers the events of one Recorder from 1.
using Ticket = uint64_t;

struct RecorderOptions {
    /// Events that wait while nothing can be written; one more is lost, and never reported durable.
    size_t most_waiting = 50'000;
    /// While writing fails it is tried again this often, and with every new event.
    std::chrono::milliseconds retry_after{2000};
    /// The open day is copied this often, if something was written since: what a damaged file may
    /// cost.
    std::chrono::minutes back_up_every{3};
    /// Days before today that are kept; 0: all. Older ones go once they were carried away
    /// (exported_until); one that never was stays however old it is.
    int keep_days = 0;
};

class Recorder {
  public:
    /// Opens or creates the folder and today's segment, starts the writer. Errors as db::Database,
    /// except that a damaged segment is set aside as <name>.damaged-N, logged, and replaced by its
    /// backup or begun afresh.
    [[nodiscard]] static Result<std::unique_ptr<Recorder>>
    open(const std::filesystem::path& tally_folder, WallTime now, RecorderOptions options = {});

    /// Writes what is queued, then stops the thread.
    virtual ~Recorder() = default;

    /// Any thread; costs a queue push. The day segment follows from event.when.
    virtual Ticket record(const Event& event) = 0;
    /// The highest ticket that is durable: it and all before it are on the disk.
    [[nodiscard]] virtual Ticket durable() const = 0;
    /// Waits until all that was recorded before the call is durable, or says why it is not after
    /// one more try.
    [[nodiscard]] virtual Result<void> flush() = 0;
    /// Any thread, every minute or so; costs no more than record(). The writer's thread then backs
    /// up the open day, and if `now` can be believed seals the days that are over, begins today's
    /// file and deletes days kept long enough.
    virtual void tend(WallTime now, Clock clock) = 0;
    /// The error that stops writing now, if any; events stay queued (bounded) and are retried.
    [[nodiscard]] virtual std::optional<Error> trouble() const = 0;
};

} // namespace pufa::tally
