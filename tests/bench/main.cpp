#include "tests/bench/kiosk_bench.h"
#include "tests/bench/measure.h"

#include <iostream>

int main(int argc, char** argv) {
    using namespace pufa::bench;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "--start")
        return start_once({arguments.begin() + 1, arguments.end()});
    if (argc != 2) {
        std::cerr << "pufa-bench-ui OUT.json\n";
        return 2;
    }
    const auto rows = measure_all();
    if (!rows.ok()) {
        std::cerr << rows.error().where << ": " << rows.error().detail << "\n";
        return 1;
    }
    std::cout << table(*rows);
    const auto written = write_json(*rows, argv[1]);
    if (written.ok()) return 0;
    std::cerr << written.error().where << ": " << written.error().detail << "\n";
    return 1;
}
