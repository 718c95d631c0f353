#include "kiosk/ui/fonts.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <array>
#include <cstdlib>
#include <vector>

namespace pufa::ui {

namespace {

constexpr auto k_noto_package = "fonts-noto-cjk";
constexpr auto k_icons_package = "fonts-material-design-icons-iconfont";

/// Faces of Noto CJK collections: 0 JP, 1 KR, 2 SC, 3 TC, 4 HK. KR is the one whose quotes and dots
/// are proportional, as English wants them; its Latin glyphs are the same.
constexpr std::array<FT_Long, 3> k_collection{2, 3, 1};
constexpr size_t k_hans = 0, k_hant = 1, k_latin = 2;
/// Where the ideographs' blocks begin: what lies below is punctuation and alphabets.
constexpr char32_t k_first_cjk = 0x2E80;

constexpr size_t k_text_faces = 3; // sans, sans_bold, serif_bold
constexpr size_t k_icons_slot = k_text_faces * k_collection.size();
constexpr size_t k_slots = k_icons_slot + 1;

size_t slot_of(Face face, size_t script) {
    return face == Face::icons ? k_icons_slot
                               : static_cast<size_t>(face) * k_collection.size() + script;
}

Error no_font(const std::filesystem::path& file, const char* package) {
    return Error{Code::NO_FONT, file.filename().string(), package};
}

class OpenFonts final : public Fonts {
  public:
    OpenFonts() { PUFA_ASSERT(FT_Init_FreeType(&m_library) == 0); }
    OpenFonts(const OpenFonts&) = delete;
    OpenFonts& operator=(const OpenFonts&) = delete;
    ~OpenFonts() override {
        for (FT_Face face : m_faces)
            if (face) FT_Done_Face(face);
        FT_Done_FreeType(m_library);
    }

    Result<void> load(const FontFiles& files) {
        const std::array texts{&files.sans, &files.sans_bold, &files.serif_bold};
        for (size_t face = 0; face < texts.size(); ++face) {
            for (size_t script = 0; script < k_collection.size(); ++script) {
                const size_t slot = slot_of(static_cast<Face>(face), script);
                PUFA_CHECK(load(slot, *texts[face], k_collection[script], k_noto_package));
            }
        }
        return load(k_icons_slot, files.icons, 0, k_icons_package);
    }

    GlyphRef find(Face face, model::Language language, char32_t code_point) override {
        const uint64_t key = uint64_t{code_point} << 8U | static_cast<uint64_t>(face) << 4U |
                             static_cast<uint64_t>(language);
        if (const auto known = m_found.find(key); known != m_found.end()) return known->second;
        const GlyphRef ref = search(face, language, code_point);
        // Three scripts of a whole dictionary are far fewer; this only bounds hostile text.
        if (m_found.size() > 65'536) m_found.clear();
        m_found.emplace(key, ref);
        return ref;
    }

    float advance(GlyphRef ref) override {
        FT_Fixed units = 0;
        FT_Face face = m_faces[ref.slot];
        if (FT_Get_Advance(face, ref.glyph, FT_LOAD_NO_SCALE, &units) != 0) return 0;
        return static_cast<float>(units) / static_cast<float>(face->units_per_EM);
    }

    GlyphBitmap render(GlyphRef ref, int px) override {
        FT_Face face = m_faces[ref.slot];
        if (m_px[ref.slot] != px) {
            if (FT_Set_Pixel_Sizes(face, 0, static_cast<FT_UInt>(px)) != 0) return {};
            m_px[ref.slot] = px;
        }
        const FT_Int32 flags = FT_LOAD_RENDER | FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP;
        if (FT_Load_Glyph(face, ref.glyph, flags) != 0) return {};
        const FT_Bitmap& bitmap = face->glyph->bitmap;
        if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY || !bitmap.buffer) return {};
        GlyphBitmap out{face->glyph->bitmap_left,
                        face->glyph->bitmap_top,
                        static_cast<int>(bitmap.width),
                        static_cast<int>(bitmap.rows),
                        {}};
        m_coverage.clear();
        for (int row = 0; row < out.height; ++row) {
            const uint8_t* from = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
            m_coverage.insert(m_coverage.end(), from, from + out.width);
        }
        out.coverage = m_coverage;
        return out;
    }

    float em_middle(Face face) const override {
        // The icons fill their em, which stands on the baseline; a CJK em hangs 0.12 below it.
        return face == Face::icons ? 0.5f : 0.38f;
    }

  private:
    Result<void> load(size_t slot, const std::filesystem::path& file, FT_Long index,
                      const char* package) {
        FT_Face& face = m_faces[slot];
        if (FT_New_Face(m_library, file.c_str(), index, &face) != 0) {
            face = nullptr;
            return no_font(file, package);
        }
        if (!FT_IS_SCALABLE(face) || FT_Select_Charmap(face, FT_ENCODING_UNICODE) != 0)
            return no_font(file, package);
        return {};
    }

    GlyphRef search(Face face, model::Language language, char32_t code_point) const {
        std::vector<size_t> order;
        if (face == Face::icons) {
            order = {k_icons_slot};
        } else {
            const bool hant = language == model::Language::zh_hant;
            if (language == model::Language::en && code_point < k_first_cjk)
                order.push_back(slot_of(face, k_latin));
            for (const Face one : {face, Face::sans}) {
                order.push_back(slot_of(one, hant ? k_hant : k_hans));
                order.push_back(slot_of(one, hant ? k_hans : k_hant));
            }
        }
        for (const size_t slot : order) {
            const FT_UInt glyph = FT_Get_Char_Index(m_faces[slot], code_point);
            if (glyph != 0) return {static_cast<uint8_t>(slot), glyph};
        }
        return {static_cast<uint8_t>(order.front()), 0};
    }

    FT_Library m_library = nullptr;
    std::array<FT_Face, k_slots> m_faces{};
    std::array<int, k_slots> m_px{};
    std::unordered_map<uint64_t, GlyphRef> m_found;
    std::vector<uint8_t> m_coverage;
};

} // namespace

Result<std::unique_ptr<Fonts>> Fonts::open(const FontFiles& files) {
    auto fonts = std::make_unique<OpenFonts>();
    PUFA_CHECK(fonts->load(files));
    return std::unique_ptr<Fonts>{std::move(fonts)};
}

Result<FontFiles> find_fonts() {
    namespace fs = std::filesystem;
    fs::path noto = "/usr/share/fonts/opentype/noto";
    fs::path material = "/usr/share/fonts/truetype/material-design-icons-iconfont";
    if (const char* folder = std::getenv("PUFA_FONT_DIR"); folder && *folder)
        noto = material = folder;
    FontFiles files{noto / "NotoSansCJK-Regular.ttc", noto / "NotoSansCJK-Bold.ttc",
                    noto / "NotoSerifCJK-Bold.ttc", material / "MaterialIcons-Regular.ttf"};
    std::error_code ignored;
    for (const fs::path* file : {&files.sans, &files.sans_bold, &files.serif_bold})
        if (!fs::is_regular_file(*file, ignored)) return no_font(*file, k_noto_package);
    if (!fs::is_regular_file(files.icons, ignored)) return no_font(files.icons, k_icons_package);
    return files;
}

} // namespace pufa::ui
