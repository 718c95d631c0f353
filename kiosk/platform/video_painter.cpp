#include "kiosk/platform/video_painter.h"

#include "kiosk/platform/cpu_video.h"
#include "kiosk/platform/gl_video.h"

#include <epoxy/gl.h>

#include <string_view>

namespace pufa::platform {
namespace {

/// Mesa's renderers without a GPU; there a full-screen shader takes longer than a frame lasts.
bool drawn_by_processor() {
    const auto* name = glGetString(GL_RENDERER);
    const std::string_view renderer = name ? reinterpret_cast<const char*>(name) : "";
    return renderer.find("llvmpipe") != std::string_view::npos ||
           renderer.find("softpipe") != std::string_view::npos ||
           renderer.find("SWR") != std::string_view::npos;
}

} // namespace

Result<std::unique_ptr<VideoPainter>> make_video_painter(VideoBy by) {
    if (by == VideoBy::processor || (by == VideoBy::whichever_is_faster && drawn_by_processor()))
        return std::unique_ptr<VideoPainter>(std::make_unique<CpuVideo>());
    PUFA_TRY(auto by_shader, GlVideo::make());
    return std::unique_ptr<VideoPainter>(std::move(by_shader));
}

} // namespace pufa::platform
