#include "kiosk/ui/text.h"

#include "kiosk/ui/fonts.h"
#include "kiosk/ui/glyph_pages.h"
#include "kiosk/ui/imgui_types.h"
#include "kiosk/ui/line_break.h"
#include "kiosk/ui/paragraph.h"
#include "kiosk/ui/typeset.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <list>
#include <unordered_map>

namespace pufa::ui {

namespace {

constexpr size_t k_most_paragraphs = 1024;
constexpr size_t k_most_glyphs = 32'768;
/// A glyph of this size still fits a page with room to spare.
constexpr int k_largest_px = 640;

struct Glyph {
    GlyphPages::Place place;
    int left = 0;
    int top = 0;
    int width = 0; ///< 0: blank
    int height = 0;
};

struct ParagraphKey {
    Face face;
    float size;
    float line_height;
    model::Language language;
    float max_width;
    int max_lines;
    std::string words;
};
struct ParagraphQuestion {
    const TextStyle& style;
    model::Language language;
    float max_width;
    int max_lines;
    std::string_view words;

    [[nodiscard]] size_t hash() const {
        size_t hash = std::hash<std::string_view>{}(words);
        const auto mix = [&](size_t value) {
            hash ^= value + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U);
        };
        mix(static_cast<size_t>(style.face));
        mix(std::hash<float>{}(style.size));
        mix(std::hash<float>{}(style.line_height));
        mix(static_cast<size_t>(language));
        mix(std::hash<float>{}(max_width));
        mix(static_cast<size_t>(max_lines));
        return hash;
    }
    [[nodiscard]] bool matches(const ParagraphKey& key) const {
        return key.face == style.face && key.size == style.size &&
               key.line_height == style.line_height && key.language == language &&
               key.max_width == max_width && key.max_lines == max_lines && key.words == words;
    }
    [[nodiscard]] ParagraphKey key() const {
        return {style.face, style.size, style.line_height, language,
                max_width,  max_lines,  std::string{words}};
    }
};

/// What was laid out lately, oldest last.
class ParagraphCache {
  public:
    [[nodiscard]] const Paragraph* find(const ParagraphQuestion& question) {
        const auto [first, last] = m_by_hash.equal_range(question.hash());
        for (auto at = first; at != last; ++at) {
            if (!question.matches(at->second->key)) continue;
            m_entries.splice(m_entries.begin(), m_entries, at->second);
            return &at->second->paragraph;
        }
        return nullptr;
    }
    const Paragraph& add(const ParagraphQuestion& question, Paragraph paragraph) {
        if (m_entries.size() >= k_most_paragraphs) drop_oldest();
        const size_t hash = question.hash();
        m_entries.push_front({question.key(), std::move(paragraph), hash});
        m_by_hash.emplace(hash, m_entries.begin());
        return m_entries.front().paragraph;
    }
    void clear() {
        m_by_hash.clear();
        m_entries.clear();
    }

  private:
    struct Entry {
        ParagraphKey key;
        Paragraph paragraph;
        size_t hash;
    };
    void drop_oldest() {
        const auto oldest = std::prev(m_entries.end());
        const auto [first, last] = m_by_hash.equal_range(oldest->hash);
        for (auto at = first; at != last; ++at) {
            if (at->second != oldest) continue;
            m_by_hash.erase(at);
            break;
        }
        m_entries.erase(oldest);
    }

    std::list<Entry> m_entries;
    std::unordered_multimap<size_t, std::list<Entry>::iterator> m_by_hash;
};

class CachedText final : public Text {
  public:
    CachedText(std::unique_ptr<Fonts> fonts, TextureHost& host)
        : m_fonts(std::move(fonts))
        , m_host(host)
        , m_pages(host) {}

    void begin_frame() override { m_pages.begin_frame(); }
    TextureHost& textures() override { return m_host; }
    TextureId white() const override { return m_pages.first(); }

    void set_scale(float scale) override {
        if (scale == m_scale) return;
        m_scale = scale;
        m_paragraphs.clear();
        m_glyphs.clear();
        m_pages.drop();
    }
    void set_top(int pixels) override { m_top = static_cast<float>(pixels); }
    void set_theme(Theme theme) override { m_theme = theme; }
    void set_language(model::Language language) override { m_language = language; }

