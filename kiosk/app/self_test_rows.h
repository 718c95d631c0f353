#pragma once
// The self-test's judges of what was recorded: the rows of the day's file against the touches that
// were made, and the export against the rows. Reading is apart from judging, which is pure.

#include "content/base/result.h"
#include "content/tally/recorder.h"
#include "kiosk/app/self_test_report.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace pufa::app::judge {

/// What a touch must have recorded. Options in the author's order are shuffled on the screen, so a
/// wrong answer is known only to be one of several.
struct ExpectedRow {
    tally::Counter counter;
    std::string item;
    std::set<int> options{-1};
    int64_t version = 0; ///< sequence of the item's pack
};

struct Row {
    int64_t run = 0; ///< of the recorder: one start of the kiosk
    int64_t counter = 0;
    std::string item;
    int64_t item_version = 0;
    int64_t option = -1;
    int64_t session = 0;
    int64_t at_ms = 0;
    std::string language;
    std::string sound;
    std::string origin;
};

/// All event rows of all days in the folder, in the order of their tickets.
[[nodiscard]] Result<std::vector<Row>> read_rows(const std::filesystem::path& tally_folder);

/// Those of runs that were not there before.
[[nodiscard]] std::vector<Row> new_rows(const std::vector<Row>& before, std::vector<Row> now);

/// Every expected row is there once, no other is, and all are of one session, of a visitor, in the
/// language of the screen and of the time of the visit.
struct Visit {
    WallTime from;
    WallTime to;
    std::string language;
};
[[nodiscard]] Check rows(const std::vector<ExpectedRow>& expected, const std::vector<Row>& found,
                         const Visit& visit);

/// The export opens in a Chinese spreadsheet program (byte order mark, CRLF, a header in words) and
/// its counts, by item, add up to the rows.
[[nodiscard]] Check csv(const std::string& text, const std::vector<Row>& rows);

} // namespace pufa::app::judge
