#pragma once
// The open faces of the fonts and which of them has a character. Not seen by screens. UI thread.

#include "content/base/result.h"
#include "content/model/text.h"
#include "kiosk/ui/text.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>

namespace pufa::ui {

/// One glyph of one open face. Glyph 0 is the box for a character that no face has.
struct GlyphRef {
    uint8_t slot = 0;
    uint32_t glyph = 0;
    bool operator==(const GlyphRef&) const = default;
};

/// Coverage, 0 to 255, rows from the top without padding. Valid until the next render.
struct GlyphBitmap {
    int left = 0; ///< pixels from the pen to its first column
    int top = 0;  ///< pixels from the baseline up to its first row
    int width = 0;
    int height = 0;
    std::span<const uint8_t> coverage;
};

class Fonts {
  public:
    /// NO_FONT for a file that is missing or that FreeType does not take.
    [[nodiscard]] static Result<std::unique_ptr<Fonts>> open(const FontFiles& files);
    virtual ~Fonts() = default;

    /// The face's own script first (SC for Hans, TC for Hant, proportional punctuation for
    /// English), then its siblings, then the sans.
    [[nodiscard]] virtual GlyphRef find(Face face, model::Language language,
                                        char32_t code_point) = 0;
    /// In em.
    [[nodiscard]] virtual float advance(GlyphRef ref) = 0;
    [[nodiscard]] virtual GlyphBitmap render(GlyphRef ref, int px) = 0;
    /// From the baseline up to the middle of the em box, in em: 0.38 for CJK.
    [[nodiscard]] virtual float em_middle(Face face) const = 0;
};

} // namespace pufa::ui
