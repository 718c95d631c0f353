#include "kiosk/ui/damage.h"

#include "imgui.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <span>
#include <utility>

namespace pufa::ui {

namespace {

constexpr size_t k_most_rects = 8;

uint64_t mix(uint64_t hash, uint64_t value) {
    // The finaliser of splitmix64: every bit of the input reaches every bit of the hash.
    uint64_t x = hash ^ (value + 0x9E3779B97F4A7C15U + (hash << 6U) + (hash >> 2U));
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
    return x ^ (x >> 31U);
}

uint64_t bits(float a, float b) {
    return uint64_t{std::bit_cast<uint32_t>(a)} << 32U | std::bit_cast<uint32_t>(b);
}

uint64_t texture_bits(ImTextureID texture) {
    uint64_t value = 0;
    std::memcpy(&value, &texture, std::min(sizeof value, sizeof texture));
    return value;
}

using Box = DamageTracker::Box;
using Drawn = DamageTracker::Drawn;

/// The grid of tiles of the frame that is being hashed.
struct Tiles {
    std::vector<uint64_t>& hashes;
    std::vector<Drawn>& drawn;
    int columns;
    int rows;

    void add(const Box& box, uint64_t hash) const {
        if (!(box.right > box.left && box.bottom > box.top)) return;
        drawn.push_back({hash, box});
        const auto tile = [](float at) {
            return static_cast<int>(std::floor(at / DamageTracker::k_tile));
        };
        const auto end = [](float at) {
            return static_cast<int>(std::ceil(at / DamageTracker::k_tile));
        };
        const int left = std::max(0, tile(box.left));
        const int right = std::min(columns, end(box.right));
        const int top = std::max(0, tile(box.top));
        const int bottom = std::min(rows, end(box.bottom));
        for (int row = top; row < bottom; ++row) {
            for (int column = left; column < right; ++column) {
                auto& slot = hashes[static_cast<size_t>(row) * static_cast<size_t>(columns) +
                                    static_cast<size_t>(column)];
                slot = mix(slot, hash);
            }
        }
    }
};

void hash_triangle(const Tiles& tiles, const std::array<const ImDrawVert*, 3>& corners,
                   const Box& clip, uint64_t texture) {
    const auto [a, b, c] = corners;
    const Box whole{
        std::min({a->pos.x, b->pos.x, c->pos.x}), std::min({a->pos.y, b->pos.y, c->pos.y}),
        std::max({a->pos.x, b->pos.x, c->pos.x}), std::max({a->pos.y, b->pos.y, c->pos.y})};
    const Box seen{std::max(whole.left, clip.left), std::max(whole.top, clip.top),
                   std::min(whole.right, clip.right), std::min(whole.bottom, clip.bottom)};
    if (!(seen.right > seen.left && seen.bottom > seen.top)) return;
    uint64_t hash = texture;
    for (const ImDrawVert* corner : corners) {
        hash = mix(hash, bits(corner->pos.x, corner->pos.y));
        hash = mix(hash, bits(corner->uv.x, corner->uv.y));
        hash = mix(hash, corner->col);
    }
    // What a clip cuts away counts only where it cuts, so a clip that moves beside a shape is none.
    hash = mix(hash, bits(seen.left, seen.top));
    hash = mix(hash, bits(seen.right, seen.bottom));
    tiles.add(seen, hash);
}

void hash_command(const Tiles& tiles, const ImDrawList& list, const ImDrawCmd& command,
                  ImVec2 origin) {
    const Box clip{command.ClipRect.x - origin.x, command.ClipRect.y - origin.y,
                   command.ClipRect.z - origin.x, command.ClipRect.w - origin.y};
    const uint64_t texture = texture_bits(command.GetTexID());
    if (command.UserCallback) {
        tiles.add(clip, mix(texture, std::bit_cast<uintptr_t>(command.UserCallback)));
        return;
    }
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const auto corner = [&](unsigned k) {
            const auto index = list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
            return &list.VtxBuffer[static_cast<int>(command.VtxOffset + index)];
        };
        hash_triangle(tiles, {corner(0), corner(1), corner(2)}, clip, texture);
    }
}

bool overlap(const PixelRect& a, const PixelRect& b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

PixelRect both(const PixelRect& a, const PixelRect& b) {
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

/// Runs of changed tiles, row by row; a run as wide as the one above it lengthens it. In tiles.
std::vector<PixelRect> runs(const std::vector<bool>& changed, int columns, int rows) {
    std::vector<PixelRect> done;
    std::vector<PixelRect> open;
    for (int row = 0; row < rows; ++row) {
        std::vector<PixelRect> here;
        for (int column = 0; column < columns; ++column) {
            const auto at = [&](int c) {
                return changed[static_cast<size_t>(row) * static_cast<size_t>(columns) +
                               static_cast<size_t>(c)];
            };
            if (!at(column)) continue;
            const int start = column;
            while (column < columns && at(column))
                ++column;
            PixelRect run{start, row, column - start, 1};
            const auto above = std::find_if(open.begin(), open.end(), [&](const PixelRect& o) {
                return o.x == run.x && o.w == run.w;
            });
            if (above != open.end()) {
                run = both(*above, run);
                open.erase(above);
            }
            here.push_back(run);
        }
        done.insert(done.end(), open.begin(), open.end());
        open = std::move(here);
    }
    done.insert(done.end(), open.begin(), open.end());
    return done;
}

/// Joins the pair that wastes least until few are left, then whatever overlaps.
void join(std::vector<PixelRect>& rects) {
    const auto join_pair = [&](size_t i, size_t j) {
        rects[i] = both(rects[i], rects[j]);
        rects.erase(rects.begin() + static_cast<std::ptrdiff_t>(j));
    };
    const auto join_overlapping = [&] {
        for (size_t i = 0; i < rects.size(); ++i) {
            for (size_t j = i + 1; j < rects.size(); ++j) {
                if (!overlap(rects[i], rects[j])) continue;
                join_pair(i, j);
                return true;
            }
        }
        return false;
    };
    // A page that changes all over gives hundreds of runs: halve them by neighbours before the
    // search for the best pair, which is quadratic.
    while (rects.size() > 64) {
        std::vector<PixelRect> halved;
        for (size_t i = 0; i < rects.size(); i += 2)
            halved.push_back(i + 1 < rects.size() ? both(rects[i], rects[i + 1]) : rects[i]);
        rects = std::move(halved);
        while (join_overlapping()) {
        }
    }
    while (rects.size() > k_most_rects) {
        size_t best_i = 0;
        size_t best_j = 1;
        int64_t least = INT64_MAX;
        for (size_t i = 0; i < rects.size(); ++i) {
            for (size_t j = i + 1; j < rects.size(); ++j) {
                const int64_t waste =
                    both(rects[i], rects[j]).area() - rects[i].area() - rects[j].area();
                if (waste >= least) continue;
                least = waste;
                best_i = i;
                best_j = j;
            }
        }
        join_pair(best_i, best_j);
        while (join_overlapping()) {
        }
    }
}

/// Cuts each rectangle down to what the triangles cover that differ, from the first to the last
/// that does. Those before and after are the same in the same order, so no pixel outside can
/// differ.
void cut_down(std::vector<PixelRect>& rects, std::span<const Drawn> before,
              std::span<const Drawn> now) {
    const auto same = [](const Drawn& a, const Drawn& b) { return a.hash == b.hash; };
    const auto first = std::mismatch(before.begin(), before.end(), now.begin(), now.end(), same);
    before = before.subspan(static_cast<size_t>(first.first - before.begin()));
    now = now.subspan(static_cast<size_t>(first.second - now.begin()));
    const auto last = std::mismatch(before.rbegin(), before.rend(), now.rbegin(), now.rend(), same);
    before = before.first(static_cast<size_t>(before.rend() - last.first));
    now = now.first(static_cast<size_t>(now.rend() - last.second));
    for (PixelRect& rect : rects) {
        int left = rect.x + rect.w;
        int top = rect.y + rect.h;
        int right = rect.x;
        int bottom = rect.y;
        for (const auto& frame : {before, now})
            for (const Drawn& one : frame) {
                const int l = std::max(rect.x, static_cast<int>(std::floor(one.seen.left)));
                const int t = std::max(rect.y, static_cast<int>(std::floor(one.seen.top)));
                const int r =
                    std::min(rect.x + rect.w, static_cast<int>(std::ceil(one.seen.right)));
                const int b =
                    std::min(rect.y + rect.h, static_cast<int>(std::ceil(one.seen.bottom)));
                if (l >= r || t >= b) continue;
                left = std::min(left, l);
                top = std::min(top, t);
                right = std::max(right, r);
                bottom = std::max(bottom, b);
            }
        rect = {left, top, std::max(0, right - left), std::max(0, bottom - top)};
    }
    std::erase_if(rects, [](const PixelRect& rect) { return rect.empty(); });
}

} // namespace

std::vector<PixelRect> DamageTracker::next(const ImDrawData& data, int width, int height) {
    const int columns = (width + k_tile - 1) / k_tile;
    const int rows = (height + k_tile - 1) / k_tile;
    const bool comparable = width == m_width && height == m_height && !m_before.tiles.empty();
    m_width = width;
    m_height = height;
    m_now.tiles.assign(static_cast<size_t>(columns) * static_cast<size_t>(rows), 0);
    m_now.drawn.clear();

    const Tiles tiles{m_now.tiles, m_now.drawn, columns, rows};
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer)
            hash_command(tiles, list, command, data.DisplayPos);
    }

    std::vector<PixelRect> rects;
    if (!comparable) {
        if (width > 0 && height > 0) rects.push_back({0, 0, width, height});
    } else {
        std::vector<bool> changed(m_now.tiles.size());
        for (size_t i = 0; i < m_now.tiles.size(); ++i)
            changed[i] = m_now.tiles[i] != m_before.tiles[i];
        rects = runs(changed, columns, rows);
        join(rects);
        for (PixelRect& rect : rects) {
            const int right = std::min(width, (rect.x + rect.w) * k_tile);
            const int bottom = std::min(height, (rect.y + rect.h) * k_tile);
            rect = {rect.x * k_tile, rect.y * k_tile, right - rect.x * k_tile,
                    bottom - rect.y * k_tile};
        }
        cut_down(rects, m_before.drawn, m_now.drawn);
    }
    std::swap(m_before, m_now);
    return rects;
}

void DamageTracker::forget() {
    m_before.tiles.clear();
}

} // namespace pufa::ui
