#include "kiosk/ui/touch.h"

#include <algorithm>
#include <cmath>

namespace pufa::ui {

namespace {

constexpr base::Micros k_velocity_window{100'000};
/// Slower than this a lift is a stop.
constexpr float k_slowest_fling = 60;
/// A glitch of the panel must not throw a list to its end.
constexpr float k_fastest_fling = 8000;

float seconds(base::Micros span) {
    return static_cast<float>(span.count()) / 1e6f;
}

float fraction(const Rect& bar, Point at) {
    return bar.w > 0 ? std::clamp((at.x - bar.x) / bar.w, 0.f, 1.f) : 0.f;
}

Point along(Target::Kind axis, Point p) {
    if (axis == Target::Kind::pan) return p;
    return axis == Target::Kind::scroll_x ? Point{p.x, 0} : Point{0, p.y};
}

} // namespace

Recogniser::Recogniser(Limits limits)
    : m_limits(limits) {}

void Recogniser::reset() {
    m_lead.reset();
}

std::vector<Gesture> Recogniser::feed(const PointerInput& input, const TargetRecord& seen) {
    Gestures out;
    if (input.kind == PointerInput::Kind::down) {
        // The same finger again: its lift was lost.
        if (m_lead && m_lead->finger == input.finger) cancel(out);
        if (m_lead)
            second_down(input, seen, out);
        else
            down(input, seen, out);
        return out;
    }
    if (m_lead && feed_pinch(input, out)) return out;
    if (!m_lead || m_lead->finger != input.finger) return out;
    switch (input.kind) {
    case PointerInput::Kind::move:
        move(input, seen, out);
        break;
    case PointerInput::Kind::up:
        up(input, seen, out);
        break;
    default:
        cancel(out);
        break;
    }
    return out;
}

void Recogniser::down(const PointerInput& input, const TargetRecord& seen, Gestures& out) {
    m_lead.emplace(input);
    remember(input);
    if (const Target* target = seen.hit(input.at, m_limits.slop)) {
        m_lead->pressed = target->id;
        m_lead->sliding = target->kind == Target::Kind::slider;
        out.emplace_back(Pressed{target->id});
        if (m_lead->sliding)
            out.emplace_back(Slide{target->id, fraction(target->rect, input.at), false});
    }
    if (const Target* area = seen.scroll_at(input.at)) {
        m_lead->holding = area->id;
        out.emplace_back(Scroll{area->id, {}});
    }
}

void Recogniser::move(const PointerInput& input, const TargetRecord& seen, Gestures& out) {
    remember(input);
    const Point by{input.at.x - m_lead->last.x, input.at.y - m_lead->last.y};
    m_lead->last = input.at;
    if (m_lead->sliding) {
        const Target* bar = seen.find(m_lead->pressed);
        if (bar) out.emplace_back(Slide{bar->id, fraction(bar->rect, input.at), false});
        return;
    }
    if (!m_lead->scrolling.empty()) {
        const Point step = along(m_lead->axis, by);
        if (step != Point{}) out.emplace_back(Scroll{m_lead->scrolling, step});
        return;
    }
    const float away = std::hypot(input.at.x - m_lead->start.x, input.at.y - m_lead->start.y);
    if (m_lead->moved || away < m_limits.tap_move) return;
    m_lead->moved = true;
    if (!m_lead->pressed.empty()) out.emplace_back(Unpressed{});
    m_lead->pressed.clear();
    start_scroll(seen, input.at, out);
}

/// The finger has left its place: the area whose axis it follows scrolls from here on, without the
/// jump that making up for the way so far would be.
void Recogniser::start_scroll(const TargetRecord& seen, Point at, Gestures& out) {
    const bool sideways = std::abs(at.x - m_lead->start.x) > std::abs(at.y - m_lead->start.y);
    const auto axis = sideways ? Target::Kind::scroll_x : Target::Kind::scroll_y;
    const Target* area = seen.scroll_at(m_lead->start, axis);
    if (!area) return;
    m_lead->axis = area->kind == Target::Kind::pan ? area->kind : axis;
    m_lead->scrolling = area->id;
    if (area->id != m_lead->holding) {
        if (!m_lead->holding.empty()) out.emplace_back(Fling{m_lead->holding, {}});
        m_lead->holding = area->id;
        out.emplace_back(Scroll{area->id, {}});
    }
}

void Recogniser::up(const PointerInput& input, const TargetRecord& seen, Gestures& out) {
    if (input.at != m_lead->last) move(input, seen, out);
    const Lead lead = *m_lead;
    const Point speed = velocity(input.time);
    m_lead.reset();
    if (!lead.holding.empty())
        out.emplace_back(Fling{lead.holding, lead.scrolling.empty() || lead.pinched
                                                 ? Point{}
                                                 : along(lead.axis, speed)});
    if (lead.pressed.empty()) return;
    out.emplace_back(Unpressed{});
    const Target* target = seen.find(lead.pressed);
    if (!target || !target->enabled) return; // it went away under the finger
    if (lead.sliding)
        out.emplace_back(Slide{target->id, fraction(target->rect, input.at), true});
    else
        out.emplace_back(Tap{target->id, input.at});
}

void Recogniser::second_down(const PointerInput& input, const TargetRecord& seen, Gestures& out) {
    if (m_lead->second || m_lead->sliding) return;
    const Target* area = seen.scroll_at(input.at);
    if (!area || area->kind != Target::Kind::pan || area->id != m_lead->holding) return;
    if (!m_lead->pressed.empty()) out.emplace_back(Unpressed{});
    m_lead->pressed.clear();
    m_lead->moved = true;
    m_lead->pinched = true;
    m_lead->axis = Target::Kind::pan;
    m_lead->scrolling = area->id;
    m_lead->second = Lead::Second{input.finger, input.at};
}

bool Recogniser::feed_pinch(const PointerInput& input, Gestures& out) {
    auto& second = m_lead->second;
    if (!second || (input.finger != second->finger && input.finger != m_lead->finger)) return false;
    if (input.kind == PointerInput::Kind::move) {
        pinch(input, out);
        return true;
    }
    // The finger that stays leads on and scrolls.
    if (input.finger == m_lead->finger) {
        m_lead->finger = second->finger;
        m_lead->last = second->at;
    }
    m_lead->trail.clear();
    second.reset();
    return true;
}

void Recogniser::pinch(const PointerInput& input, Gestures& out) {
    Point& moving = input.finger == m_lead->finger ? m_lead->last : m_lead->second->at;
    const Point& resting = input.finger == m_lead->finger ? m_lead->second->at : m_lead->last;
    const auto distance = [&](Point from) {
        return std::hypot(from.x - resting.x, from.y - resting.y);
    };
    // Fingers that nearly touch would zoom without bounds.
    const float before = std::max(m_limits.slop, distance(moving));
    const float after = std::max(m_limits.slop, distance(input.at));
    const Point by{(input.at.x - moving.x) / 2, (input.at.y - moving.y) / 2};
    moving = input.at;
    out.emplace_back(Scroll{m_lead->scrolling, by});
    if (after != before)
        out.emplace_back(Pinch{m_lead->scrolling,
                               after / before,
                               {(moving.x + resting.x) / 2, (moving.y + resting.y) / 2}});
}

void Recogniser::cancel(Gestures& out) {
    if (!m_lead->pressed.empty()) out.emplace_back(Unpressed{});
    if (!m_lead->holding.empty()) out.emplace_back(Fling{m_lead->holding, {}});
    m_lead.reset();
}

void Recogniser::remember(const PointerInput& input) {
    auto& trail = m_lead->trail;
    trail.emplace_back(input.time, input.at);
    const auto recent = std::find_if(trail.begin(), trail.end(), [&](const auto& sample) {
        return input.time - sample.first <= k_velocity_window;
    });
    trail.erase(trail.begin(), recent);
}

Point Recogniser::velocity(SteadyTime now) const {
    const auto& trail = m_lead->trail;
    const auto oldest = std::find_if(trail.begin(), trail.end(), [&](const auto& sample) {
        return now - sample.first <= k_velocity_window;
    });
    if (trail.end() - oldest < 2) return {}; // it rested before it lifted
    // To the lift, not to the last move: a finger that slowed down reports nothing.
    const float span = seconds(now - oldest->first);
    if (span <= 0) return {};
    const auto speed = [&](float from, float to) {
        const float v = (to - from) / span;
        return std::abs(v) < k_slowest_fling ? 0.f
                                             : std::clamp(v, -k_fastest_fling, k_fastest_fling);
    };
    return {speed(oldest->second.x, trail.back().second.x),
            speed(oldest->second.y, trail.back().second.y)};
}

} // namespace pufa::ui
