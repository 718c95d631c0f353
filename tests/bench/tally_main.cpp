#include "content/base/file.h"
#include "tests/bench/tally_bench.h"

#include <charconv>
#include <iostream>

namespace {

using namespace pufa;

Result<std::vector<bench::Row>> measure(const std::filesystem::path& beside, double scale) {
    const bench::TallyPlace place{beside / "tally-bench", scale};
    std::error_code failed;
    std::filesystem::remove_all(place.folder, failed);
    PUFA_CHECK(base::make_folders(place.folder));
    std::vector<bench::Row> rows;
    PUFA_CHECK(bench::measure_recording(place, rows));
    PUFA_CHECK(bench::measure_year(place, rows));
    PUFA_CHECK(bench::measure_merge(place, rows));
    PUFA_CHECK(bench::measure_workbook(place, rows));
    std::filesystem::remove_all(place.folder, failed);
    return rows;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    double scale = 1;
    if (words.size() == 3 && words[1] == "--scale")
        std::from_chars(words[2].data(), words[2].data() + words[2].size(), scale);
    if ((words.size() != 1 && words.size() != 3) || !(scale > 0 && scale <= 1)) {
        std::cerr << "pufa-bench-tally OUT.json [--scale 0.01]\n";
        return 2;
    }
    const std::filesystem::path out{words[0]};
    const auto rows = measure(out.parent_path(), scale);
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
