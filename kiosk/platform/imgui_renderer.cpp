#include "kiosk/platform/imgui_renderer.h"

#include "kiosk/platform/gl_program.h"

#include <backends/imgui_impl_opengl3.h>
#include <epoxy/gl.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace pufa::platform {
namespace {

/// Makes the backend's context current as long as it lives.
class Within {
  public:
    explicit Within(ImGuiContext* context)
        : m_before(ImGui::GetCurrentContext()) {
        ImGui::SetCurrentContext(context);
    }
    ~Within() { ImGui::SetCurrentContext(m_before); }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

  private:
    ImGuiContext* m_before;
};

GLuint make_white() {
    GLuint texture = 0;
    const uint32_t white = 0xffffffff;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 1, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, &white);
    return texture;
}

/// A list's commands, once for each part that they touch. Clips are rounded to whole pixels before
/// they are cut, so that a part is drawn exactly as it would be with the whole.
ImVector<ImDrawCmd> limited(const ImVector<ImDrawCmd>& commands,
                            std::span<const ui::PixelRect> parts, ImVec2 origin, GLuint white) {
    ImVector<ImDrawCmd> kept;
    for (const auto& command : commands) {
        if (command.UserCallback) {
            kept.push_back(command);
            continue;
        }
        if (command.ElemCount == 0) continue;
        const float left = std::round(command.ClipRect.x - origin.x);
        const float top = std::round(command.ClipRect.y - origin.y);
        const float right = std::round(command.ClipRect.z - origin.x);
        const float bottom = std::round(command.ClipRect.w - origin.y);
        for (const auto& part : parts) {
            auto cut = command;
            cut.ClipRect = {std::max(left, static_cast<float>(part.x)) + origin.x,
                            std::max(top, static_cast<float>(part.y)) + origin.y,
                            std::min(right, static_cast<float>(part.x + part.w)) + origin.x,
                            std::min(bottom, static_cast<float>(part.y + part.h)) + origin.y};
            if (cut.ClipRect.z <= cut.ClipRect.x || cut.ClipRect.w <= cut.ClipRect.y) continue;
            if (!cut.TextureId)
                cut.TextureId = reinterpret_cast<ImTextureID>(static_cast<uintptr_t>(white));
            kept.push_back(cut);
        }
    }
    return kept;
}

} // namespace

Result<std::unique_ptr<ImguiRenderer>> ImguiRenderer::make() {
    std::unique_ptr<ImguiRenderer> renderer(new ImguiRenderer);
    auto* before = ImGui::GetCurrentContext();
    renderer->m_context = ImGui::CreateContext();
    ImGui::SetCurrentContext(before);
    const Within within(renderer->m_context);
    ImGui::GetIO().IniFilename = nullptr;
    if (!ImGui_ImplOpenGL3_Init(glsl_version()))
        return Error{Code::NO_DISPLAY, "OpenGL", "ImGui's backend finds no GL functions"};
    if (!ImGui_ImplOpenGL3_CreateDeviceObjects())
        return Error{Code::NO_DISPLAY, "OpenGL", "ImGui's shaders do not compile"};
    renderer->m_white = make_white();
    return renderer;
}

ImguiRenderer::~ImguiRenderer() {
    if (m_white) glDeleteTextures(1, &m_white);
    if (!m_context) return;
    {
        const Within within(m_context);
        if (ImGui::GetIO().BackendRendererUserData) ImGui_ImplOpenGL3_Shutdown();
    }
    ImGui::DestroyContext(m_context);
}

void ImguiRenderer::draw(ImDrawData& draw_data, std::span<const ui::PixelRect> parts) {
    std::vector<ImVector<ImDrawCmd>> whole(static_cast<size_t>(draw_data.CmdListsCount));
    for (int i = 0; i < draw_data.CmdListsCount; ++i) {
        auto& commands = draw_data.CmdLists[i]->CmdBuffer;
        whole[static_cast<size_t>(i)].swap(commands);
        commands = limited(whole[static_cast<size_t>(i)], parts, draw_data.DisplayPos, m_white);
    }
    {
        const Within within(m_context);
        ImGui_ImplOpenGL3_RenderDrawData(&draw_data);
    }
    for (int i = 0; i < draw_data.CmdListsCount; ++i)
        draw_data.CmdLists[i]->CmdBuffer.swap(whole[static_cast<size_t>(i)]);
}

} // namespace pufa::platform
