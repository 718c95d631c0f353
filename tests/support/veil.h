#pragma once
// Where the topmost layer of a frame begins: a sheet, or a notice, lies over a veil that covers the
// whole canvas, and so does a page over its own ground.

#include "kiosk/ui/layout.h"

#include <imgui/imgui.h>

namespace pufa::support {

/// Behind the vertices of the last plain rectangle that covers the whole canvas; 0 if none does.
[[nodiscard]] inline int veil_end(const ImDrawData& frame, const ui::Layout& layout) {
    const auto& vertices = frame.CmdLists[0]->VtxBuffer;
    const auto at = [&](int index) { return vertices[index].pos; };
    const auto right = static_cast<float>(layout.pixel_width) - 1;
    const auto top = static_cast<float>(layout.pixel_top) + 1;
    const auto bottom = static_cast<float>(layout.pixel_height) - 1;
    for (int i = vertices.Size - 4; i >= 0; --i) {
        const ImVec2 min = at(i);
        const ImVec2 max = at(i + 2);
        const bool plain = at(i + 1).x == max.x && at(i + 1).y == min.y && at(i + 3).x == min.x &&
                           at(i + 3).y == max.y;
        if (plain && min.x <= 1 && min.y <= top && max.x >= right && max.y >= bottom) return i + 4;
    }
    return 0;
}

} // namespace pufa::support
