#include "content/report/line.h"

#include "content/report/json.h"

#include <algorithm>

namespace pufa::report {

Result<Line> parse_line(std::string_view line) {
    PUFA_TRY(const auto json, parse_object(line));
    if (const auto& report = part(json, "report"); report.is_object())
        return Line{Report{report.dump()}};
    if (const auto& error = part(json, "error"); error.is_object()) return Line{fault_of(error)};
    Progress progress{text(json, "what"), 0, number<uint64_t>(json, "done"),
                      number<uint64_t>(json, "total")};
    if (progress.total_bytes > 0)
        progress.done =
            static_cast<float>(progress.bytes) / static_cast<float>(progress.total_bytes);
    else if (json.contains("percent"))
        progress.done = static_cast<float>(number<int>(json, "percent")) / 100;
    else if (!json.contains("total"))
        return Error{Code::BAD_SOURCE, "pufa-admin", "its line says neither progress nor result"};
    progress.done = std::clamp(progress.done, 0.f, 1.f);
    return Line{std::move(progress)};
}

} // namespace pufa::report
