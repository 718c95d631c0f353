#include "admin/commands/install.h"

#include "admin/command_table.h"
#include "admin/machine_trust.h"
#include "admin/writer.h"
#include "content/base/cancel.h"
#include "content/pack/plan.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

std::string_view name(pack::Store::Outcome outcome) {
    switch (outcome) {
    case pack::Store::Outcome::installed:
        return "installed";
    case pack::Store::Outcome::updated:
        return "updated";
    case pack::Store::Outcome::already_active:
        return "already_active";
    }
    return "installed";
}

/// A fault of the machine would be the next file's too.
bool stops_the_rest(Code code) {
    return code == Code::CANCELLED || base::blame(code) == base::Blame::machine;
}

} // namespace

Result<InstallReport> install(const std::vector<std::filesystem::path>& files,
                              const base::StatePaths& paths, const pack::Trust& trust, WallTime now,
                              const pack::Progress& progress) {
    PUFA_TRY(auto writer, open_writer(paths, trust, now));
    InstallReport report;
    for (const auto& file : pack::order_to_install(files)) {
        report.lines.push_back({file, writer.store.install(file, trust, now, progress)});
        const auto& result = report.lines.back().result;
        if (!result && stops_the_rest(result.error().code)) break;
    }
    return report;
}

std::string InstallReport::text(model::Language words) const {
    std::string all;
    for (const auto& line : lines) {
        if (!line.result) continue;
        const auto& pack = line.result->pack;
        const auto key = "admin.install." + std::string{name(line.result->outcome)};
        all += strings::text(words, key,
                             {{"title", pack.title},
                              {"id", pack.id.value},
                              {"sequence", std::to_string(pack.sequence)},
                              {"signer", pack.signer}}) +
               "\n";
    }
    return all;
}

nlohmann::ordered_json InstallReport::json() const {
    auto list = nlohmann::ordered_json::array();
    for (const auto& line : lines) {
        nlohmann::ordered_json entry{{"file", line.file.string()}};
        if (line.result) {
            entry["outcome"] = name(line.result->outcome);
            entry["id"] = line.result->pack.id.value;
            entry["sequence"] = line.result->pack.sequence;
        } else {
            entry["error"] = to_json(line.result.error(), language);
        }
        list.push_back(std::move(entry));
    }
    return {{"files", std::move(list)}};
}

std::vector<Error> InstallReport::faults() const {
    std::vector<Error> all;
    for (const auto& line : lines) {
        if (!line.result) all.push_back(line.result.error());
    }
    return all;
}

void register_install(CLI::App& app, Context& context) {
    auto files = std::make_shared<std::vector<std::filesystem::path>>();
    auto& command = add_command(app, context, "install", "admin.help.install",
                                "pufa-admin install /media/stick/*.pufa");
    command.add_option("FILE", *files, context.words("admin.help.install.files"))
        ->type_name("")
        ->required();
    command.callback([files, &context] {
        const auto run = [&]() -> Result<InstallReport> {
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, folder_trust(context));
            base::remember_cancelling_signals();
            PUFA_TRY(auto report,
                     install(*files, paths, trust, context.now(),
                             context.progress(context.words("admin.progress.install"))));
            report.language = context.language();
            return report;
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
