// Workbooks: what was read keeps to the bounds, in the order of its rows.

#include "content/author/xlsx.h"
#include "tests/fuzz/fuzz.h"

using namespace pufa;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    author::WorkbookBounds bounds;
    bounds.part_bytes = uint64_t{4} << 20;
    bounds.rows = 1000;
    bounds.columns = 40;
    author::Findings findings;
    const auto rows =
        author::read_workbook_bytes(fuzz::text_of(data, size), "a.xlsx", findings, bounds);
    if (!rows) {
        PUFA_ASSERT(!findings.empty());
        return 0;
    }
    int last = 0;
    for (const auto& row : *rows) {
        PUFA_ASSERT(row.number > last && row.cells.size() <= bounds.columns);
        last = row.number;
    }
    return 0;
}
