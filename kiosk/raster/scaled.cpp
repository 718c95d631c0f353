#include "kiosk/raster/scaled.h"

#include "kiosk/raster/sampler.h"

#include <algorithm>
#include <cmath>

namespace pufa::raster {
namespace {

size_t bytes_of(const ScaledPictures::Scaled& one) {
    return one.pixels.size() * sizeof(Pixel);
}

/// The axis as the box sees it; to 1/1024 of a texel at both ends, so that the same picture
/// elsewhere on the screen is the same one.
Axis seen_from(const Axis& axis, int first) {
    const auto near = [](double value, double of_one) {
        return std::round(value * of_one) / of_one;
    };
    return {near(axis.at(first), 1024), near(axis.step, 1 << 22)};
}

} // namespace

const ScaledPictures::Scaled& ScaledPictures::find(ui::TextureId texture, const Texture& picture,
                                                   const Mapping& mapping,
                                                   const ui::PixelRect& box) {
    const Mapping seen{seen_from(mapping.u, box.x), seen_from(mapping.v, box.y)};
    const auto known = std::find_if(m_all.begin(), m_all.end(), [&](const Scaled& one) {
        return one.texture == texture && one.version == picture.version && one.u == seen.u &&
               one.v == seen.v && one.width == box.w && one.height == box.h;
    });
    if (known != m_all.end()) {
        m_all.splice(m_all.begin(), m_all, known);
        return m_all.front();
    }
    m_all.push_front({texture, picture.version, seen.u, seen.v, box.w, box.h, {}});
    scale_picture(picture, seen, {0, 0, box.w, box.h}, m_all.front().pixels);
    ++m_made;
    m_bytes += bytes_of(m_all.front());
    while (m_bytes > k_most_bytes && m_all.size() > 1) {
        m_bytes -= bytes_of(m_all.back());
        m_all.pop_back();
    }
    return m_all.front();
}

void ScaledPictures::forget(ui::TextureId texture) {
    m_all.remove_if([&](const Scaled& one) {
        if (one.texture != texture) return false;
        m_bytes -= bytes_of(one);
        return true;
    });
}

} // namespace pufa::raster
