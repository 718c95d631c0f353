#pragma once
// From what a citizen says or taps to the places to ask for. Pure functions.

#include "content/place/index.h"

#include <span>
#include <string_view>
#include <vector>

namespace pufa::place {

/// The kinds of dispute that `said` speaks of, as indices, best first; empty: of none.
///
/// A dispute is spoken of if one of its `words`, or a part of its title (in any language, parted by
/// 、 ，or a comma), stands in what was said; letters may be small or capital. The more of the
/// sentence its words cover, the better; of equal ones the first.
[[nodiscard]] std::vector<size_t> disputes_in(std::string_view said,
                                              std::span<const model::Dispute> disputes);

/// Places that can help with it, tried in the order of its kinds. Whatever else is asked (here,
/// now, holidays, filters) is for the caller to add.
[[nodiscard]] Query query_for(const model::Dispute& dispute);

/// The kinds to try for all of these disputes: the first of each, then the second of each, and so
/// on, every kind once.
[[nodiscard]] std::vector<model::PlaceKind>
kinds_to_try(std::span<const model::Dispute* const> disputes);

} // namespace pufa::place
