#include "admin/commands/stats_merge.h"

#include "admin/command_table.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

struct Options {
    std::filesystem::path city;
    std::vector<std::filesystem::path> files;
};

std::string count(int number) {
    return std::to_string(number);
}

/// The export is at fault, not the city.
bool is_of_export(const Error& error, const std::filesystem::path& file) {
    return error.where == file.string();
}

} // namespace

Result<StatsMergeReport> merge_stats(const std::filesystem::path& city,
                                     const std::vector<std::filesystem::path>& files,
                                     model::Language language) {
    StatsMergeReport report;
    report.city = city;
    report.language = language;
    PUFA_TRY(auto ledger, tally::Ledger::open(city));
    for (const auto& file : files) {
        auto merged = tally::merge_export(ledger, file);
        if (merged)
            report.files.push_back({file, *std::move(merged)});
        else if (is_of_export(merged.error(), file))
            report.refused.push_back(merged.error());
        else
            return merged.error();
    }
    PUFA_TRY(report.kiosks, tally::kiosk_lines(ledger));
    return report;
}

std::string StatsMergeReport::text(model::Language words) const {
    std::string lines;
    for (const auto& [file, merged] : files)
        lines += strings::text(words, "tally.merge.file",
                               {{"file", file.string()},
                                {"kiosk", merged.kiosk.name + " " + merged.kiosk.id},
                                {"new", count(merged.days_new)},
                                {"replaced", count(merged.days_replaced)},
                                {"same", count(merged.days_same)},
                                {"older", count(merged.days_older)}}) +
                 "\n";
    lines += strings::text(
                 words, "tally.merge.city",
                 {{"city", city.string()}, {"count", count(static_cast<int>(kiosks.size()))}}) +
             "\n";
    for (const auto& line : kiosks)
        if (line.missing_since)
            lines += strings::text(words, "tally.merge.missing",
                                   {{"kiosk", line.kiosk.name + " " + line.kiosk.id},
                                    {"day", base::to_string(*line.missing_since)}}) +
                     "\n";
    return lines;
}

nlohmann::ordered_json StatsMergeReport::json() const {
    using Json = nlohmann::ordered_json;
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? Json(base::to_string(*date)) : Json{};
    };
    Json report{{"city", city.string()}};
    report["files"] = Json::array();
    for (const auto& [file, merged] : files)
        report["files"].push_back({{"file", file.string()},
                                   {"kiosk", merged.kiosk.id},
                                   {"name", merged.kiosk.name},
                                   {"first", day(merged.first)},
                                   {"last", day(merged.last)},
                                   {"days_new", merged.days_new},
                                   {"days_replaced", merged.days_replaced},
                                   {"days_same", merged.days_same},
                                   {"days_older", merged.days_older}});
    report["kiosks"] = Json::array();
    for (const auto& line : kiosks)
        report["kiosks"].push_back({{"id", line.kiosk.id},
                                    {"name", line.kiosk.name},
                                    {"was", line.kiosk.was},
                                    {"first", day(line.first)},
                                    {"last", day(line.last)},
                                    {"missing_since", day(line.missing_since)}});
    report["errors"] = Json::array();
    for (const auto& fault : refused)
        report["errors"].push_back(to_json(fault, language));
    return report;
}

void register_stats_merge(CLI::App& stats, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command = add_command(stats, context, "merge", "admin.help.stats.merge",
                                "pufa-admin stats merge /media/stick/*.jsonl --into city.db");
    command.add_option("files", options->files, context.words("admin.help.stats.files"))
        ->type_name("FILE")
        ->required();
    command.add_option("--into", options->city, context.words("admin.help.stats.into"))
        ->type_name("CITY.db")
        ->required();
    command.callback([options, &context] {
        context.finish(merge_stats(options->city, options->files, context.language()));
    });
}

} // namespace pufa::admin
