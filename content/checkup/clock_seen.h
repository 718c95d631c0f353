#pragma once
// What the clock of this kiosk said when it last ran, in <state>/clock.json: the one thing a
// machine without a network can compare its clock with. Written by the kiosk, and only while
// nothing speaks against the clock or after staff said that it is right.

#include "content/base/clock.h"

#include <filesystem>
#include <optional>
#include <string>

namespace pufa::checkup {

/// <state>/clock.json
[[nodiscard]] std::filesystem::path clock_file(const std::filesystem::path& state);
/// nullopt where nothing is kept or the file cannot be understood: then nothing is compared.
[[nodiscard]] std::optional<WallTime> load_clock_seen(const std::filesystem::path& file);
[[nodiscard]] std::string clock_json(WallTime seen);

} // namespace pufa::checkup
