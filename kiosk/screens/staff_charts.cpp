// What the desk tells in figures: large numbers, bars and shares, and the outline of a card.

#include "kiosk/screens/staff_blocks.h"

#include <algorithm>
#include <cmath>

namespace pufa::screens {

namespace {

constexpr float k_chart = 140;
constexpr float k_share_bar = 14;
constexpr float k_card_mm = 85.6f, k_card_height_mm = 53.98f, k_card_corner_mm = 3.18f;

} // namespace

void StaffColumn::operator()(const StaffNumbers& numbers) {
    if (numbers.all.empty()) return;
    const auto label = regular(ui::type::caption, Color::ink2, k_title_line);
    const auto value = bold(ui::type::headline, Color::ink);
    constexpr float k_least = 190;
    const auto count = numbers.all.size();
    const auto fit = static_cast<size_t>(std::max(1.f, m_w / k_least));
    const size_t columns = std::min(count, fit);
    const float w = m_w / static_cast<float>(columns);
    for (size_t from = 0; from < count; from += columns) {
        float tallest = 0;
        for (size_t i = from; i < std::min(count, from + columns); ++i) {
            const float x = m_x + static_cast<float>(i - from) * w;
            float h = words(value, {x, m_y}, w - ui::space::s16, numbers.all[i].value);
            h += words(label, {x, m_y + h}, w - ui::space::s16, numbers.all[i].label);
            tallest = std::max(tallest, h);
        }
        m_y += tallest + ui::space::s16;
    }
}

void StaffColumn::operator()(const StaffBars& bars) {
    const auto small = regular(ui::type::caption, Color::ink2, k_title_line);
    m_y += words(small, {m_x, m_y}, m_w, bars.words) + ui::space::s12;
    const float top = m_y;
    const float foot = small.size * small.line_height + ui::space::s4;
    m_y += k_chart + foot + ui::space::s16;
    if (!draws() || bars.all.empty()) return;
    float most = 0;
    for (const auto& one : bars.all)
        most = std::max(most, one.value);
    const float step = m_w / static_cast<float>(bars.all.size());
    const float w = std::min(step * 0.62f, ui::space::s48);
    m_ui.line({m_x, top + k_chart}, {m_x + m_w, top + k_chart}, Color::line, 2);
    float free_from = m_x;
    for (size_t i = 0; i < bars.all.size(); ++i) {
        const auto& one = bars.all[i];
        const float middle = m_x + step * (static_cast<float>(i) + 0.5f);
        const float h = most > 0 ? k_chart * one.value / most : 0;
        if (h > 0)
            m_ui.fill({middle - w / 2, top + k_chart - std::max(h, 2.f), w, std::max(h, 2.f)},
                      one.quiet ? Color::brick : Color::river, std::min(ui::space::s4, w / 4));
        // Labels that would run into each other are left out.
        const float label_w = m_ui.text_width(small, one.label) + 1;
        const float x = std::clamp(middle - label_w / 2, m_x, std::max(m_x, m_x + m_w - label_w));
        if (one.label.empty() || x < free_from) continue;
        m_ui.text(small, {x, top + k_chart + ui::space::s4}, label_w, one.label);
        free_from = x + label_w + ui::space::s12;
    }
}

void StaffColumn::operator()(const StaffShares& shares) {
    const auto label = regular(ui::type::caption + 2, Color::ink, k_title_line);
    const auto value = bold(ui::type::caption + 2, Color::ink);
    for (const auto& one : shares.all) {
        const float value_w = m_ui.text_width(value, one.value) + 1;
        const float room = m_w - value_w - ui::space::s24;
        const float h = words(label, {m_x, m_y}, room, one.label);
        if (draws()) m_ui.text(value, {m_x + m_w - value_w, m_y}, value_w, one.value, Align::right);
        m_y += h + ui::space::s4;
        if (draws()) {
            m_ui.fill({m_x, m_y, m_w, k_share_bar}, Color::mist, k_share_bar / 2);
            const float part = std::clamp(one.share, 0.f, 1.f);
            if (part > 0)
                m_ui.fill({m_x, m_y, std::max(k_share_bar, m_w * part), k_share_bar}, Color::river,
                          k_share_bar / 2);
        }
        m_y += k_share_bar + ui::space::s16;
    }
}

void StaffColumn::operator()(const StaffCardOutline& outline) {
    // As many units as the card has on a panel of the size asked about; the layout is for the size
    // that is set.
    const auto& layout = m_ui.layout();
    const float across = static_cast<float>(layout.pixel_width) / layout.scale;
    const float down = static_cast<float>(layout.pixel_height) / layout.scale;
    const float units = std::hypot(across, down) / outline.panel_diagonal_mm;
    const float w = std::min(k_card_mm * units, m_w);
    const float h = k_card_height_mm * units;
    const Rect rect{m_x + (m_w - w) / 2, m_y + ui::space::s8, w, h};
    m_y += h + ui::space::s32;
    if (!draws()) return;
    m_ui.fill(rect, Color::gold_tint, k_card_corner_mm * units);
    m_ui.outline(rect, Color::ink, 3, k_card_corner_mm * units);
}

} // namespace pufa::screens
