#include "kiosk/raster/sampler.h"

#include "kiosk/raster/kernels.h"

#include <algorithm>

namespace pufa::raster {
namespace {

struct Range {
    int first;
    int end;
};
/// Of texels that pixels from `first` on, before `end`, show.
Range texels(const Axis& axis, int first, int end, int size) {
    const auto a = between(axis.at(first), size);
    const auto b = between(axis.at(end - 1), size);
    return {std::min(a.first, b.first), std::max(a.second, b.second) + 1};
}

/// A walk along an axis in 2^-32 of a texel, within [0, last].
class Walk {
  public:
    Walk(const Axis& axis, int first_pixel, int size)
        : m_at(static_cast<int64_t>(std::clamp(axis.at(first_pixel), -1e6, 1e6) * double(k_one)))
        , m_step(static_cast<int64_t>(std::clamp(axis.step, -1e6, 1e6) * double(k_one)))
        , m_last((size - 1) * k_one) {}
    struct Place {
        size_t texel;
        uint32_t weight; ///< of the next one; 0 at the last
    };
    [[nodiscard]] Place take() {
        const auto at = std::clamp<int64_t>(m_at, 0, m_last) + k_one / 512; // to 1/256
        m_at += m_step;
        return {static_cast<size_t>(at >> 32), static_cast<uint32_t>(at >> 24 & 255)};
    }

  private:
    static constexpr int64_t k_one = int64_t{1} << 32;
    int64_t m_at;
    int64_t m_step;
    int64_t m_last;
};

} // namespace

Pixel sample(const Texture& texture, double u, double v) {
    const auto x = between(u, texture.width);
    const auto y = between(v, texture.height);
    const auto row = [&](int at) {
        return mixed(texture.texel(x.first, at), texture.texel(x.second, at), x.weight);
    };
    return mixed(row(y.first), row(y.second), y.weight);
}

MaskRows::MaskRows(const Texture& texture, const Mapping& mapping, const ui::PixelRect& box)
    : m_texture(texture)
    , m_mapping(mapping)
    , m_box(box)
    , m_row(static_cast<size_t>(box.w)) {
    const auto range = texels(mapping.u, box.x, box.right(), texture.width);
    m_first = range.first;
    m_end = range.end;
    m_texels.resize(static_cast<size_t>(m_end - m_first) + 1);
    m_even = shows_one_column();
}

/// The middle of a stretched shadow: few columns, all alike.
bool MaskRows::shows_one_column() const {
    constexpr int k_few = 4;
    if (m_end - m_first > k_few) return false;
    const auto rows = texels(m_mapping.v, m_box.y, m_box.bottom(), m_texture.height);
    for (int y = rows.first; y < rows.end; ++y) {
        const uint8_t* row = m_texture.mask_row(y);
        for (int x = m_first + 1; x < m_end; ++x)
            if (row[x] != row[m_first]) return false;
    }
    return true;
}

MaskRows::Row MaskRows::row(int y) {
    const auto rows = between(m_mapping.v.at(y), m_texture.height);
    if (rows != m_made) {
        make(rows);
        m_made = rows;
    }
    return {m_row.data(), m_even};
}

void MaskRows::make(const Between& rows) {
    const auto count = static_cast<size_t>(m_end - m_first);
    kernels().mix_masks(m_texels.data(), m_texture.mask_row(rows.first) + m_first,
                        m_texture.mask_row(rows.second) + m_first, count, rows.weight);
    m_texels[count] = m_texels[count - 1]; // beside the last, with a weight of nothing
    if (m_even) {
        std::fill(m_row.begin(), m_row.end(), m_texels[0]);
        return;
    }
    Walk walk(m_mapping.u, m_box.x, m_texture.width);
    for (auto& covered : m_row) {
        const auto [texel, weight] = walk.take();
        const auto at =
            std::clamp(texel, static_cast<size_t>(m_first), static_cast<size_t>(m_end) - 1) -
            static_cast<size_t>(m_first);
        covered = static_cast<uint8_t>(
            (m_texels[at] * (256 - weight) + m_texels[at + 1] * weight + 128) >> 8);
    }
}

void scale_picture(const Texture& picture, const Mapping& mapping, const ui::PixelRect& box,
                   std::vector<Pixel>& to) {
    to.resize(static_cast<size_t>(box.w) * static_cast<size_t>(box.h));
    const auto range = texels(mapping.u, box.x, box.right(), picture.width);
    const auto count = static_cast<size_t>(range.end - range.first);
    std::vector<Pixel> texels(count + 1);
    Pixel* out = to.data();
    for (int y = box.y; y < box.bottom(); ++y) {
        const auto rows = between(mapping.v.at(y), picture.height);
        kernels().mix_pixels(texels.data(), picture.row(rows.first) + range.first,
                             picture.row(rows.second) + range.first, count, rows.weight);
        texels[count] = texels[count - 1];
        Walk walk(mapping.u, box.x, picture.width);
        for (int x = 0; x < box.w; ++x) {
            const auto [texel, weight] = walk.take();
            const auto at = std::clamp(texel, static_cast<size_t>(range.first),
                                       static_cast<size_t>(range.end) - 1) -
                            static_cast<size_t>(range.first);
            *out++ = mixed(texels[at], texels[at + 1], weight);
        }
    }
}

} // namespace pufa::raster
