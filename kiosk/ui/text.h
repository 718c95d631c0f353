#pragma once
// Text is ours: a FreeType glyph cache in pages keyed (face, px, glyph), drawn as quads; ICU line
// breaks; no line starts with 。，、）; a clamp ends in a measured ellipsis. Canvas units.

#include "content/base/result.h"
#include "content/model/text.h"
#include "kiosk/ui/geometry.h"
#include "kiosk/ui/textures.h"
#include "kiosk/ui/theme.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace pufa::ui {

struct TextStyle {
    Face face = Face::sans;
    float size = type::body; ///< em, canvas units
    Color color = Color::ink;
    float line_height = 1.45f; ///< em
    float alpha = 1;
    float halo = 0; ///< canvas units of white around the letters, for words on a picture or a map
};

struct LineOfText {
    std::string text; ///< with the ellipsis, if clamped
    float width = 0;
};
struct Paragraph {
    std::vector<LineOfText> lines;
    float width = 0;  ///< of the widest line
    float height = 0; ///< lines × line height
    bool clamped = false;
};

struct FontFiles {
    std::filesystem::path sans, sans_bold, serif_bold, icons;
};
/// Debian's places, or the folder PUFA_FONT_DIR; NO_FONT names the first missing file and its
/// package.
[[nodiscard]] Result<FontFiles> find_fonts();

class Text {
  public:
    /// `host` outlives it. NO_FONT for a file that FreeType does not take.
    [[nodiscard]] static Result<std::unique_ptr<Text>> open(const FontFiles& files,
                                                            TextureHost& host);
    virtual ~Text() = default;

    // ---- for Ui ----
    /// Pages that this frame and the one before draw from are not reused for other glyphs.
    virtual void begin_frame() = 0;
    [[nodiscard]] virtual TextureHost& textures() = 0;
    /// The first page; every page is white around k_white_uv, so shapes are drawn from it as well
    /// and share its draw commands.
    [[nodiscard]] virtual TextureId white() const = 0;
    static constexpr float k_white_uv = 2.f / 1024;

    /// Pixels per canvas unit; a change drops the cache.
    virtual void set_scale(float scale) = 0;
    /// How many rows of pixels lie above the canvas.
    virtual void set_top(int pixels) = 0;
    virtual void set_theme(Theme theme) = 0;
    /// The face of CJK fonts: SC for Hans, TC for Hant.
    virtual void set_language(model::Language language) = 0;
    [[nodiscard]] virtual float width(const TextStyle& style, std::string_view text) = 0;
    /// '\n' parts paragraphs; max_lines 0: no clamp; no words, no lines. Cached by its arguments:
    /// valid until a thousand others were asked for, or the scale changes.
    [[nodiscard]] virtual const Paragraph& layout(const TextStyle& style, std::string_view text,
                                                  float max_width, int max_lines) = 0;
    /// One line, its top-left at `at` (the line box, not the baseline).
    virtual void draw(ImDrawList& list, const TextStyle& style, Point at,
                      std::string_view text) = 0;
    /// Glyphs drawn as a box since the last call (missing in all faces); a test expects none.
    [[nodiscard]] virtual int take_missing() = 0;
    /// Pages in use, for the texture bound.
    [[nodiscard]] virtual int pages() const = 0;
};

} // namespace pufa::ui
