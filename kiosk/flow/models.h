#pragma once
// State → what the screens draw. Pure.

#include "kiosk/flow/state.h"

namespace pufa::flow {

[[nodiscard]] screens::Page build_page(const State& state, const Now& now);

/// The video that is offered after `id`: the next one that plays, in the shelf's order and around
/// its end; nullptr if there is no other.
[[nodiscard]] const model::Video* next_video(const State& state, const model::ItemId& id);
/// The one after `id` of the same series that plays; nullptr after the last, and without a series.
[[nodiscard]] const model::Video* next_episode(const State& state, const model::ItemId& id);

/// The questions of a quiz that the snapshot holds.
[[nodiscard]] std::vector<model::Question> questions_of(const catalog::Snapshot& snapshot,
                                                        const std::vector<model::ItemId>& ids);

} // namespace pufa::flow
