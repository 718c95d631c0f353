#pragma once
// The lines that the staff desk reads while a command runs, one JSON object each:
//
//   {"what": "…", "done": 1048576, "total": 8388608}   bytes, at most one line for each 0.5 %
//   {"what": "…", "percent": 40}                       a step of work that is not counted in bytes
//   {"report": {…}}                                    at the end: what --json prints
//   {"error": {"code", "where", "detail", "sentence"}} or why there is none
//
// Nobody has to read them: a reader that has gone stops no import.

#include "admin/context.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace pufa::admin {

void tell(int channel, const nlohmann::ordered_json& line);
[[nodiscard]] Context::Progress tell_bytes(int channel, const std::string& what);
[[nodiscard]] Context::Steps tell_steps(int channel);

} // namespace pufa::admin
