#pragma once
// What pufa-admin says while it works, as admin/channel.h writes it: one JSON object a line.

#include "content/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace pufa::report {

/// How far it is: in bytes, or in percent of a step that is not counted in them.
struct Progress {
    std::string what;
    float done = 0;     ///< 0 to 1
    uint64_t bytes = 0; ///< of `total_bytes`; both 0 if it is not counted in bytes
    uint64_t total_bytes = 0;
    bool operator==(const Progress&) const = default;
};
/// Why there is no report, or what of it could not be done.
struct Fault {
    std::string code;     ///< "NO_SPACE"
    std::string where;    ///< the file, member or item
    std::string sentence; ///< for staff, in the language the command was started in
    bool operator==(const Fault&) const = default;
};
/// The JSON of the report, whole; read by the functions of the other headers.
struct Report {
    std::string json;
};
using Line = std::variant<Progress, Fault, Report>;

/// BAD_SOURCE for anything that is no such line.
[[nodiscard]] Result<Line> parse_line(std::string_view line);

} // namespace pufa::report
