// Spreadsheets: the cells that were read, written as this project writes CSV, read back the same.

#include "content/author/csv.h"
#include "content/tally/csv.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    author::Findings findings;
    const auto rows = author::parse_csv(fuzz::text_of(data, size), "a.csv", findings);
    std::string written = "a,b\r\n"; // decides that commas part the cells
    for (const auto& row : rows)
        tally::append_record(written, row.cells);
    findings.clear();
    const auto again = author::parse_csv(written, "a.csv", findings);
    PUFA_ASSERT(findings.empty() && again.size() == rows.size() + 1);
    for (size_t i = 0; i < rows.size(); ++i) {
        PUFA_ASSERT(rows[i].number == static_cast<int>(i) + 1);
        PUFA_ASSERT(rows[i].cells.size() == again[i + 1].cells.size());
        for (size_t k = 0; k < rows[i].cells.size(); ++k)
            PUFA_ASSERT(again[i + 1].cells[k] == tally::harmless(rows[i].cells[k]));
    }
    return 0;
}
