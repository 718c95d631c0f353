#include "tests/shots/stand_ins.h"

#include <algorithm>
#include <cmath>

namespace pufa::shots {

namespace {

struct Rgb {
    float r, g, b;
};

Rgb mixed(Rgb a, Rgb b, float share) {
    return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share};
}

/// `hue` 0 to 1, at a middling strength.
Rgb of_hue(float hue, float strength, float light) {
    const auto channel = [&](float offset) {
        constexpr float k_turn = 6.2831853f;
        return light *
               (1 - strength + strength * (0.5f + 0.5f * std::cos(k_turn * (hue + offset))));
    };
    return {channel(0), channel(0.33f), channel(0.67f)};
}

/// Where the scene stands at u, v in 0 to 1 from the top left.
Rgb scene_at(float hue, float u, float v) {
    const Rgb sky = mixed(of_hue(hue, 0.55f, 0.85f), {0.97f, 0.94f, 0.88f}, v);
    const float far = 0.58f + 0.08f * std::sin(u * 7 + hue * 9);
    const float near = 0.76f + 0.06f * std::sin(u * 11 + hue * 5 + 2);
    if (v > near) return of_hue(hue + 0.12f, 0.5f, 0.34f);
    if (v > far) return of_hue(hue + 0.06f, 0.45f, 0.55f);
    const float from_sun = std::hypot((u - 0.72f) * 1.78f, v - 0.3f);
    return from_sun < 0.11f ? Rgb{1, 0.95f, 0.8f} : sky;
}

/// The same on every machine.
float hue_of(std::string_view name) {
    uint32_t sum = 2166136261U;
    for (const char one : name)
        sum = (sum ^ static_cast<unsigned char>(one)) * 16777619U;
    return static_cast<float>(sum % 97) / 97;
}

uint8_t byte(float share) {
    return static_cast<uint8_t>(std::lround(std::clamp(share, 0.f, 1.f) * 255));
}

} // namespace

platform::Image draw_poster(std::string_view name, int width, int height) {
    const float hue = hue_of(name);
    platform::Image image{width, height, {}};
    image.rgba.reserve(static_cast<size_t>(width) * static_cast<size_t>(height) * 4);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const Rgb at = scene_at(hue, static_cast<float>(x) / static_cast<float>(width),
                                    static_cast<float>(y) / static_cast<float>(height));
            image.rgba.insert(image.rgba.end(), {byte(at.r), byte(at.g), byte(at.b), 255});
        }
    return image;
}

StillFilm::StillFilm(Film film, int width, int height) {
    m_picture.format = media::PixelFormat::yuv420p;
    m_picture.width = width;
    m_picture.height = height;
    for (size_t plane = 0; plane < m_planes.size(); ++plane) {
        const int part = plane == 0 ? 1 : 2;
        const int w = width / part;
        const int h = height / part;
        auto& bytes = m_planes[plane];
        bytes.reserve(static_cast<size_t>(w) * static_cast<size_t>(h));
        for (int y = 0; y < h; ++y)
            for (int x = 0; x < w; ++x) {
                const auto at = film == Film::white
                                    ? Rgb{1, 1, 1}
                                    : scene_at(0.55f, static_cast<float>(x) / static_cast<float>(w),
                                               static_cast<float>(y) / static_cast<float>(h));
                // BT.709, limited range.
                const float luma = 0.2126f * at.r + 0.7152f * at.g + 0.0722f * at.b;
                const std::array<float, 3> levels{(16 + 219 * luma) / 255,
                                                  (128 + 224 * (at.b - luma) / 1.8556f) / 255,
                                                  (128 + 224 * (at.r - luma) / 1.5748f) / 255};
                bytes.push_back(byte(levels[plane]));
            }
        m_picture.plane[plane] = bytes.data();
        m_picture.stride[plane] = w;
    }
}

} // namespace pufa::shots
