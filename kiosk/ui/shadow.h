#pragma once
// Soft shadows: a Gaussian blur of a rounded rectangle, made once per elevation and corner, drawn
// in nine slices. Pixels. Not seen by screens. UI thread.

#include "kiosk/ui/textures.h"
#include "kiosk/ui/theme.h"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

struct ImDrawList;

namespace pufa::ui {

/// As the design writes them (CSS: the blur is twice the standard deviation), canvas units.
struct ShadowLook {
    float down;
    float blur;
    float alpha;
};
[[nodiscard]] ShadowLook look(Elevation elevation);

/// The alpha of a blurred rounded rectangle with room for the blur around it, rows from the top.
struct ShadowMask {
    int side = 0;
    int reach = 0; ///< mask pixels from its edge to the rectangle's
    std::vector<uint8_t> alpha;
};
/// `corner` and `sigma` in mask pixels.
[[nodiscard]] ShadowMask shadow_mask(float corner, float sigma);

class Shadows {
  public:
    /// More corners than this share the nearest one's texture.
    static constexpr size_t k_most = 24;

    /// `host` outlives it.
    explicit Shadows(TextureHost& host)
        : m_host(host) {}
    ~Shadows();
    Shadows(const Shadows&) = delete;
    Shadows& operator=(const Shadows&) = delete;

    /// Pixels per canvas unit; a change gives the textures back.
    void set_scale(float scale);
    struct PixelBox {
        float left, top, right, bottom;
    };
    void draw(ImDrawList& list, const PixelBox& box, Elevation elevation, float corner_px);

  private:
    struct Slices {
        TextureId texture;
        int side;        ///< of the texture
        float density;   ///< texture pixels per screen pixel
        float reach;     ///< screen pixels beyond the rectangle
        float corner_px; ///< that it was made for
    };
    using Key = std::pair<Elevation, int>;
    [[nodiscard]] const Slices& slices(Elevation elevation, float corner_px);

    TextureHost& m_host;
    float m_scale = 1;
    std::map<Key, Slices> m_made;
};

} // namespace pufa::ui
