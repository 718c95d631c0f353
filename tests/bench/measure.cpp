#include "tests/bench/measure.h"

#include "tests/bench/kiosk_bench.h"
#include "tests/bench/ui_bench.h"

namespace pufa::bench {

namespace {

constexpr int k_packs = 20;

} // namespace

Result<std::vector<Row>> measure_all() {
    PUFA_TRY(const auto folder, BenchFolder::make(k_packs));
    std::vector<Row> rows;
    PUFA_CHECK(measure_start(*folder, rows));
    PUFA_CHECK(measure_still(*folder, rows));
    PUFA_TRY(const auto ui, measure_ui());
    rows.insert(rows.end(), ui.begin(), ui.end());
    return rows;
}

} // namespace pufa::bench
