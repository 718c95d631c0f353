#pragma once
// pufa-admin prune: deletes the version of a pack that is kept for going back, to make room.

#include "admin/commands/remove.h"

namespace pufa::admin {

[[nodiscard]] Result<RemoveReport> prune_pack(const model::PackId& id,
                                              const base::StatePaths& paths,
                                              const pack::Trust& trust, WallTime now);

void register_prune(CLI::App& app, Context& context);

} // namespace pufa::admin
