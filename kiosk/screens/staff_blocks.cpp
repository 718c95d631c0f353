#include "kiosk/screens/staff_blocks.h"

#include "kiosk/screens/controls.h"
#include "kiosk/screens/frame.h"

#include <algorithm>
#include <variant>

namespace pufa::screens {

namespace {

constexpr float k_padding = ui::space::s32, k_narrow_padding = ui::space::s24;
constexpr float k_narrow = 620;       ///< a column below this puts what stands beside beneath
constexpr float k_trail_share = 0.4f; ///< of a row
constexpr float k_sign = 40;

struct Sign {
    char32_t icon;
    Color color;
};

std::optional<Sign> sign_of(StaffTone tone) {
    switch (tone) {
    case StaffTone::plain:
        return std::nullopt;
    case StaffTone::good:
        return Sign{ui::icons::check_circle, Color::palm};
    case StaffTone::warn:
        return Sign{ui::icons::alert, Color::peel};
    case StaffTone::bad:
        return Sign{ui::icons::block, Color::seal};
    }
    return std::nullopt;
}

Color ink_of(StaffTone tone) {
    const auto sign = sign_of(tone);
    return sign ? sign->color : Color::ink2;
}

} // namespace

void StaffColumn::add(const StaffBlock& block) {
    std::visit([this](const auto& one) { (*this)(one); }, block);
}

float StaffColumn::words(const TextStyle& style, Point at, float width, const std::string& text,
                         Align align) {
    if (text.empty()) return 0;
    if (draws()) return m_ui.text(style, at, width, text, align);
    return m_ui.text_height(style, width, text);
}

void StaffColumn::operator()(const StaffHeading& heading) {
    m_y += words(bold(ui::type::body_large, Color::ink), {m_x, m_y}, m_w, heading.words) +
           ui::space::s8;
}

void StaffColumn::operator()(const StaffWords& what) {
    const auto sign = sign_of(what.tone);
    const float indent = sign ? k_sign + ui::space::s12 : 0;
    const auto style = regular(ui::type::caption + 2, sign ? Color::ink : Color::ink2, 1.4f);
    const float h = words(style, {m_x + indent, m_y}, m_w - indent, what.words);
    if (sign && draws())
        m_ui.icon(sign->icon, {m_x + k_sign / 2, m_y + style.size * 0.7f}, k_sign * 0.85f,
                  sign->color);
    m_y += std::max(h, sign ? k_sign * 0.85f : 0.f) + ui::space::s12;
}

void StaffColumn::operator()(const StaffRow& row) {
    const auto sign = sign_of(row.tone);
    const float indent = sign ? k_sign + ui::space::s24 : 0;
    const float arrow = row.act ? ui::space::s48 : 0;
    const bool narrow = m_w < k_narrow;
    const auto trail_style = regular(ui::type::body - 2, ink_of(row.tone), k_title_line);
    const float room = m_w - indent - arrow;
    float trail_w = 0;
    if (!row.trail.empty() && !narrow)
        trail_w = std::min(m_ui.text_width(trail_style, row.trail) + 1, room * k_trail_share);
    const float text_w = room - trail_w - (trail_w > 0 ? ui::space::s24 : 0);
    const auto title = bold(ui::type::body, Color::ink);
    const auto note = regular(ui::type::caption, Color::ink2, 1.35f);
    const float title_h = m_ui.text_height(title, text_w, row.title);
    const float note_h =
        row.note.empty() ? 0 : m_ui.text_height(note, text_w, row.note) + ui::space::s4;
    const float below =
        narrow && !row.trail.empty() ? m_ui.text_height(trail_style, text_w, row.trail) : 0;
    float h = title_h + note_h + below + 2 * ui::space::s16;
    if (row.act) h = std::max(h, m_ui.layout().mm(k_normal_mm));
    const Rect rect{m_x, m_y, m_w, h};
    m_y += h + (row.act ? target_gap(m_ui) : ui::space::s4);
    if (!draws()) return;
    if (row.act) {
        if (clipped_target(m_ui, row.id, rect, m_clip)) m_asked = row.act;
        m_ui.fill(rect, Color::river_tint, ui::radius::card, m_ui.pressed(row.id));
        m_ui.icon(ui::icons::chevron_right, {rect.right() - ui::space::s16, rect.center().y},
                  ui::type::body_large, Color::river);
    }
    const float top = rect.center().y - (title_h + note_h + below) / 2;
    if (sign) m_ui.icon(sign->icon, {m_x + k_sign / 2, rect.center().y}, k_sign, sign->color);
    float y = top + m_ui.text(title, {m_x + indent, top}, text_w, row.title);
    if (note_h > 0) {
        y += ui::space::s4;
        y += m_ui.text(note, {m_x + indent, y}, text_w, row.note);
    }
    if (below > 0) m_ui.text(trail_style, {m_x + indent, y}, text_w, row.trail);
    if (trail_w > 0) {
        const float trail_h = m_ui.text_height(trail_style, trail_w, row.trail);
        m_ui.text(trail_style, {rect.right() - arrow - trail_w, rect.center().y - trail_h / 2},
                  trail_w, row.trail, Align::right);
    }
    m_ui.line({m_x, rect.bottom()}, {m_x + m_w, rect.bottom()}, Color::line, 1);
}

void StaffColumn::button(const StaffButton& what, const Rect& rect) {
    using Look = StaffButton::Look;
    if (clipped_pill(m_ui, m_clip,
                     {.id = what.id,
                      .rect = rect,
                      .label = what.label,
                      .icon = what.look == Look::current ? ui::icons::check : char32_t{0},
                      .look = what.look == Look::quiet     ? PillLook::outlined
                              : what.look == Look::primary ? PillLook::primary
                                                           : PillLook::current,
                      .enabled = what.enabled}))
        m_asked = what.act;
}

void StaffColumn::operator()(const StaffButtons& buttons) {
    const float gap = target_gap(m_ui);
    const float h = m_ui.layout().mm(k_normal_mm);
    // Rows are filled as words are; in a row all are stretched alike.
    std::vector<float> widths;
    for (const auto& one : buttons.buttons) {
        const char32_t icon = one.look == StaffButton::Look::current ? ui::icons::check : 0;
        widths.push_back(std::min(
            m_w, std::max(m_ui.layout().mm(k_primary_mm), pill_width(m_ui, one.label, icon))));
    }
    m_y += ui::space::s12;
    size_t from = 0;
    while (from < widths.size()) {
        float used = widths[from];
        size_t until = from + 1;
        while (until < widths.size() && used + gap + widths[until] <= m_w)
            used += gap + widths[until++];
        const float spare = (m_w - used) / static_cast<float>(until - from);
        const float more = std::min(spare, ui::space::s96);
        float x = m_x;
        for (size_t i = from; i < until; ++i) {
            const float w = widths[i] + more;
            if (draws()) button(buttons.buttons[i], {x, m_y, w, h});
            x += w + gap;
        }
        m_y += h + gap;
        from = until;
    }
}

void StaffColumn::operator()(const StaffProgress& progress) {
    constexpr float k_bar = 20;
    m_y += ui::space::s24;
    const auto style = regular(ui::type::caption + 2, Color::ink2, k_title_line);
    const bool narrow = m_w < k_narrow;
    const float left_w = narrow ? 0 : m_ui.text_width(style, progress.left) + 1;
    const float room = m_w - left_w - (left_w > 0 ? ui::space::s24 : 0);
    const float h = words(style, {m_x, m_y}, room, progress.words);
    if (!narrow && draws())
        m_ui.text(style, {m_x + m_w - left_w, m_y}, left_w, progress.left, Align::right);
    m_y += h;
    if (narrow) m_y += words(style, {m_x, m_y}, m_w, progress.left);
    m_y += ui::space::s12;
    if (draws()) progress_bar(m_ui, {m_x, m_y, m_w, k_bar}, progress.done);
    m_y += k_bar + ui::space::s24;
}

void StaffColumn::operator()(const StaffSwitch& what) {
    const auto style = regular(ui::type::body, Color::ink, k_title_line);
    constexpr float k_track_room = 112 + 3 * ui::space::s24;
    const float words_h = m_ui.text_height(style, m_w - k_track_room, what.label);
    const float h = std::max(switch_height(m_ui), words_h + ui::space::s24);
    if (draws() && switch_row(m_ui, m_clip, {what.id, {m_x, m_y, m_w, h}, what.label, what.on}))
        m_asked = what.act;
    m_y += h + target_gap(m_ui);
}

void StaffColumn::operator()(const StaffStepper& stepper) {
    const float gap = target_gap(m_ui);
    const float side = m_ui.layout().mm(k_normal_mm);
    const auto label = regular(ui::type::body, Color::ink, k_title_line);
    const auto value = bold(ui::type::body, Color::ink);
    const float value_w = m_ui.text_width(value, stepper.value) + 1;
    const float keys_w = 2 * side + 2 * gap + value_w;
    const bool beneath = m_w - keys_w - ui::space::s24 < k_narrow / 3;
    const float label_w = beneath ? m_w : m_w - keys_w - ui::space::s24;
    const float label_h = m_ui.text_height(label, label_w, stepper.label);
    const float h = beneath ? label_h + ui::space::s8 + side : std::max(side, label_h);
    if (draws()) {
        const float keys_y = beneath ? m_y + label_h + ui::space::s8 : m_y + (h - side) / 2;
        const float keys_x = beneath ? m_x : m_x + m_w - keys_w;
        m_ui.text(label, {m_x, beneath ? m_y : m_y + (h - label_h) / 2}, label_w, stepper.label);
        if (clipped_pill(m_ui, m_clip,
                         {.id = stepper.id + ".less",
                          .rect = {keys_x, keys_y, side, side},
                          .label = {},
                          .icon = ui::icons::minus,
                          .look = PillLook::outlined,
                          .enabled = stepper.can_less}))
            m_asked = stepper.less;
        m_ui.label(value, {keys_x + side + gap, keys_y, value_w, side}, stepper.value);
        if (clipped_pill(m_ui, m_clip,
                         {.id = stepper.id + ".more",
                          .rect = {keys_x + side + 2 * gap + value_w, keys_y, side, side},
                          .label = {},
                          .icon = ui::icons::plus,
                          .look = PillLook::outlined,
                          .enabled = stepper.can_more}))
            m_asked = stepper.more;
    }
    m_y += h + gap;
}

float staff_cards(Ui& ui, StaffColumn::Pass pass, Point at, float width, const Rect& clip,
                  const std::vector<StaffCard>& cards, std::optional<StaffAct>& asked) {
    const float padding = width < k_narrow ? k_narrow_padding : k_padding;
    float y = at.y;
    for (const auto& one : cards) {
        const float inner = width - 2 * padding;
        const Point inside{at.x + padding, y + padding};
        StaffColumn measured{ui, StaffColumn::Pass::measure, inside, inner, clip};
        for (const auto& block : one.blocks)
            measured.add(block);
        const Rect rect{at.x, y, width, measured.bottom() - y + padding - ui::space::s8};
        if (pass == StaffColumn::Pass::draw) {
            card(ui, rect);
            StaffColumn column{ui, pass, inside, inner, clip};
            for (const auto& block : one.blocks)
                column.add(block);
            if (column.asked()) asked = column.asked();
        }
        y = rect.bottom() + ui::space::s24;
    }
    return y - at.y;
}

} // namespace pufa::screens
