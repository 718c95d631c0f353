#pragma once
// By whom packs are trusted on the machine of this run.

#include "admin/context.h"
#include "content/pack/store.h"

namespace pufa::admin {

/// The trust folder and the name of this machine (`site`); the store adds the rest.
[[nodiscard]] Result<pack::Trust> folder_trust(const Context& context);
/// The trust folder, the statements taken and the clock's floor, for whoever judges a pack without
/// installing it: nobody asks for which machine it is.
[[nodiscard]] Result<pack::Judge> judge_here(const Context& context);

} // namespace pufa::admin
