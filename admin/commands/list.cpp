#include "admin/commands/list.h"

#include "admin/command_table.h"
#include "admin/wording.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace pufa::admin {

Result<ListReport> list_packs(const base::StatePaths& paths) {
    PUFA_TRY(auto packs, pack::list_installed(paths));
    return ListReport{std::move(packs)};
}

std::string ListReport::text(model::Language language) const {
    if (packs.empty()) return strings::text(language, "admin.list.empty") + "\n";
    std::string lines;
    for (const auto& pack : packs) {
        lines += strings::text(language, pack.active ? "admin.list.active" : "admin.list.kept",
                               {{"title", pack.title},
                                {"id", pack.id.value},
                                {"sequence", std::to_string(pack.sequence)},
                                {"signer", pack.signer},
                                {"size", size_words(pack.size)}});
        if (pack.demo) lines += strings::text(language, "admin.list.demo");
        lines += "\n";
    }
    return lines;
}

nlohmann::ordered_json ListReport::json() const {
    auto list = nlohmann::ordered_json::array();
    for (const auto& pack : packs)
        list.push_back({{"id", pack.id.value},
                        {"title", pack.title},
                        {"sequence", pack.sequence},
                        {"highest_sequence", pack.highest_sequence},
                        {"active", pack.active},
                        {"demo", pack.demo},
                        {"signer", pack.signer},
                        {"size", pack.size},
                        {"file", pack.file.string()}});
    return {{"packs", std::move(list)}};
}

void register_list(CLI::App& app, Context& context) {
    auto& command = add_command(app, context, "list", "admin.help.list", "pufa-admin list --json");
    command.callback([&context] {
        const auto run = [&]() -> Result<ListReport> {
            PUFA_TRY(const auto paths, context.state());
            return list_packs(paths);
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
