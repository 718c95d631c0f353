#include "admin/commands/pack_build.h"

#include "admin/command_table.h"
#include "admin/passphrase.h"
#include "content/base/file.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

constexpr uint64_t k_max_key_file = 64 * 1024;

struct Options {
    std::filesystem::path folder;
    std::filesystem::path key;
    std::filesystem::path passphrase_file;
    std::filesystem::path output;
};

/// A key without a passphrase needs none; only for others somebody is asked.
Result<pack::SecretKey> read_key(const Options& options, const Context& context) {
    const auto where = options.key.string();
    PUFA_TRY(const auto text, base::read_file(options.key, k_max_key_file));
    std::string passphrase;
    if (pack::is_encrypted_key(text)) {
        PUFA_TRY(passphrase, read_passphrase(context, options.passphrase_file, Ask::once));
    }
    return pack::parse_secret_key(text, passphrase, where);
}

Result<BuildReport> run(const Options& options, const Context& context) {
    PUFA_TRY(const auto key, read_key(options, context));
    return build_pack(options.folder, author::decoder_probe(), key, options.output,
                      context.progress(context.words("author.progress.build")));
}

} // namespace

Result<BuildReport> build_pack(const std::filesystem::path& folder, const author::Probe& probe,
                               const pack::SecretKey& key, const std::filesystem::path& output,
                               const pack::Progress& progress) {
    PUFA_TRY(const auto reading, author::read_folder(folder, probe));
    BuildReport report{to_report(folder, reading), output, std::nullopt};
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
           "\n";
}

nlohmann::ordered_json BuildReport::json() const {
    auto json = check.json();
    json["output"] = nullptr;
    if (!bytes) return json;
    json["output"] = output.string();
    json["bytes"] = *bytes;
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
    command.add_option("--key", options->key, context.words("admin.help.pack.key"))
        ->type_name("FILE")
        ->required();
    command
        .add_option("--passphrase-file", options->passphrase_file,
                    context.words("admin.help.passphrase-file"))
        ->type_name("FILE");
    command.add_option("--output", options->output, context.words("admin.help.pack.output"))
        ->type_name("FILE")
        ->required();
    command.callback([options, &context] { context.finish(run(*options, context)); });
}

} // namespace pufa::admin
