#include "admin/commands/prune.h"

#include "admin/command_table.h"
#include "admin/writer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<RemoveReport> prune_pack(const model::PackId& id, const base::StatePaths& paths,
                                const pack::Trust& trust, WallTime now) {
    PUFA_TRY(auto writer, open_writer(paths, trust, now));
    PUFA_TRY(auto gone, writer.store.prune(id, now));
    return RemoveReport{std::move(gone)};
}

void register_prune(CLI::App& app, Context& context) {
    auto pack = std::make_shared<std::string>();
    auto& command = add_command(app, context, "prune", "admin.help.prune",
                                "pufa-admin prune jiangmen-sfj/wills");
    command.add_option("PACK", *pack, context.words("admin.help.pack-id"))
        ->type_name("")
        ->required();
    command.callback([pack, &context] {
        const auto run = [&]() -> Result<RemoveReport> {
            PUFA_TRY(const auto id, pack_argument(*pack));
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
            return prune_pack(id, paths, trust, context.now());
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
