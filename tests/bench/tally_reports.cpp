#include "content/base/atomic_file.h"
#include "content/base/clock.h"
#include "content/tally/city.h"
#include "content/tally/figures.h"
#include "content/tally/jsonl.h"
#include "content/tally/xlsx.h"
#include "tests/bench/tally_bench.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>

namespace pufa::bench {

namespace {

constexpr int k_days = 365;
constexpr int64_t k_events = 10'000'000; ///< of a year
constexpr int k_rows_a_day = 2700;       ///< a million a year
constexpr int k_kiosks = 100;
constexpr int k_city_rows_a_day = 300; ///< of a usual kiosk: some 110,000 a year
constexpr int64_t k_workbook_rows = 1'000'000;

base::Date day_of(int number) {
    return base::to_local(base::start_of({2026, 1, 1}) + std::chrono::hours{24 * number + 12}).date;
}

int scaled(int count, double scale) {
    return std::max(1, static_cast<int>(count * scale));
}

/// A day of so many rows, all different, with `events` events.
std::vector<tally::RollUpRow> day_rows(int count, int64_t events) {
    std::vector<tally::RollUpRow> rows;
    rows.reserve(static_cast<size_t>(count));
    for (int number = 0; number < count; ++number) {
        const int item = number / 40;
        rows.push_back({8 + number % 10, 1 + number % 4,
                        fmt::format("gd-sfj/pack/item-{:04}", item), 12, -1,
                        number / 20 % 2 == 0 ? "zh-Hans" : "en", "none", "visitor", "sure",
                        std::max<int64_t>(1, events / count)});
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end(),
                           [](auto one, const auto& other) {
                               one.count = other.count;
                               return one == other;
                           }),
               rows.end());
    return rows;
}

tally::DayRecord record_of(const base::Date& day, const std::vector<tally::RollUpRow>& rows) {
    tally::DayRecord record{.day = day, .hash = tally::day_hash(rows)};
    record.rows = static_cast<int64_t>(rows.size());
    for (const auto& row : rows)
        record.count += row.count;
    return record;
}

/// Runs `work` and adds how long it took.
Result<void> timed(std::vector<Row>& rows, const std::string& name, const std::string& metric,
                   const std::function<Result<void>()>& work) {
    const auto began = base::steady_now();
    PUFA_CHECK(work());
    const auto took = std::chrono::duration<double>(base::steady_now() - began).count();
    rows.push_back({name, "ours", metric, took, "s"});
    return {};
}

/// A kiosk's year as the file that it exports.
Result<void> write_export(const std::filesystem::path& file, int kiosk, int days, int rows_a_day) {
    tally::ExportHeader header;
    header.kiosk = {fmt::format("{:016x}", kiosk + 1), fmt::format("示例{}", kiosk), {}, {}};
    const auto rows = day_rows(rows_a_day, rows_a_day * int64_t{4});
    for (int day = 0; day < days; ++day)
        header.days.push_back(record_of(day_of(day), rows));
    PUFA_TRY(auto out, base::AtomicFile::begin(file));
    PUFA_CHECK(out.write(tally::header_line(header, model::Language::zh_hans)));
    for (const auto& day : header.days)
        for (const auto& row : rows)
            PUFA_CHECK(out.write(tally::row_line(day.day, row)));
    return out.commit();
}

} // namespace

Result<void> measure_year(const TallyPlace& place, std::vector<Row>& rows) {
    const int a_day = scaled(k_rows_a_day, place.scale);
    const auto events = static_cast<int64_t>(static_cast<double>(k_events) * place.scale) / k_days;
    PUFA_TRY(auto ledger, tally::Ledger::open(place.folder / "summary.db"));
    const auto day = day_rows(a_day, events);
    const auto name = fmt::format("a year of {} events", record_of(day_of(0), day).count * k_days);
    const auto fill = [&]() -> Result<void> {
        for (int number = 0; number < k_days; ++number)
            PUFA_CHECK(ledger.put_day("", record_of(day_of(number), day), day));
        return {};
    };
    PUFA_CHECK(timed(rows, name, "fill", [&] { return ledger.transaction(fill); }));
    tally::ReportSource source;
    source.kiosks.push_back({});
    PUFA_CHECK(timed(rows, name, "figures", [&]() -> Result<void> {
        PUFA_TRY(source.figures, tally::gather(ledger, {}));
        return {};
    }));
    return timed(rows, name, "report", [&]() -> Result<void> {
        PUFA_TRY(source.figures, tally::gather(ledger, {}));
        return tally::write_workbook(place.folder / "report.xlsx",
                                     tally::report_tables(source, model::Language::zh_hans));
    });
}

Result<void> measure_merge(const TallyPlace& place, std::vector<Row>& rows) {
    const int kiosks = scaled(k_kiosks, place.scale);
    const int a_day = k_city_rows_a_day;
    const auto file = place.folder / "year.jsonl";
    PUFA_TRY(auto city, tally::Ledger::open(place.folder / "city.db"));
    double took = 0;
    double again = 0;
    for (int kiosk = 0; kiosk < kiosks; ++kiosk) {
        PUFA_CHECK(write_export(file, kiosk, k_days, a_day));
        for (auto* sum : {&took, &again}) {
            const auto began = base::steady_now();
            PUFA_TRY(const auto merged, tally::merge_export(city, file));
            PUFA_ASSERT(merged.days_new == (sum == &took ? k_days : 0));
            *sum += std::chrono::duration<double>(base::steady_now() - began).count();
        }
    }
    const auto name = fmt::format("{} kiosk-years merged", kiosks);
    const auto total =
        static_cast<double>(day_rows(a_day, a_day * int64_t{4}).size()) * k_days * kiosks;
    rows.push_back({name, "ours", "merge", took, "s"});
    rows.push_back({name, "ours", "rows", total / took, "1/s"});
    rows.push_back({name, "ours", "the same again", again, "s"});
    return timed(rows, name, "figures", [&]() -> Result<void> {
        PUFA_TRY(const auto figures, tally::gather(city, {}));
        PUFA_ASSERT(figures.kiosks.size() == static_cast<size_t>(kiosks));
        return {};
    });
}

Result<void> measure_workbook(const TallyPlace& place, std::vector<Row>& rows) {
    const auto count = static_cast<int64_t>(static_cast<double>(k_workbook_rows) * place.scale) + 1;
    const auto file = place.folder / "detail.xlsx";
    tally::LongTable table;
    table.name = "明细";
    table.header = {"日期", "时段", "指标", "内容", "编号", "次数"};
    table.rows = [count](const auto& take) -> Result<void> {
        for (int64_t number = 0; number < count; ++number)
            PUFA_CHECK(take({day_of(static_cast<int>(number % k_days)), std::string{"09:00-10:00"},
                             std::string{"有效参与"}, std::string{"民法典：第一千一百四十二条"},
                             fmt::format("gd-sfj/pack/item-{:04}", number % 1000), number}));
        return {};
    };
    const auto name = fmt::format("a workbook of {} rows", count);
    PUFA_CHECK(timed(rows, name, "write", [&] {
        return tally::write_workbook(file, std::vector<tally::Table>{}, &table);
    }));
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    rows.push_back({name, "ours", "size", static_cast<double>(size) / (1 << 20), "MiB"});
    return {};
}

} // namespace pufa::bench
