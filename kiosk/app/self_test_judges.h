#pragma once
// The self-test's judges of what was seen and heard. Pure: pictures and numbers in, a Check out.
// Sizes are those of the 1920 × 1080 page; colours are the tokens of the theme.

#include "content/base/clock.h"
#include "kiosk/app/self_test_report.h"
#include "kiosk/platform/presenter.h"
#include "kiosk/player/audio_sink.h"
#include "kiosk/ui/theme.h"

#include <optional>
#include <string>
#include <vector>

namespace pufa::app::judge {

using platform::Image;
using ui::PixelRect;

// ---- pictures ----

/// Part of `rect` whose pixels are within `tolerance` of the token, 0 to 1.
[[nodiscard]] double share_of(const Image& image, const PixelRect& rect, ui::Color color,
                              int tolerance = 6);
/// Part of `rect` that is darker than a mid grey.
[[nodiscard]] double dark_share(const Image& image, const PixelRect& rect);
/// Different colours in `rect`, counted up to 4096.
[[nodiscard]] int colours_in(const Image& image, const PixelRect& rect);

/// Paper ground, dark words in the header, a dock, and not black.
[[nodiscard]] Check light_page(std::string name, const Image& image);
/// A large dark banner in the upper half.
[[nodiscard]] Check banner(const Image& home);
/// The top-left corner of a card, where its poster belongs, shows a picture, not a plain colour.
[[nodiscard]] Check poster(const Image& image, const PixelRect& card);
/// The option that was touched is marked as right or as wrong: which one it is, if either.
enum class Marked { right, wrong };
[[nodiscard]] std::optional<Marked> option_mark(const Image& image, const PixelRect& option);
/// A sheet of white over a dimmed page.
[[nodiscard]] Check sheet(std::string name, const Image& image);
/// The band that says thanks, shown only when the participation is durable.
[[nodiscard]] Check thanks(const Image& result);
/// Both numbers on their tinted cards.
[[nodiscard]] Check help_numbers(const Image& help);

/// A film's picture fills most of the screen; while it opens the page is dark and plain.
[[nodiscard]] Check film_shown(const Image& watch);

// ---- the numbered film ----

inline constexpr int k_code_cells = 16;
/// Rows of the code's strip that no control lies over, for a video shown in `place`.
[[nodiscard]] PixelRect code_rows(const PixelRect& place);
/// The number in such rows; nullopt if a cell is neither black nor white.
[[nodiscard]] std::optional<int> read_code(const Image& rows);

struct Sample {
    std::optional<int> number; ///< read from the picture
    double clock_frames = 0;   ///< what the clock says, in frames
};
/// Within 2 frames of the clock in ≥ 95 % of the samples; unreadable ones count as late.
[[nodiscard]] Check on_time(const std::vector<Sample>& samples);
/// The number stands still.
[[nodiscard]] Check frozen(const std::vector<std::optional<int>>& numbers);
/// ± 1 of target × fps.
[[nodiscard]] Check landed(std::optional<int> number, Micros target, double frames_per_second);
[[nodiscard]] Check went_on(std::optional<int> before, std::optional<int> after);

// ---- sound ----

struct Heard {
    player::AudioSink::Taken taken;
    uint64_t position = 0;
};
/// Frames with energy were taken, and the heard position kept step with `elapsed` (80 to 120 %).
[[nodiscard]] Check sounds(const Heard& before, const Heard& after, Micros elapsed);
/// Nothing was taken.
[[nodiscard]] Check silent(const Heard& before, const Heard& after);

} // namespace pufa::app::judge
