#include "admin/commands/stats_export.h"

#include "admin/command_table.h"
#include "admin/item_facts.h"
#include "content/base/atomic_file.h"
#include "content/catalog/snapshot.h"
#include "content/strings/strings.h"
#include "content/tally/words.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

Result<std::optional<base::Date>> mark(const base::StatePaths& paths, const tally::Summary& summary,
                                       const tally::Span& span, WallTime now) {
    const auto before = tally::exported_until(paths.tally());
    const auto after = tally::next_mark(summary, span, before, base::to_local(now).date);
    if (after && after != before) PUFA_CHECK(tally::set_exported_until(paths.tally(), *after));
    return after;
}

/// One export of what the days are now.
class Export {
  public:
    Export(tally::Summary& summary, const base::StatePaths& paths, model::Language language,
           WallTime now, const StatsExportOrder& order)
        : m_summary(summary)
        , m_paths(paths)
        , m_now(now)
        , m_order(order) {
        m_report.format = order.format;
        m_report.file = order.file;
        m_report.tally_folder = paths.tally();
        m_report.language = language;
    }

    Result<StatsExportReport> make() {
        if (m_order.file.empty()) {
            PUFA_TRY(m_report.exported, write([this](std::string_view piece) {
                         m_report.table += piece;
                         return Result<void>{};
                     }));
            return std::move(m_report);
        }
        PUFA_CHECK(may_write(m_order.file, m_order.existing));
        PUFA_TRY(auto file, base::AtomicFile::begin(m_order.file));
        PUFA_TRY(m_report.exported,
                 write([&](std::string_view piece) { return file.write(piece); }));
        PUFA_CHECK(file.commit());
        if (m_order.mark == Mark::set) {
            PUFA_TRY(m_report.marked, mark(m_paths, m_summary, m_order.span, m_now));
        }
        return std::move(m_report);
    }

  private:
    Result<tally::Exported> write(const tally::Sink& sink) {
        if (m_order.format == StatsFormat::csv) {
            const auto facts = this->facts();
            const auto title_of = [&facts](const std::string& item) {
                const auto found = facts.find(item);
                return found == facts.end() ? std::string{} : found->second.title;
            };
            return tally::export_csv(m_summary, m_order.span, m_report.language, title_of, sink);
        }
        tally::Provenance of{{}, PUFA_VERSION};
        PUFA_TRY(of.kiosk, this_kiosk(m_paths, m_order.kiosk_name));
        of.kiosk.made = m_now;
        return tally::export_jsonl(m_summary, m_order.span, m_report.language, of, sink);
    }

    /// Without a catalogue the counts still say which item they are of.
    tally::FactsByItem facts() {
        const auto snapshot = catalog::load(m_paths);
        if (snapshot) return item_facts(**snapshot, m_report.language);
        m_report.no_titles = snapshot.error();
        return {};
    }

    tally::Summary& m_summary;
    const base::StatePaths& m_paths;
    WallTime m_now;
    const StatsExportOrder& m_order;
    StatsExportReport m_report;
};

struct Options {
    std::string format{"csv"};
    SpanOptions span;
    std::filesystem::path file;
    bool force = false;
    bool mark = false;

    [[nodiscard]] StatsExportOrder order(std::string kiosk_name) const {
        return {.format = format == "csv" ? StatsFormat::csv : StatsFormat::jsonl,
                .span = span.span(),
                .file = file,
                .existing = force ? Existing::replace : Existing::refuse,
                .mark = mark ? Mark::set : Mark::leave,
                .kiosk_name = std::move(kiosk_name)};
    }
};

} // namespace

Result<StatsExportReport> export_stats(const base::StatePaths& paths, model::Language language,
                                       WallTime now, const StatsExportOrder& order) {
    // What is refused need not be counted first.
    if (!order.file.empty()) PUFA_CHECK(may_write(order.file, order.existing));
    PUFA_TRY(auto summary, tally::Summary::refresh(paths.tally(), now));
    return export_stats(summary, paths, language, now, order);
}

