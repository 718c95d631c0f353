#include "kiosk/platform/presenter_trial.h"

#include "content/base/log.h"
#include "kiosk/platform/gl_presenter.h"
#include "kiosk/platform/sdl_video.h"
#include "kiosk/platform/soft_presenter.h"
#include "kiosk/ui/theme.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <vector>

namespace pufa::platform {
namespace {

constexpr int k_width = 1920;
constexpr int k_height = 1080;
constexpr int k_pages = 3;

double processor_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

ImTextureID to_imgui(ui::TextureId texture) {
    return reinterpret_cast<ImTextureID>(static_cast<uintptr_t>(texture));
}

/// Two rows of four cards with a shadow, a picture and some lines of words each.
class TrialPage {
  public:
    explicit TrialPage(ui::TextureHost& host)
        : m_host(host)
        , m_before(ImGui::GetCurrentContext())
        , m_context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(m_context);
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {k_width, k_height};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        io.Fonts->Build();
        m_glyphs = host.create(k_glyph, k_glyph, pixels(k_glyph, k_glyph, Alpha::rings));
        m_picture = host.create(k_picture_width, k_picture_height,
                                pixels(k_picture_width, k_picture_height, Alpha::full));
        ImGui::NewFrame();
        draw(*ImGui::GetBackgroundDrawList());
        ImGui::Render();
    }
    ~TrialPage() {
        ImGui::DestroyContext(m_context);
        ImGui::SetCurrentContext(m_before);
        m_host.destroy(m_glyphs);
        m_host.destroy(m_picture);
    }
    TrialPage(const TrialPage&) = delete;
    TrialPage& operator=(const TrialPage&) = delete;

    [[nodiscard]] ImDrawData& data() { return *ImGui::GetDrawData(); }

  private:
    static constexpr int k_glyph = 32;
    static constexpr int k_picture_width = 400;
    static constexpr int k_picture_height = 220;

    enum class Alpha { full, rings };
    static std::vector<uint8_t> pixels(int width, int height, Alpha alpha) {
        std::vector<uint8_t> rgba;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const auto level = static_cast<uint8_t>(x * 7 + y * 5);
                if (alpha == Alpha::full)
                    rgba.insert(rgba.end(), {level, static_cast<uint8_t>(y), 90, 255});
                else
                    rgba.insert(rgba.end(), {255, 255, 255, level});
            }
        return rgba;
    }

    void draw(ImDrawList& list) const {
        list.AddRectFilled({0, 0}, {k_width, k_height}, ui::rgba(ui::Color::paper));
        for (int i = 0; i < 8; ++i) {
            const auto x = static_cast<float>(96 + i % 4 * 436);
            const auto y = static_cast<float>(150 + i / 4 * 440);
            draw_card(list, {x, y});
        }
    }
    void draw_card(ImDrawList& list, ImVec2 at) const {
        constexpr float k_wide = 420, k_tall = 400, k_inset = 10;
        const auto shadow = ui::rgba(ui::Color::ink, 0.1f);
        list.AddImage(to_imgui(m_glyphs), {at.x - k_inset, at.y - k_inset},
                      {at.x + k_wide + k_inset, at.y + k_tall + k_inset}, {0, 0}, {1, 1}, shadow);
        list.AddRectFilled(at, {at.x + k_wide, at.y + k_tall}, ui::rgba(ui::Color::white), 16);
        list.AddImage(to_imgui(m_picture), {at.x + k_inset, at.y + k_inset},
                      {at.x + k_inset + k_picture_width, at.y + k_inset + k_picture_height});
        list.PushTextureID(to_imgui(m_glyphs));
        for (int i = 0; i < 48; ++i) {
            const ImVec2 corner{at.x + k_inset + static_cast<float>(i % 12 * 33),
                                at.y + 240 + static_cast<float>(i / 12 * 38)};
            list.PrimReserve(6, 4);
            list.PrimRectUV(corner, {corner.x + k_glyph, corner.y + k_glyph}, {0, 0}, {1, 1},
                            ui::rgba(ui::Color::ink));
        }
        list.PopTextureID();
    }

    ui::TextureHost& m_host;
    ImGuiContext* m_before;
    ImGuiContext* m_context;
    ui::TextureId m_glyphs = 0;
    ui::TextureId m_picture = 0;
};

std::optional<double> gl_cost() {
    const auto window = SdlWindowHandle::open_hidden_gl();
    if (!window) {
        base::log_info("OpenGL: {}", window.error().detail);
        return std::nullopt;
    }
    const auto presenter = GlPresenter::make(k_width, k_height, {}, VideoBy::whichever_is_faster);
    if (!presenter) {
        base::log_info("OpenGL: {}", presenter.error().detail);
        return std::nullopt;
    }
    return page_cost_ms(**presenter);
}

} // namespace

double page_cost_ms(Presenter& presenter) {
    TrialPage page(presenter);
    const std::array whole{ui::PixelRect{0, 0, k_width, k_height}};
    double least = 0;
    for (int i = 0; i <= k_pages; ++i) {
        const double began = processor_ms();
        presenter.present(page.data(), std::nullopt, whole);
        (void)presenter.read_back({0, 0, 1, 1}); // waits for what GL draws beside us
        const double took = processor_ms() - began;
        if (i == 1 || (i > 1 && took < least)) least = took; // the first one makes ready
    }
    return least;
}

DrawnBy cheaper(std::optional<double> gl_ms, double soft_ms) {
    return gl_ms && *gl_ms <= soft_ms ? DrawnBy::gl : DrawnBy::soft;
}

DrawnBy try_presenters() {
    const auto soft = make_soft_presenter(make_memory_screen(k_width, k_height));
    const double soft_ms = page_cost_ms(*soft);
    const auto gl_ms = gl_cost();
    const auto chosen = cheaper(gl_ms, soft_ms);
    base::log_info("a page costs {:.1f} ms of processor time without OpenGL and {} with: drawn {}",
                   soft_ms, gl_ms ? fmt::format("{:.1f} ms", *gl_ms) : "cannot be drawn",
                   chosen == DrawnBy::gl ? "by OpenGL" : "without OpenGL");
    return chosen;
}

} // namespace pufa::platform
