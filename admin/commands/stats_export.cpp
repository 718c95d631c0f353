#include "admin/commands/stats_export.h"

#include "admin/command_table.h"
#include "content/base/file.h"
#include "content/catalog/snapshot.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <memory>

namespace pufa::admin {

namespace {

using Titles = std::map<std::string, std::string>;

/// A question has no title; its stem says which it is.
Titles titles_of(const catalog::Snapshot& snapshot, model::Language language) {
    Titles titles;
    for (const auto& video : snapshot.videos)
        titles[video.id.value] = video.title.in(language);
    for (const auto& question : snapshot.questions)
        titles[question.id.value] = question.stem.in(language);
    for (const auto& quiz : snapshot.quizzes)
        titles[quiz.id.value] = quiz.title.in(language);
    for (const auto& campaign : snapshot.campaigns)
        titles[campaign.id.value] = campaign.title.in(language);
    return titles;
}

Result<void> may_write(const std::filesystem::path& file, Existing existing) {
    std::error_code error;
    const auto there = std::filesystem::symlink_status(file, error);
    if (there.type() == std::filesystem::file_type::not_found) return {};
    if (there.type() == std::filesystem::file_type::directory)
        return Error{Code::ALREADY_EXISTS, file.string(), "a folder"};
    if (there.type() == std::filesystem::file_type::none)
        return base::from_errno(error.value(), file.string());
    if (existing == Existing::refuse)
        return Error{Code::ALREADY_EXISTS, file.string(), "without --force"};
    return {};
}

std::string joined(const std::vector<std::string>& names) {
    std::string list;
    for (const auto& name : names)
        list += (list.empty() ? "" : ", ") + name;
    return list;
}

struct Options {
    std::string format{"csv"};
    std::filesystem::path file;
    bool force = false;
};

} // namespace

Result<StatsExportReport> export_stats(const base::StatePaths& paths, model::Language language,
                                       const std::filesystem::path& file, Existing existing) {
    if (!file.empty()) PUFA_CHECK(may_write(file, existing));
    StatsExportReport report;
    report.file = file;
    report.tally_folder = paths.tally();
    report.language = language;
    // Without a catalogue the counts still say which item they are of.
    Titles titles;
    const auto snapshot = catalog::load(paths);
    if (snapshot)
        titles = titles_of(**snapshot, language);
    else
        report.no_titles = snapshot.error();

    const auto title_of = [&titles](const std::string& item) {
        const auto found = titles.find(item);
        return found == titles.end() ? std::string{} : found->second;
    };
    PUFA_TRY(report.table, tally::export_csv(paths.tally(), language, title_of));
    if (!file.empty()) PUFA_CHECK(base::write_file_atomic(file, report.table.text));
    return report;
}

std::string StatsExportReport::text(model::Language words) const {
    if (file.empty()) return table.text;
    auto lines = strings::text(words, "tally.export.done",
                               {{"rows", std::to_string(table.rows)}, {"file", file.string()}}) +
                 "\n";
    if (!table.set_aside.empty())
        lines +=
            strings::text(words, "tally.export.set-aside",
                          {{"folder", tally_folder.string()}, {"names", joined(table.set_aside)}}) +
            "\n";
    return lines;
}

nlohmann::ordered_json StatsExportReport::json() const {
    nlohmann::ordered_json report{{"rows", table.rows}};
    if (file.empty())
        report["csv"] = table.text;
    else
        report["file"] = file.string();
    report["damaged"] = table.damaged;
    report["set_aside"] = table.set_aside;
    auto errors = nlohmann::ordered_json::array();
    for (const auto& fault : faults())
        errors.push_back(to_json(fault, language));
    report["errors"] = std::move(errors);
    return report;
}

std::vector<Error> StatsExportReport::faults() const {
    std::vector<Error> all;
    if (no_titles) all.push_back(*no_titles);
    for (const auto& name : table.damaged)
        all.push_back({Code::DAMAGED_DATABASE, (tally_folder / name).string(),
                       strings::text(language, "tally.export.damaged")});
    return all;
}

void register_stats_export(CLI::App& stats, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command =
        add_command(stats, context, "export", "admin.help.stats.export",
                    "pufa-admin stats export --format csv --output /media/stick/stats.csv");
    command.add_option("--format", options->format, context.words("admin.help.stats.format"))
        ->type_name("csv")
        ->check([](const std::string& format) {
            return format == "csv" ? std::string{} : "no such format: " + format;
        });
    command.add_option("--output", options->file, context.words("admin.help.stats.output"))
        ->type_name("FILE");
    command.add_flag("--force", options->force, context.words("admin.help.stats.force"));
    command.callback([options, &context] {
        const auto run = [&]() -> Result<StatsExportReport> {
            PUFA_TRY(const auto paths, context.state());
            return export_stats(paths, context.language(), options->file,
                                options->force ? Existing::replace : Existing::refuse);
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
