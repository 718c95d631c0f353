#include "content/media/layout.h"

namespace pufa::media {

namespace {

constexpr uint64_t k_row_alignment = 64;
constexpr uint64_t k_page = 4096;

uint64_t round_up(uint64_t value, uint64_t step) {
    return (value + step - 1) / step * step;
}

} // namespace

Layout layout_of(PixelFormat format, uint32_t width, uint32_t height) {
    Layout layout;
    const auto add = [&](size_t plane, uint64_t row_bytes, uint64_t rows) {
        const uint64_t stride = round_up(row_bytes, k_row_alignment);
        layout.offset[plane] = static_cast<uint32_t>(layout.bytes);
        layout.stride[plane] = static_cast<uint32_t>(stride);
        layout.bytes += stride * rows;
    };
    switch (format) {
    case PixelFormat::yuv420p:
        add(0, width, height);
        add(1, (uint64_t{width} + 1) / 2, (uint64_t{height} + 1) / 2);
        add(2, (uint64_t{width} + 1) / 2, (uint64_t{height} + 1) / 2);
        break;
    case PixelFormat::rgba:
        add(0, uint64_t{width} * 4, height);
        break;
    case PixelFormat::none:
        break;
    }
    return layout;
}

uint64_t slot_bytes_for(PixelFormat format, uint32_t width, uint32_t height) {
    return round_up(layout_of(format, width, height).bytes, k_page);
}

} // namespace pufa::media
