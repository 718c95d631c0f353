#pragma once
// What the self-test found, as text for people and JSON for machines.

#include "content/model/text.h"

#include <string>
#include <vector>

namespace pufa::app {

/// One thing that was judged. `name` has a sentence in the strings, "app.tour.<name>".
struct Check {
    std::string name;
    bool held = false;
    std::string figures; ///< what was found and what was expected
};

struct Report {
    std::vector<Check> checks;
    std::vector<std::string> shots; ///< files written

    void add(Check check) { checks.push_back(std::move(check)); }
    /// No check at all is no success.
    [[nodiscard]] bool held() const;
    [[nodiscard]] int failed() const;
};

[[nodiscard]] std::string to_text(const Report& report, model::Language language);
[[nodiscard]] std::string to_json(const Report& report, model::Language language);

} // namespace pufa::app
