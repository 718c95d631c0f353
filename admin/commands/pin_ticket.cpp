#include "admin/commands/pin_ticket.h"

#include "admin/command_table.h"
#include "admin/sealed_files.h"
#include "admin/signing_key.h"
#include "content/pack/ticket.h"
#include "content/pin/reset_code.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

struct Options {
    std::string code;
    KeyOptions key;
    std::filesystem::path output;
};

Result<PinTicketReport> run(const Options& options, const Context& context) {
    // Before anybody is asked for a passphrase.
    if (!pin::parse_reset_code(options.code))
        return Error{Code::BAD_USAGE, options.code,
                     "12 digits as the kiosk shows them; one is wrong"};
    PUFA_TRY(const auto key, read_signing_key(options.key, context));
    return write_pin_ticket(options.code, key, options.output);
}

} // namespace

Result<PinTicketReport> write_pin_ticket(const std::string& typed, const pack::SecretKey& key,
                                         const std::filesystem::path& file) {
    const auto code = pin::parse_reset_code(typed);
    if (!code) return Error{Code::BAD_USAGE, typed, "it is no code of a kiosk"};
    const auto json = pack::write_ticket(*code);
    PUFA_CHECK(write_sealed_files(file, json, pack::sign(json, key, pack::Sealed::ticket)));
    return PinTicketReport{file, *code, pack::id_text(key.id)};
}

std::string PinTicketReport::text(model::Language language) const {
    return strings::text(language, "admin.pin.ticket",
                         {{"file", file.string()}, {"code", pin::spaced(code)}}) +
           "\n";
}

nlohmann::ordered_json PinTicketReport::json() const {
    return {{"file", file.string()},
            {"signature", file.string() + ".minisig"},
            {"code", code},
            {"key", signer}};
}

void register_pin_ticket(CLI::App& pin, Context& context) {
    auto options = std::make_shared<Options>();
    auto& command = add_command(pin, context, "ticket", "admin.help.pin.ticket",
                                "pufa-admin pin ticket \"4821 9037 5568\" --key city.key "
                                "--output /media/stick/PUFA/hall-2.pin.json");
    command.add_option("CODE", options->code, context.words("admin.help.pin.code"))
        ->type_name("")
        ->required();
    add_key_options(command, context, options->key, KeyNeed::required);
    command.add_option("--output", options->output, context.words("admin.help.pin.output"))
        ->type_name("FILE")
        ->required();
    command.callback([options, &context] { context.finish(run(*options, context)); });
}

} // namespace pufa::admin
