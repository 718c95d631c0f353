#pragma once
// The size that the header of a PNG, JPEG or WebP file states, so that a picture too large is
// refused by name before anything is allocated for it.

#include "content/decoder/range.h"

#include <cstdint>
#include <optional>

namespace pufa::decoder {

struct StatedSize {
    uint64_t width = 0;
    uint64_t height = 0;
};

/// nullopt: another kind of file, or one whose header is cut off or makes no sense. Reads a few
/// hundred bytes at most and leaves `range` at its beginning.
[[nodiscard]] std::optional<StatedSize> stated_size(Range& range);

} // namespace pufa::decoder
