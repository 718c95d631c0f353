#include "admin/commands/activate.h"

#include "admin/command_table.h"
#include "admin/writer.h"
#include "content/base/cancel.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<ActivateReport> activate(const model::PackId& id, int64_t sequence,
                                const base::StatePaths& paths, const pack::Trust& trust,
                                WallTime now, const pack::Progress& progress) {
    PUFA_TRY(auto writer, open_writer(paths, trust, now));
    PUFA_TRY(auto done, writer.store.activate(id, sequence, trust, now, progress));
    return ActivateReport{std::move(done)};
}

std::string ActivateReport::text(model::Language language) const {
    const auto& pack = done.pack;
    const auto* key = done.from_sequence ? "admin.activate.done" : "admin.activate.already";
    return strings::text(language, key,
                         {{"title", pack.title},
                          {"id", pack.id.value},
                          {"sequence", std::to_string(pack.sequence)},
                          {"from", std::to_string(done.from_sequence.value_or(0))}}) +
           "\n";
}

nlohmann::ordered_json ActivateReport::json() const {
    nlohmann::ordered_json json{{"id", done.pack.id.value},
                                {"sequence", done.pack.sequence},
                                {"from_sequence", nullptr},
                                {"highest_sequence", done.pack.highest_sequence}};
    if (done.from_sequence) json["from_sequence"] = *done.from_sequence;
    return json;
}

void register_activate(CLI::App& app, Context& context) {
    auto pack = std::make_shared<std::string>();
    auto sequence = std::make_shared<int64_t>();
    auto& command = add_command(app, context, "activate", "admin.help.activate",
                                "pufa-admin activate jiangmen-sfj/wills 3");
    command.add_option("PACK", *pack, context.words("admin.help.pack-id"))
        ->type_name("")
        ->required();
    command.add_option("SEQUENCE", *sequence, context.words("admin.help.sequence"))
        ->type_name("")
        ->required();
    command.callback([pack, sequence, &context] {
        const auto run = [&]() -> Result<ActivateReport> {
            PUFA_TRY(const auto id, pack_argument(*pack));
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
            base::remember_cancelling_signals();
            return activate(id, *sequence, paths, trust, context.now(),
                            context.progress(context.words("admin.progress.verify")));
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
