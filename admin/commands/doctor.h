#pragma once
// pufa-admin doctor: one page that says what is wrong with this machine and what to do.

#include "admin/context.h"
#include "admin/doctor_judge.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Exit code 0 all good, 1 something for people to do, 3 the machine is at fault.
struct DoctorReport {
    std::vector<DoctorLine> lines;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const;
};

/// Looks at this machine. Never fails: what cannot be read is a line.
[[nodiscard]] DoctorReport examine(const Context& context);

void register_doctor(CLI::App& app, Context& context);

} // namespace pufa::admin
