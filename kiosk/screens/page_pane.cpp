// The content of a page that may be longer than the room between header and dock.

#include "kiosk/screens/frame.h"
#include "kiosk/screens/widgets.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_thumb = 6;
constexpr float k_edge = ui::space::s12; // between the button and the screen's

float button_side(const Ui& ui) {
    return ui.layout().mm(k_normal_mm);
}

} // namespace

PagePane::PagePane(Ui& ui, std::string_view name, const Rect& area,
                   const std::function<float(float width)>& length_at)
    : m_ui(ui)
    , m_name(name)
    , m_area(area)
    , m_width(area.w)
    , m_length(length_at(area.w)) {
    if (!scrolls()) return; // unclipped, shadows may reach past it
    m_width = std::min(m_width, column() - target_gap(ui) - area.x);
    m_length = length_at(m_width);
    if (!scrolls()) return; // narrower pictures are lower
    const Rect pane{0, area.y, ui.layout().canvas_width, area.h};
    m_offset = ui.scroll_area(m_name + ".scroll", pane, m_length, false);
    ui.push_clip(pane);
}

float PagePane::column() const {
    const float side = button_side(m_ui);
    const float canvas = m_ui.layout().canvas_width;
    const float in_margin = m_area.right() + target_gap(m_ui);
    return in_margin + side + k_edge <= canvas ? in_margin : canvas - side - k_edge;
}

Rect PagePane::reach() const {
    const float canvas = m_ui.layout().canvas_width;
    if (!scrolls()) return {0, m_area.y, canvas, m_area.h};
    // What shows at the dock's very edge is not for the finger: the dock's buttons are too near.
    return {0, m_area.y, column() - target_gap(m_ui), m_area.h - target_gap(m_ui) / 2};
}

PagePane::~PagePane() {
    if (!scrolls()) return;
    m_ui.pop_clip();
    const float side = button_side(m_ui);
    const Rect button{column(), m_area.bottom() - side - target_gap(m_ui), side, side};
    const float track = button.y - target_gap(m_ui) - m_area.y;
    const float length = std::max(track * m_area.h / m_length, ui::space::s48);
    const float travel = (track - length) * m_offset / (m_length - m_area.h);
    const float x = button.center().x - k_thumb / 2;
    m_ui.fill({x, m_area.y, k_thumb, track}, Color::line, k_thumb / 2);
    m_ui.fill({x, m_area.y + std::clamp(travel, 0.f, track - length), k_thumb, length},
              Color::brick, k_thumb / 2);
    scroll_button(m_ui, m_name + ".more", m_name + ".scroll", button, m_area, m_length);
}

} // namespace pufa::screens
