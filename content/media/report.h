#pragma once
// From messages that have been checked to what a poll reports.

#include "content/media/link.h"

namespace pufa::media {

/// Without its tracks of sound, which came before.
[[nodiscard]] Facts facts_of(const Opened& opened);
/// Without its captions, which came before.
[[nodiscard]] Findings findings_of(const Studied& studied);
/// `where`: the file.
[[nodiscard]] Error error_of(const Failed& failed, const std::string& where);

} // namespace pufa::media
