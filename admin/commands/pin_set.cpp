#include "admin/commands/pin_set.h"

#include "admin/command_table.h"
#include "admin/passphrase.h"
#include "content/pin/pin.h"
#include "content/strings/strings.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <memory>

namespace pufa::admin {

namespace {

std::string_view reason(pin::Weakness weakness) {
    switch (weakness) {
    case pin::Weakness::too_short:
        return "fewer than 6 digits";
    case pin::Weakness::too_long:
        return "more than 12 digits";
    case pin::Weakness::no_digits:
        return "something else than digits";
    case pin::Weakness::even:
        return "one digit over and over, or digits in a row";
    }
    return "";
}

Result<PinReport> run(const std::filesystem::path& file, const Context& context) {
    PUFA_TRY(const auto entered,
             read_passphrase(context, file, Ask::twice,
                             {"admin.pin.enter", "admin.pin.again", "--pin-file"}));
    return set_pin(entered, context.config_folder());
}

} // namespace

Result<PinReport> set_pin(const std::string& pin, const std::filesystem::path& config_folder) {
    if (const auto weak = pin::weakness(pin))
        return Error{Code::BAD_SOURCE, "PIN", std::string{reason(*weak)}};
    PUFA_TRY(const auto hashed, pin::hash(pin));
    PUFA_CHECK(pin::save_hash(config_folder, hashed));
    return PinReport{pin::staff_folder(config_folder)};
}

std::string PinReport::text(model::Language language) const {
    return strings::text(language, "admin.pin.set", {{"file", folder.string()}}) + "\n";
}

nlohmann::ordered_json PinReport::json() const {
    return {{"folder", folder.string()}};
}

void register_pin_set(CLI::App& pin, Context& context) {
    auto file = std::make_shared<std::filesystem::path>();
    auto& command = add_command(pin, context, "set", "admin.help.pin.set", "pufa-admin pin set");
    command.add_option("--pin-file", *file, context.words("admin.help.pin.file"))
        ->type_name("FILE");
    command.callback([file, &context] { context.finish(run(*file, context)); });
}

} // namespace pufa::admin
