#include "kiosk/raster/painter.h"

#include "kiosk/raster/gradient.h"
#include "kiosk/raster/kernels.h"
#include "kiosk/raster/sampler.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace pufa::raster {
namespace {

constexpr Pixel k_white = 0xffffffff;

ui::TextureId id_of(ImTextureID texture) {
    return static_cast<ui::TextureId>(reinterpret_cast<uintptr_t>(texture));
}

/// Nearest whole pixels; what is far away stays far away.
int nearest(float pixels) {
    constexpr float k_far = 1 << 20;
    return static_cast<int>(std::lrint(std::clamp(pixels, -k_far, k_far)));
}

ui::PixelRect clip_of(const ImDrawCmd& command, float x, float y) {
    const int left = nearest(command.ClipRect.x - x);
    const int top = nearest(command.ClipRect.y - y);
    return {left, top, nearest(command.ClipRect.z - x) - left,
            nearest(command.ClipRect.w - y) - top};
}

/// All pixels that corners may cover.
ui::PixelRect box_of(const std::vector<Corner>& corners) {
    int left = corners[0].x, top = corners[0].y, right = left, bottom = top;
    for (const auto& corner : corners) {
        left = std::min(left, corner.x);
        right = std::max(right, corner.x);
        top = std::min(top, corner.y);
        bottom = std::max(bottom, corner.y);
    }
    left >>= 8;
    top >>= 8;
    return {left, top, ((right + 255) >> 8) - left, ((bottom + 255) >> 8) - top};
}

bool one_color(const Shape& shape) {
    return std::all_of(shape.corners.begin(), shape.corners.end(), [&](const ImDrawVert* corner) {
        return corner->col == shape.corners[0]->col;
    });
}

bool unseen(const Shape& shape) {
    return std::all_of(shape.corners.begin(), shape.corners.end(),
                       [](const ImDrawVert* corner) { return alpha_of(corner->col) == 0; });
}

/// All corners show one point of the texture, which is how plain shapes are drawn.
bool one_point(const Shape& shape) {
    return std::all_of(shape.corners.begin(), shape.corners.end(), [&](const ImDrawVert* corner) {
        return corner->uv.x == shape.corners[0]->uv.x && corner->uv.y == shape.corners[0]->uv.y;
    });
}

double texel_of(float uv, int size) {
    return double{uv} * size - 0.5;
}

/// What a shape of one_point shows of its texture.
Pixel point_of(const Texture& texture, const Shape& shape) {
    const auto& uv = shape.corners[0]->uv;
    return sample(texture, texel_of(uv.x, texture.width), texel_of(uv.y, texture.height));
}

/// Texels over pixels along one axis, through the two corners that lie farthest apart. False if
/// other corners do not lie on it: the texture is turned or bent.
bool find_axis(const Shape& shape, float ImVec2::*along, int size, float origin, Axis& axis) {
    const auto place = [&](const ImDrawVert* corner) {
        return double{corner->pos.*along} - origin;
    };
    const auto [least, most] =
        std::minmax_element(shape.corners.begin(), shape.corners.end(),
                            [&](const auto* a, const auto* b) { return place(a) < place(b); });
    const double length = place(*most) - place(*least);
    if (!(length > 0)) return false;
    const double from = texel_of((*least)->uv.*along, size);
    axis.step = (texel_of((*most)->uv.*along, size) - from) / length;
    axis.at_zero = from + axis.step * (0.5 - place(*least));
    constexpr double k_near = 1.0 / 16;
    return std::all_of(shape.corners.begin(), shape.corners.end(), [&](const ImDrawVert* corner) {
        const double expected = axis.at_zero + axis.step * (place(corner) - 0.5);
        return std::abs(expected - texel_of(corner->uv.*along, size)) < k_near;
    });
}

/// Just one texel for each pixel of `box`, all of them in the texture: the first of them.
bool find_texels(const Texture& texture, const Mapping& mapping, const ui::PixelRect& box, int& x,
                 int& y) {
    if (!mapping.is_one_to_one(box)) return false;
    x = static_cast<int>(std::lrint(mapping.u.at(box.x)));
    y = static_cast<int>(std::lrint(mapping.v.at(box.y)));
    return ui::PixelRect{0, 0, texture.width, texture.height}.holds({x, y, box.w, box.h});
}

ui::PixelRect box_of(const Coverage& coverage) {
    int left = INT32_MAX;
    int right = INT32_MIN;
    for (int y = coverage.top(); y < coverage.bottom(); ++y) {
        const auto span = coverage.row(y);
        if (span.empty()) continue;
        left = std::min(left, span.first);
        right = std::max(right, span.end);
    }
    if (left >= right) return {0, coverage.top(), 0, 0};
    return {left, coverage.top(), right - left, coverage.bottom() - coverage.top()};
}

} // namespace

