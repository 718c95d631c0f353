#include "tests/bench/present_bench.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace pufa;
    if (argc != 2) {
        std::cerr << "pufa-bench-presenter OUT.json\n";
        return 2;
    }
    std::vector<bench::Row> rows;
    for (const auto measure : {bench::measure_pages, bench::measure_film})
        for (const auto by : {platform::DrawnBy::soft, platform::DrawnBy::gl})
            if (const auto done = measure(by, rows); !done.ok()) {
                std::cerr << done.error().where << ": " << done.error().detail << "\n";
                return 1;
            }
    std::cout << bench::table(rows);
    const auto written = bench::write_json(rows, argv[1]);
    if (written.ok()) return 0;
    std::cerr << written.error().where << ": " << written.error().detail << "\n";
    return 1;
}
