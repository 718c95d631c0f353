#include "kiosk/app/stage.h"

#include "kiosk/app/damage_area.h"
#include "kiosk/screens/screens.h"

#include <cmath>
#include <utility>

namespace pufa::app {
namespace {

constexpr float k_tap_move_mm = 2.7f;
constexpr float k_slop_mm = 5;

} // namespace

ui::Recogniser::Limits Stage::limits_of(const ui::Layout& layout) {
    return {layout.mm(k_tap_move_mm), layout.mm(k_slop_mm)};
}

Stage::Stage(platform::Window& window, std::unique_ptr<ui::Text> text, ui::FindPicture find_picture,
             float panel_diagonal_mm)
    : m_window(window)
    , m_panel_diagonal_mm(panel_diagonal_mm)
    , m_layout(ui::make_layout(window.width(), window.height(), panel_diagonal_mm))
    , m_text(std::move(text))
    , m_ui(*m_text, m_memory, std::move(find_picture))
    , m_recogniser(limits_of(m_layout)) {}

bool Stage::touch(const platform::PointerEvent& event, SteadyTime now) {
    const ui::Point at = m_layout.to_canvas(event.at);
    bool finished = false;
    for (const auto& gesture : m_recogniser.feed({event.kind, event.finger, at, now}, m_seen)) {
        m_ui.apply(gesture, now);
        m_wants_frame = true;
        if (const auto* tap = std::get_if<ui::Tap>(&gesture)) {
            m_input.tapped = tap->id;
            finished = true;
        } else if (const auto* slide = std::get_if<ui::Slide>(&gesture)) {
            m_input.slide = *slide;
            finished = finished || slide->done;
        }
    }
    return finished;
}

screens::Intent Stage::build(const screens::Page& page, const screens::Overlay& overlay,
                             const std::optional<screens::Banner>& banner, const model::Look& look,
                             SteadyTime now) {
    if (look != m_look) {
        m_look = look;
        lay_out();
    }
    // A film stands where it is and does not come in with its page; what came in over it would only
    // keep its first picture waiting.
    if (std::holds_alternative<screens::WatchModel>(page)) m_memory.page_comes = false;
    auto drawn_as = m_look;
    if (m_window.presenter().slow()) drawn_as.motion = ui::Motion::reduced;
    m_ui.begin(m_layout, drawn_as, std::exchange(m_input, {}), now);
    auto intent = screens::draw(m_ui, page, overlay, banner);
    m_frame = &m_ui.end();
    m_wants_frame = m_ui.animating();
    return intent;
}

void Stage::show(const Playing& playing) {
    m_seen = m_ui.targets();
    auto damage = m_damage.next(*m_frame, m_layout.pixel_width, m_layout.pixel_height);
    const auto layer = layer_of(playing);
    const auto place = layer ? std::optional{layer->place} : std::nullopt;
    const bool moved = place != m_shown_at;
    if (moved && m_shown_at) add_damage(damage, *m_shown_at);
    if (layer && (moved || layer->serial != m_shown_serial)) add_damage(damage, layer->place);
    m_window.presenter().present(*m_frame, layer, damage);
    m_shown_at = place;
    m_shown_serial = layer ? layer->serial : 0;
}

void Stage::show_picture(const Playing& playing) {
    const auto layer = layer_of(playing);
    if (!m_frame || !layer) return;
    std::vector<ui::PixelRect> damage{layer->place};
    if (m_shown_at) add_damage(damage, *m_shown_at);
    m_window.presenter().present(*m_frame, layer, damage);
    m_shown_at = layer->place;
    m_shown_serial = layer->serial;
}

bool Stage::has_news(const Playing& playing) const {
    const auto layer = layer_of(playing);
    return layer && (layer->place != m_shown_at || layer->serial != m_shown_serial);
}

bool Stage::shows(const Playing& playing) const {
    return m_shown_at && playing.picture && m_shown_serial == playing.serial;
}

std::optional<platform::VideoLayer> Stage::layer_of(const Playing& playing) const {
    const auto place = video_place();
    if (place.empty() || !playing.picture) return std::nullopt;
    return platform::VideoLayer{playing.picture, playing.serial, place, playing.rotation};
}

ui::PixelRect Stage::video_place() const {
    const auto& rect = m_ui.video_rect();
    if (!rect) return {};
    return m_layout.pixels(*rect);
}

void Stage::resized() {
    lay_out();
    exposed();
}

void Stage::set_panel(float diagonal_mm) {
    if (std::exchange(m_panel_diagonal_mm, diagonal_mm) == diagonal_mm) return;
    resized();
}

void Stage::lay_out() {
    m_layout = ui::make_layout(m_window.width(), m_window.height(), m_panel_diagonal_mm,
                               m_look.text, m_look.reach);
    m_recogniser = ui::Recogniser(limits_of(m_layout));
}

void Stage::exposed() {
    m_damage.forget();
    m_wants_frame = true;
}

void Stage::page_changed() {
    m_memory = {};
    m_memory.page_comes = true;
    m_recogniser.reset();
    m_wants_frame = true;
}

void Stage::visit_ended() {
    page_changed();
}

} // namespace pufa::app
