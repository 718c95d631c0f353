#pragma once
// From facts to what people should do. Pure: the same facts give the same page.

#include "admin/doctor_facts.h"

#include <string>
#include <utility>
#include <vector>

namespace pufa::admin {

enum class Health {
    ok,
    look, ///< something for people to do
    wrong ///< the machine is at fault
};

struct DoctorLine {
    Health health = Health::ok;
    std::string check; ///< the key of the sentence is "doctor." + this; "state-ok", "space-short"
    std::vector<std::pair<std::string, std::string>> words; ///< for the sentence
};

/// At least one line for each thing that is looked at, in a fixed order.
[[nodiscard]] std::vector<DoctorLine> judge_facts(const DoctorFacts& facts);

} // namespace pufa::admin
