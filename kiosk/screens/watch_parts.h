#pragma once
// What the player page is made of: where everything stands, and the pieces, apart so that each can
// be read on its own.

#include "kiosk/screens/widgets.h"

namespace pufa::screens {

/// Where things stand, canvas units. On a tall screen the picture stands above, on a wide one an
/// upright picture at the left; the controls beneath or beside it cover nothing and never go.
struct WatchPlan {
    bool tall = false;   ///< controls in rows under one another
    bool apart = false;  ///< nothing lies over the picture
    bool beside = false; ///< apart: an upright picture at the left of a wide screen
    bool reads = false;  ///< beside: what is said is read line by line
    bool offers = false; ///< beside, with nothing to read: the next video has a card there
    Rect picture;        ///< the presenter's
    Rect panel;          ///< the ground of the controls
    Rect bar;            ///< of the seek bar: as high as a finger needs
    Rect times;          ///< the times at both ends, the chapter between them
    Rect play;           ///< ±10 s and play; in rows the sound and the pace beside them
    Rect tools;          ///< captions, volume
    Rect ways;           ///< back, home, help
};
inline constexpr float k_next_card = 168; ///< canvas units high
[[nodiscard]] WatchPlan plan_watch(const Ui& ui, const WatchModel& model);

/// Playing or paused: it can be sought.
[[nodiscard]] bool plays(WatchModel::State state);
/// The end or a failure: a notice lies over the picture.
[[nodiscard]] bool is_over(WatchModel::State state);
/// The key of the words over the next video's card.
[[nodiscard]] std::string_view next_kicker(const WatchModel& model);
/// 0 before the first chapter, else its number from 1.
[[nodiscard]] size_t chapter_at(const WatchModel& model, base::Micros at);

// ---- over the picture, or beneath it ----

/// Returns where what comes beneath it may begin.
float title_card(Ui& ui, const WatchPlan& plan, const WatchModel& model, float top);
/// Required by law on such pictures; it stays when the controls go.
void ai_mark(Ui& ui, const Rect& picture);
[[nodiscard]] float ai_mark_bottom(const Ui& ui, const Rect& picture);
/// What is said now, in two lines at most.
void caption_lines(Ui& ui, const WatchPlan& plan, const WatchModel& model);
/// The height that captions need where they have a place of their own.
[[nodiscard]] float captions_height(const Ui& ui);
/// A still mark: three points and a word. Nothing turns.
void opening_mark(Ui& ui, const Rect& picture);

// ---- the controls ----

/// Beside an upright film: what is said in it, line by line, the current one marked. A line that is
/// touched is where the film goes on. It follows the film unless somebody scrolls.
[[nodiscard]] Intent transcript_pane(Ui& ui, const Rect& pane, const WatchModel& model);

[[nodiscard]] Intent seek_bar(Ui& ui, const WatchPlan& plan, const WatchModel& model);
[[nodiscard]] Intent watch_buttons(Ui& ui, const WatchPlan& plan, const WatchModel& model);

// ---- over the page ----

/// What can be done after the end or a failure; the words say which it is.
[[nodiscard]] Intent watch_notice(Ui& ui, const Rect& room, const WatchModel& model);
/// Chapters, pace and sound are chosen on sheets over the page, one at a time.
enum class WatchSheet { none, chapters, pace, sounds };
/// The one that is open; one that has nothing to choose from now is closed.
[[nodiscard]] WatchSheet sheet_of(Ui& ui, const WatchModel& model);
void open_sheet(Ui& ui, WatchSheet sheet);
[[nodiscard]] Intent chapter_sheet(Ui& ui, const WatchModel& model);
[[nodiscard]] Intent pace_sheet(Ui& ui, const WatchModel& model);
[[nodiscard]] Intent sound_sheet(Ui& ui, const WatchModel& model);
/// "1.25×"
[[nodiscard]] std::string pace_words(int percent);

} // namespace pufa::screens
