#pragma once
// Draw data made as kiosk/ui makes it: an ImGui context without a backend.

#include <imgui.h>

#include <cstdint>
#include <functional>

namespace pufa::test {

inline ImTextureID to_imgui(uint64_t texture) {
    return reinterpret_cast<ImTextureID>(static_cast<uintptr_t>(texture));
}

class Drawing {
  public:
    Drawing(int width, int height)
        : m_size(static_cast<float>(width), static_cast<float>(height))
        , m_context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(m_context);
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = m_size;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
        io.Fonts->Build();
        ImGui::GetStyle().AntiAliasedLinesUseTex = false;
    }
    ~Drawing() {
        ImGui::SetCurrentContext(m_context);
        ImGui::DestroyContext(m_context);
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;

    ImDrawData& draw(const std::function<void(ImDrawList&)>& draw) {
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
        return *ImGui::GetDrawData();
    }
    ImDrawData& fill(uint32_t colour) {
        return draw([&](ImDrawList& list) { list.AddRectFilled({0, 0}, m_size, colour); });
    }
    ImDrawData& nothing() {
        return draw([](ImDrawList&) {});
    }

  private:
    ImVec2 m_size;
    ImGuiContext* m_context;
};

} // namespace pufa::test
