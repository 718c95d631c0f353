#pragma once
// One panel with the real presenter behind it, offscreen: a page model goes in, a picture comes
// out. One at a time, on the thread that opened it.

#include "content/base/result.h"
#include "kiosk/platform/window.h"
#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"
#include "tests/shots/panel.h"
#include "tests/shots/stand_ins.h"
#include "tests/support/sample_pages.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace pufa::shots {

struct SceneOptions {
    Film film = Film::scene;
    platform::DrawnBy drawn_by = platform::DrawnBy::gl;
    /// Puts something between the pages and their text, to watch it.
    std::function<std::unique_ptr<ui::Text>(std::unique_ptr<ui::Text>)> wrap_text = nullptr;
};

class Scene {
  public:
    /// NO_DISPLAY or NO_FONT if this machine cannot draw.
    [[nodiscard]] static Result<std::unique_ptr<Scene>> open(const Panel& panel,
                                                             const SceneOptions& options = {});
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// The page as it stands when all that moves has come to rest. `look.reach` is the panel's.
    void draw(const screens::Page& page, const screens::Overlay& overlay, model::Look look);
    /// The same of a page by name, with what touches have left on it.
    void draw(const support::NamedPage& named, model::Look look);
    /// The same of what `page` draws.
    void draw(const std::function<void(ui::Ui&)>& page, model::Look look);
    /// The last page once more, its vertices as they are now.
    void draw_again();
    /// Only what lies in `damage`.
    void draw_again(std::span<const ui::PixelRect> damage);
    /// What the last page was drawn from; valid until the next.
    [[nodiscard]] ImDrawData& frame() { return *m_frame; }
    [[nodiscard]] const ui::Layout& layout() const { return m_layout; }
    /// What was drawn last, and a part of it.
    [[nodiscard]] platform::Image picture() const;
    [[nodiscard]] platform::Image read_back(const ui::PixelRect& part) const;
    /// Words in black on white, `width` by `height` pixels. The first call for some words draws
    /// over what was drawn, and costs the pages their glyphs.
    [[nodiscard]] const platform::Image& label(const std::string& words, int width, int height);
    [[nodiscard]] ui::Ui& ui() { return *m_ui; }

  private:
    Scene(const Panel& panel, Film film, std::unique_ptr<platform::Window> window);
    void draw(const std::function<void(ui::Ui&)>& page, model::Look look,
              const std::function<void(ui::UiMemory&)>& prepare, const ui::Ui::Input& input);
    Result<void> start(const SceneOptions& options);
    [[nodiscard]] std::optional<ui::PictureTexture> find_poster(const std::string& key);

    Panel m_panel;
    std::unique_ptr<platform::Window> m_window;
    std::unique_ptr<ui::Text> m_text;
    ui::UiMemory m_memory;
    std::unique_ptr<ui::Ui> m_ui;
    std::map<std::string, ui::PictureTexture> m_posters;
    std::map<std::string, platform::Image> m_labels;
    StillFilm m_film;
    ImDrawData* m_frame = nullptr;
    ui::Layout m_layout;
    SteadyTime m_now{std::chrono::seconds{1000}};
};

} // namespace pufa::shots
