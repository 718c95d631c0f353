#include "admin/commands/pack_check.h"

#include "admin/command_table.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace pufa::admin {

namespace {

std::string_view severity_key(author::Severity severity) {
    return severity == author::Severity::error ? "author.severity.error"
                                               : "author.severity.warning";
}

nlohmann::ordered_json to_json(const author::Finding& finding) {
    nlohmann::ordered_json json{
        {"severity",
         author::severity(finding.fault) == author::Severity::error ? "error" : "warning"},
        {"code", author::name(finding.fault)},
        {"file", finding.place.file},
        {"line", finding.place.line},
        {"column", finding.place.column}};
    for (const auto language : model::k_languages) {
        const std::string tag{model::tag(language)};
        json["what"][tag] = author::what(language, finding);
        json["what_to_do"][tag] = author::what_to_do(language, finding);
    }
    return json;
}

} // namespace

size_t CheckReport::count(author::Severity severity) const {
    return static_cast<size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const auto& finding) {
            return author::severity(finding.fault) == severity;
        }));
}

std::string CheckReport::findings_text(model::Language language) const {
    std::string lines;
    for (const auto& finding : findings) {
        const auto& severity =
            strings::text(language, severity_key(author::severity(finding.fault)));
        lines +=
            fmt::format("{}: {}: {} {}\n", author::where(finding.place), severity,
                        author::what(language, finding), author::what_to_do(language, finding));
    }
    return lines;
}

std::string CheckReport::text(model::Language language) const {
    const auto errors = count(author::Severity::error);
    const auto warnings = std::to_string(count(author::Severity::warning));
    const auto summary =
        errors > 0 ? strings::text(language, "author.check.faulty",
                                   {{"errors", std::to_string(errors)}, {"warnings", warnings}})
                   : strings::text(language, "author.check.sound",
                                   {{"items", std::to_string(items)}, {"warnings", warnings}});
    return findings_text(language) + summary + "\n";
}

nlohmann::ordered_json CheckReport::json() const {
    auto list = nlohmann::ordered_json::array();
    for (const auto& finding : findings)
        list.push_back(to_json(finding));
    return {{"folder", folder.string()},
            {"id", id.value},
            {"items", items},
            {"errors", count(author::Severity::error)},
            {"warnings", count(author::Severity::warning)},
            {"findings", std::move(list)}};
}

int CheckReport::exit_code() const {
    return count(author::Severity::error) > 0 ? base::exit_code(Code::BAD_SOURCE) : 0;
}

CheckReport to_report(const std::filesystem::path& folder, const author::Reading& reading) {
    return {folder, reading.manifest.id, reading.manifest.items.size(), reading.findings};
}

Result<CheckReport> check_folder(const std::filesystem::path& folder, const author::Probe& probe) {
    PUFA_TRY(const auto reading, author::read_folder(folder, probe));
    return to_report(folder, reading);
}

void register_pack_check(CLI::App& pack, Context& context) {
    auto folder = std::make_shared<std::filesystem::path>();
    auto& command = add_command(pack, context, "check", "admin.help.pack.check",
                                "pufa-admin pack check /media/stick/wills");
    command.add_option("FOLDER", *folder, context.words("admin.help.pack.folder"))
        ->type_name("")
        ->required();
    command.callback(
        [folder, &context] { context.finish(check_folder(*folder, author::decoder_probe())); });
}

} // namespace pufa::admin
