#pragma once
// Names on sticks: which of them are shown, and how ours are spelled so that every file system and
// every Windows takes them.

#include <string>
#include <string_view>

namespace pufa::stick {

/// Sound UTF-8 without control, bidirectional and line-separating characters.
[[nodiscard]] bool is_showable(std::string_view name);

inline constexpr size_t k_most_name_bytes = 120;

/// `words` as a name that FAT, exFAT and NTFS take: no " * / : < > ? \ | and control characters
/// ('-' stands for each), no blank or dot at either end, none of the names of Windows's devices, at
/// most k_most_name_bytes of whole characters. "kiosk" if nothing is left.
[[nodiscard]] std::string safe_name(std::string_view words);

} // namespace pufa::stick
