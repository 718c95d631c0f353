#include "tests/bench/map_bench.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace pufa::bench;
    if (argc != 2) {
        std::cerr << "pufa-bench-map OUT.json\n";
        return 2;
    }
    auto rows = measure_places();
    const auto frames = measure_map_frames();
    if (!frames.ok()) {
        std::cerr << frames.error().where << ": " << frames.error().detail << "\n";
        return 1;
    }
    rows.insert(rows.end(), frames->begin(), frames->end());
    std::cout << table(rows);
    const auto written = write_json(rows, argv[1]);
    if (written.ok()) return 0;
    std::cerr << written.error().where << ": " << written.error().detail << "\n";
    return 1;
}
