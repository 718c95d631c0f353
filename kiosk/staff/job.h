#pragma once
// What the desk has pufa-admin do, and what it hears of it.

#include "content/report/line.h"

#include <optional>
#include <variant>

namespace pufa::staff {

/// One run of each at a time. `install` and those behind it write.
enum class Job {
    look,
    plan,
    list,
    figures,
    check,
    expiring,
    install,
    undo,
    roll_back,
    remove,
    build,
    carry,
    verify,
    ticket
};
[[nodiscard]] constexpr bool writes(Job job) {
    return job >= Job::install;
}

struct JobProgress {
    Job job;
    report::Progress progress;
};
struct JobEnded {
    Job job;
    int exit_code = 0; ///< 0 done, 1 refused, 2 usage, 3 the machine; 128 + signal
    std::optional<report::Report> report{};
    std::optional<report::Fault> fault{};
};
using JobNews = std::variant<JobProgress, JobEnded>;

} // namespace pufa::staff
