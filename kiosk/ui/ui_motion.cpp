// How things come in: pages slide and fade, sheets rise, pictures fade over their colour. The draw
// lists are built at rest and moved at the end of the frame, so that touch targets never move.

#include "kiosk/ui/ui.h"
#include "kiosk/ui/ui_inner.h"

#include <algorithm>

namespace pufa::ui {

namespace {

/// 0 at the beginning, 1 when `span` is over; quick first, cubic.
float eased(base::Micros elapsed, std::chrono::milliseconds span) {
    const auto part = static_cast<float>(elapsed.count()) / 1e3f / static_cast<float>(span.count());
    const float left = 1 - std::clamp(part, 0.f, 1.f);
    return 1 - left * left * left;
}

void move(ImDrawVert& vertex, ImVec2 by, float alpha) {
    vertex.pos.x += by.x;
    vertex.pos.y += by.y;
    const auto opaque = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT & 0xFFU);
    const auto faded = static_cast<ImU32>(std::lround(opaque * alpha));
    vertex.col = (vertex.col & ~IM_COL32_A_MASK) | faded << IM_COL32_A_SHIFT;
}

} // namespace

float Ui::tween(std::string_view id, float target, std::chrono::milliseconds span) {
    auto state = m_memory.tweens.find(id);
    if (state == m_memory.tweens.end() || m_look.motion == Motion::reduced) {
        m_memory.tweens.insert_or_assign(std::string{id},
                                         UiMemory::TweenState{target, target, m_now});
        return target;
    }
    auto& [from, to, since] = state->second;
    float value = from + (to - from) * eased(m_now - since, span);
    if (target != to) {
        from = value;
        to = target;
        since = m_now;
    }
    if (m_now - since >= span || from == to) return to;
    m_animating = true;
    return value;
}

Ui::Still::Still(Ui& ui)
    : m_ui(ui)
    , m_before(std::exchange(ui.m->in_still, true)) {
    if (!m_before) ui.m->still.push_back({ui.m_list->VtxBuffer.Size, 0});
}

Ui::Still::~Still() {
    m_ui.m->in_still = m_before;
    if (!m_before) m_ui.m->still.back().to = m_ui.m_list->VtxBuffer.Size;
}

void Ui::mark_still(int from_vertex) {
    if (!m->in_still) m->still.push_back({from_vertex, m_list->VtxBuffer.Size});
}

void Ui::begin_sheet() {
    m->sheet_begin = m_list->VtxBuffer.Size;
}

float Ui::picture_share(std::string_view key) {
    const auto missed = m_memory.pictures.find(key);
    if (missed == m_memory.pictures.end()) return 1; // it was there from the first frame on
    if (!missed->second) missed->second = m_now;
    const float share = eased(m_now - *missed->second, motion::picture);
    if (share >= 1) {
        m_memory.pictures.erase(missed);
        return 1;
    }
    m_animating = true;
    return share;
}

void Ui::move_in() {
    auto& memory = m_memory;
    const bool sheet = m->page_end.has_value();
    if (std::exchange(memory.page_comes, false)) memory.page_since = m_now;
    if (!sheet) memory.sheet_since.reset();
    if (sheet && !memory.sheet_shown && memory.drawn) memory.sheet_since = m_now;
    memory.sheet_shown = sheet;
    memory.drawn = true;
    const auto& vertices = m_list->VtxBuffer;
    const int page_end = m->page_end.value_or(vertices.Size);
    if (memory.page_since) move_page(page_end);
    if (memory.sheet_since) move_sheet(page_end);
}

/// How far something that began to come in then has come; 1 ends it.
float Ui::come_in(std::optional<SteadyTime>& since, std::chrono::milliseconds span) {
    const bool full = m_look.motion == Motion::full;
    const float part = eased(m_now - *since, full ? span : motion::reduced);
    if (part >= 1)
        since.reset();
    else
        m_animating = true;
    return part;
}

void Ui::move_page(int end) {
    const float part = come_in(m_memory.page_since, motion::page);
    const bool slides = m_look.motion == Motion::full;
    const ImVec2 by{slides ? (1 - part) * motion::page_slide * m_layout.scale : 0, 0};
    auto still = m->still.begin();
    for (int i = 0; i < end; ++i) {
        while (still != m->still.end() && i >= still->to)
            ++still;
        if (still == m->still.end() || i < still->from) move(m_list->VtxBuffer[i], by, part);
    }
}

void Ui::move_sheet(int from) {
    const float part = come_in(m_memory.sheet_since, motion::sheet);
    const bool slides = m_look.motion == Motion::full;
    const ImVec2 by{0, slides ? (1 - part) * motion::sheet_rise * m_layout.scale : 0};
    const int size = m_list->VtxBuffer.Size;
    const int rises = m->sheet_begin.value_or(size);
    for (int i = from; i < size; ++i)
        move(m_list->VtxBuffer[i], i < rises ? ImVec2{} : by, part);
}

} // namespace pufa::ui
