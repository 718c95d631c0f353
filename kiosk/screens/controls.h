#pragma once
// Switches, keys, toasts and the bar of a task: pieces of the kit as those in widgets.h. Canvas
// units, UI thread only.

#include "kiosk/screens/widgets.h"

#include <optional>

namespace pufa::screens {

// ---- switches ----

/// A row with its words at the left and a switch at the right; all of it can be touched. On is
/// told by the knob's place and its check mark, not by colour alone.
struct Switch {
    std::string_view id;
    Rect rect;
    std::string_view label;
    bool on = false;
    bool enabled = true;
};
/// True if it was tapped: it is to be turned over.
bool switch_row(Ui& ui, const Rect& clip, const Switch& what);
[[nodiscard]] float switch_height(const Ui& ui);

// ---- keys ----

enum class Keyboard { pin, letters };
/// What was typed: '0' to '9', 'A' to 'Z', or this.
inline constexpr char k_erase = '\b', k_enter = '\n';
/// Keys of 16 mm or more, their gaps 4 mm: digits as on a telephone with erase and enter, or A to Z
/// in rows with erase. Ids: "<name>.A", "<name>.erase", "<name>.enter".
struct Keys {
    std::string_view name;
    Keyboard which;
    Point at; ///< top left
    float width;
    bool can_enter = true;
};
[[nodiscard]] std::optional<char> keys(Ui& ui, const Rect& clip, const Keys& what);
[[nodiscard]] float keys_height(const Ui& ui, Keyboard which, float width);

// ---- telling ----

enum class ToastKind { done, told, failed };
/// A sentence that comes and goes by itself, at the foot of `area`; it is for reading only and
/// hides nothing that must be touched. Returns where it lies.
Rect toast(Ui& ui, const Rect& area, ToastKind kind, std::string_view words);

/// How far a task is, 0 to 1.
void progress_bar(Ui& ui, const Rect& rect, float done);

} // namespace pufa::screens
