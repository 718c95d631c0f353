#include "tests/shots/contrast.h"

#include "tests/support/veil.h"

#include <imgui/imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

namespace pufa::shots {

namespace {

float luminance(Rgb8 color) {
    const auto linear = [](uint8_t level) {
        const float share = static_cast<float>(level) / 255;
        return share <= 0.03928f ? share / 12.92f : std::pow((share + 0.055f) / 1.055f, 2.4f);
    };
    return 0.2126f * linear(color.r) + 0.7152f * linear(color.g) + 0.0722f * linear(color.b);
}

Rgb8 at(const platform::Image& image, int x, int y) {
    const auto* pixel =
        image.rgba.data() +
        (static_cast<size_t>(y) * static_cast<size_t>(image.width) + static_cast<size_t>(x)) * 4;
    return {pixel[0], pixel[1], pixel[2]};
}

int difference(Rgb8 one, Rgb8 other) {
    return std::max(
        {std::abs(one.r - other.r), std::abs(one.g - other.g), std::abs(one.b - other.b)});
}

/// What an ink of that opacity looks like on the ground.
Rgb8 over(uint32_t ink, Rgb8 ground) {
    const auto alpha = static_cast<float>(ink >> 24U) / 255;
    const auto mixed = [&](uint32_t level, uint8_t below) {
        return static_cast<uint8_t>(std::lround(static_cast<float>(level & 0xFFU) * alpha +
                                                static_cast<float>(below) * (1 - alpha)));
    };
    return {mixed(ink, ground.r), mixed(ink >> 8U, ground.g), mixed(ink >> 16U, ground.b)};
}

/// The pixels of a line that can be seen.
ui::PixelRect seen_pixels(const support::SpiedText::Drawn& line, const Scene& scene,
                          const platform::Image& picture) {
    const auto box = scene.layout().pixels(line.box);
    const int left = std::max({box.x, static_cast<int>(line.clip.x), 0});
    const int top = std::max({box.y, static_cast<int>(line.clip.y), 0});
    const int right = std::min({box.x + box.w, static_cast<int>(line.clip.right()), picture.width});
    const int bottom =
        std::min({box.y + box.h, static_cast<int>(line.clip.bottom()), picture.height});
    return {left, top, std::max(0, right - left), std::max(0, bottom - top)};
}

/// The ink that the vertices of a line had, with which it is dimmed as a whole.
struct Inked {
    const support::SpiedText::Drawn* line;
    uint32_t ink;
};

/// Takes the ink off every line.
std::vector<Inked> take_ink(ImDrawData& frame, const support::SpiedText& text) {
    std::vector<Inked> inked;
    auto& vertices = frame.CmdLists[0]->VtxBuffer;
    for (const auto& line : text.drawn) {
        if (line.vertices == 0) continue;
        // The last one's: a halo is drawn before the ink.
        inked.push_back({&line, vertices[line.first_vertex + line.vertices - 1].col});
        for (int i = 0; i < line.vertices; ++i)
            vertices[line.first_vertex + i].col &= ~IM_COL32_A_MASK;
    }
    return inked;
}

/// The contrast that all but the weakest part of `found` reaches; 0 if there are too few.
float lower_end(std::vector<float>& found) {
    constexpr size_t k_fewest = 8, k_part = 20;
    if (found.size() < k_fewest) return 0;
    const auto place = found.begin() + static_cast<ptrdiff_t>(found.size() / k_part);
    std::nth_element(found.begin(), place, found.end());
    return *place;
}

constexpr int k_same = 12; // levels; rounding of blends

} // namespace

float contrast(Rgb8 one, Rgb8 other) {
    const float a = luminance(one) + 0.05f;
    const float b = luminance(other) + 0.05f;
    return std::max(a, b) / std::min(a, b);
}

std::vector<Measured> measure_words(Scene& scene, const support::SpiedText& text) {
    const auto written = scene.picture();
    const int veil = support::veil_end(scene.frame(), scene.layout());
    const auto inked = take_ink(scene.frame(), text);
    scene.draw_again();
    const auto blank = scene.picture();
    std::vector<Measured> all;
    for (const auto& [line, ink] : inked) {
        if (line->first_vertex < veil) continue;
        const auto box = seen_pixels(*line, scene, written);
        std::vector<float> found;
        for (int y = box.y; y < box.y + box.h; ++y)
            for (int x = box.x; x < box.x + box.w; ++x) {
                const Rgb8 ground = at(blank, x, y);
                const Rgb8 shown = at(written, x, y);
                // Only where the ink is whole: edges of glyphs are blends, and under a veil or a
                // sheet the ink is not what is seen.
                if (difference(shown, ground) > 0 && difference(shown, over(ink, ground)) <= k_same)
                    found.push_back(contrast(shown, ground));
            }
        if (const float lowest = lower_end(found); lowest > 0)
            all.push_back({line->style.face == ui::Face::icons ? "icon" : line->words, lowest,
                           line->style.face == ui::Face::icons ? k_edge_contrast : k_text_contrast,
                           line->box});
    }
    return all;
}

namespace {

/// The strongest contrast on the way from just outside an edge to well inside.
float across(const platform::Image& picture, ui::Point outside, ui::Point inward, int depth) {
    const auto inside = [&](float x, float y) {
        return x >= 0 && y >= 0 && x < static_cast<float>(picture.width) &&
               y < static_cast<float>(picture.height);
    };
    constexpr float k_away = 5; // pixels
    const ui::Point from{outside.x - inward.x * k_away, outside.y - inward.y * k_away};
    if (!inside(from.x, from.y)) return 0;
    const Rgb8 around = at(picture, static_cast<int>(from.x), static_cast<int>(from.y));
    float most = 0;
    for (int step = -2; step < depth; ++step) {
        const ui::Point to{outside.x + inward.x * static_cast<float>(step),
                           outside.y + inward.y * static_cast<float>(step)};
        if (!inside(to.x, to.y)) continue;
        most = std::max(
            most, contrast(at(picture, static_cast<int>(to.x), static_cast<int>(to.y)), around));
    }
    return most;
}

float edge_contrast(const platform::Image& picture, const ui::PixelRect& rect) {
    const auto x = static_cast<float>(rect.x);
    const auto y = static_cast<float>(rect.y);
    const auto w = static_cast<float>(rect.w);
    const auto h = static_cast<float>(rect.h);
    const int depth = std::max(3, std::min(rect.w, rect.h) / 5);
    // Near the middle of each side, so that round ends and corners have an edge there as well.
    constexpr int k_points = 9;
    std::vector<float> found;
    for (int i = 0; i < k_points; ++i) {
        const float along = 0.44f + 0.12f * static_cast<float>(i) / (k_points - 1);
        found.push_back(across(picture, {x + w * along, y}, {0, 1}, depth));
        found.push_back(across(picture, {x + w * along, y + h - 1}, {0, -1}, depth));
        found.push_back(across(picture, {x, y + h * along}, {1, 0}, depth));
        found.push_back(across(picture, {x + w - 1, y + h * along}, {-1, 0}, depth));
    }
    // A side may lie at the screen's edge or be cut by a scroll area: half of it is enough.
    std::erase(found, 0.f);
    if (found.empty()) return 0;
    std::nth_element(found.begin(), found.begin() + static_cast<ptrdiff_t>(found.size() / 2),
                     found.end());
    return found[found.size() / 2];
}

} // namespace

std::vector<Measured> measure_edges(const platform::Image& picture,
                                    const std::vector<ui::Target>& targets,
                                    const ui::Layout& layout) {
    std::vector<Measured> all;
    for (const auto& target : targets)
        all.push_back({target.id, edge_contrast(picture, layout.pixels(target.rect)),
                       k_edge_contrast, target.rect});
    return all;
}

} // namespace pufa::shots
