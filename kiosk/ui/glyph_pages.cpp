#include "kiosk/ui/glyph_pages.h"

#include "content/base/result.h"

#include <algorithm>

namespace pufa::ui {

namespace {

/// The white corner that shapes are drawn from (Text::k_white_uv is its middle).
constexpr int k_white = 4;

} // namespace

GlyphPages::GlyphPages(TextureHost& host)
    : m_host(host) {
    (void)free_page();
}

GlyphPages::~GlyphPages() {
    for (const Page& page : m_pages)
        if (page.texture) m_host.destroy(page.texture);
}

void GlyphPages::begin_frame() {
    ++m_frame;
    // Give back what one crowded frame needed beyond the bound.
    auto surplus = in_use() - k_most_pages;
    for (auto page = m_pages.rbegin(); page != m_pages.rend() && surplus > 0; ++page) {
        const bool keep = &*page == &m_pages.front() || !page->texture;
        if (keep || page->last_used + 1 >= m_frame) continue;
        m_host.destroy(page->texture);
        empty(*page);
        page->texture = 0;
        --surplus;
    }
}

GlyphPages::Place GlyphPages::put(int width, int height, const uint8_t* coverage) {
    PUFA_ASSERT(width > 0 && height > 0 && width + 2 <= k_side - k_white &&
                height + 2 <= k_side - k_white);
    Place place;
    bool placed = false;
    for (uint32_t i = 0; i < m_pages.size() && !placed; ++i)
        placed = m_pages[i].texture && reserve(i, width + 2, height + 2, place);
    if (!placed) placed = reserve(free_page(), width + 2, height + 2, place);
    PUFA_ASSERT(placed);
    m_pages[place.page].last_used = m_frame;

    const auto row = static_cast<size_t>(width) + 2;
    m_rgba.assign(row * (static_cast<size_t>(height) + 2) * 4, 0xFF);
    for (size_t i = 3; i < m_rgba.size(); i += 4)
        m_rgba[i] = 0;
    for (int y = 0; y < height; ++y) {
        uint8_t* to = m_rgba.data() + (row * (static_cast<size_t>(y) + 1) + 1) * 4 + 3;
        for (int x = 0; x < width; ++x, to += 4)
            *to = *coverage++;
    }
    m_host.update(m_pages[place.page].texture, place.x, place.y, width + 2, height + 2, m_rgba);
    ++place.x;
    ++place.y;
    return place;
}

bool GlyphPages::holds(const Place& place) const {
    if (place.page >= m_pages.size()) return false;
    const Page& page = m_pages[place.page];
    return page.texture && page.generation == place.generation;
}

bool GlyphPages::use(const Place& place) {
    if (!holds(place)) return false;
    m_pages[place.page].last_used = m_frame;
    return true;
}

TextureId GlyphPages::texture(const Place& place) const {
    return m_pages[place.page].texture;
}

int GlyphPages::in_use() const {
    return static_cast<int>(std::count_if(m_pages.begin(), m_pages.end(),
                                          [](const Page& page) { return page.texture != 0; }));
}

void GlyphPages::drop() {
    for (Page& page : m_pages) {
        empty(page);
        if (&page == &m_pages.front() || !page.texture) continue;
        m_host.destroy(page.texture);
        page.texture = 0;
    }
}

void GlyphPages::empty(Page& page) {
    ++page.generation;
    page.last_used = 0;
    page.bottom = k_white;
    page.shelves.clear();
}

bool GlyphPages::reserve(uint32_t index, int width, int height, Place& place) {
    Page& page = m_pages[index];
    // The lowest shelf that is high enough, but not so high that half of it would lie bare.
    Shelf* best = nullptr;
    for (Shelf& shelf : page.shelves) {
        const bool fits = shelf.height >= height && shelf.height <= height + height / 2 + 4 &&
                          shelf.filled + width <= k_side;
        if (fits && (!best || shelf.height < best->height)) best = &shelf;
    }
    if (!best) {
        const int rounded = (height + 3) / 4 * 4;
        const int tall = page.bottom + rounded <= k_side ? rounded : height;
        if (page.bottom + tall > k_side || width > k_side) return false;
        page.shelves.push_back({page.bottom, tall, 0});
        page.bottom += tall;
        best = &page.shelves.back();
    }
    place = {index, page.generation, best->filled, best->y};
    best->filled += width;
    return true;
}

/// A new page while there are few; else the least recently used one, emptied. A page that the frame
/// before drew from stays: a glyph of the same place and size in it would look unchanged to the
/// damage tracker.
uint32_t GlyphPages::free_page() {
    Page* oldest = nullptr;
    if (in_use() >= k_most_pages) {
        for (Page& page : m_pages) {
            const bool idle = page.texture && page.last_used + 1 < m_frame;
            if (idle && (!oldest || page.last_used < oldest->last_used)) oldest = &page;
        }
    }
    if (oldest) {
        empty(*oldest);
        return static_cast<uint32_t>(oldest - m_pages.data());
    }
    const auto bare = std::find_if(m_pages.begin(), m_pages.end(),
                                   [](const Page& page) { return !page.texture; });
    const auto index = static_cast<uint32_t>(bare - m_pages.begin());
    if (bare == m_pages.end()) m_pages.emplace_back();
    Page& page = m_pages[index];
    empty(page);
    page.texture = m_host.create(k_side, k_side, {});
    const std::vector<uint8_t> white(size_t{k_white} * k_white * 4, 0xFF);
    m_host.update(page.texture, 0, 0, k_white, k_white, white);
    return index;
}

} // namespace pufa::ui
