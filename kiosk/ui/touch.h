#pragma once
// One recogniser turns fingers and mouse into gestures against the targets of the last *presented*
// frame. Canvas units. Pure: time comes with each input. ImGui's mouse is never fed.

#include "content/base/clock.h"
#include "kiosk/ui/geometry.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace pufa::ui {

/// What can be touched, as it stood on the frame that the visitor sees.
struct Target {
    std::string id; ///< stable, "home.door.quiz"
    Rect rect;
    int layer = 0; ///< a higher layer hides those beneath it
    bool enabled = true;
    /// `pan` scrolls both ways and is pinched: a map.
    enum class Kind { tap, slider, scroll_x, scroll_y, pan } kind = Kind::tap;
};

class TargetRecord {
  public:
    void clear();
    void add(Target target);
    /// Everything below this layer is out of reach (a dialog is open).
    void block_below(int layer);
    /// The topmost target at `p` if it is enabled (a disabled one covers what lies beneath and
    /// answers nothing); misses by up to `slop` go to the nearest tap target.
    [[nodiscard]] const Target* hit(Point p, float slop) const;
    /// The innermost scroll area at `p`; with an axis (scroll_x, scroll_y) the innermost of it.
    [[nodiscard]] const Target* scroll_at(Point p) const;
    [[nodiscard]] const Target* scroll_at(Point p, Target::Kind axis) const;
    /// Null for what is hidden below a blocking layer.
    [[nodiscard]] const Target* find(std::string_view id) const;
    [[nodiscard]] const std::vector<Target>& all() const { return m_targets; }

  private:
    std::vector<Target> m_targets;
    int m_lowest_layer = 0;
};

struct PointerInput {
    enum class Kind { down, move, up, cancel } kind = Kind::down;
    int64_t finger = 0; ///< the mouse is a finger of its own
    Point at;
    SteadyTime time;
};

// ---- gestures ----
struct Pressed {
    std::string id;
}; ///< shown at once, before it is known to be a tap
struct Unpressed {};
struct Tap {
    std::string id;
    Point at;
};
/// A slider follows the finger from its first touch.
struct Slide {
    std::string id;
    float fraction; ///< 0 to 1 along its width
    bool done;
};
/// By how far the finger moved along the area's axis. {0, 0} is the touch that takes hold of it
/// (and stops a fling).
struct Scroll {
    std::string id;
    Point by;
};
/// The area is let go of; zero where the finger rested first, or was cancelled.
struct Fling {
    std::string id;
    Point velocity; ///< canvas units a second
};
/// Two fingers on a `pan` area: it grows by `factor` around `center`. How the middle between them
/// moves comes as Scroll.
struct Pinch {
    std::string id;
    float factor;
    Point center;
};
using Gesture = std::variant<Pressed, Unpressed, Tap, Slide, Scroll, Fling, Pinch>;

class Recogniser {
  public:
    struct Limits {
        float tap_move; ///< canvas units a finger may move and still tap (2.7 mm)
        float slop;     ///< 5 mm
    };
    explicit Recogniser(Limits limits);
    /// One finger leads; a second one is heard only on the same `pan` area, and all others (a palm,
    /// a twelfth finger) are ignored until the leading one lifts.
    [[nodiscard]] std::vector<Gesture> feed(const PointerInput& input, const TargetRecord& seen);
    void reset();

  private:
    struct Lead {
        explicit Lead(const PointerInput& down)
            : finger(down.finger)
            , start(down.at)
            , last(down.at) {}
        int64_t finger;
        Point start;
        Point last;
        std::string pressed;   ///< the tap target or slider under it
        std::string holding;   ///< the scroll area it touched first
        std::string scrolling; ///< the scroll area that follows it
        Target::Kind axis = Target::Kind::scroll_y;
        bool sliding = false;
        bool moved = false;
        bool pinched = false; ///< two fingers were on it: its lift flings nothing
        struct Second {
            int64_t finger;
            Point at;
        };
        std::optional<Second> second;
        /// Where it was during the last k_velocity_window.
        std::vector<std::pair<SteadyTime, Point>> trail;
    };
    using Gestures = std::vector<Gesture>;
    void down(const PointerInput& input, const TargetRecord& seen, Gestures& out);
    void move(const PointerInput& input, const TargetRecord& seen, Gestures& out);
    void up(const PointerInput& input, const TargetRecord& seen, Gestures& out);
    void cancel(Gestures& out);
    void second_down(const PointerInput& input, const TargetRecord& seen, Gestures& out);
    void pinch(const PointerInput& input, Gestures& out);
    /// True if the input was one of a pinch.
    [[nodiscard]] bool feed_pinch(const PointerInput& input, Gestures& out);
    void start_scroll(const TargetRecord& seen, Point at, Gestures& out);
    void remember(const PointerInput& input);
    [[nodiscard]] Point velocity(SteadyTime now) const;

    Limits m_limits;
    std::optional<Lead> m_lead;
};

} // namespace pufa::ui
