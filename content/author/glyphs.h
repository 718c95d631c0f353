#pragma once
// Which characters the kiosk can draw: those that its fonts have. kiosk/ui/fonts.cpp opens the same
// files and, for whatever a face lacks, falls back on the sans in the end.

#include <filesystem>
#include <string_view>
#include <vector>

namespace pufa::author {

class Glyphs {
  public:
    /// The kiosk's sans, in simplified and traditional forms; none() if it is not installed.
    /// $PUFA_FONT_DIR as for the kiosk.
    [[nodiscard]] static Glyphs installed();
    /// Of a collection in which faces 2 and 3 are those; none() if it cannot be read.
    [[nodiscard]] static Glyphs of(const std::filesystem::path& collection);
    /// Knows nothing: nothing can be said about any character.
    [[nodiscard]] static Glyphs none() { return {}; }

    [[nodiscard]] bool known() const { return !m_drawn.empty(); }
    /// Also what leaves no mark: spaces, line ends, joiners.
    [[nodiscard]] bool draws(char32_t character) const;

  private:
    std::vector<bool> m_drawn; ///< by code point
};

/// The package that has the fonts.
inline constexpr std::string_view k_font_package = "fonts-noto-cjk";

} // namespace pufa::author
