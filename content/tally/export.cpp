#include "content/tally/export.h"

#include "content/base/file.h"
#include "content/strings/strings.h"
#include "content/tally/counter.h"
#include "content/tally/csv.h"
#include "content/tally/jsonl.h"
#include "content/tally/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace pufa::tally {

namespace {

constexpr std::array k_columns{"date",    "hour",   "counter",   "title", "item",
                               "version", "option", "language",  "sound", "origin",
                               "clock",   "count",  "definition"};
constexpr uint64_t k_largest_mark = 64;

/// Titles are asked for once.
class Titles {
  public:
    explicit Titles(const TitleOf& title_of)
        : m_title_of(title_of) {}
    const std::string& of(const std::string& item) {
        const auto found = m_titles.find(item);
        if (found != m_titles.end()) return found->second;
        return m_titles.emplace(item, item.empty() ? std::string{} : m_title_of(item))
            .first->second;
    }

  private:
    const TitleOf& m_title_of;
    std::map<std::string, std::string> m_titles;
};

std::string csv_header(model::Language language) {
    std::vector<std::string> cells;
    for (const auto* column : k_columns)
        cells.push_back(strings::text(language, fmt::format("tally.column.{}", column)));
    std::string csv{k_byte_order_mark};
    append_record(csv, cells);
    return csv;
}

std::string csv_rows(const base::Date& day, const std::vector<RollUpRow>& rows, const Words& words,
                     Titles& titles) {
    std::string csv;
    for (const auto& row : rows) {
        const std::array<std::string, k_columns.size()> cells{
            base::to_string(day),
            Words::hour(row.hour),
            words.counter_name(row.counter),
            titles.of(row.item),
            row.item,
            row.item.empty() ? std::string{} : std::to_string(row.item_version),
            Words::option(row.option),
            words.language(row.language),
            words.sound(row.sound),
            words.origin(row.origin),
            words.clock(row.clock),
            std::to_string(row.count),
            words.counter_definition(row.counter)};
        append_record(csv, cells);
    }
    return csv;
}

Exported described(const Summary& summary, const Span& span) {
    Exported made;
    for (const auto& record : summary.days()) {
        if (!span.holds(record.day)) continue;
        if (!made.first) made.first = record.day;
        made.last = record.day;
        made.rows += record.rows;
    }
    made.gaps = summary.gaps(span);
    made.damaged = summary.damaged();
    made.set_aside = summary.set_aside();
    return made;
}

} // namespace

Result<Exported> export_csv(Summary& summary, const Span& span, model::Language language,
                            const TitleOf& title_of, const Sink& sink) {
    const Words words{language};
    Titles titles{title_of};
    PUFA_CHECK(sink(csv_header(language)));
    for (const auto& record : summary.days()) {
        if (!span.holds(record.day)) continue;
        PUFA_TRY(const auto rows, summary.ledger().rows(Summary::k_here, record.day));
        PUFA_CHECK(sink(csv_rows(record.day, rows, words, titles)));
    }
    return described(summary, span);
}

Result<Exported> export_jsonl(Summary& summary, const Span& span, model::Language language,
                              const Provenance& of, const Sink& sink) {
    auto made = described(summary, span);
    ExportHeader header{.kiosk = of.kiosk,
                        .program = of.program,
                        .gaps = made.gaps,
                        .damaged = made.damaged,
                        .set_aside = made.set_aside};
    for (const auto& record : summary.days())
        if (span.holds(record.day)) header.days.push_back(record);
    PUFA_CHECK(sink(header_line(header, language)));
    for (const auto& record : header.days) {
        PUFA_TRY(const auto rows, summary.ledger().rows(Summary::k_here, record.day));
        std::string lines;
        for (const auto& row : rows)
            lines += row_line(record.day, row);
        PUFA_CHECK(sink(lines));
    }
    return made;
}

std::optional<base::Date> exported_until(const std::filesystem::path& tally_folder) {
    const auto text = base::read_file(tally_folder / "exported-until", k_largest_mark);
    if (!text) return std::nullopt;
    return base::parse_date(std::string_view{*text}.substr(0, text->find('\n')));
}

Result<void> set_exported_until(const std::filesystem::path& tally_folder, const base::Date& day) {
    return base::write_file_atomic(tally_folder / "exported-until", base::to_string(day) + "\n");
}

std::optional<base::Date> next_mark(const Summary& summary, const Span& span,
                                    const std::optional<base::Date>& mark,
                                    const base::Date& today) {
    auto until = mark;
    for (const auto& record : summary.days()) {
        const auto& day = record.day;
        if (day >= today || (mark && day <= *mark)) continue;
        if (!span.holds(day)) break;
        until = day;
    }
    return until;
}

} // namespace pufa::tally