void Painter::draw(const ImDrawData& data, const Surface& to,
                   std::span<const ui::PixelRect> parts) {
    m_to = to;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback || command.ElemCount == 0) continue;
            const Command with{id_of(command.GetTexID()),
                               m_textures.find(id_of(command.GetTexID())), data.DisplayPos.x,
                               data.DisplayPos.y};
            const auto clip = clip_of(command, with.x, with.y);
            m_parts.clear();
            for (const auto& part : parts)
                if (const auto cut = part.intersected(clip); !cut.empty()) m_parts.push_back(cut);
            if (!m_parts.empty()) draw_command(list, command, with);
        }
    }
}

bool Painter::begins_with_ground(const ImDrawData& data, const ui::PixelRect& part) const {
    Shape shape;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback) return false;
            if (!ShapeReader(list, command).next(shape)) continue;
            if (shape.kind != Shape::Kind::rectangle || !one_color(shape) || !one_point(shape))
                return false;
            const auto* texture = m_textures.find(id_of(command.GetTexID()));
            const auto color = multiplied(from_rgba(shape.corners[0]->col),
                                          texture ? point_of(*texture, shape) : k_white);
            const auto origin = data.DisplayPos;
            const auto corner = [&](size_t at) {
                const auto& pos = shape.corners[at]->pos;
                return corner_at(pos.x - origin.x, pos.y - origin.y);
            };
            Coverage coverage;
            coverage.find_rectangle(corner(0), corner(2),
                                    clip_of(command, origin.x, origin.y).intersected(part));
            return alpha_of(color) == 255 && box_of(coverage) == part;
        }
    }
    return false;
}

bool Painter::touches(const ImDrawData& data, const ui::PixelRect& part) const {
    Shape shape;
    std::vector<Corner> corners;
    const float x = data.DisplayPos.x, y = data.DisplayPos.y;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (clip_of(command, x, y).intersected(part).empty()) continue;
            ShapeReader shapes(list, command);
            while (shapes.next(shape)) {
                if (unseen(shape)) continue;
                corners.clear();
                for (const auto* corner : shape.corners)
                    corners.push_back(corner_at(corner->pos.x - x, corner->pos.y - y));
                if (!box_of(corners).intersected(part).empty()) return true;
            }
        }
    }
    return false;
}

void Painter::draw_command(const ImDrawList& list, const ImDrawCmd& command, const Command& with) {
    ShapeReader shapes(list, command);
    while (shapes.next(m_shape)) {
        if (unseen(m_shape)) continue;
        m_corners.clear();
        for (const auto* corner : m_shape.corners)
            m_corners.push_back(corner_at(corner->pos.x - with.x, corner->pos.y - with.y));
        draw_shape(with);
    }
}

void Painter::draw_shape(const Command& with) {
    const auto box = box_of(m_corners);
    const auto seen = [&](const ui::PixelRect& part) { return !box.intersected(part).empty(); };
    if (std::none_of(m_parts.begin(), m_parts.end(), seen)) return;
    const bool plain = !with.texture || one_point(m_shape);
    const bool even = m_shape.kind == Shape::Kind::polygon || one_color(m_shape);
    const Pixel color = from_rgba(m_shape.corners[0]->col);
    Pixel texel = k_white;
    Mapping mapping;
    bool upright = false;
    if (with.texture && plain) {
        texel = point_of(*with.texture, m_shape);
    } else if (with.texture && even && m_shape.kind != Shape::Kind::triangle) {
        upright = find_axis(m_shape, &ImVec2::x, with.texture->width, with.x, mapping.u) &&
                  find_axis(m_shape, &ImVec2::y, with.texture->height, with.y, mapping.v);
    }
    for (const auto& part : m_parts) {
        if (!seen(part)) continue;
        if (m_shape.kind == Shape::Kind::rectangle)
            m_coverage.find_rectangle(m_corners[0], m_corners[2], part);
        else
            m_coverage.find(m_corners, part);
        if (plain && even)
            draw_flat(multiplied(color, texel));
        else if (plain && m_shape.kind == Shape::Kind::rectangle)
            draw_scrim(with, texel);
        else if (upright && with.texture->is_mask())
            draw_mask(*with.texture, mapping, color);
        else if (upright)
            draw_picture(with, mapping, box, color);
        else
            draw_triangles(with, part, texel);
    }
}

void Painter::draw_flat(Pixel color) {
    const auto& kernel = kernels();
    const uint32_t alpha = alpha_of(color);
    for (int y = m_coverage.top(); y < m_coverage.bottom(); ++y) {
        const auto span = m_coverage.row(y);
        if (span.empty()) continue;
        if (alpha == 255)
            kernel.fill(m_to.at(span.first, y), span.count(), color);
        else
            kernel.blend(m_to.at(span.first, y), span.count(), color, alpha);
    }
}

