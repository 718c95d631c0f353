#include "admin/commands/stick_verify.h"

#include "admin/command_table.h"
#include "content/stick/new_folder.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<StickVerifyReport> verify_carried(const std::filesystem::path& stick,
                                         const std::filesystem::path& folder) {
    const auto whole = (folder.is_absolute() ? folder : stick / folder).lexically_normal();
    const auto relative = whole.lexically_relative(stick.lexically_normal());
    if (relative.empty() || *relative.begin() == ".." || relative == ".")
        return Error{Code::BAD_USAGE, "--folder", folder.string() + " is not on " + stick.string()};
    PUFA_TRY(const auto files, stick::verify_folder(whole));
    return StickVerifyReport{whole, files};
}

std::string StickVerifyReport::text(model::Language words) const {
    return strings::text(words, "admin.stick.verified",
                         {{"folder", folder.string()}, {"count", std::to_string(files)}}) +
           "\n";
}

nlohmann::ordered_json StickVerifyReport::json() const {
    return {{"folder", folder.string()}, {"files", files}, {"verified", true}};
}

void register_stick_verify(CLI::App& stick, Context& context) {
    struct Options {
        std::filesystem::path stick;
        std::filesystem::path folder;
    };
    auto options = std::make_shared<Options>();
    auto& command = add_command(
        stick, context, "verify", "admin.help.stick.verify",
        "pufa-admin stick verify /media/stick --folder PUFA/带走/pengjiang-01/2026-11-29_1309");
    command.add_option("DIR", options->stick, context.words("admin.help.stick.folder"))
        ->type_name("")
        ->required();
    command.add_option("--folder", options->folder, context.words("admin.help.stick.carried"))
        ->type_name("FOLDER")
        ->required();
    command.callback(
        [options, &context] { context.finish(verify_carried(options->stick, options->folder)); });
}

} // namespace pufa::admin
