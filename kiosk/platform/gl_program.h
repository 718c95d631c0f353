#pragma once
// A linked GL program for whichever context came: desktop GL ≥ 3.2 core or GLES ≥ 3.0.

#include "content/base/result.h"

#include <string_view>

namespace pufa::platform {

/// "#version 150" or "#version 300 es"; a context must be current.
[[nodiscard]] const char* glsl_version();

/// Both texts without a #version line. NO_DISPLAY with the compiler's words: the driver is at
/// fault, the texts are tested.
[[nodiscard]] Result<unsigned> link_program(std::string_view vertex, std::string_view fragment);

} // namespace pufa::platform
