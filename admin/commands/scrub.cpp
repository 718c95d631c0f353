#include "admin/commands/scrub.h"

#include "admin/command_table.h"
#include "admin/wording.h"
#include "content/base/cancel.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <memory>

namespace pufa::admin {

namespace {

/// Nobody who uses the machine shall notice: the disk only when nobody else wants it, the processor
/// last. Refused, it is no reason not to scrub.
void give_way_to_everybody() {
    constexpr int k_who_process = 1;      // IOPRIO_WHO_PROCESS
    constexpr int k_class_idle = 3 << 13; // IOPRIO_CLASS_IDLE; linux/ioprio.h
    static_cast<void>(::syscall(SYS_ioprio_set, k_who_process, 0, k_class_idle));
    static_cast<void>(::setpriority(PRIO_PROCESS, 0, 19));
}

} // namespace

std::string ScrubReport::text(model::Language language) const {
    std::string lines;
    const auto line = [&](std::string_view key, std::initializer_list<strings::Argument> words) {
        lines += strings::text(language, key, words) + "\n";
    };
    if (done.rebuilt) {
        line("admin.rebuilt", {{"file", done.rebuilt->damaged_database.string()},
                               {"count", std::to_string(done.rebuilt->versions)},
                               {"refused", std::to_string(done.rebuilt->refused.size())}});
        for (const auto& guessed : done.rebuilt->guessed)
            line("admin.rebuilt.guessed",
                 {{"id", guessed.id.value}, {"sequence", std::to_string(guessed.sequence)}});
    }
    for (const auto& damage : done.damages) {
        line(damage.member.empty() ? "admin.scrub.file" : "admin.scrub.member",
             {{"id", damage.pack.value},
              {"sequence", std::to_string(damage.sequence)},
              {"member", damage.member},
              {"detail", damage.detail},
              {"count", std::to_string(damage.items.size())}});
    }
    for (const auto& fallen : done.fell_back)
        line("admin.scrub.fell-back", {{"id", fallen.pack.value},
                                       {"from", std::to_string(fallen.from_sequence)},
                                       {"sequence", std::to_string(fallen.sequence)}});
    for (const auto& id : done.rows_mended)
        line("admin.scrub.rows", {{"id", id.value}});
    line(done.complete ? "admin.scrub.complete" : "admin.scrub.partial",
         {{"count", std::to_string(done.members)}, {"size", size_words(done.bytes)}});
    return lines;
}

nlohmann::ordered_json ScrubReport::json() const {
    auto damages = nlohmann::ordered_json::array();
    for (const auto& damage : done.damages) {
        auto items = nlohmann::ordered_json::array();
        for (const auto& item : damage.items)
            items.push_back(item.value);
        damages.push_back({{"id", damage.pack.value},
                           {"sequence", damage.sequence},
                           {"member", damage.member},
                           {"detail", damage.detail},
                           {"items", std::move(items)},
                           {"active", damage.active}});
    }
    auto fallen = nlohmann::ordered_json::array();
    for (const auto& each : done.fell_back)
        fallen.push_back({{"id", each.pack.value},
                          {"from_sequence", each.from_sequence},
                          {"sequence", each.sequence}});
    auto rows = nlohmann::ordered_json::array();
    for (const auto& id : done.rows_mended)
        rows.push_back(id.value);
    auto guessed = nlohmann::ordered_json::array();
    if (done.rebuilt) {
        for (const auto& each : done.rebuilt->guessed)
            guessed.push_back({{"id", each.id.value}, {"sequence", each.sequence}});
    }
    return {{"complete", done.complete},      {"versions", done.versions},
            {"members", done.members},        {"bytes", done.bytes},
            {"damaged", std::move(damages)},  {"fell_back", std::move(fallen)},
            {"rows_mended", std::move(rows)}, {"rebuilt", done.rebuilt.has_value()},
            {"guessed", std::move(guessed)}};
}

int ScrubReport::exit_code() const {
    return done.damages.empty() ? 0 : base::exit_code(Code::DISK_ERROR);
}

void register_scrub(CLI::App& app, Context& context) {
    auto idle = std::make_shared<bool>(false);
    auto limit = std::make_shared<unsigned>(0);
    auto& command = add_command(app, context, "scrub", "admin.help.scrub",
                                "pufa-admin scrub --idle --limit 600");
    command.add_flag("--idle", *idle, context.words("admin.help.scrub.idle"));
    command.add_option("--limit", *limit, context.words("admin.help.scrub.limit"))
        ->type_name("SECONDS");
    command.callback([idle, limit, &context] {
        const auto run = [&]() -> Result<ScrubReport> {
            PUFA_TRY(const auto paths, context.state());
            PUFA_TRY(const auto trust, pack::load_trust(context.trust_folder()));
            base::remember_cancelling_signals();
            if (*idle) give_way_to_everybody();
            const auto end = base::steady_now() + std::chrono::seconds(*limit);
            const auto enough = [&] { return *limit > 0 && base::steady_now() >= end; };
            PUFA_TRY(auto done,
                     pack::scrub(paths, trust, context.now(), enough,
                                 context.progress(context.words("admin.progress.verify"))));
            return ScrubReport{std::move(done)};
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
