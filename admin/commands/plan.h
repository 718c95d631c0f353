#pragma once
// pufa-admin plan: what installing files would do. Changes nothing and needs no lock.

#include "admin/context.h"
#include "content/pack/plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Exit code 1 if any file is refused.
struct PlanReport {
    pack::Plan plan;
    model::Language language = model::Language::zh_hans; ///< of the sentences in json()

    [[nodiscard]] std::string text(model::Language words) const;
    /// All that text() says and more: the staff desk draws its page from it.
    [[nodiscard]] nlohmann::ordered_json json() const;
    [[nodiscard]] int exit_code() const;
};

void register_plan(CLI::App& app, Context& context);

} // namespace pufa::admin
