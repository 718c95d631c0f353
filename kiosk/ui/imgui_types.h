#pragma once
// Our types and Dear ImGui's. Only for the .cpp files of this folder.

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/textures.h"

#include "imgui.h"

#include <bit>
#include <cstdint>

namespace pufa::ui {

[[nodiscard]] inline ImTextureID to_imgui(TextureId texture) {
    return std::bit_cast<ImTextureID>(static_cast<uintptr_t>(texture));
}

} // namespace pufa::ui
