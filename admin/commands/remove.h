#pragma once
// pufa-admin remove: a pack goes off the screen and off the disk.

#include "admin/context.h"
#include "content/pack/store.h"

#include <string>

namespace CLI {
class App;
}

namespace pufa::admin {

/// Also of `prune`.
struct RemoveReport {
    pack::Store::Removed gone;

    [[nodiscard]] std::string text(model::Language language) const;
    [[nodiscard]] nlohmann::ordered_json json() const;
};

[[nodiscard]] Result<RemoveReport> remove_pack(const model::PackId& id,
                                               const base::StatePaths& paths,
                                               const pack::Trust& trust, WallTime now);

void register_remove(CLI::App& app, Context& context);

} // namespace pufa::admin
