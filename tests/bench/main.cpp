#include "tests/bench/report.h"
#include "tests/bench/ui_bench.h"

#include <iostream>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "pufa-bench-ui OUT.json\n";
        return 2;
    }
    const auto rows = pufa::bench::measure_ui();
    if (!rows.ok()) {
        std::cerr << rows.error().where << ": " << rows.error().detail << "\n";
        return 1;
    }
    std::cout << pufa::bench::table(*rows);
    const auto written = pufa::bench::write_json(*rows, argv[1]);
    if (written.ok()) return 0;
    std::cerr << written.error().where << ": " << written.error().detail << "\n";
    return 1;
}
