#include "content/base/paths.h"
#include "tests/bench/kiosk_bench.h"
#include "tests/bench/pack_bench.h"

#include <charconv>
#include <cstdlib>
#include <iostream>

namespace {

using namespace pufa;

constexpr uint64_t k_mib = 1u << 20;
constexpr uint64_t k_usual_mib = 2048;
constexpr int k_questions = 2000, k_packs = 100, k_items = 2000;

Result<std::vector<bench::Row>> measure(const std::filesystem::path& beside, uint64_t mib) {
    const bench::PackBenchPlace place{beside / "pack-bench", base::program_folder()};
    std::error_code failed;
    std::filesystem::remove_all(place.folder, failed);
    PUFA_CHECK(base::make_folders(place.folder));
    std::vector<bench::Row> rows;
    PUFA_CHECK(bench::measure_check(place, k_questions, rows));
    PUFA_CHECK(bench::measure_memory(place, rows));
    PUFA_CHECK(bench::measure_many(place, k_packs, k_items, rows));
    PUFA_CHECK(bench::measure_copying(place, mib * k_mib, rows));
    std::filesystem::remove_all(place.folder, failed);
    return rows;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && arguments.front() == "--start")
        return bench::start_once({arguments.begin() + 1, arguments.end()});
    uint64_t mib = k_usual_mib;
    if (arguments.size() == 2)
        std::from_chars(arguments[1].data(), arguments[1].data() + arguments[1].size(), mib);
    if (arguments.empty() || arguments.size() > 2 || mib == 0) {
        std::cerr << "pufa-bench-pack OUT.json [MIB OF FILM]\n";
        return 2;
    }
    const std::filesystem::path out{arguments[0]};
    const auto rows = measure(out.parent_path(), mib);
    if (!rows.ok()) {
        std::cerr << rows.error().where << ": " << rows.error().detail << "\n";
        return 1;
    }
    std::cout << bench::table(*rows);
    const auto written = bench::write_json(*rows, out);
    if (written.ok()) return 0;
    std::cerr << written.error().where << ": " << written.error().detail << "\n";
    return 1;
}
