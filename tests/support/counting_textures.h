#pragma once
// A texture host that keeps pixels in memory and counts, so that screens are drawn without a GPU.

#include "kiosk/ui/textures.h"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <span>
#include <vector>

namespace pufa::support {

class CountingTextures final : public ui::TextureHost {
  public:
    struct Texture {
        int width = 0;
        int height = 0;
        std::vector<uint8_t> rgba;
    };

    ui::TextureId create(int width, int height, std::span<const uint8_t> pixels) override {
        const auto bytes = static_cast<size_t>(width) * static_cast<size_t>(height) * 4;
        expect(width > 0 && height > 0, "a texture has a size");
        expect(pixels.empty() || pixels.size() == bytes,
               "a texture is created with all its pixels");
        Texture texture{width, height, {pixels.begin(), pixels.end()}};
        texture.rgba.resize(bytes);
        ++created;
        m_alive.emplace(++m_last, std::move(texture));
        return m_last;
    }
    void update(ui::TextureId id, int x, int y, int width, int height,
                std::span<const uint8_t> pixels) override {
        expect(m_alive.count(id) == 1, "an update is of a living texture");
        Texture& texture = m_alive[id];
        expect(x >= 0 && y >= 0 && x + width <= texture.width && y + height <= texture.height,
               "an update lies within its texture");
        const auto row = static_cast<size_t>(width) * 4;
        expect(pixels.size() == row * static_cast<size_t>(height), "an update has all its pixels");
        for (int line = 0; line < height; ++line) {
            const auto from = pixels.begin() + static_cast<std::ptrdiff_t>(row) * line;
            const auto to = (static_cast<std::ptrdiff_t>(y + line) * texture.width + x) * 4;
            std::copy(from, from + static_cast<std::ptrdiff_t>(row), texture.rgba.begin() + to);
        }
        ++updated;
    }
    void destroy(ui::TextureId id) override {
        expect(m_alive.erase(id) == 1, "a texture is destroyed once");
        ++destroyed;
    }

    [[nodiscard]] size_t alive() const { return m_alive.size(); }
    /// Of what is alive.
    [[nodiscard]] size_t bytes() const {
        size_t sum = 0;
        for (const auto& [id, texture] : m_alive)
            sum += texture.rgba.size();
        return sum;
    }
    [[nodiscard]] const Texture* find(ui::TextureId id) const {
        const auto found = m_alive.find(id);
        return found == m_alive.end() ? nullptr : &found->second;
    }

    int created = 0;
    int updated = 0;
    int destroyed = 0;

  private:
    /// A breach is the caller's broken invariant: the test program stops and says which.
    static void expect(bool held, const char* what) {
        if (held) return;
        std::fprintf(stderr, "texture host: expected that %s\n", what);
        std::abort();
    }
    std::map<ui::TextureId, Texture> m_alive;
    ui::TextureId m_last = 0;
};

} // namespace pufa::support
