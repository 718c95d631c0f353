#pragma once
// The file of one day while it is written. Belongs to the writer's thread.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/db/database.h"
#include "content/tally/recorder.h"

#include <filesystem>
#include <span>
#include <string_view>

namespace pufa::tally {

/// The words under which the files keep these values.
[[nodiscard]] std::string_view key_of(Origin origin);
[[nodiscard]] std::string_view key_of(SoundLanguage sound);
[[nodiscard]] std::string_view key_of(Clock clock);

/// An event with its number and its place in local time.
struct Numbered {
    Ticket ticket = 0;
    Event event;
    base::LocalTime local;
};

class Segment {
  public:
    /// Creates or opens the day's file, also one that was sealed, and checks it whole.
    /// DAMAGED_DATABASE, NEWER_DATABASE and the other errors of db::Database; nothing is set aside
    /// here.
    [[nodiscard]] static Result<Segment> open(const std::filesystem::path& tally_folder,
                                              const base::Date& day);

    [[nodiscard]] const base::Date& day() const { return m_day; }

    /// All of them with their roll-up in one transaction, or none. Events of the same run and
    /// ticket are kept once: a commit that failed after reaching the disk may be tried again.
    [[nodiscard]] Result<void> write(uint64_t run, std::span<const Numbered> events);

    /// Says that what happened between these times is not all here.
    [[nodiscard]] Result<void> add_gap(WallTime from, WallTime until, std::string_view why);
    /// As it is after its last commit, into backup/ of the tally folder.
    [[nodiscard]] Result<void> back_up(const std::filesystem::path& tally_folder, WallTime now);

    /// Brings everything from the WAL into the file itself.
    [[nodiscard]] Result<void> checkpoint() { return m_database.checkpoint(); }

  private:
    Segment(base::Date day, db::Database database, db::Statement add_event,
            db::Statement add_to_roll_up);

    base::Date m_day;
    db::Database m_database;
    db::Statement m_add_event;
    db::Statement m_add_to_roll_up;
};

} // namespace pufa::tally
