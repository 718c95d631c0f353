#pragma once
// JSON lines of an export: written by a kiosk, read by a city that trusts neither the stick nor
// whoever carried it. docs/stats-format.md describes them.

#include "content/base/result.h"
#include "content/model/text.h"
#include "content/tally/ledger.h"

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace pufa::tally {

inline constexpr std::string_view k_jsonl_format = "pufa-stats-1";

struct ExportHeader {
    KioskRecord kiosk{};           ///< `made`: when, by the kiosk's clock, to the minute
    std::string program{};         ///< version
    std::vector<DayRecord> days{}; ///< ascending; without stamp
    std::vector<Gap> gaps{};       ///< of the days exported and between them
    std::vector<std::string> damaged{};
    std::vector<std::string> set_aside{};
};

/// The definitions of all counters go with it, in `language`.
[[nodiscard]] std::string header_line(const ExportHeader& header, model::Language language);
[[nodiscard]] std::string row_line(const base::Date& day, const RollUpRow& row);

struct ExportReader {
    std::function<Result<void>(const ExportHeader&)> begin;
    /// A day whose rows are what its hash says.
    std::function<Result<void>(const DayRecord&, std::span<const RollUpRow>)> day;
};
/// Reads a whole file. BAD_EXPORT with the line where it is not what a kiosk writes: `where` is the
/// file. What `reader` was given before may belong to a file that turns out bad.
[[nodiscard]] Result<void> read_export(const std::filesystem::path& file,
                                       const ExportReader& reader);

} // namespace pufa::tally
