#include "tests/bench/map_bench.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace pufa::bench;
    if (argc != 2) {
        std::cerr << "pufa-bench-map OUT.json\n";
        return 2;
    }
    const auto rows = measure_places();
    std::cout << table(rows);
    const auto written = write_json(rows, argv[1]);
    if (written.ok()) return 0;
    std::cerr << written.error().where << ": " << written.error().detail << "\n";
    return 1;
}