    float width(const TextStyle& style, std::string_view text) override {
        float sum = 0;
        typeset(text, m_language, m_characters);
        for (const Character& one : m_characters)
            sum += advance(style, one);
        return sum;
    }

    const Paragraph& layout(const TextStyle& style, std::string_view text, float max_width,
                            int max_lines) override {
        const ParagraphQuestion question{style, m_language, max_width, max_lines, text};
        if (const Paragraph* known = m_paragraphs.find(question)) return *known;
        return m_paragraphs.add(question, lay_out(style, text, max_width, max_lines));
    }

    void draw(ImDrawList& list, const TextStyle& style, Point at, std::string_view text) override;

    int take_missing() override { return std::exchange(m_missing, 0); }
    int pages() const override { return m_pages.in_use(); }

  private:
    [[nodiscard]] int pixels(const TextStyle& style) const {
        return std::clamp(static_cast<int>(std::lround(style.size * m_scale)), 1, k_largest_px);
    }
    [[nodiscard]] GlyphRef find(Face face, const Character& one) {
        return m_fonts->find(face, one.latin ? model::Language::en : m_language, one.drawn);
    }
    /// Pixels, of the size that is drawn: a whole number of pixels to the em.
    [[nodiscard]] float advance_px(GlyphRef ref, const Character& one, int px) {
        return (m_fonts->advance(ref) - one.tighten) * static_cast<float>(px);
    }
    /// Canvas units.
    [[nodiscard]] float advance(const TextStyle& style, const Character& one) {
        if (one.drawn == 0) return 0;
        return advance_px(find(style.face, one), one, pixels(style)) / m_scale;
    }
    [[nodiscard]] Paragraph lay_out(const TextStyle& style, std::string_view text, float max_width,
                                    int max_lines);
    /// `off` in pixels.
    void draw_glyphs(ImDrawList& list, const TextStyle& style, Point at, std::string_view text,
                     ImVec2 off, uint32_t color);
    [[nodiscard]] const Glyph& glyph(GlyphRef ref, int px);
    void forget_lost_glyphs();

