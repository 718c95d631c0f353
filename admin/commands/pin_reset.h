#pragma once
// pufa-admin pin reset: takes a ticket (content/pack/ticket.h) and forgets the PIN, whereupon the
// kiosk's own screen offers to set one. The staff desk runs it with the folder of a stick.

#include "admin/context.h"
#include "content/pack/trust.h"

#include <filesystem>

namespace CLI {
class App;
}

namespace pufa::admin {

struct PinResetReport {
    std::filesystem::path ticket;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

/// `from`: a ticket, or the folder of a stick (its root and PUFA/ are looked at). NO_TICKET if none
/// lies there, OTHER_TICKET if it is for another code than this kiosk shows; else as
/// pack::judge_ticket. Nothing has changed then.
[[nodiscard]] Result<PinResetReport> reset_pin(const std::filesystem::path& from,
                                               const std::filesystem::path& config_folder,
                                               const pack::Trust& trust, WallTime now);

void register_pin_reset(CLI::App& pin, Context& context);

} // namespace pufa::admin
