#pragma once
// Shows a page on a panel that hangs on its side or upside down. UI thread, current GL context.

#include "content/base/result.h"

#include <memory>

namespace pufa::platform {

class GlTurn {
  public:
    /// Clockwise by 90, 180 or 270 degrees. NO_DISPLAY if the shader does not compile.
    [[nodiscard]] static Result<std::unique_ptr<GlTurn>> make(int rotation);
    ~GlTurn();
    GlTurn(const GlTurn&) = delete;
    GlTurn& operator=(const GlTurn&) = delete;

    /// All of `texture` onto all of the bound framebuffer, `width` by `height` pixels.
    void draw(unsigned texture, int width, int height) const;

  private:
    GlTurn() = default;
    unsigned m_program = 0;
    unsigned m_vertex_array = 0;
};

} // namespace pufa::platform
