#include "admin/commands/pack_sign.h"

#include "admin/command_table.h"
#include "admin/signing_key.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

struct Options {
    std::filesystem::path file;
    std::filesystem::path output;
    KeyOptions key;
};

Result<SignReport> run(const Options& options, const Context& context) {
    PUFA_TRY(const auto key, read_signing_key(options.key, context));
    return sign_pack(options.file, key, options.output.empty() ? options.file : options.output,
                     context.progress(context.words("admin.progress.sign")));
}

} // namespace

Result<SignReport> sign_pack(const std::filesystem::path& file, const pack::SecretKey& key,
                             const std::filesystem::path& output, const pack::Progress& progress) {
    PUFA_TRY(const auto opened, pack::open_for_signing(file));
    PUFA_CHECK(pack::sign_pack(opened, key, output, progress));
    const auto& manifest = opened.manifest;
    return SignReport{
        file, output, manifest.id, manifest.title, manifest.sequence, pack::id_text(key.id)};
}

std::string SignReport::text(model::Language language) const {
    return strings::text(language, "admin.sign.done",
                         {{"file", output.string()},
                          {"title", title.in(language)},
                          {"id", id.value},
                          {"sequence", std::to_string(sequence)},
                          {"key", key}}) +
           "\n";
}

nlohmann::ordered_json SignReport::json() const {
    return {{"file", file.string()},
            {"output", output.string()},
            {"id", id.value},
            {"sequence", sequence},
            {"key", key}};
}

void register_pack_sign(CLI::App& pack, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command =
        add_command(pack, context, "sign", "admin.help.pack.sign",
                    "pufa-admin pack sign wills-3.pufa --key /media/stick/jiangmen-sifa.key");
    command.add_option("FILE", options->file, context.words("admin.help.pack.file"))
        ->type_name("")
        ->required();
    add_key_options(command, context, options->key, KeyNeed::required);
    command.add_option("--output", options->output, context.words("admin.help.sign.output"))
        ->type_name("FILE");
    command.callback([options, &context] { context.finish(run(*options, context)); });
}

} // namespace pufa::admin
