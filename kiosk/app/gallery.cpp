#include "kiosk/app/gallery.h"

#include "kiosk/app/failure.h"
#include "kiosk/screens/gallery.h"

#include <array>

namespace pufa::app {
namespace {

constexpr std::chrono::milliseconds k_frame{16}, k_rest{500};
constexpr float k_tap_move_mm = 2.7f, k_slop_mm = 5;

class Gallery {
  public:
    Gallery(platform::Window& window, ui::Text& text, float panel_mm, model::Look look)
        : m_window(window)
        , m_panel_mm(panel_mm)
        , m_look(look)
        , m_ui(text, m_memory, [](const std::string&, ui::PixelSize) { return std::nullopt; }) {
        lay_out();
    }
    /// False when the window was closed.
    bool turn() {
        for (const auto& event : m_window.wait(m_ui.animating() ? k_frame : k_rest)) {
            if (std::holds_alternative<platform::QuitAsked>(event)) return false;
            if (const auto* pointer = std::get_if<platform::PointerEvent>(&event)) touch(*pointer);
            if (std::holds_alternative<platform::Resized>(event)) lay_out();
        }
        draw();
        return true;
    }

  private:
    void lay_out() {
        m_layout = ui::make_layout(m_window.width(), m_window.height(), m_panel_mm, m_look.text,
                                   m_look.reach);
        m_recogniser = ui::Recogniser({m_layout.mm(k_tap_move_mm), m_layout.mm(k_slop_mm)});
    }
    void touch(const platform::PointerEvent& event) {
        const auto now = base::steady_now();
        for (const auto& gesture : m_recogniser.feed(
                 {event.kind, event.finger, m_layout.to_canvas(event.at), now}, m_ui.targets())) {
            m_ui.apply(gesture, now);
            if (const auto* tap = std::get_if<ui::Tap>(&gesture)) m_input.tapped = tap->id;
        }
    }
    void draw() {
        m_ui.begin(m_layout, m_look, std::exchange(m_input, {}), base::steady_now());
        const auto asked = screens::draw_gallery(m_ui, m_state);
        const ui::PixelRect whole{0, 0, m_layout.pixel_width, m_layout.pixel_height};
        m_window.presenter().present(m_ui.end(), std::nullopt, std::array{whole});
        const auto look = m_look;
        if (const auto* theme = std::get_if<screens::ChooseTheme>(&asked))
            m_look.theme = theme->theme;
        if (const auto* text = std::get_if<screens::ChooseTextSize>(&asked))
            m_look.text = text->size;
        if (const auto* words = std::get_if<screens::ChooseLanguage>(&asked))
            m_look.language = words->language;
        if (const auto* reach = std::get_if<screens::ChooseReach>(&asked))
            m_look.reach = reach->reach;
        if (look != m_look) lay_out();
    }

    platform::Window& m_window;
    float m_panel_mm;
    model::Look m_look;
    screens::GalleryState m_state;
    ui::Layout m_layout;
    ui::UiMemory m_memory;
    ui::Ui m_ui;
    ui::Recogniser m_recogniser{{0, 0}};
    ui::Ui::Input m_input;
};

} // namespace

int run_gallery(const Options& options, const Ground& ground) {
    auto parts = assemble(options, ground, window_of(options, ground));
    if (!parts) return end_with(ground.language, parts.error());
    Gallery gallery(*parts->window, *parts->text, parts->panel_diagonal_mm,
                    {.language = ground.language});
    while (gallery.turn()) {
    }
    return 0;
}

} // namespace pufa::app
