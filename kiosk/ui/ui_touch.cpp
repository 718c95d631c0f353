#include "kiosk/ui/ui.h"

#include "kiosk/ui/ui_inner.h"

#include <algorithm>
#include <type_traits>

namespace pufa::ui {

namespace {

constexpr float k_fling_seconds = 0.325f;
/// How quickly a list that was pulled past its end comes back.
constexpr float k_settle_seconds = 0.090f;
constexpr float k_still = 8;          ///< units a second: a fling this slow is over
constexpr float k_moving = 120;       ///< units a second: a touch on this stops it and no more
constexpr float k_pull_share = 0.35f; ///< of the finger's way, past an end
constexpr float k_most_pull = 160;    ///< units

float seconds(base::Micros span) {
    return std::max(0.f, static_cast<float>(span.count()) / 1e6f);
}

/// Soft ends: what lies past one is shown shortened, and never far.
float shown_offset(float offset, float last) {
    const auto pulled = [](float past) { return std::min(k_most_pull, past * k_pull_share); };
    if (offset < 0) return -pulled(-offset);
    if (offset > last) return last + pulled(offset - last);
    return offset;
}

/// Lets time pass; true while it moves by itself.
bool advance(UiMemory::ScrollState& state, float last, SteadyTime now) {
    const float elapsed = seconds(now - state.moved);
    state.moved = now;
    if (state.held) return false;
    const float left = std::exp(-elapsed / k_fling_seconds);
    state.offset += state.velocity * k_fling_seconds * (1 - left);
    state.velocity *= left;
    const float end = std::clamp(state.offset, 0.f, last);
    const float past = state.offset - end;
    if (past == 0) {
        if (std::abs(state.velocity) < k_still) state.velocity = 0;
        return state.velocity != 0;
    }
    // Past an end the fling dies and the list comes back.
    state.velocity = 0;
    const float remains = past * std::exp(-elapsed / k_settle_seconds);
    state.offset = std::abs(remains) < 0.5f ? end : end + remains;
    return state.offset != end;
}

} // namespace

bool Ui::target(std::string_view id, const Rect& rect, bool enabled) {
    const Rect seen = m->clips.empty() ? rect : rect.intersected(m->clips.back());
    if (!seen.empty()) m_targets.add({std::string{id}, seen, m_layer, enabled, Target::Kind::tap});
    if (!enabled || m_input.tapped != id || m_input.tapped.empty()) return false;
    m_input.tapped.clear();
    return true;
}

float Ui::pressed(std::string_view id) {
    const auto depth = m_memory.press_depth.find(id);
    return depth == m_memory.press_depth.end() ? 0.f : depth->second;
}

std::optional<Slide> Ui::slider(std::string_view id, const Rect& rect) {
    const Rect seen = m->clips.empty() ? rect : rect.intersected(m->clips.back());
    if (!seen.empty()) m_targets.add({std::string{id}, seen, m_layer, true, Target::Kind::slider});
    if (m_input.slide && m_input.slide->id == id) return m_input.slide;
    if (m_memory.sliding && m_memory.sliding->id == id) return m_memory.sliding;
    return std::nullopt;
}

float Ui::scroll_area(std::string_view id, const Rect& rect, float content_length,
                      bool horizontal) {
    const Rect seen = m->clips.empty() ? rect : rect.intersected(m->clips.back());
    const float last = std::max(0.f, content_length - (horizontal ? rect.w : rect.h));
    if (last <= 0) {
        // Everything is in view: a drag here is for the area around it.
        m_memory.scrolls.erase(std::string{id});
        return 0;
    }
    const auto kind = horizontal ? Target::Kind::scroll_x : Target::Kind::scroll_y;
    if (!seen.empty()) m_targets.add({std::string{id}, seen, m_layer, true, kind});
    const auto state = m_memory.scrolls.find(id);
    if (state == m_memory.scrolls.end()) return 0;
    if (advance(state->second, last, m_now)) m_animating = true;
    return shown_offset(state->second.offset, last);
}

Ui::Pan Ui::pan_area(std::string_view id, const Rect& rect) {
    const Rect seen = m->clips.empty() ? rect : rect.intersected(m->clips.back());
    if (!seen.empty()) m_targets.add({std::string{id}, seen, m_layer, true, Target::Kind::pan});
    const auto found = m_memory.pans.find(id);
    if (found == m_memory.pans.end()) return {};
    auto& state = found->second;
    Pan pan{state.by, state.factor, state.center};
    state.by = {};
    state.factor = 1;
    auto& speed = state.velocity;
    if (speed == Point{}) return pan;
    const float elapsed = seconds(m_now - std::exchange(state.moved, m_now));
    const float left = std::exp(-elapsed / k_fling_seconds);
    pan.by.x += speed.x * k_fling_seconds * (1 - left);
    pan.by.y += speed.y * k_fling_seconds * (1 - left);
    speed = {speed.x * left, speed.y * left};
    if (std::hypot(speed.x, speed.y) < k_still)
        speed = {};
    else
        m_animating = true;
    return pan;
}

void Ui::raise_layer(bool block_below) {
    ++m_layer;
    if (!m->page_end) m->page_end = m_list->VtxBuffer.Size;
    if (block_below) m_targets.block_below(m_layer);
}

void Ui::apply(const Gesture& gesture, SteadyTime now) {
    const bool press_changes = std::holds_alternative<Pressed>(gesture) ||
                               std::holds_alternative<Unpressed>(gesture) ||
                               std::holds_alternative<Tap>(gesture);
    if (press_changes) m->touched = now;
    if (const auto* pressed = std::get_if<Pressed>(&gesture)) {
        m_memory.pressed = pressed->id;
        m->swallow_tap = false;
    } else if (std::holds_alternative<Unpressed>(gesture)) {
        m_memory.pressed.clear();
        m_memory.sliding.reset();
    } else if (const auto* tap = std::get_if<Tap>(&gesture)) {
        // A tap quicker than a frame is shown all the same.
        m_memory.press_depth[tap->id] = 1;
    } else if (const auto* slide = std::get_if<Slide>(&gesture)) {
        m_memory.sliding = slide->done ? std::nullopt : std::optional{*slide};
    } else if (const auto* pinch = std::get_if<Pinch>(&gesture)) {
        auto& pan = m_memory.pans[pinch->id];
        pan.factor *= pinch->factor;
        pan.center = pinch->center;
    } else if (const auto* scroll = std::get_if<Scroll>(&gesture)) {
        if (is_map(scroll->id))
            hold_map(*scroll, now);
        else
            hold(*scroll, now);
    } else if (const auto* fling = std::get_if<Fling>(&gesture)) {
        if (is_map(fling->id)) {
            m_memory.pans[fling->id].velocity = fling->velocity;
            m_memory.pans[fling->id].moved = now;
            return;
        }
        auto& state = m_memory.scrolls[fling->id];
        state.held = false;
        // The finger pulls the content; the offset goes the other way.
        state.velocity = -(fling->velocity.x + fling->velocity.y);
        state.moved = now;
    }
}

bool Ui::is_map(std::string_view id) const {
    const Target* area = m_targets.find(id);
    return area && area->kind == Target::Kind::pan;
}

void Ui::hold_map(const Scroll& scroll, SteadyTime now) {
    auto& pan = m_memory.pans[scroll.id];
    if (scroll.by == Point{})
        m->swallow_tap = std::hypot(pan.velocity.x, pan.velocity.y) > k_moving;
    pan.velocity = {};
    pan.by = {pan.by.x + scroll.by.x, pan.by.y + scroll.by.y};
    pan.moved = now;
}

void Ui::hold(const Scroll& scroll, SteadyTime now) {
    auto& state = m_memory.scrolls[scroll.id];
    if (scroll.by == Point{} && !state.held) {
        const float left = std::exp(-seconds(now - state.moved) / k_fling_seconds);
        m->swallow_tap = std::abs(state.velocity * left) > k_moving;
    }
    state.held = true;
    state.velocity = 0;
    state.offset -= scroll.by.x + scroll.by.y;
    state.moved = now;
}

} // namespace pufa::ui
