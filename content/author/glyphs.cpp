#include "content/author/glyphs.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include <unicode/uchar.h>

#include <cstdlib>

namespace pufa::author {

namespace {

constexpr auto k_folder = "/usr/share/fonts/opentype/noto";
constexpr auto k_file = "NotoSansCJK-Regular.ttc";
constexpr FT_Long k_simplified = 2, k_traditional = 3;
constexpr size_t k_code_points = 0x110000;

} // namespace

Glyphs Glyphs::installed() {
    const char* folder = std::getenv("PUFA_FONT_DIR");
    return of(std::filesystem::path{folder && *folder ? folder : k_folder} / k_file);
}

Glyphs Glyphs::of(const std::filesystem::path& collection) {
    Glyphs glyphs;
    FT_Library library = nullptr;
    if (FT_Init_FreeType(&library) != 0) return glyphs;
    for (const FT_Long index : {k_simplified, k_traditional}) {
        FT_Face face = nullptr;
        if (FT_New_Face(library, collection.c_str(), index, &face) != 0) continue;
        if (FT_Select_Charmap(face, FT_ENCODING_UNICODE) == 0) {
            glyphs.m_drawn.resize(k_code_points);
            FT_UInt glyph = 0;
            for (FT_ULong at = FT_Get_First_Char(face, &glyph); glyph != 0;
                 at = FT_Get_Next_Char(face, at, &glyph))
                if (at < k_code_points) glyphs.m_drawn[at] = true;
        }
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return glyphs;
}

bool Glyphs::draws(char32_t character) const {
    const auto code = static_cast<UChar32>(character);
    if (u_isUWhiteSpace(code) || u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return true;
    return character < m_drawn.size() && m_drawn[character];
}

} // namespace pufa::author