Result<StatsExportReport> export_stats(tally::Summary& summary, const base::StatePaths& paths,
                                       model::Language language, WallTime now,
                                       const StatsExportOrder& order) {
    return Export{summary, paths, language, now, order}.make();
}

Result<void> mark_exported(const tally::Summary& summary, const base::StatePaths& paths,
                           WallTime now) {
    PUFA_TRY(const auto marked, mark(paths, summary, {}, now));
    static_cast<void>(marked);
    return {};
}

std::string StatsExportReport::text(model::Language words) const {
    if (file.empty()) return table;
    auto lines = strings::text(words, "tally.export.done",
                               {{"rows", std::to_string(exported.rows)}, {"file", file.string()}}) +
                 "\n";
    if (marked)
        lines +=
            strings::text(words, "tally.export.marked", {{"day", base::to_string(*marked)}}) + "\n";
    const tally::Words gap_words{words};
    for (const auto& gap : exported.gaps)
        lines += strings::text(words, "tally.export.gap",
                               {{"day", base::to_string(gap.day)}, {"why", gap_words.gap(gap)}}) +
                 "\n";
    if (!exported.set_aside.empty())
        lines += strings::text(
                     words, "tally.export.set-aside",
                     {{"folder", tally_folder.string()}, {"names", joined(exported.set_aside)}}) +
                 "\n";
    return lines;
}

nlohmann::ordered_json StatsExportReport::json() const {
    using Json = nlohmann::ordered_json;
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? Json(base::to_string(*date)) : Json{};
    };
    Json report{{"rows", exported.rows}};
    if (file.empty())
        report[format == StatsFormat::csv ? "csv" : "jsonl"] = table;
    else
        report["file"] = file.string();
    report["first"] = day(exported.first);
    report["last"] = day(exported.last);
    report["exported_until"] = day(marked);
    report["damaged"] = exported.damaged;
    report["set_aside"] = exported.set_aside;
    const tally::Words words{language};
    report["gaps"] = Json::array();
    for (const auto& gap : exported.gaps)
        report["gaps"].push_back({{"day", base::to_string(gap.day)}, {"why", words.gap(gap)}});
    report["errors"] = Json::array();
    for (const auto& fault : faults())
        report["errors"].push_back(to_json(fault, language));
    return report;
}

std::vector<Error> StatsExportReport::faults() const {
    std::vector<Error> all;
    if (no_titles) all.push_back(*no_titles);
    const tally::Words words{language};
    for (const auto& name : exported.damaged) {
        std::string why;
        for (const auto& gap : exported.gaps)
            if (name.starts_with(base::to_string(gap.day))) why = words.gap(gap);
        all.push_back({Code::DAMAGED_DATABASE, (tally_folder / name).string(), why});
    }
    return all;
}

void register_stats_export(CLI::App& stats, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command =
        add_command(stats, context, "export", "admin.help.stats.export",
                    "pufa-admin stats export --format csv --output /media/stick/stats.csv");
    command.add_option("--format", options->format, context.words("admin.help.stats.format"))
        ->type_name("csv|jsonl")
        ->check([](const std::string& format) {
            return format == "csv" || format == "jsonl" ? std::string{}
                                                        : "no such format: " + format;
        });
    add_span_options(command, context, options->span);
    auto* output =
        command.add_option("--output", options->file, context.words("admin.help.stats.output"))
            ->type_name("FILE");
    command.add_flag("--force", options->force, context.words("admin.help.stats.force"));
    command.add_flag("--mark", options->mark, context.words("admin.help.stats.mark"))
        ->needs(output);
    command.callback([options, &context] {
        const auto run = [&]() -> Result<StatsExportReport> {
            PUFA_TRY(const auto paths, context.state());
            return export_stats(paths, context.language(), context.now(),
                                options->order(kiosk_name(context)));
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
