#include "kiosk/ui/ui.h"

#include "content/base/result.h"
#include "content/base/utf8.h"
#include "kiosk/ui/ui_inner.h"

#include <algorithm>

namespace pufa::ui {

namespace {

float aligned(Align align, float left, float room, float width) {
    switch (align) {
    case Align::left:
        return left;
    case Align::center:
        return left + (room - width) / 2;
    case Align::right:
        return left + room - width;
    }
    return left;
}

/// ImGui's anti-aliased fills want their corners clockwise.
bool clockwise(const std::vector<ImVec2>& points) {
    float twice_area = 0;
    for (size_t i = 0; i < points.size(); ++i) {
        const ImVec2& a = points[i];
        const ImVec2& b = points[(i + 1) % points.size()];
        twice_area += a.x * b.y - b.x * a.y;
    }
    return twice_area >= 0;
}

} // namespace

void Ui::fill(const Rect& rect, Color color, float corner, float alpha) {
    if (rect.empty()) return;
    const auto [min, max] = snapped(rect, m_layout);
    const float most = std::min(max.x - min.x, max.y - min.y) / 2;
    const int before = m_list->VtxBuffer.Size;
    m_list->AddRectFilled(min, max, rgba(color, alpha, m_look.theme),
                          std::min(corner * m_layout.scale, most));
    const Rect all = m_layout.canvas();
    if (rect.intersected(all) == all) mark_still(before);
}

void Ui::scrim(const Rect& rect, Color color, float top_alpha, float bottom_alpha) {
    if (rect.empty()) return;
    const auto [min, max] = snapped(rect, m_layout);
    const auto top = rgba(color, top_alpha, m_look.theme);
    const auto bottom = rgba(color, bottom_alpha, m_look.theme);
    m_list->AddRectFilledMultiColor(min, max, top, top, bottom, bottom);
}

void Ui::outline(const Rect& rect, Color color, float thickness, float corner) {
    if (rect.empty()) return;
    const auto [min, max] = snapped(rect, m_layout);
    // Inside the rectangle, a whole number of pixels wide.
    const float wide = std::max(1.f, std::round(thickness * m_layout.scale));
    const float half = wide / 2;
    const float most = std::min(max.x - min.x, max.y - min.y) / 2;
    const float outer = std::min(corner * m_layout.scale, most);
    m_list->PathRect({min.x + half, min.y + half}, {max.x - half, max.y - half},
                     std::max(0.f, outer - half));
    m_list->PathStroke(rgba(color, 1, m_look.theme), ImDrawFlags_Closed, wide);
}

void Ui::shadow(const Rect& rect, Elevation elevation, float corner) {
    if (rect.empty()) return;
    const auto [min, max] = snapped(rect, m_layout);
    m->shadows.draw(*m_list, {min.x, min.y, max.x, max.y}, elevation, corner * m_layout.scale);
}

void Ui::circle(Point center, float r, Color color, float alpha) {
    m_list->AddCircleFilled(pixel(center, m_layout), r * m_layout.scale,
                            rgba(color, alpha, m_look.theme));
}

void Ui::line(Point from, Point to, Color color, float thickness) {
    const float half = thickness / 2;
    // Upright and level lines are boxes on whole pixels; others are anti-aliased.
    if (from.x == to.x || from.y == to.y) {
        const bool level = from.y == to.y;
        const Point low{std::min(from.x, to.x), std::min(from.y, to.y)};
        const float length = level ? std::abs(to.x - from.x) : std::abs(to.y - from.y);
        fill(level ? Rect{low.x, low.y - half, length, thickness}
                   : Rect{low.x - half, low.y, thickness, length},
             color);
        return;
    }
    m_list->AddLine(pixel(from, m_layout), pixel(to, m_layout), rgba(color, 1, m_look.theme),
                    thickness * m_layout.scale);
}

void Ui::convex(std::span<const Point> points, Color color, float alpha) {
    if (points.size() < 3) return;
    auto& corners = m->corners;
    corners.clear();
    for (const Point& p : points)
        corners.push_back(pixel(p, m_layout));
    if (!clockwise(corners)) std::reverse(corners.begin(), corners.end());
    m_list->AddConvexPolyFilled(corners.data(), static_cast<int>(corners.size()),
                                rgba(color, alpha, m_look.theme));
}

void Ui::triangles(std::span<const Point> points, std::span<const uint16_t> indices, Color color) {
    if (points.size() < 3 || indices.empty()) return;
    PUFA_ASSERT(points.size() <= 65'535 && indices.size() % 3 == 0);
    const ImU32 packed = rgba(color, 1, m_look.theme);
    const ImVec2 white{Text::k_white_uv, Text::k_white_uv};
    m_list->PrimReserve(static_cast<int>(indices.size()), static_cast<int>(points.size()));
    const auto first = static_cast<ImDrawIdx>(m_list->_VtxCurrentIdx);
    for (const uint16_t index : indices)
        m_list->PrimWriteIdx(static_cast<ImDrawIdx>(first + index));
    for (const Point& point : points)
        m_list->PrimWriteVtx(pixel(point, m_layout), white, packed);
}

void Ui::stroke(std::span<const Point> points, Color color, float thickness) {
    if (points.size() < 2) return;
    // ImGui takes four vertices a point, and 65,535 in one shape.
    constexpr size_t k_most = 8'000;
    const bool closed =
        points.size() > 3 && points.size() <= k_most && points.front() == points.back();
    const ImU32 packed = rgba(color, 1, m_look.theme);
    auto& corners = m->corners;
    for (size_t from = 0; from + 1 < points.size(); from += k_most - 1) {
        corners.clear();
        for (const Point& p : points.subspan(from, std::min(k_most, points.size() - from)))
            corners.push_back(pixel(p, m_layout));
        if (closed) corners.pop_back();
        m_list->AddPolyline(corners.data(), static_cast<int>(corners.size()), packed,
                            closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                            thickness * m_layout.scale);
    }
}

float Ui::text(const TextStyle& style, Point at, float max_width, std::string_view words,
               Align align, int max_lines) {
    const Paragraph& paragraph = m_text.layout(style, words, max_width, max_lines);
    float y = at.y;
    for (const LineOfText& one : paragraph.lines) {
        m_text.draw(*m_list, style, {aligned(align, at.x, max_width, one.width), y}, one.text);
        y += style.size * style.line_height;
    }
    return paragraph.height;
}

void Ui::label(const TextStyle& style, const Rect& rect, std::string_view words, Align align) {
    const Paragraph& paragraph = m_text.layout(style, words, rect.w, 1);
    if (paragraph.lines.empty()) return;
    const LineOfText& one = paragraph.lines.front();
    const float top = rect.y + (rect.h - style.size * style.line_height) / 2;
    m_text.draw(*m_list, style, {aligned(align, rect.x, rect.w, one.width), top}, one.text);
}

float Ui::text_width(const TextStyle& style, std::string_view words) {
    return m_text.width(style, words);
}

float Ui::text_height(const TextStyle& style, float max_width, std::string_view words,
                      int max_lines) {
    return m_text.layout(style, words, max_width, max_lines).height;
}

void Ui::icon(char32_t code_point, Point center, float size, Color color) {
    std::string one;
    base::append_utf8(one, code_point);
    const TextStyle style{Face::icons, size, color, 1.f};
    m_text.draw(*m_list, style, {center.x - size / 2, center.y - size / 2}, one);
}

void Ui::picture(const std::string& key, const Rect& rect, float corner, Color instead) {
    if (rect.empty()) return;
    const auto [min, max] = snapped(rect, m_layout);
    const PixelSize covers{static_cast<int>(max.x - min.x), static_cast<int>(max.y - min.y)};
    const auto found = m_find_picture && !key.empty() ? m_find_picture(key, covers) : std::nullopt;
    if (!found || found->texture == 0 || found->width <= 0 || found->height <= 0) {
        fill(rect, instead, corner);
        if (!key.empty()) m_memory.pictures.try_emplace(key);
        return;
    }
    const float shown = picture_share(key);
    if (shown < 1) fill(rect, instead, corner);
    const float frame = (max.x - min.x) / (max.y - min.y);
    const float shape = static_cast<float>(found->width) / static_cast<float>(found->height);
    const float u = shape > frame ? frame / shape : 1.f;
    const float v = shape > frame ? 1.f : shape / frame;
    const ImVec2 uv_min{(1 - u) / 2, (1 - v) / 2};
    const ImVec2 uv_max{(1 + u) / 2, (1 + v) / 2};
    const float most = std::min(max.x - min.x, max.y - min.y) / 2;
    m_list->AddImageRounded(to_imgui(found->texture), min, max, uv_min, uv_max,
                            rgba(Color::white, shown, m_look.theme),
                            std::min(corner * m_layout.scale, most));
}

std::optional<PictureTexture> Ui::find_sheet(const std::string& key, const Sheet& sheet,
                                             const Rect& rect) {
    if (!m_find_picture || key.empty() || rect.empty() || sheet.columns < 1) return std::nullopt;
    const auto [min, max] = snapped(rect, m_layout);
    const int rows = (sheet.count + sheet.columns - 1) / sheet.columns;
    const auto found = m_find_picture(key, {static_cast<int>(max.x - min.x) * sheet.columns,
                                            static_cast<int>(max.y - min.y) * rows});
    const bool there = found && found->texture != 0 && found->width > 0 && found->height > 0;
    return there ? found : std::nullopt;
}

bool Ui::picture_cell(const std::string& key, const Sheet& sheet, int cell, const Rect& rect,
                      float corner) {
    const auto found = find_sheet(key, sheet, rect);
    if (!found) return false;
    cell = std::clamp(cell, 0, std::max(0, sheet.count - 1));
    const auto columns = static_cast<float>(sheet.columns);
    const int count_rows = (sheet.count + sheet.columns - 1) / sheet.columns;
    const auto rows = static_cast<float>(std::max(1, count_rows));
    const auto column = static_cast<float>(cell % sheet.columns);
    const auto row = static_cast<float>(cell / sheet.columns);
    // Half a texel in from each edge, or the neighbours would show.
    const float u = 0.5f / static_cast<float>(found->width);
    const float v = 0.5f / static_cast<float>(found->height);
    const auto [min, max] = snapped(rect, m_layout);
    const float most = std::min(max.x - min.x, max.y - min.y) / 2;
    m_list->AddImageRounded(
        to_imgui(found->texture), min, max, {column / columns + u, row / rows + v},
        {(column + 1) / columns - u, (row + 1) / rows - v}, rgba(Color::white, 1, m_look.theme),
        std::min(corner * m_layout.scale, most));
    return true;
}

bool Ui::want_sheet(const std::string& key, const Sheet& sheet, const Rect& rect) {
    return find_sheet(key, sheet, rect).has_value();
}

void Ui::push_clip(const Rect& rect) {
    const auto [min, max] = snapped(rect, m_layout);
    m_list->PushClipRect(min, max, true);
    m->clips.push_back(m->clips.empty() ? rect : rect.intersected(m->clips.back()));
}

void Ui::pop_clip() {
    PUFA_ASSERT(!m->clips.empty());
    m->clips.pop_back();
    m_list->PopClipRect();
}

void Ui::video_hole(const Rect& rect) {
    m_video = rect;
}

} // namespace pufa::ui
