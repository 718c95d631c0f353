#include "admin/commands/stats_report.h"

#include "admin/command_table.h"
#include "admin/item_facts.h"
#include "content/catalog/snapshot.h"
#include "content/strings/strings.h"
#include "content/tally/city.h"
#include "content/tally/summary.h"
#include "content/tally/words.h"
#include "content/tally/xlsx.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

using tally::Ledger;
using tally::ReportSource;

/// Who and what a report is about, beside the figures.
Result<ReportSource> source_of(tally::Summary& summary, const base::StatePaths& paths,
                               const StatsReportOrder& order) {
    ReportSource source;
    tally::KioskLine line;
    if (auto kiosk = this_kiosk(paths, order.kiosk_name)) line.kiosk = *std::move(kiosk);
    line.kiosk.name = order.kiosk_name;
    for (const auto& record : summary.days()) {
        if (!order.span.holds(record.day)) continue;
        if (!line.first) line.first = record.day;
        line.last = record.day;
        source.days.push_back(record);
    }
    for (auto& gap : summary.gaps(order.span))
        source.gaps.emplace_back(line.kiosk.name, std::move(gap));
    source.kiosks.push_back(std::move(line));
    source.damaged = summary.damaged();
    source.damaged.insert(source.damaged.end(), summary.set_aside().begin(),
                          summary.set_aside().end());
    return source;
}

Result<ReportSource> source_of(Ledger& city, const StatsReportOrder& order) {
    ReportSource source;
    PUFA_TRY(source.kiosks, tally::kiosk_lines(city));
    for (const auto& line : source.kiosks) {
        PUFA_TRY(const auto days, city.days(line.kiosk.id));
        const auto& who = line.kiosk.name.empty() ? line.kiosk.id : line.kiosk.name;
        for (auto& gap : tally::gaps_of(days, {}, order.span))
            source.gaps.emplace_back(who, std::move(gap));
    }
    return source;
}

/// Every row of the roll-up, as in the CSV.
tally::LongTable detail_of(Ledger& ledger, const tally::Span& span, const tally::Words& words,
                           const tally::FactsByItem& facts) {
    tally::LongTable table;
    const auto language = words.in();
    table.name = strings::text(language, "tally.sheet.detail");
    table.header.push_back(strings::text(language, "tally.report.kiosk"));
    for (const auto* column : {"date", "hour", "counter", "title", "item", "version", "option",
                               "language", "sound", "origin", "clock", "count"})
        table.header.push_back(strings::text(language, fmt::format("tally.column.{}", column)));
    table.rows = [&ledger, span, &words, &facts](const auto& take) -> Result<void> {
        std::optional<Error> failed;
        PUFA_CHECK(ledger.each(span, [&](const Ledger::Counted& counted) {
            const auto& row = counted.row;
            if (failed) return;
            const auto taken =
                take({counted.kiosk, counted.day, tally::Words::hour(row.hour),
                      words.counter_name(row.counter), tally::title_of(facts, row.item), row.item,
                      row.item_version, tally::Words::option(row.option),
                      words.language(row.language), words.sound(row.sound),
                      words.origin(row.origin), words.clock(row.clock), row.count});
            if (!taken) failed = taken.error();
        }));
        return failed ? Result<void>{*failed} : Result<void>{};
    };
    return table;
}

/// The workbook of a ledger, with what the active packs say of its items.
Result<StatsReportReport> written(Ledger& ledger, ReportSource source,
                                  const base::StatePaths& paths, model::Language language,
                                  WallTime now, const StatsReportOrder& order) {
    StatsReportReport report;
    report.file = order.file;
    report.language = language;
    const auto snapshot = catalog::load(paths);
    if (snapshot)
        source.facts = item_facts(**snapshot, language);
    else
        report.no_titles = snapshot.error();
    source.made = now;
    source.program = PUFA_VERSION;
    PUFA_TRY(source.figures, tally::gather(ledger, order.span));
    report.days = source.figures.days.size();
    report.damaged = source.damaged;
    const auto tables = tally::report_tables(source, language);
    for (const auto& table : tables)
        report.sheets.push_back(table.name);
    if (order.detail == Detail::leave) {
        PUFA_CHECK(tally::write_workbook(order.file, tables));
        return report;
    }
    const tally::Words words{language};
    const auto detail = detail_of(ledger, order.span, words, source.facts);
    report.sheets.push_back(detail.name);
    PUFA_CHECK(tally::write_workbook(order.file, tables, &detail));
    return report;
}

struct Options {
    std::filesystem::path file;
    std::filesystem::path city;
    SpanOptions span;
    bool force = false;
    bool detail = false;
};

} // namespace

Result<StatsReportReport> report_stats(const base::StatePaths& paths, model::Language language,
                                       WallTime now, const StatsReportOrder& order) {
    PUFA_CHECK(may_write(order.file, order.existing));
    if (order.city.empty()) {
        PUFA_TRY(auto summary, tally::Summary::refresh(paths.tally(), now));
        return report_stats(summary, paths, language, now, order);
    }
    // A file that is not there would be made by opening it.
    std::error_code failed;
    if (!std::filesystem::exists(order.city, failed))
        return Error{Code::NOT_FOUND, order.city.string(), ""};
    PUFA_TRY(auto city, Ledger::open(order.city));
    PUFA_TRY(auto source, source_of(city, order));
    return written(city, std::move(source), paths, language, now, order);
}

Result<StatsReportReport> report_stats(tally::Summary& summary, const base::StatePaths& paths,
                                       model::Language language, WallTime now,
                                       const StatsReportOrder& order) {
    PUFA_CHECK(may_write(order.file, order.existing));
    PUFA_TRY(auto source, source_of(summary, paths, order));
    return written(summary.ledger(), std::move(source), paths, language, now, order);
}

std::string StatsReportReport::text(model::Language words) const {
    return strings::text(words, "tally.report.done",
                         {{"days", std::to_string(days)}, {"file", file.string()}}) +
           "\n";
}

nlohmann::ordered_json StatsReportReport::json() const {
    nlohmann::ordered_json report{
        {"file", file.string()}, {"sheets", sheets}, {"days", days}, {"damaged", damaged}};
    report["errors"] = nlohmann::ordered_json::array();
    for (const auto& fault : faults())
        report["errors"].push_back(to_json(fault, language));
    return report;
}

std::vector<Error> StatsReportReport::faults() const {
    return no_titles ? std::vector{*no_titles} : std::vector<Error>{};
}

void register_stats_report(CLI::App& stats, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command = add_command(stats, context, "report", "admin.help.stats.report",
                                "pufa-admin stats report --output /media/stick/report.xlsx");
    command.add_option("--output", options->file, context.words("admin.help.stats.report-output"))
        ->type_name("FILE.xlsx")
        ->required();
    command.add_option("--city", options->city, context.words("admin.help.stats.city"))
        ->type_name("CITY.db");
    add_span_options(command, context, options->span);
    command.add_flag("--detail", options->detail, context.words("admin.help.stats.detail"));
    command.add_flag("--force", options->force, context.words("admin.help.stats.force"));
    command.callback([options, &context] {
        const auto run = [&]() -> Result<StatsReportReport> {
            PUFA_TRY(const auto paths, context.state());
            return report_stats(paths, context.language(), context.now(),
                                {.file = options->file,
                                 .city = options->city,
                                 .span = options->span.span(),
                                 .existing = options->force ? Existing::replace : Existing::refuse,
                                 .detail = options->detail ? Detail::add : Detail::leave,
                                 .kiosk_name = kiosk_name(context)});
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
