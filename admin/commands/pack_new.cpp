#include "admin/commands/pack_new.h"

#include "admin/command_table.h"
#include "content/author/scaffold.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

/// Something to be changed by the author.
std::string default_id(const std::filesystem::path& folder) {
    const auto name = (folder / "").parent_path().filename().string();
    return "publisher/" + (model::is_id_part(name) ? name : "pack");
}

} // namespace

Result<NewFolderReport> new_folder(const std::filesystem::path& folder, const std::string& id,
                                   WallTime now) {
    const auto parsed = model::parse_pack_id(id.empty() ? default_id(folder) : id);
    if (!parsed) return Error{Code::BAD_USAGE, "pack new --id " + id, "publisher/pack"};
    PUFA_CHECK(author::make_folder(folder, *parsed, now));
    return NewFolderReport{folder, *parsed};
}

std::string NewFolderReport::text(model::Language language) const {
    return strings::text(language, "author.new.done", {{"folder", folder.string()}}) + "\n";
}

nlohmann::ordered_json NewFolderReport::json() const {
    return {{"folder", folder.string()}, {"id", id.value}};
}

void register_pack_new(CLI::App& pack, Context& context) {
    struct Options {
        std::filesystem::path folder;
        std::string id;
    };
    auto options = std::make_shared<Options>();
    auto& command = add_command(pack, context, "new", "admin.help.pack.new",
                                "pufa-admin pack new wills --id jiangmen-sifa/wills");
    command.add_option("FOLDER", options->folder, context.words("admin.help.pack.folder.new"))
        ->type_name("")
        ->required();
    command.add_option("--id", options->id, context.words("admin.help.pack.id"))
        ->type_name("PUBLISHER/PACK");
    command.callback([options, &context] {
        context.finish(new_folder(options->folder, options->id, context.now()));
    });
}

} // namespace pufa::admin
