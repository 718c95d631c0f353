#include "kiosk/app/self_test_rows.h"

#include "content/db/database.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace pufa::app::judge {
namespace {

bool matches(const ExpectedRow& expected, const Row& row) {
    return static_cast<int64_t>(expected.counter) == row.counter && expected.item == row.item &&
           expected.version == row.item_version &&
           expected.options.contains(static_cast<int>(row.option));
}

std::string words(int64_t counter, const std::string& item, int64_t version, int64_t option) {
    return fmt::format("{} {}@{} {}", counter, item, version, option);
}

/// What is wrong with the row itself, whatever was touched.
std::optional<std::string> oddity(const Row& row, int64_t session, const Visit& visit) {
    const auto is = [&](const char* what) {
        return fmt::format("{}: {}", words(row.counter, row.item, row.item_version, row.option),
                           what);
    };
    if (row.session != session || session == 0) return is("another session");
    if (row.origin != "visitor") return is("not of a visitor");
    if (row.language != visit.language) return is("another language");
    if (row.at_ms < visit.from.time_since_epoch().count() ||
        row.at_ms > visit.to.time_since_epoch().count())
        return is("another time");
    return std::nullopt;
}

/// RFC 4180 with CRLF; nullopt for a quote out of place.
std::optional<std::vector<std::vector<std::string>>> parse_csv(std::string_view text) {
    std::vector<std::vector<std::string>> lines;
    std::vector<std::string> line(1);
    bool quoted = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                line.back() += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                line.back() += text[++i];
            else
                quoted = false;
        } else if (c == '"') {
            if (!line.back().empty()) return std::nullopt;
            quoted = true;
        } else if (c == ',') {
            line.emplace_back();
        } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
            ++i;
            lines.push_back(std::exchange(line, {""}));
        } else {
            line.back() += c;
        }
    }
    if (quoted || line.size() > 1 || !line.front().empty()) return std::nullopt;
    return lines;
}

// Columns of the export (docs/stats-format.md).
constexpr size_t k_columns = 13;
constexpr size_t k_item_column = 4;
constexpr size_t k_count_column = 11;

} // namespace

Result<std::vector<Row>> read_rows(const std::filesystem::path& tally_folder) {
    std::vector<std::filesystem::path> days;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(tally_folder, failed))
        if (entry.path().extension() == ".db" &&
            base::parse_date(entry.path().stem().string())) // summary.db is no day
            days.push_back(entry.path());
    if (failed) return base::from_errno(failed.value(), tally_folder.string());
    std::sort(days.begin(), days.end());
    std::vector<Row> rows;
    for (const auto& day : days) {
        PUFA_TRY(auto database, db::Database::open(day, db::Open::read_only, db::Journal::wal));
        PUFA_TRY(
            auto select,
            database.prepare("SELECT run, counter, item, item_version, option, session, at_ms, "
                             "language, sound, origin FROM event ORDER BY run, ticket"));
        for (;;) {
            PUFA_TRY(const bool there, select.step());
            if (!there) break;
            rows.push_back({select.integer(0), select.integer(1), select.text(2), select.integer(3),
                            select.integer(4), select.integer(5), select.integer(6), select.text(7),
                            select.text(8), select.text(9)});
        }
    }
    return rows;
}

std::vector<Row> new_rows(const std::vector<Row>& before, std::vector<Row> now) {
    std::set<int64_t> runs;
    for (const auto& row : before)
        runs.insert(row.run);
    std::erase_if(now, [&](const Row& row) { return runs.contains(row.run); });
    return now;
}

Check rows(const std::vector<ExpectedRow>& expected, const std::vector<Row>& found,
           const Visit& visit) {
    std::vector<ExpectedRow> missing = expected;
    std::vector<std::string> faults;
    // The attract loop plays for nobody, before the first touch and after the last.
    const auto of_visit = [](const Row& row) { return row.origin != "attract"; };
    const auto first = std::find_if(found.begin(), found.end(), of_visit);
    const int64_t session = first == found.end() ? 0 : first->session;
    for (const auto& row : found) {
        if (!of_visit(row)) continue;
        const auto wanted = std::find_if(missing.begin(), missing.end(),
                                         [&](const auto& one) { return matches(one, row); });
        if (wanted == missing.end())
            faults.push_back("extra: " +
                             words(row.counter, row.item, row.item_version, row.option));
        else
            missing.erase(wanted);
        if (auto odd = oddity(row, session, visit)) faults.push_back(std::move(*odd));
    }
    for (const auto& one : missing)
        faults.push_back("missing: " + words(static_cast<int64_t>(one.counter), one.item,
                                             one.version,
                                             one.options.empty() ? -1 : *one.options.begin()));
    return {"tally_rows", faults.empty() && !expected.empty(),
            faults.empty() ? fmt::format("{} rows", found.size())
                           : fmt::format("{}", fmt::join(faults, "; "))};
}

Check csv(const std::string& text, const std::vector<Row>& rows) {
    const auto wrong = [](std::string why) { return Check{"tally_export", false, std::move(why)}; };
    constexpr std::string_view k_mark = "\xef\xbb\xbf";
    if (!text.starts_with(k_mark)) return wrong("no byte order mark");
    const auto lines = parse_csv(std::string_view(text).substr(k_mark.size()));
    if (!lines || lines->empty()) return wrong("not RFC 4180 with CRLF");
    std::map<std::string, int64_t> counted;
    for (size_t i = 1; i < lines->size(); ++i) {
        const auto& line = (*lines)[i];
        if (line.size() != k_columns) return wrong(fmt::format("line {}: columns", i + 1));
        const auto& cell = line[k_count_column];
        int64_t count = 0;
        const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), count);
        if (read.ec != std::errc{} || read.ptr != cell.data() + cell.size() || count < 1)
            return wrong(fmt::format("line {}: count “{}”", i + 1, cell));
        counted[line[k_item_column]] += count;
    }
    std::map<std::string, int64_t> expected;
    for (const auto& row : rows)
        ++expected[row.item];
    for (const auto& [item, count] : expected)
        if (counted[item] != count)
            return wrong(fmt::format("{}: {} in the export, {} rows", item.empty() ? "-" : item,
                                     counted[item], count));
    if (counted.size() != expected.size()) return wrong("items that no row has");
    return {"tally_export", true, fmt::format("{} lines", lines->size() - 1)};
}

} // namespace pufa::app::judge
