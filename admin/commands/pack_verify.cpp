#include "admin/commands/pack_verify.h"

#include "admin/command_table.h"
#include "admin/machine_trust.h"
#include "admin/wording.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

Result<VerifyReport> verify_pack(const std::filesystem::path& file, const pack::Trust& trust,
                                 WallTime now, const pack::Progress& progress) {
    PUFA_TRY(const auto opened, pack::open_pack(file, trust, now));
    PUFA_CHECK(pack::verify_members(opened, progress));
    const auto& manifest = opened.manifest;
    return VerifyReport{file,
                        manifest.id,
                        manifest.title,
                        manifest.sequence,
                        opened.signer.name,
                        manifest.members.size(),
                        opened.size};
}

std::string VerifyReport::text(model::Language language) const {
    return strings::text(language, "admin.verify.sound",
                         {{"file", file.string()},
                          {"title", title.in(language)},
                          {"id", id.value},
                          {"sequence", std::to_string(sequence)},
                          {"signer", signer},
                          {"members", std::to_string(members)},
                          {"size", size_words(size)}}) +
           "\n";
}

nlohmann::ordered_json VerifyReport::json() const {
    return {{"file", file.string()}, {"id", id.value},     {"sequence", sequence},
            {"signer", signer},      {"members", members}, {"size", size}};
}

void register_pack_verify(CLI::App& pack, Context& context) {
    auto file = std::make_shared<std::filesystem::path>();
    auto& command = add_command(pack, context, "verify", "admin.help.pack.verify",
                                "pufa-admin pack verify /media/stick/wills-3.pufa");
    command.add_option("FILE", *file, context.words("admin.help.pack.file"))
        ->type_name("")
        ->required();
    command.callback([file, &context] {
        const auto run = [&]() -> Result<VerifyReport> {
            PUFA_TRY(const auto judge, judge_here(context));
            return verify_pack(*file, judge.trust, judge.now,
                               context.progress(context.words("admin.progress.verify")));
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
