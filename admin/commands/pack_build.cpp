#include "admin/commands/pack_build.h"

#include "admin/command_table.h"
#include "admin/reading.h"
#include "admin/signing_key.h"
#include "content/base/file.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

struct Options {
    std::filesystem::path folder;
    KeyOptions key;
    std::filesystem::path output;
    ReadingOptions reading;
};

Result<BuildReport> run(const Options& options, const Context& context) {
    std::optional<pack::SecretKey> key;
    if (!options.key.key.empty()) {
        PUFA_TRY(key, read_signing_key(options.key, context));
    }
    PUFA_TRY(const auto how, read_options(options.reading, context));
    return build_pack(options.folder, how, key, options.output,
                      context.progress(context.words("author.progress.build")));
}

} // namespace

Result<BuildReport> build_pack(const std::filesystem::path& folder,
                               const author::ReadOptions& options,
                               const std::optional<pack::SecretKey>& key,
                               const std::filesystem::path& output,
                               const pack::Progress& progress) {
    PUFA_TRY(const auto reading, author::read_folder(folder, options));
    BuildReport report{to_report(folder, reading), output, std::nullopt, key.has_value()};
    if (!reading.sound()) return report;
    PUFA_CHECK(pack::write_pack(reading.manifest, reading.sources, key, output, progress));
    std::error_code error;
    report.bytes = std::filesystem::file_size(output, error);
    if (error) return base::from_errno(error.value(), output.string());
    return report;
}

std::string BuildReport::text(model::Language language) const {
    if (!bytes) return check.text(language);
    const auto warnings = check.count(author::Severity::warning);
    return check.findings_text(language) +
           strings::text(language, "author.build.done",
                         {{"file", output.string()},
                          {"items", std::to_string(check.items)},
                          {"bytes", std::to_string(*bytes)},
                          {"warnings", std::to_string(warnings)}}) +
           "\n" + (is_signed ? "" : strings::text(language, "admin.build.unsigned") + "\n");
}

nlohmann::ordered_json BuildReport::json() const {
    auto json = check.json();
    json["output"] = nullptr;
    if (!bytes) return json;
    json["output"] = output.string();
    json["bytes"] = *bytes;
    json["signed"] = is_signed;
    return json;
}

void register_pack_build(CLI::App& pack, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command = add_command(
        pack, context, "build", "admin.help.pack.build",
        "pufa-admin pack build wills --key /media/stick/jiangmen-sifa.key --output wills-3.pufa");
    command.add_option("FOLDER", options->folder, context.words("admin.help.pack.folder"))
        ->type_name("")
        ->required();
    add_key_options(command, context, options->key, KeyNeed::optional);
    command.add_option("--output", options->output, context.words("admin.help.pack.output"))
        ->type_name("FILE")
        ->required();
    add_reading_options(command, context, options->reading);
    command.callback([options, &context] { context.finish(run(*options, context)); });
}

} // namespace pufa::admin
