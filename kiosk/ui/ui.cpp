#include "kiosk/ui/ui.h"

#include "content/base/result.h"
#include "content/strings/strings.h"
#include "kiosk/ui/ui_inner.h"

#include <algorithm>

namespace pufa::ui {

namespace {

float as_seconds(std::chrono::milliseconds span) {
    return static_cast<float>(span.count()) / 1e3f;
}

float seconds(base::Micros span) {
    return std::max(0.f, static_cast<float>(span.count()) / 1e6f);
}

/// ImGui wants a font built before it makes a frame, though no screen draws with it; its atlas is
/// never uploaded: the white of shapes is the glyph pages'.
void give_font(ImGuiIO& io, TextureId white) {
    io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
    io.Fonts->AddFontDefault();
    io.Fonts->Build();
    io.Fonts->SetTexID(to_imgui(white));
    io.Fonts->TexUvWhitePixel = {Text::k_white_uv, Text::k_white_uv};
}

} // namespace

Ui::Ui(Text& text, UiMemory& memory, FindPicture find_picture)
    : m(std::make_unique<Inner>(text.textures()))
    , m_text(text)
    , m_memory(memory)
    , m_find_picture(std::move(find_picture)) {
    PUFA_ASSERT(ImGui::GetCurrentContext() == nullptr);
    m->context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    ImGuiStyle& style = ImGui::GetStyle();
    style.AntiAliasedLinesUseTex = false;
    style.CircleTessellationMaxError = 0.15f;
    give_font(io, text.white());
}

Ui::~Ui() {
    ImGui::DestroyContext(m->context);
}

void Ui::begin(const Layout& layout, const Look& look, Input input, SteadyTime now) {
    const SteadyTime before = m->drawn_before ? std::max(m_now, m->touched) : now;
    m->drawn_before = true;
    m_layout = layout;
    m_look = look;
    m_input = std::move(input);
    if (std::exchange(m->swallow_tap, m->swallow_tap && m_input.tapped.empty()))
        m_input.tapped.clear();
    m_now = now;
    m_targets.clear();
    m_layer = 0;
    m_animating = false;
    m_video.reset();
    m->clips.clear();
    m->still.clear();
    m->in_still = false;
    m->page_end.reset();
    m->sheet_begin.reset();

    m_text.set_scale(layout.scale);
    m_text.set_top(layout.pixel_top);
    m_text.set_language(look.language);
    m_text.set_theme(look.theme);
    m_text.begin_frame();
    m->shadows.set_scale(layout.scale);
    tween_presses(seconds(now - before));

    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(layout.pixel_width),
                      static_cast<float>(layout.pixel_height)};
    io.DeltaTime = 1.f / 60;
    ImGui::NewFrame();
    m_list = ImGui::GetBackgroundDrawList();
}

void Ui::tween_presses(float elapsed) {
    if (!m_memory.pressed.empty()) m_memory.press_depth.try_emplace(m_memory.pressed, 0.f);
    for (auto entry = m_memory.press_depth.begin(); entry != m_memory.press_depth.end();) {
        auto& [id, depth] = *entry;
        const bool down = id == m_memory.pressed;
        depth = down ? std::min(1.f, depth + elapsed / as_seconds(motion::press))
                     : std::max(0.f, depth - elapsed / as_seconds(motion::release));
        const bool moving = down ? depth < 1 : depth > 0;
        m_animating = m_animating || moving;
        entry = !down && !moving ? m_memory.press_depth.erase(entry) : std::next(entry);
    }
}

ImDrawData& Ui::end() {
    PUFA_ASSERT(m->clips.empty());
    move_in();
    m_list = nullptr;
    ImGui::Render();
    return *ImGui::GetDrawData();
}

const std::string& Ui::tr(std::string_view key) const {
    return strings::text(m_look.language, key);
}

std::string Ui::tr(std::string_view key, std::initializer_list<strings::Argument> with) const {
    return strings::text(m_look.language, key, with);
}

} // namespace pufa::ui
