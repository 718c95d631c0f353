#pragma once
// Textures by handle: the ui asks, the presenter keeps. A test hands a host that only counts.

#include <cstdint>
#include <span>

namespace pufa::ui {

/// 0 is none; otherwise what an ImTextureID carries. A host never gives the same id twice: damage
/// tells what a texture shows by its id alone.
using TextureId = uint64_t;

class TextureHost {
  public:
    virtual ~TextureHost() = default;
    /// RGBA, 8 bit each, not premultiplied, rows without padding; `pixels` may be empty (cleared).
    [[nodiscard]] virtual TextureId create(int width, int height,
                                           std::span<const uint8_t> pixels) = 0;
    virtual void update(TextureId texture, int x, int y, int width, int height,
                        std::span<const uint8_t> pixels) = 0;
    virtual void destroy(TextureId texture) = 0;
};

} // namespace pufa::ui
