#pragma once
// ImGui's packaged OpenGL3 backend, limited to damage. The backend hangs its state on an ImGui
// context; it gets one of its own, so the context that makes the draw lists (kiosk/ui) may come
// later and go earlier. UI thread, current GL context.

#include "content/base/result.h"
#include "kiosk/ui/damage.h"

#include <memory>
#include <span>

struct ImDrawData;
struct ImGuiContext;

namespace pufa::platform {

class ImguiRenderer {
  public:
    [[nodiscard]] static Result<std::unique_ptr<ImguiRenderer>> make();
    ~ImguiRenderer();
    ImguiRenderer(const ImguiRenderer&) = delete;
    ImguiRenderer& operator=(const ImguiRenderer&) = delete;

    /// Draws onto the bound framebuffer what lies in `parts`, which do not overlap. ImDrawCmd's
    /// VtxOffset is honoured; texture 0 is plain white.
    void draw(ImDrawData& draw_data, std::span<const ui::PixelRect> parts);

  private:
    ImguiRenderer() = default;
    ImGuiContext* m_context = nullptr;
    unsigned m_white = 0;
};

} // namespace pufa::platform
