#pragma once
// Pages of glyphs: textures of white with the glyph's coverage as alpha, packed in shelves, the
// least recently used page emptied when all are full. Not seen by screens. UI thread.

#include "kiosk/ui/textures.h"

#include <cstdint>
#include <vector>

namespace pufa::ui {

class GlyphPages {
  public:
    static constexpr int k_side = 1024;
    /// 64 MB of textures. A frame that draws from all of them at once gets more, for that frame.
    static constexpr int k_most_pages = 16;

    /// `host` outlives it. Makes the first page.
    explicit GlyphPages(TextureHost& host);
    ~GlyphPages();
    GlyphPages(const GlyphPages&) = delete;
    GlyphPages& operator=(const GlyphPages&) = delete;

    struct Place {
        uint32_t page = 0;
        uint32_t generation = 0; ///< of the page; another one means that the glyph is gone
        int x = 0;
        int y = 0;
    };

    void begin_frame();
    /// Room for a bitmap of this size with a clear pixel around it, and the bitmap in it.
    [[nodiscard]] Place put(int width, int height, const uint8_t* coverage);
    /// The glyph is still there.
    [[nodiscard]] bool holds(const Place& place) const;
    /// As holds, and marks the page as drawn from in this frame.
    [[nodiscard]] bool use(const Place& place);
    [[nodiscard]] TextureId texture(const Place& place) const;
    /// Never 0, stays the same.
    [[nodiscard]] TextureId first() const { return m_pages.front().texture; }
    [[nodiscard]] int in_use() const;
    /// Empties all pages and gives back all textures but the first.
    void drop();

  private:
    struct Shelf {
        int y;
        int height;
        int filled;
    };
    struct Page {
        TextureId texture = 0;
        uint32_t generation = 0;
        uint64_t last_used = 0;
        int bottom = 0; ///< where the next shelf begins
        std::vector<Shelf> shelves;
    };
    void empty(Page& page);
    [[nodiscard]] bool reserve(uint32_t index, int width, int height, Place& place);
    [[nodiscard]] uint32_t free_page();

    TextureHost& m_host;
    std::vector<Page> m_pages;
    std::vector<uint8_t> m_rgba;
    uint64_t m_frame = 2;
};

} // namespace pufa::ui
