#pragma once
// Draws Dear ImGui's draw lists into memory: what is one colour is filled, what lies just on its
// pixels is copied, glyphs are blended from their page, pictures are scaled once and kept, and
// whatever else there is goes through triangles. UI thread.

#include "kiosk/raster/coverage.h"
#include "kiosk/raster/scaled.h"
#include "kiosk/raster/shapes.h"
#include "kiosk/raster/surface.h"
#include "kiosk/raster/texture.h"

#include <span>
#include <vector>

struct ImDrawCmd;
struct ImDrawData;
struct ImDrawList;

namespace pufa::raster {

class Painter {
  public:
    /// `textures` outlives it.
    explicit Painter(const Textures& textures)
        : m_textures(textures) {}
    /// What lies in `parts`, which do not overlap and lie within the surface. Clips are rounded to
    /// whole pixels before they are cut, so that a part is drawn exactly as it would be with the
    /// whole. Texture 0 is plain white; user callbacks are not called.
    void draw(const ImDrawData& data, const Surface& to, std::span<const ui::PixelRect> parts);
    /// The first thing that `data` draws covers all of `part`, so that nothing under it is seen.
    [[nodiscard]] bool begins_with_ground(const ImDrawData& data, const ui::PixelRect& part) const;
    /// Something of `data` may be seen within `part`.
    [[nodiscard]] bool touches(const ImDrawData& data, const ui::PixelRect& part) const;
    /// A texture that is no longer there.
    void forget(ui::TextureId texture) { m_scaled.forget(texture); }
    [[nodiscard]] const ScaledPictures& scaled() const { return m_scaled; }

  private:
    /// The texture of a command, and where the page begins in its vertices.
    struct Command {
        ui::TextureId id;
        const Texture* texture;
        float x, y;
    };
    void draw_command(const ImDrawList& list, const ImDrawCmd& command, const Command& with);
    void draw_shape(const Command& with);
    // Each draws the shape where m_coverage says.
    void draw_flat(Pixel color);
    void draw_scrim(const Command& with, Pixel texel);
    void draw_mask(const Texture& texture, const Mapping& mapping, Pixel tint);
    void draw_picture(const Command& with, const Mapping& mapping, const ui::PixelRect& box,
                      Pixel tint);
    void draw_triangles(const Command& with, const ui::PixelRect& part, Pixel texel);

    const Textures& m_textures;
    ScaledPictures m_scaled;
    // Kept from shape to shape for their memory.
    Surface m_to;
    Shape m_shape;
    Coverage m_coverage;
    std::vector<Corner> m_corners;
    std::vector<ui::PixelRect> m_parts; ///< of the command that is drawn
    std::vector<Pixel> m_tinted;
};

} // namespace pufa::raster
