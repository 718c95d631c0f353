#pragma once
// PNG for members of a pack that the build draws. Private to this folder.

#include "content/media/link.h"

#include <string>

namespace pufa::author {

/// RGB, 8 bit: what is transparent in `still` is not so here. The same pixels give the same bytes.
/// `still` has pixels. DISK_ERROR if libpng cannot.
[[nodiscard]] Result<std::string> encode_png(const media::Still& still);

} // namespace pufa::author
