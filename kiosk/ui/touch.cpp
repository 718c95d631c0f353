#include "kiosk/ui/touch.h"

#include <algorithm>
#include <cmath>

namespace pufa::ui {

namespace {

bool scrolls(const Target& target) {
    using Kind = Target::Kind;
    return target.kind == Kind::scroll_x || target.kind == Kind::scroll_y ||
           target.kind == Kind::pan;
}

/// A map goes along every axis.
bool follows(const Target& target, Target::Kind axis) {
    return target.kind == axis || target.kind == Target::Kind::pan;
}

float distance(const Rect& rect, Point p) {
    const float dx = std::max({rect.x - p.x, 0.f, p.x - rect.right()});
    const float dy = std::max({rect.y - p.y, 0.f, p.y - rect.bottom()});
    return std::hypot(dx, dy);
}

} // namespace

void TargetRecord::clear() {
    m_targets.clear();
    m_lowest_layer = 0;
}

void TargetRecord::add(Target target) {
    m_targets.push_back(std::move(target));
}

void TargetRecord::block_below(int layer) {
    m_lowest_layer = std::max(m_lowest_layer, layer);
}

const Target* TargetRecord::hit(Point p, float slop) const {
    const Target* top = nullptr;
    for (const Target& target : m_targets) {
        if (target.layer < m_lowest_layer || scrolls(target) || !target.rect.contains(p)) continue;
        if (!top || target.layer >= top->layer) top = &target;
    }
    if (top) return top->enabled ? top : nullptr;

    const Target* nearest = nullptr;
    float least = slop;
    for (const Target& target : m_targets) {
        const bool eligible = target.layer >= m_lowest_layer && target.enabled &&
                              target.kind == Target::Kind::tap && !target.rect.empty();
        if (!eligible) continue;
        const float away = distance(target.rect, p);
        if (away > least || (nearest && away == least)) continue;
        nearest = &target;
        least = away;
    }
    return nearest;
}

const Target* TargetRecord::scroll_at(Point p) const {
    for (auto target = m_targets.rbegin(); target != m_targets.rend(); ++target) {
        if (target->layer >= m_lowest_layer && scrolls(*target) && target->rect.contains(p))
            return &*target;
    }
    return nullptr;
}

const Target* TargetRecord::scroll_at(Point p, Target::Kind axis) const {
    for (auto target = m_targets.rbegin(); target != m_targets.rend(); ++target) {
        if (target->layer >= m_lowest_layer && follows(*target, axis) && target->rect.contains(p))
            return &*target;
    }
    return nullptr;
}

const Target* TargetRecord::find(std::string_view id) const {
    for (auto target = m_targets.rbegin(); target != m_targets.rend(); ++target) {
        if (target->id == id && target->layer >= m_lowest_layer) return &*target;
    }
    return nullptr;
}

} // namespace pufa::ui
