#include "admin/commands/pack_check.h"

#include "admin/command_table.h"
#include "admin/reading.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>

namespace pufa::admin {

namespace {

std::string_view severity_key(author::Severity severity) {
    switch (severity) {
    case author::Severity::note:
        return "author.severity.note";
    case author::Severity::warning:
        return "author.severity.warning";
    case author::Severity::error:
        break;
    }
    return "author.severity.error";
}

std::string_view severity_name(author::Severity severity) {
    const auto key = severity_key(severity);
    return key.substr(key.rfind('.') + 1);
}

nlohmann::ordered_json to_json(const author::Finding& finding) {
    nlohmann::ordered_json json{{"severity", severity_name(author::severity(finding.fault))},
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

size_t count_of(const author::Findings& findings, author::Severity severity) {
    return static_cast<size_t>(
        std::count_if(findings.begin(), findings.end(), [&](const auto& finding) {
            return author::severity(finding.fault) == severity;
        }));
}

std::string lines_of(const author::Findings& findings, model::Language language) {
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

int exit_code_of(const author::Findings& findings) {
    return author::has_errors(findings) ? base::exit_code(Code::BAD_SOURCE) : 0;
}

const std::string& hans(const model::LocalizedText& text) {
    return text.in(model::Language::zh_hans);
}

std::string_view name_of(model::QuestionKind kind) {
    switch (kind) {
    case model::QuestionKind::single:
        return "single";
    case model::QuestionKind::multiple:
        return "multiple";
    case model::QuestionKind::true_false:
        break;
    }
    return "true-false";
}

std::string_view name_of(author::LoneKind kind) {
    switch (kind) {
    case author::LoneKind::questions:
        return "questions";
    case author::LoneKind::places:
        return "places";
    case author::LoneKind::map:
        return "map";
    case author::LoneKind::captions:
        return "captions";
    case author::LoneKind::unknown:
        break;
    }
    return "unknown";
}

nlohmann::ordered_json to_json(const author::LoneQuestion& asked) {
    const auto& question = asked.question;
    auto options = nlohmann::ordered_json::array();
    for (size_t i = 0; i < question.options.size(); ++i) {
        const auto& option = question.options[i];
        options.push_back({{"text", hans(option.text)},
                           {"right", option.right},
                           {"feedback", hans(option.feedback)}});
        if (asked.weights.at(i)) options.back()["weight"] = *asked.weights[i];
    }
    return {{"id", question.id.value.substr(question.id.value.rfind('/') + 1)},
            {"title", asked.title},
            {"line", asked.line},
            {"kind", name_of(question.kind)},
            {"stem", hans(question.stem)},
            {"options", std::move(options)},
            {"explanation", hans(question.explanation)},
            {"topic", question.topic},
            {"tags", question.tags},
            {"difficulty", question.difficulty}};
}

nlohmann::ordered_json to_json(const author::LonePlace& place) {
    nlohmann::ordered_json json{{"line", place.line}, {"id", place.id}, {"name", place.name}};
    if (!place.geometry.empty()) json["geometry"] = place.geometry;
    if (place.at) json["at"] = {{"lon", place.at->lon}, {"lat", place.at->lat}};
    return json;
}

nlohmann::ordered_json to_json(const captions::Cue& cue) {
    using std::chrono::milliseconds;
    return {{"start_ms", std::chrono::duration_cast<milliseconds>(cue.from).count()},
            {"end_ms", std::chrono::duration_cast<milliseconds>(cue.to).count()},
            {"text", cue.text}};
}

template <class T>
nlohmann::ordered_json list_of(const std::vector<T>& entries) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& entry : entries)
        list.push_back(to_json(entry));
    return list;
}

} // namespace

size_t CheckReport::count(author::Severity severity) const {
    return count_of(findings, severity);
}

std::string CheckReport::findings_text(model::Language language) const {
    return lines_of(findings, language);
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
    return {{"folder", folder.string()},
            {"id", id.value},
            {"items", items},
            {"errors", count(author::Severity::error)},
            {"warnings", count(author::Severity::warning)},
            {"findings", list_of(findings)}};
}

int CheckReport::exit_code() const {
    return exit_code_of(findings);
}

std::string LoneReport::text(model::Language language) const {
    const auto errors = count_of(file.findings, author::Severity::error);
    const auto warnings = std::to_string(count_of(file.findings, author::Severity::warning));
    const auto summary =
        errors > 0
            ? strings::text(language, "author.check.lone.faulty",
                            {{"errors", std::to_string(errors)},
                             {"warnings", warnings},
                             {"count", std::to_string(file.count())}})
            : strings::text(language, "author.check.lone.sound",
                            {{"count", std::to_string(file.count())}, {"warnings", warnings}});
    return lines_of(file.findings, language) + summary + "\n";
}

nlohmann::ordered_json LoneReport::json() const {
    nlohmann::ordered_json json{{"file", file.file},
                                {"kind", name_of(file.kind)},
                                {"count", file.count()},
                                {"errors", count_of(file.findings, author::Severity::error)},
                                {"warnings", count_of(file.findings, author::Severity::warning)},
                                {"findings", list_of(file.findings)}};
    switch (file.kind) {
    case author::LoneKind::questions:
        json["questions"] = list_of(file.questions);
        break;
    case author::LoneKind::places:
    case author::LoneKind::map:
        json["places"] = list_of(file.places);
        break;
    case author::LoneKind::captions:
        json["cues"] = list_of(file.cues);
        break;
    case author::LoneKind::unknown:
        break;
    }
    return json;
}

int LoneReport::exit_code() const {
    return exit_code_of(file.findings);
}

CheckReport to_report(const std::filesystem::path& folder, const author::Reading& reading) {
    return {folder, reading.manifest.id, reading.manifest.items.size(), reading.findings};
}

Result<CheckReport> check_folder(const std::filesystem::path& folder,
                                 const author::ReadOptions& options) {
    PUFA_TRY(const auto reading, author::read_folder(folder, options));
    return to_report(folder, reading);
}

Result<LoneReport> check_file(const std::filesystem::path& file) {
    PUFA_TRY(auto read, author::read_lone_file(file));
    return LoneReport{std::move(read)};
}

void register_pack_check(CLI::App& pack, Context& context) {
    struct Options {
        std::filesystem::path path;
        ReadingOptions reading;
    };
    auto options = std::make_shared<Options>();
    auto& command = add_command(pack, context, "check", "admin.help.pack.check",
                                "pufa-admin pack check /media/stick/wills");
    command.add_option("PATH", options->path, context.words("admin.help.pack.path"))
        ->type_name("")
        ->required();
    add_reading_options(command, context, options->reading);
    command.callback([options, &context] {
        std::error_code error;
        if (std::filesystem::is_regular_file(options->path, error))
            return context.finish(check_file(options->path));
        context.finish([&]() -> Result<CheckReport> {
            PUFA_TRY(const auto how, read_options(options->reading, context));
            return check_folder(options->path, how);
        }());
    });
}

} // namespace pufa::admin
