#pragma once
// Draws pages and reads touches: window, ui and damage behind one door. A frame is built only when
// asked for, and presented only where it differs from the one before. UI thread.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "kiosk/platform/window.h"
#include "kiosk/screens/page.h"
#include "kiosk/ui/damage.h"
#include "kiosk/ui/layout.h"
#include "kiosk/ui/text.h"
#include "kiosk/ui/touch.h"
#include "kiosk/ui/ui.h"

#include <memory>
#include <optional>
#include <vector>

namespace pufa::app {

/// The picture that plays, if any.
struct Playing {
    const media::Picture* picture = nullptr;
    uint64_t serial = 0;
    int rotation = 0; ///< degrees clockwise, as its file says
};

class Stage {
  public:
    /// `window` outlives it.
    Stage(platform::Window& window, std::unique_ptr<ui::Text> text, ui::FindPicture find_picture,
          float panel_diagonal_mm);

    // ---- touching ----
    /// Shows presses and scrolls; true if a finished touch waits to be drawn (a tap, the end of a
    /// slide), which the next touch must not overtake.
    [[nodiscard]] bool touch(const platform::PointerEvent& event, SteadyTime now);

    // ---- drawing ----
    /// A frame of the page, and what the touches since the last one mean on it.
    [[nodiscard]] screens::Intent build(const screens::Page& page, const screens::Overlay& overlay,
                                        const std::optional<screens::Banner>& banner,
                                        const model::Look& look, SteadyTime now);
    /// Staff told how large the panel is.
    void set_panel(float diagonal_mm);
    /// Presents the frame that was built last, where it differs from the one presented before.
    void show(const Playing& playing);
    /// A new picture on an unchanged page: only the video's place is drawn.
    void show_picture(const Playing& playing);
    /// The last frame has a place for a video and does not show this picture in it.
    [[nodiscard]] bool has_news(const Playing& playing) const;
    /// The last frame shows just this picture.
    [[nodiscard]] bool shows(const Playing& playing) const;
    /// Pressed, scrolled or moving: a frame is due.
    [[nodiscard]] bool wants_frame() const { return m_wants_frame; }

    // ---- what happens around it ----
    /// Something that pages are drawn from is new: look whether a frame differs.
    void refresh() { m_wants_frame = true; }
    void resized();
    /// The window's content was lost: show all of it again.
    void exposed();
    void page_changed();
    void visit_ended();

    /// What can be touched on the frame that the visitor sees; canvas units.
    [[nodiscard]] const ui::TargetRecord& seen() const { return m_seen; }
    [[nodiscard]] const ui::Layout& layout() const { return m_layout; }
    /// Where the video is on that frame, in pixels; empty if nowhere.
    [[nodiscard]] ui::PixelRect video_place() const;

  private:
    void lay_out();
    [[nodiscard]] std::optional<platform::VideoLayer> layer_of(const Playing& playing) const;
    [[nodiscard]] static ui::Recogniser::Limits limits_of(const ui::Layout& layout);

    platform::Window& m_window;
    model::Look m_look;
    float m_panel_diagonal_mm;
    ui::Layout m_layout;
    std::unique_ptr<ui::Text> m_text;
    ui::UiMemory m_memory;
    ui::Ui m_ui;
    ui::Recogniser m_recogniser;
    ui::DamageTracker m_damage;
    ui::TargetRecord m_seen;
    ui::Ui::Input m_input; ///< for the next frame
    bool m_wants_frame = true;
    ImDrawData* m_frame = nullptr;           ///< the last one built, valid until the next
    std::optional<ui::PixelRect> m_shown_at; ///< the video's place in what was presented
    uint64_t m_shown_serial = 0;
};

} // namespace pufa::app
