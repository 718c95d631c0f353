#pragma once
// From a leased picture to a still of one's own.

#include "content/media/link.h"

namespace pufa::media {

/// `picture` is RGBA.
[[nodiscard]] Still copy_still(const Picture& picture);

} // namespace pufa::media
