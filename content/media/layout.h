#pragma once
// How a picture lies in its slot. The decoder writes it so; the kiosk sizes slots by it and checks
// what a Frame claims against the slot, not against this.

#include "content/media/wire.h"

namespace pufa::media {

struct Layout {
    std::array<uint32_t, 3> offset{};
    std::array<uint32_t, 3> stride{};
    uint64_t bytes = 0;
};

/// Rows are padded to 64 bytes, planes follow each other. Sizes 1..k_max_dimension. A smaller
/// picture of the same format never needs more bytes.
[[nodiscard]] Layout layout_of(PixelFormat format, uint32_t width, uint32_t height);

/// Bytes of a slot for pictures up to this size, a multiple of the page.
[[nodiscard]] uint64_t slot_bytes_for(PixelFormat format, uint32_t width, uint32_t height);

} // namespace pufa::media
