#include "tests/shots/picture.h"

#include "content/base/result.h"

#include <algorithm>

namespace pufa::shots {

namespace {

constexpr int k_channels = 4;
constexpr int k_gap = 12;
constexpr uint8_t k_ground = 96;

size_t row_bytes(const platform::Image& image) {
    return static_cast<size_t>(image.width) * k_channels;
}

void paste(const platform::Image& image, platform::Image& onto, int x, int y) {
    PUFA_ASSERT(x + image.width <= onto.width && y + image.height <= onto.height);
    for (int line = 0; line < image.height; ++line) {
        const auto* from = image.rgba.data() + static_cast<size_t>(line) * row_bytes(image);
        auto* to = onto.rgba.data() + static_cast<size_t>(y + line) * row_bytes(onto) +
                   static_cast<size_t>(x) * k_channels;
        std::copy_n(from, row_bytes(image), to);
    }
}

} // namespace

platform::Image shrunk(const platform::Image& image, int times) {
    platform::Image small{image.width / times, image.height / times, {}};
    small.rgba.resize(row_bytes(small) * static_cast<size_t>(small.height));
    std::vector<uint32_t> sums(row_bytes(small));
    const auto count = static_cast<uint32_t>(times * times);
    for (int y = 0; y < small.height; ++y) {
        std::fill(sums.begin(), sums.end(), count / 2);
        for (int line = 0; line < times; ++line) {
            const auto* from =
                image.rgba.data() + static_cast<size_t>(y * times + line) * row_bytes(image);
            for (size_t x = 0; x < sums.size(); x += k_channels)
                for (int one = 0; one < times; ++one, from += k_channels)
                    for (size_t channel = 0; channel < k_channels; ++channel)
                        sums[x + channel] += from[channel];
        }
        auto* to = small.rgba.data() + static_cast<size_t>(y) * row_bytes(small);
        for (const uint32_t sum : sums)
            *to++ = static_cast<uint8_t>(sum / count);
    }
    return small;
}

platform::Image contact_sheet(const std::vector<Labelled>& pictures, int columns) {
    PUFA_ASSERT(!pictures.empty() && columns > 0);
    const auto& first = pictures.front();
    const int cell_width = first.picture.width + k_gap;
    const int cell_height = first.label.height + first.picture.height + k_gap;
    const int count = static_cast<int>(pictures.size());
    const int rows = (count + columns - 1) / columns;
    platform::Image sheet{
        std::min(columns, count) * cell_width + k_gap, rows * cell_height + k_gap, {}};
    sheet.rgba.assign(row_bytes(sheet) * static_cast<size_t>(sheet.height), k_ground);
    for (size_t alpha = 3; alpha < sheet.rgba.size(); alpha += k_channels)
        sheet.rgba[alpha] = 255;
    for (int i = 0; i < count; ++i) {
        const auto& one = pictures[static_cast<size_t>(i)];
        const int x = k_gap + i % columns * cell_width;
        const int y = k_gap + i / columns * cell_height;
        paste(one.label, sheet, x, y);
        paste(one.picture, sheet, x, y + one.label.height);
    }
    return sheet;
}

} // namespace pufa::shots
