#include "admin/commands/key_apply.h"

#include "admin/command_table.h"
#include "admin/commands/key_state.h"
#include "admin/machine_trust.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<ApplyReport> apply_statement(const std::filesystem::path& file,
                                    const base::StatePaths& paths, const pack::Trust& folder,
                                    WallTime now) {
    PUFA_TRY(const auto sealed, pack::read_statement_files(file));
    PUFA_TRY(const auto lock, pack::StateLock::take(paths));
    PUFA_TRY(auto store, pack::Store::open(paths, lock));
    ApplyReport report{file, {}, {}};
    PUFA_TRY(report.applied, store.apply(sealed, folder, now, file.string()));
    PUFA_TRY(const auto judge, store.judge(folder, now));
    for (const auto& key : folder.keys) {
        if (judge.trust.find_revoked(key.id)) report.to_delete.emplace_back(key.from);
    }
    return report;
}

std::string ApplyReport::text(model::Language language) const {
    const auto& judged = applied.judged;
    std::string lines =
        strings::text(language, judged.known ? "admin.key.known" : "admin.key.taken",
                      {{"file", file.string()}, {"issuer", judged.issuer.name}}) +
        "\n" + lines_of(judged.statement, language);
    for (const auto& gone : applied.withdrawn) {
        const auto instead = gone.active ? std::to_string(*gone.active) : std::string{};
        lines +=
            strings::text(language, gone.active ? "admin.key.withdrawn.for" : "admin.key.withdrawn",
                          {{"id", gone.id.value},
                           {"sequence", std::to_string(gone.sequence)},
                           {"active", instead}}) +
            "\n";
    }
    for (const auto& path : to_delete)
        lines += strings::text(language, "admin.key.delete", {{"file", path.string()}}) + "\n";
    return lines;
}

nlohmann::ordered_json ApplyReport::json() const {
    auto withdrawn = nlohmann::ordered_json::array();
    for (const auto& gone : applied.withdrawn) {
        nlohmann::ordered_json entry{
            {"id", gone.id.value}, {"sequence", gone.sequence}, {"active", nullptr}};
        if (gone.active) entry["active"] = *gone.active;
        withdrawn.push_back(std::move(entry));
    }
    auto files = nlohmann::ordered_json::array();
    for (const auto& path : to_delete)
        files.push_back(path.string());
    return {{"file", file.string()},
            {"issuer", applied.judged.issuer.name},
            {"known", applied.judged.known},
            {"statement", json_of(applied.judged.statement)},
            {"withdrawn", std::move(withdrawn)},
            {"delete", std::move(files)}};
}

void register_key_apply(CLI::App& key, Context& context) {
    auto file = std::make_shared<std::filesystem::path>();
    auto& command = add_command(key, context, "apply", "admin.help.key.apply",
                                "pufa-admin key apply /media/stick/2.keys.json");
    command.add_option("FILE", *file, context.words("admin.help.key.statement"))
        ->type_name("")
        ->required();
    command.callback([file, &context] {
        const auto run = [&]() -> Result<ApplyReport> {
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto folder, folder_trust(context));
            return apply_statement(*file, paths, folder, context.now());
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
