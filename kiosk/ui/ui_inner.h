#pragma once
// What Ui keeps to itself. Only for the .cpp files of this folder.

#include "kiosk/ui/imgui_types.h"
#include "kiosk/ui/shadow.h"
#include "kiosk/ui/ui.h"

#include <cmath>
#include <optional>
#include <vector>

struct ImGuiContext;

namespace pufa::ui {

struct Ui::Inner {
    explicit Inner(TextureHost& host)
        : shadows(host) {}

    ImGuiContext* context = nullptr;
    Shadows shadows;
    std::vector<Rect> clips;
    bool drawn_before = false;
    /// A still screen draws no frames, so a tween begins at the touch, not at the frame before it.
    SteadyTime touched{};
    /// The tap that comes next only stopped a moving list.
    bool swallow_tap = false;
};

struct PixelRectF {
    ImVec2 min, max;
};
/// Edges on whole pixels, at least one apart.
[[nodiscard]] inline PixelRectF snapped(const Rect& rect, float scale) {
    const auto edge = [&](float at) { return std::round(at * scale); };
    PixelRectF out{{edge(rect.x), edge(rect.y)}, {edge(rect.right()), edge(rect.bottom())}};
    if (rect.w > 0 && out.max.x <= out.min.x) out.max.x = out.min.x + 1;
    if (rect.h > 0 && out.max.y <= out.min.y) out.max.y = out.min.y + 1;
    return out;
}

} // namespace pufa::ui
