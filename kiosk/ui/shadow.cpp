#include "kiosk/ui/shadow.h"

#include "kiosk/ui/imgui_types.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace pufa::ui {

namespace {

/// Beyond this many standard deviations a Gaussian is under half a step of 255.
constexpr float k_deviations = 3;

std::vector<float> gaussian(float sigma) {
    const int radius = std::max(1, static_cast<int>(std::ceil(sigma * k_deviations)));
    std::vector<float> kernel;
    float sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        const auto x = static_cast<float>(i);
        kernel.push_back(std::exp(-x * x / (2 * sigma * sigma)));
        sum += kernel.back();
    }
    for (float& weight : kernel)
        weight /= sum;
    return kernel;
}

/// Blurs rows; called twice with the sides swapped it blurs the plane.
std::vector<float> blur_and_turn(const std::vector<float>& from, size_t side,
                                 const std::vector<float>& kernel) {
    const size_t radius = kernel.size() / 2;
    std::vector<float> out(from.size());
    for (size_t y = 0; y < side; ++y) {
        for (size_t x = 0; x < side; ++x) {
            float sum = 0;
            const size_t first = x > radius ? x - radius : 0;
            const size_t last = std::min(x + radius, side - 1);
            for (size_t i = first; i <= last; ++i)
                sum += from[y * side + i] * kernel[i + radius - x];
            out[x * side + y] = sum;
        }
    }
    return out;
}

} // namespace

ShadowLook look(Elevation elevation) {
    switch (elevation) {
    case Elevation::low:
        return {2, 8, 0.10f};
    case Elevation::middle:
        return {6, 20, 0.14f};
    case Elevation::high:
        return {16, 48, 0.20f};
    }
    return {0, 0, 0};
}

ShadowMask shadow_mask(float corner, float sigma) {
    const int reach = static_cast<int>(std::ceil(sigma * k_deviations));
    // The middle must be past both the corner and the blur, so that stretching it shows nothing.
    const int half = static_cast<int>(std::ceil(corner)) + reach + 1;
    const int side = 2 * (reach + half);
    const float near_edge = static_cast<float>(reach);
    const float far_edge = static_cast<float>(side - reach);
    const auto width = static_cast<size_t>(side);
    std::vector<float> coverage;
    coverage.reserve(width * width);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const float px = static_cast<float>(x) + 0.5f;
            const float py = static_cast<float>(y) + 0.5f;
            const float dx = std::max({near_edge + corner - px, px - far_edge + corner, 0.f});
            const float dy = std::max({near_edge + corner - py, py - far_edge + corner, 0.f});
            const float outside =
                corner > 0
                    ? std::hypot(dx, dy) - corner
                    : std::max({near_edge - px, px - far_edge, near_edge - py, py - far_edge});
            coverage.push_back(std::clamp(0.5f - outside, 0.f, 1.f));
        }
    }
    const auto kernel = gaussian(std::max(0.5f, sigma));
    coverage = blur_and_turn(blur_and_turn(coverage, width, kernel), width, kernel);

    ShadowMask mask{side, reach, {}};
    mask.alpha.reserve(coverage.size());
    for (const float value : coverage)
        mask.alpha.push_back(static_cast<uint8_t>(std::lround(std::clamp(value, 0.f, 1.f) * 255)));
    return mask;
}

Shadows::~Shadows() {
    for (const auto& [key, made] : m_made)
        m_host.destroy(made.texture);
}

void Shadows::set_scale(float scale) {
    if (scale == m_scale) return;
    m_scale = scale;
    for (const auto& [key, made] : m_made)
        m_host.destroy(made.texture);
    m_made.clear();
}

const Shadows::Slices& Shadows::slices(Elevation elevation, float corner_px) {
    const Key key{elevation, static_cast<int>(std::lround(corner_px))};
    if (const auto known = m_made.find(key); known != m_made.end()) return known->second;
    if (m_made.size() >= k_most) {
        const auto nearest =
            std::min_element(m_made.begin(), m_made.end(), [&](const auto& a, const auto& b) {
                const auto away = [&](const Key& k) {
                    return std::pair{k.first != elevation, std::abs(k.second - key.second)};
                };
                return away(a.first) < away(b.first);
            });
        return nearest->second;
    }
    const float sigma = look(elevation).blur / 2 * m_scale;
    // What is this soft loses nothing at a quarter of its size.
    const float density = 1 / std::clamp(std::floor(sigma / 3), 1.f, 4.f);
    const ShadowMask mask = shadow_mask(static_cast<float>(key.second) * density, sigma * density);
    std::vector<uint8_t> pixels;
    pixels.reserve(mask.alpha.size() * 4);
    for (const uint8_t alpha : mask.alpha)
        pixels.insert(pixels.end(), {0xFF, 0xFF, 0xFF, alpha});
    const Slices made{m_host.create(mask.side, mask.side, pixels), mask.side, density,
                      static_cast<float>(mask.reach) / density, static_cast<float>(key.second)};
    return m_made.emplace(key, made).first->second;
}

void Shadows::draw(ImDrawList& list, const PixelBox& box, Elevation elevation, float corner_px) {
    const float width = box.right - box.left;
    const float height = box.bottom - box.top;
    if (width <= 0 || height <= 0) return;
    const float corner = std::min({corner_px, width / 2, height / 2});
    const Slices& from = slices(elevation, corner);
    const ShadowLook shadow = look(elevation);
    const float down = std::round(shadow.down * m_scale);

    // Screen pixels of a border slice; a small box shows less than all of it.
    const float whole = static_cast<float>(from.side) / 2 / from.density - 1;
    const float across = std::min(whole, width / 2 + from.reach);
    const float along = std::min(whole, height / 2 + from.reach);
    const float left = box.left - from.reach;
    const float right = box.right + from.reach;
    const float top = box.top - from.reach + down;
    const float bottom = box.bottom + from.reach + down;
    const std::array xs{left, left + across, right - across, right};
    const std::array ys{top, top + along, bottom - along, bottom};
    const float u = across * from.density / static_cast<float>(from.side);
    const float v = along * from.density / static_cast<float>(from.side);
    const std::array us{0.f, u, 1 - u, 1.f};
    const std::array vs{0.f, v, 1 - v, 1.f};

    const uint32_t color = rgba(Color::ink, shadow.alpha);
    list.PushTextureID(to_imgui(from.texture));
    for (size_t row = 0; row < 3; ++row) {
        for (size_t column = 0; column < 3; ++column) {
            if (xs[column + 1] <= xs[column] || ys[row + 1] <= ys[row]) continue;
            list.PrimReserve(6, 4);
            list.PrimRectUV({xs[column], ys[row]}, {xs[column + 1], ys[row + 1]},
                            {us[column], vs[row]}, {us[column + 1], vs[row + 1]}, color);
        }
    }
    list.PopTextureID();
}

} // namespace pufa::ui
