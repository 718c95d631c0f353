#include "kiosk/raster/texture.h"

#include "content/base/result.h"

#include <cstring>

namespace pufa::raster {
namespace {

uint32_t rgba_at(std::span<const uint8_t> rgba, size_t pixel) {
    uint32_t value = 0;
    std::memcpy(&value, rgba.data() + pixel * sizeof value, sizeof value);
    return value;
}

/// White wherever anything is seen.
bool is_white(std::span<const uint8_t> rgba) {
    for (size_t i = 0; i < rgba.size() / 4; ++i) {
        const uint32_t pixel = rgba_at(rgba, i);
        if ((pixel & 0xffffff) != 0xffffff && alpha_of(pixel) != 0) return false;
    }
    return true;
}

bool is_opaque(std::span<const uint8_t> rgba) {
    for (size_t i = 3; i < rgba.size(); i += 4)
        if (rgba[i] != 255) return false;
    return true;
}

void become_picture(Texture& texture) {
    texture.pixels.reserve(texture.mask.size());
    for (const uint8_t alpha : texture.mask)
        texture.pixels.push_back(uint32_t{alpha} << 24 | 0x00ffffff);
    texture.mask = {};
}

} // namespace

ui::TextureId Textures::create(int width, int height, std::span<const uint8_t> rgba) {
    PUFA_ASSERT(width > 0 && height > 0);
    const auto count = static_cast<size_t>(width) * static_cast<size_t>(height);
    PUFA_ASSERT(rgba.empty() || rgba.size() == count * 4);
    Texture texture{width, height, {}, {}, false, 0};
    texture.mask.resize(count);
    const auto id = ++m_last;
    m_textures.emplace(id, std::move(texture));
    if (!rgba.empty()) update(id, 0, 0, width, height, rgba);
    return id;
}

void Textures::update(ui::TextureId id, int x, int y, int width, int height,
                      std::span<const uint8_t> rgba) {
    const auto found = m_textures.find(id);
    PUFA_ASSERT(found != m_textures.end());
    Texture& texture = found->second;
    PUFA_ASSERT(x >= 0 && y >= 0 && x + width <= texture.width && y + height <= texture.height);
    PUFA_ASSERT(rgba.size() == static_cast<size_t>(width) * static_cast<size_t>(height) * 4);
    ++texture.version;
    if (texture.is_mask() && !is_white(rgba)) become_picture(texture);
    const bool whole = width == texture.width && height == texture.height;
    // A part that covers says nothing of the rest; only the whole makes it opaque again.
    texture.opaque = !texture.is_mask() && (whole || texture.opaque) && is_opaque(rgba);
    size_t from = 0;
    for (int row = y; row < y + height; ++row) {
        const size_t to =
            static_cast<size_t>(row) * static_cast<size_t>(texture.width) + static_cast<size_t>(x);
        for (size_t i = 0; i < static_cast<size_t>(width); ++i, ++from) {
            const uint32_t pixel = rgba_at(rgba, from);
            if (texture.is_mask())
                texture.mask[to + i] = static_cast<uint8_t>(alpha_of(pixel));
            else
                texture.pixels[to + i] = from_rgba(pixel);
        }
    }
}

void Textures::destroy(ui::TextureId texture) {
    m_textures.erase(texture);
}

const Texture* Textures::find(ui::TextureId texture) const {
    const auto found = m_textures.find(texture);
    return found == m_textures.end() ? nullptr : &found->second;
}

size_t Textures::bytes() const {
    size_t sum = 0;
    for (const auto& [id, texture] : m_textures)
        sum += texture.mask.size() + texture.pixels.size() * sizeof(Pixel);
    return sum;
}

} // namespace pufa::raster
