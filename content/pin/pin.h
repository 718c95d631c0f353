#pragma once
// The PIN of the staff desk: digits, kept only as Argon2id (libsodium's crypto_pwhash_str) in
// <configuration>/staff/pin, which survives a lost state. There is no default one.

#include "content/base/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::pin {

inline constexpr size_t k_shortest = 6, k_longest = 12; ///< digits

/// Why a PIN is not taken. `even`: one digit over and over, or digits in a row (111111, 123456,
/// 987654).
enum class Weakness { too_short, too_long, no_digits, even };
[[nodiscard]] std::optional<Weakness> weakness(std::string_view pin);

/// Argon2id with libsodium's interactive limits: 64 MiB and some tenths of a second of one core, so
/// never on the UI's thread. DISK_ERROR if there is not so much memory.
[[nodiscard]] Result<std::string> hash(std::string_view pin);
/// As dear as hash().
[[nodiscard]] bool matches(const std::string& hashed, std::string_view pin);

/// <configuration>/staff: the only part of the configuration that the kiosk may write.
[[nodiscard]] std::filesystem::path staff_folder(const std::filesystem::path& config_folder);

/// Nothing if none was set. BAD_CONFIG for a file that holds no hash: then nobody gets in, and a
/// technician or a ticket must set a new one.
[[nodiscard]] Result<std::optional<std::string>>
load_hash(const std::filesystem::path& config_folder);
/// Makes the folder (0700) if need be; durable when it returns. The wrong tries are forgotten,
/// and tickets that were made for this kiosk are worth nothing any more.
[[nodiscard]] Result<void> save_hash(const std::filesystem::path& config_folder,
                                     const std::string& hashed);
/// No PIN any more, and the screen offers to set one until somebody does: what a ticket does.
[[nodiscard]] Result<void> forget(const std::filesystem::path& config_folder);

/// Whether the screen itself offers to set a PIN while there is none: in the run in which the staff
/// folder is first made (by this call), and after forget(). A kiosk that was left without one is
/// not for the public to take: a technician sets it (pufa-admin pin set). Errors of making it.
[[nodiscard]] Result<bool> may_set(const std::filesystem::path& config_folder);

} // namespace pufa::pin