/// A rectangle whose upper and lower corners are of two colours: each row is of one.
void Painter::draw_scrim(const Command& with, Pixel texel) {
    const Pixel above = from_rgba(m_shape.corners[0]->col);
    const Pixel below = from_rgba(m_shape.corners[2]->col);
    const double top = double{m_shape.corners[0]->pos.y} - with.y;
    const double height = double{m_shape.corners[2]->pos.y} - with.y - top;
    for (int y = m_coverage.top(); y < m_coverage.bottom(); ++y) {
        const auto span = m_coverage.row(y);
        if (span.empty()) continue;
        const double share = std::clamp((y + 0.5 - top) / height, 0.0, 1.0);
        Pixel color = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            const double from = above >> shift & 0xff;
            const double to = below >> shift & 0xff;
            color |= static_cast<Pixel>(from + (to - from) * share + 0.5) << shift;
        }
        color = multiplied(color, texel);
        kernels().blend(m_to.at(span.first, y), span.count(), color, alpha_of(color));
    }
}

void Painter::draw_mask(const Texture& texture, const Mapping& mapping, Pixel tint) {
    const auto box = box_of(m_coverage);
    if (box.empty()) return;
    const auto& kernel = kernels();
    const uint32_t alpha = alpha_of(tint);
    int u = 0;
    int v = 0;
    if (find_texels(texture, mapping, box, u, v)) {
        for (int y = box.y; y < box.bottom(); ++y) {
            const auto span = m_coverage.row(y);
            if (span.empty()) continue;
            kernel.blend_mask(m_to.at(span.first, y),
                              texture.mask_row(v + y - box.y) + u + span.first - box.x,
                              span.count(), tint, alpha);
        }
        return;
    }
    MaskRows rows(texture, mapping, box);
    for (int y = box.y; y < box.bottom(); ++y) {
        const auto span = m_coverage.row(y);
        if (span.empty()) continue;
        const auto row = rows.row(y);
        auto* to = m_to.at(span.first, y);
        if (row.even)
            kernel.blend(to, span.count(), tint, over_255(row.coverage[0] * alpha));
        else
            kernel.blend_mask(to, row.coverage + (span.first - box.x), span.count(), tint, alpha);
    }
}

void Painter::draw_picture(const Command& with, const Mapping& mapping, const ui::PixelRect& box,
                           Pixel tint) {
    const Texture& texture = *with.texture;
    // All of the shape that is on the screen, whatever the part: so that the parts share it.
    const auto shown = box.intersected(m_to.all());
    int u = 0;
    int v = 0;
    const bool as_it_is = find_texels(texture, mapping, shown, u, v);
    const auto* scaled = as_it_is ? nullptr : &m_scaled.find(with.id, texture, mapping, shown);
    const bool copied = texture.opaque && tint == k_white;
    for (int y = m_coverage.top(); y < m_coverage.bottom(); ++y) {
        const auto span = m_coverage.row(y);
        if (span.empty()) continue;
        const Pixel* from = (scaled ? scaled->row(y - shown.y) : texture.row(v + y - shown.y) + u) +
                            (span.first - shown.x);
        auto* to = m_to.at(span.first, y);
        if (copied) {
            std::memcpy(to, from, span.count() * sizeof(Pixel));
        } else if ((tint | k_unused_byte) == k_white) {
            kernels().blend_picture(to, from, span.count(), alpha_of(tint));
        } else {
            m_tinted.resize(span.count());
            std::transform(from, from + span.count(), m_tinted.begin(),
                           [&](Pixel pixel) { return multiplied(pixel, tint); });
            kernels().blend_picture(to, m_tinted.data(), span.count(), 255);
        }
    }
}

/// What nothing above knows: corner by corner. A rectangle or a polygon is the fan it came from.
void Painter::draw_triangles(const Command& with, const ui::PixelRect& part, Pixel texel) {
    const auto shaded = [&](size_t i) {
        const auto& from = *m_shape.corners[i];
        ShadedCorner corner{from.pos.x - with.x, from.pos.y - with.y, 0, 0,
                            multiplied(from_rgba(from.col), texel)};
        if (with.texture) {
            corner.u = static_cast<float>(texel_of(from.uv.x, with.texture->width));
            corner.v = static_cast<float>(texel_of(from.uv.y, with.texture->height));
        }
        return corner;
    };
    const auto* texture = with.texture && !one_point(m_shape) ? with.texture : nullptr;
    for (size_t i = 2; i < m_shape.corners.size(); ++i) {
        const std::array corners{m_corners[0], m_corners[i - 1], m_corners[i]};
        m_coverage.find(corners, part);
        shade(m_to, m_coverage, {shaded(0), shaded(i - 1), shaded(i)}, texture);
    }
}

} // namespace pufa::raster
