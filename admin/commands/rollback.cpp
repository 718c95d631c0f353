#include "admin/commands/rollback.h"

#include "admin/command_table.h"
#include "admin/writer.h"
#include "content/base/cancel.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<ActivateReport> roll_back(const model::PackId& id, const base::StatePaths& paths,
                                 const pack::Trust& trust, WallTime now,
                                 const pack::Progress& progress) {
    PUFA_TRY(auto writer, open_writer(paths, trust, now));
    PUFA_TRY(auto done, writer.store.roll_back(id, trust, now, progress));
    return ActivateReport{std::move(done)};
}

void register_rollback(CLI::App& app, Context& context) {
    auto pack = std::make_shared<std::string>();
    auto& command = add_command(app, context, "rollback", "admin.help.rollback",
                                "pufa-admin rollback jiangmen-sfj/wills");
    command.add_option("PACK", *pack, context.words("admin.help.pack-id"))
        ->type_name("")
        ->required();
    command.callback([pack, &context] {
        const auto run = [&]() -> Result<ActivateReport> {
            PUFA_TRY(const auto id, pack_argument(*pack));
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
            base::remember_cancelling_signals();
            return roll_back(id, paths, trust, context.now(),
                             context.progress(context.words("admin.progress.verify")));
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
