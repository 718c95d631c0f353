#pragma once
// The code by which a forgotten PIN is reset: this kiosk shows it, whoever signs for the bureau
// puts it into a ticket (content/pack/ticket.h), and the ticket opens this kiosk, once. It is made
// by chance, so a ticket is good for one kiosk and one reset whatever its clock says. Kept in
// <configuration>/staff/reset-code until a PIN is set or the right one was entered.

#include "content/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::pin {

/// The last one is the check digit of ISO/IEC 7812-1 (Luhn): a digit misheard on the telephone is
/// found where the ticket is made.
inline constexpr size_t k_code_digits = 12;

/// The code somebody typed, without the blanks and hyphens between its digits; nothing if it has
/// not so many digits or the last one does not fit.
[[nodiscard]] std::optional<std::string> parse_reset_code(std::string_view typed);
/// "4821 9037 5568", as it is shown and read out.
[[nodiscard]] std::string spaced(std::string_view code);

/// The one that is kept, else a new one, durable when it returns. A file that holds none is
/// replaced. Errno errors.
[[nodiscard]] Result<std::string> reset_code(const std::filesystem::path& config_folder);
/// Nothing if none was asked for, or the file holds none. Errno errors.
[[nodiscard]] Result<std::optional<std::string>>
kept_reset_code(const std::filesystem::path& config_folder);
/// Tickets for it are worth nothing from now on. Errno errors.
[[nodiscard]] Result<void> drop_reset_code(const std::filesystem::path& config_folder);

} // namespace pufa::pin
