#pragma once
// pufa-admin pin ticket: signs the ticket by which one kiosk forgets its PIN. Made where the
// bureau's key is; no kiosk is needed for it.

#include "admin/context.h"
#include "content/pack/seal.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct PinTicketReport {
    std::filesystem::path file;
    std::string code;   ///< digits
    std::string signer; ///< id of the key

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// `typed`: the code as the kiosk shows it. BAD_USAGE if it is none, ALREADY_EXISTS, errno errors.
[[nodiscard]] Result<PinTicketReport> write_pin_ticket(const std::string& typed,
                                                       const pack::SecretKey& key,
                                                       const std::filesystem::path& file);

void register_pin_ticket(CLI::App& pin, Context& context);

} // namespace pufa::admin
