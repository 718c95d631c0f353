#pragma once
// pufa-admin activate: another installed version of a pack becomes what the kiosk shows.

#include "admin/context.h"
#include "content/pack/store.h"

#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Also of `rollback`.
struct ActivateReport {
    pack::Store::Activated done;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<ActivateReport> activate(const model::PackId& id, int64_t sequence,
                                              const base::StatePaths& paths,
                                              const pack::Trust& trust, WallTime now,
                                              const pack::Progress& progress);

void register_activate(CLI::App& app, Context& context);

} // namespace pufa::admin
