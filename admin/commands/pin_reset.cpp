#include "admin/commands/pin_reset.h"

#include "admin/command_table.h"
#include "admin/machine_trust.h"
#include "content/pack/ticket.h"
#include "content/pin/pin.h"
#include "content/pin/reset_code.h"
#include "content/stick/survey.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <vector>

namespace pufa::admin {

namespace {

struct Offered {
    std::filesystem::path file;
    pack::SealedStatement sealed;
};

/// The tickets that lie there; what is signed and is none is passed over.
Result<std::vector<Offered>> tickets_in(const std::filesystem::path& from) {
    std::vector<std::filesystem::path> files{from};
    std::error_code ignored;
    if (std::filesystem::is_directory(from, ignored)) {
        PUFA_TRY(auto survey, stick::survey(from));
        files = std::move(survey.statements);
    }
    std::vector<Offered> found;
    for (const auto& file : files) {
        auto sealed = pack::read_statement_files(file);
        if (!sealed && files.size() == 1) return sealed.error();
        if (sealed && pack::is_ticket(sealed->json))
            found.push_back({file, std::move(sealed).value()});
    }
    if (found.empty())
        return Error{Code::NO_TICKET, from.string(), "no *.pin.json with a signature"};
    return found;
}

} // namespace

Result<PinResetReport> reset_pin(const std::filesystem::path& from,
                                 const std::filesystem::path& config_folder,
                                 const pack::Trust& trust, WallTime now) {
    PUFA_TRY(const auto kept, pin::kept_reset_code(config_folder));
    PUFA_TRY(const auto tickets, tickets_in(from));
    std::optional<Error> fault;
    for (const auto& ticket : tickets) {
        const auto code = pack::judge_ticket(trust, ticket.sealed, now, ticket.file.string());
        if (code && kept && *code == *kept) {
            PUFA_CHECK(pin::forget(config_folder));
            PUFA_CHECK(pin::drop_reset_code(config_folder));
            return PinResetReport{ticket.file};
        }
        // One for another kiosk lies on many a stick; one that does not hold is told before it.
        if (!code && (!fault || fault->code == Code::OTHER_TICKET)) fault = code.error();
        if (code && !fault)
            fault = Error{Code::OTHER_TICKET, ticket.file.string(), pin::spaced(*code)};
    }
    return *fault;
}

std::string PinResetReport::text(model::Language language) const {
    return strings::text(language, "admin.pin.reset", {{"file", ticket.string()}}) + "\n";
}

nlohmann::ordered_json PinResetReport::json() const {
    return {{"ticket", ticket.string()}};
}

void register_pin_reset(CLI::App& pin, Context& context) {
    auto from = std::make_shared<std::filesystem::path>();
    auto& command = add_command(pin, context, "reset", "admin.help.pin.reset",
                                "pufa-admin pin reset /media/stick");
    command.add_option("FILE", *from, context.words("admin.help.pin.from"))
        ->type_name("")
        ->required();
    command.callback([from, &context] {
        const auto run = [&]() -> Result<PinResetReport> {
            PUFA_TRY(const auto judge, judge_here(context));
            return reset_pin(*from, context.config_folder(), judge.trust, judge.now);
        };
        context.finish(run());
    });
}

} // namespace pufa::admin
