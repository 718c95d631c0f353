#pragma once
// pufa-admin pin set: the PIN of the staff desk, for a technician at a shell. The kiosk hears of it
// at the next way in.

#include "admin/context.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

struct PinReport {
    std::filesystem::path folder; ///< that holds it

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// BAD_SOURCE for one that is too weak; errors of writing.
[[nodiscard]] Result<PinReport> set_pin(const std::string& pin,
                                        const std::filesystem::path& config_folder);

void register_pin_set(CLI::App& pin, Context& context);

} // namespace pufa::admin
