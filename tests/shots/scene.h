#pragma once
// One panel with the real presenter behind it, offscreen: a page model goes in, a picture comes
// out. One at a time, on the thread that opened it.

#include "content/base/result.h"
#include "kiosk/platform/window.h"
#include "kiosk/screens/page.h"
#include "kiosk/ui/ui.h"
#include "tests/shots/panel.h"
#include "tests/shots/stand_ins.h"

#include <map>
#include <memory>
#include <string>

namespace pufa::shots {

class Scene {
  public:
    /// NO_DISPLAY or NO_FONT if this machine cannot draw.
    [[nodiscard]] static Result<std::unique_ptr<Scene>> open(const Panel& panel);
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    /// The page as it stands when all that moves has come to rest. `look.reach` is the panel's.
    void draw(const screens::Page& page, const screens::Overlay& overlay, model::Look look);
    /// What was drawn last.
    [[nodiscard]] platform::Image picture() const;
    /// Words in black on white, `width` by `height` pixels. The first call for some words draws
    /// over what was drawn, and costs the pages their glyphs.
    [[nodiscard]] const platform::Image& label(const std::string& words, int width, int height);
    [[nodiscard]] ui::Ui& ui() { return *m_ui; }

  private:
    Scene(const Panel& panel, std::unique_ptr<platform::Window> window);
    Result<void> start();
    void present(ImDrawData& frame, const ui::Layout& layout);
    [[nodiscard]] std::optional<ui::PictureTexture> find_poster(const std::string& key);

    Panel m_panel;
    std::unique_ptr<platform::Window> m_window;
    std::unique_ptr<ui::Text> m_text;
    ui::UiMemory m_memory;
    std::unique_ptr<ui::Ui> m_ui;
    std::map<std::string, ui::PictureTexture> m_posters;
    std::map<std::string, platform::Image> m_labels;
    StillFilm m_film;
    SteadyTime m_now{std::chrono::seconds{1000}};
};

} // namespace pufa::shots
