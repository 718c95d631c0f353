#pragma once
// What of a page can be pressed, and what a finger asks of it.

#include "kiosk/ui/touch.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace pufa::support {

inline constexpr float k_rounding = 0.6f; // canvas units

/// What a finger can press of what is shown now: not what a sheet hides, nor scroll areas.
inline std::vector<ui::Target> pressable_of(const ui::TargetRecord& record) {
    std::vector<ui::Target> found;
    for (const auto& target : record.all()) {
        const bool pressed =
            target.kind == ui::Target::Kind::tap || target.kind == ui::Target::Kind::slider;
        if (pressed && record.find(target.id) == &target) found.push_back(target);
    }
    return found;
}

inline bool is_of(std::string_view id, std::string_view prefix) {
    return id.substr(0, prefix.size()) == prefix;
}

/// Others lie on these: the whole screen wakes, or calls the controls.
inline bool is_ground(std::string_view id) {
    return id == "attract.wake" || id == "watch.show";
}

/// A card that a scroll area cuts may show a part only, but never less than a finger needs.
inline bool may_be_cut(std::string_view id) {
    constexpr std::array<std::string_view, 18> prefixes{
        "home.",    "shelf.",  "quiz.option.", "result.",      "article.",    "language.",
        "gallery.", "finder.", "places.row.",  "places.fact.", "watch.line.", "stick.",
        "packs.",   "items.",  "item.",        "calendar.",    "settings.",   "check."};
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](std::string_view prefix) { return is_of(id, prefix); });
}

/// Millimetres both ways.
inline float least_of(const ui::Target& target) {
    constexpr std::array<std::string_view, 9> primary{
        "watch.play",   "watch.again", "quiz.submit", "quiz.next", "quiz.article.close",
        "result.again", "result.home", "help.close",  "idle.stay"};
    if (std::find(primary.begin(), primary.end(), target.id) != primary.end()) return 20;
    return may_be_cut(target.id) ? 12 : 16;
}

inline float space_between(const ui::Rect& a, const ui::Rect& b) {
    return std::max(std::max(a.x - b.right(), b.x - a.right()),
                    std::max(a.y - b.bottom(), b.y - a.bottom()));
}

} // namespace pufa::support
