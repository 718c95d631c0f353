#include "admin/commands/remove.h"

#include "admin/command_table.h"
#include "admin/wording.h"
#include "admin/writer.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<RemoveReport> remove_pack(const model::PackId& id, const base::StatePaths& paths,
                                 const pack::Trust& trust, WallTime now) {
    PUFA_TRY(auto writer, open_writer(paths, trust, now));
    PUFA_TRY(auto gone, writer.store.remove(id, now));
    return RemoveReport{std::move(gone)};
}

std::string RemoveReport::text(model::Language language) const {
    std::string lines;
    for (const auto& version : gone)
        lines +=
            strings::text(language, version.active ? "admin.remove.active" : "admin.remove.kept",
                          {{"title", version.title},
                           {"id", version.id.value},
                           {"sequence", std::to_string(version.sequence)},
                           {"items", std::to_string(version.items)},
                           {"size", size_words(version.size)}}) +
            "\n";
    return lines;
}

nlohmann::ordered_json RemoveReport::json() const {
    auto list = nlohmann::ordered_json::array();
    for (const auto& version : gone)
        list.push_back({{"id", version.id.value},
                        {"sequence", version.sequence},
                        {"was_active", version.active},
                        {"items", version.items},
                        {"size", version.size}});
    return {{"removed", std::move(list)}};
}

void register_remove(CLI::App& app, Context& context) {
    auto pack = std::make_shared<std::string>();
    auto& command = add_command(app, context, "remove", "admin.help.remove",
                                "pufa-admin remove jiangmen-sfj/wills");
    command.add_option("PACK", *pack, context.words("admin.help.pack-id"))
        ->type_name("")
        ->required();
    command.callback([pack, &context] {
        const auto run = [&]() -> Result<RemoveReport> {
            PUFA_TRY(const auto id, pack_argument(*pack));
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
            return remove_pack(id, paths, trust, context.now());
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