    std::unique_ptr<Fonts> m_fonts;
    TextureHost& m_host;
    GlyphPages m_pages;
    LineBreaker m_breaker;
    ParagraphCache m_paragraphs;
    std::unordered_map<uint64_t, Glyph> m_glyphs;
    std::vector<Character> m_characters; ///< of the line that is measured or drawn
    model::Language m_language = model::Language::zh_hans;
    float m_scale = 1;
    float m_top = 0;
    Theme m_theme = Theme::light;
    int m_missing = 0;
};

Paragraph CachedText::lay_out(const TextStyle& style, std::string_view text, float max_width,
                              int max_lines) {
    Paragraph out;
    if (text.empty()) return out;
    Ellipsis ellipsis{m_language == model::Language::en ? "..." : "…"};
    ellipsis.width = width(style, ellipsis.words);
    while (!out.clamped) {
        const size_t end = text.find('\n');
        const bool more = end != std::string_view::npos && end + 1 < text.size();
        std::string_view words = text.substr(0, end);
        if (!words.empty() && words.back() == '\r') words.remove_suffix(1);
        auto characters = typeset(words, m_language);
        for (Character& one : characters)
            one.advance = advance(style, one);
        m_breaker.mark(words, m_language, characters);
        fill_lines(words, characters, max_width, max_lines, ellipsis, more, out);
        if (!more) break;
        text.remove_prefix(end + 1);
    }
    for (const LineOfText& line : out.lines)
        out.width = std::max(out.width, line.width);
    out.height = static_cast<float>(out.lines.size()) * style.size * style.line_height;
    return out;
}

void CachedText::draw(ImDrawList& list, const TextStyle& style, Point at, std::string_view text) {
    if (style.halo > 0) {
        constexpr float k_corner = 0.7f;
        constexpr std::array<Point, 8> k_ways{{{-1, 0},
                                               {1, 0},
                                               {0, -1},
                                               {0, 1},
                                               {-k_corner, -k_corner},
                                               {k_corner, -k_corner},
                                               {-k_corner, k_corner},
                                               {k_corner, k_corner}}};
        const uint32_t white = rgba(Color::white, style.alpha, m_theme);
        const float wide = style.halo * m_scale;
        for (const Point way : k_ways)
            draw_glyphs(list, style, at, text, {way.x * wide, way.y * wide}, white);
    }
    draw_glyphs(list, style, at, text, {}, rgba(style.color, style.alpha, m_theme));
}

void CachedText::draw_glyphs(ImDrawList& list, const TextStyle& style, Point at,
                             std::string_view text, ImVec2 off, uint32_t color) {
    const int px = pixels(style);
    const float em = style.size * m_scale;
    const float middle = m_top + at.y * m_scale + em * style.line_height / 2;
    const float baseline =
        std::round(middle + m_fonts->em_middle(style.face) * static_cast<float>(px));
    const ImVec2 clip_min = list.GetClipRectMin();
    const ImVec2 clip_max = list.GetClipRectMax();
    const float reach = static_cast<float>(px) * 1.5f;
    if (baseline + reach < clip_min.y || baseline - reach > clip_max.y) return;

    TextureId bound = 0;
    float pen = std::round(at.x * m_scale);
    typeset(text, m_language, m_characters);
    for (const Character& one : m_characters) {
        if (one.drawn == 0) continue;
        const GlyphRef ref = find(style.face, one);
        const float x = std::round(pen);
        pen += advance_px(ref, one, px);
        if (ref.glyph == 0) ++m_missing;
        if (x + reach < clip_min.x || x - reach > clip_max.x) continue;
        const Glyph& shape = glyph(ref, px);
        if (shape.width == 0) continue;

        const TextureId texture = m_pages.texture(shape.place);
        if (texture != bound) {
            if (bound) list.PopTextureID();
            list.PushTextureID(to_imgui(texture));
            bound = texture;
        }
        const ImVec2 corner{x + off.x + static_cast<float>(shape.left),
                            baseline + off.y - static_cast<float>(shape.top)};
        const auto width = static_cast<float>(shape.width);
        const auto height = static_cast<float>(shape.height);
        constexpr float k_uv = 1.f / GlyphPages::k_side;
        const ImVec2 uv{static_cast<float>(shape.place.x) * k_uv,
                        static_cast<float>(shape.place.y) * k_uv};
        list.PrimReserve(6, 4);
        list.PrimRectUV(corner, {corner.x + width, corner.y + height}, uv,
                        {uv.x + width * k_uv, uv.y + height * k_uv}, color);
    }
    if (bound) list.PopTextureID();
}

const Glyph& CachedText::glyph(GlyphRef ref, int px) {
    const uint64_t key =
        uint64_t{ref.slot} << 48U | uint64_t{ref.glyph} << 16U | static_cast<uint64_t>(px);
    if (const auto known = m_glyphs.find(key); known != m_glyphs.end()) {
        if (known->second.width == 0 || m_pages.use(known->second.place)) return known->second;
    }
    if (m_glyphs.size() >= k_most_glyphs) forget_lost_glyphs();
    Glyph shape;
    const GlyphBitmap bitmap = m_fonts->render(ref, px);
    constexpr int k_most = GlyphPages::k_side - 16;
    if (bitmap.width > 0 && bitmap.height > 0 && std::max(bitmap.width, bitmap.height) <= k_most) {
        shape.left = bitmap.left;
        shape.top = bitmap.top;
        shape.width = bitmap.width;
        shape.height = bitmap.height;
        shape.place = m_pages.put(bitmap.width, bitmap.height, bitmap.coverage.data());
    }
    return m_glyphs.insert_or_assign(key, shape).first->second;
}

void CachedText::forget_lost_glyphs() {
    std::erase_if(m_glyphs, [&](const auto& entry) {
        return entry.second.width == 0 || !m_pages.holds(entry.second.place);
    });
}

} // namespace

Result<std::unique_ptr<Text>> Text::open(const FontFiles& files, TextureHost& host) {
    PUFA_TRY(auto fonts, Fonts::open(files));
    return std::unique_ptr<Text>{std::make_unique<CachedText>(std::move(fonts), host)};
}

} // namespace pufa::ui
