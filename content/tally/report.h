#pragma once
// The tables of a report, as plain values: what the bureau is asked, one sheet for each question.
// Pure; content/tally/xlsx writes them.

#include "content/base/clock.h"
#include "content/model/text.h"
#include "content/tally/figures.h"
#include "content/tally/item_facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace pufa::tally {

struct Share {
    int64_t part = 0;
    int64_t whole = 0; ///< 0: no share
    bool operator==(const Share&) const = default;
};
using Cell = std::variant<std::string, int64_t, base::Date, Share>;

enum class ChartKind { line, column, bar };
/// Over the rows of a table, the first `most_rows` of them.
struct Chart {
    ChartKind kind = ChartKind::column;
    size_t categories = 0;      ///< column of the names
    std::vector<size_t> values; ///< columns of numbers
    size_t most_rows = 0;
};

struct Table {
    std::string name; ///< of the sheet
    std::string note; ///< above the table; may be empty
    std::vector<std::string> header;
    std::vector<std::vector<Cell>> rows;
    std::optional<Chart> chart{};
};

/// A kiosk of a city's report, or the one kiosk of its own.
struct KioskLine {
    KioskRecord kiosk;
    std::optional<base::Date> first;
    std::optional<base::Date> last;
    std::optional<base::Date> missing_since; ///< others have newer days
};

struct ReportSource {
    std::vector<KioskLine> kiosks;
    Figures figures;
    FactsByItem facts;
    std::vector<std::pair<std::string, Gap>> gaps; ///< kiosk's name or id, and what is missing
    std::vector<std::string> damaged;              ///< names of files
    std::vector<DayRecord> days;                   ///< of the one kiosk; empty for a city
    std::string program;                           ///< version
    WallTime made{};
};

/// Summary, day, hour, item, agency, campaign, audience, topic, language, places asked for,
/// questions most often wrong, definitions, provenance; a city's has one for its kiosks as well.
[[nodiscard]] std::vector<Table> report_tables(const ReportSource& source,
                                               model::Language language);

} // namespace pufa::tally
