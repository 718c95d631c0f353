#pragma once
// pufa-admin rollback: the version of a pack that was in use before, without the stick.

#include "admin/commands/activate.h"

namespace pufa::admin {

[[nodiscard]] Result<ActivateReport> roll_back(const model::PackId& id,
                                               const base::StatePaths& paths,
                                               const pack::Trust& trust, WallTime now,
                                               const pack::Progress& progress);

void register_rollback(CLI::App& app, Context& context);

} // namespace pufa::admin
