#pragma once
// What the files of the map canvas share. Only for them.

#include "kiosk/map/viewport.h"
#include "kiosk/screens/map_canvas.h"

#include <string>
#include <vector>

namespace pufa::screens::map_parts {

/// Where the map looks, as it is kept between frames.
struct Sight {
    map::Viewport view;
    bool untouched = true; ///< still all of the map: it is fitted again when the frame changes
    struct Flight {
        map::Viewport from;
        map::Viewport to;
        float begun; ///< of the tween
    };
    std::optional<Flight> flight;
    float flights = 0; ///< begun so far: what the tween goes to
    std::optional<std::string> district;
    std::optional<size_t> selected;
    /// Places that no zoom parts, fanned out for the finger.
    struct Fan {
        map::MercatorPoint at;
        map::MercatorBox box; ///< around them
        std::vector<size_t> rows;
    };
    std::optional<Fan> fan;
};

/// What one frame is drawn with.
struct Canvas {
    Ui& ui;
    Rect area;  ///< all that the map fills
    Rect frame; ///< what no panel covers
    Rect view;  ///< of it, what one looks at: the note lies below
    const map::Scene& scene;
    map::Limits limits;
    Sight& sight;
};

/// Half of a marker's width, with and without its white edge.
[[nodiscard]] float marker_radius(const Ui& ui);
inline constexpr float k_marker_edge = 4;
/// The least that the middles of two markers are apart.
[[nodiscard]] float marker_spacing(const Ui& ui);

// ---- base (map_base.cpp) ----
void draw_base(const Canvas& canvas);
void draw_here(const Canvas& canvas);

// ---- keys and note (map_keys.cpp) ----
struct Keys {
    Rect plus, minus, here; ///< `here` empty without a place to go to
    Rect pill;              ///< around plus and minus
    Rect note;              ///< empty without words
    std::string words;
    /// All of them, for labels and markers to keep clear of.
    [[nodiscard]] std::vector<Rect> rects() const;
};
[[nodiscard]] Keys place_keys(Ui& ui, const Rect& frame, const map::Scene& scene,
                              const MapCanvasWords& words);
enum class KeyTouched { none, plus, minus, here };
KeyTouched draw_keys(const Canvas& canvas, const Keys& keys);

// ---- markers (map_markers.cpp) ----
struct Touched {
    std::optional<size_t> row;
    std::optional<map::Cluster> cluster;
    bool fan_shut = false;
};
/// Draws them, and adds to `taken` where they stand.
Touched draw_markers(const Canvas& canvas, const Keys& keys, std::vector<Rect>& taken);

// ---- labels (map_labels.cpp) ----
void draw_labels(const Canvas& canvas, const std::vector<Rect>& taken);

} // namespace pufa::screens::map_parts
