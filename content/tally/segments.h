#pragma once
// The day files while a recorder runs: one is open at a time. What the writer's thread owns.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/tally/day_file.h"
#include "content/tally/segment.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pufa::tally {

class Segments {
  public:
    explicit Segments(std::filesystem::path folder, RecorderOptions options = {})
        : m_folder(std::move(folder))
        , m_options(options) {}

    /// Opens the day's segment, having closed another day's. A damaged file is set aside once, and
    /// what its backup has is put in its place; the day says from when until `now` it has a gap.
    [[nodiscard]] Result<Segment*> of(const base::Date& day, WallTime now);
    /// After a failed write: the next one begins with a new connection and a check of the file.
    void give_up(const base::Date& day, const Error& why, WallTime now);
    /// Something was committed to the open segment.
    void written();
    /// Events between these times were lost because too many waited.
    void lost(WallTime from, WallTime until);
    void close();

    /// Time has passed. Backs up the open day every few minutes; on a clock that is believed also
    /// begins a new day's file, seals those that are over and deletes what was kept long enough and
    /// carried away.
    /// What fails is logged once and tried the next time.
    void tend(WallTime now, Clock clock);

  private:
    struct Due {
        base::Date day;
        WallTime from;
        WallTime until;
        std::string why;
    };

    [[nodiscard]] Result<void> bring_back(const base::Date& day, WallTime now);
    [[nodiscard]] Result<void> begin_afresh(const base::Date& day, const Error& why, WallTime now);
    [[nodiscard]] Result<void> note_gaps();
    [[nodiscard]] Result<void> back_up_open(WallTime now);
    [[nodiscard]] Result<void> seal_over(const base::Date& today, WallTime now);
    [[nodiscard]] Result<void> drop_old(WallTime now);
    void judge(const Result<void>& done);

    std::filesystem::path m_folder;
    RecorderOptions m_options;
    std::optional<Segment> m_open;
    std::optional<base::Date> m_fresh; ///< the day begun afresh, until something is written
    std::vector<Due> m_gaps;           ///< not yet in their day's file
    bool m_unsaved = false;            ///< written since the last backup
    std::optional<WallTime> m_backed_up;
    std::optional<base::Date> m_tended; ///< days before it are sealed
    std::optional<Code> m_failing;      ///< of upkeep, told already
};

} // namespace pufa::tally
