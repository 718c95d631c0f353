#pragma once
// The line of a cue that says when. Private to this folder.

#include "content/base/clock.h"

#include <optional>
#include <string_view>

namespace pufa::captions {

inline constexpr std::string_view k_arrow = "-->";

struct Span {
    Micros from{0};
    Micros to{0};
};

/// "00:01:02.500 --> 01:04,000 position:10%", also with full-width ：and ，; whatever follows the
/// second time is not looked at.
[[nodiscard]] std::optional<Span> parse_span(std::string_view line);
/// The same by WebVTT's own rules ("collect WebVTT cue timings and settings"): two digits each for
/// minutes and seconds, a full stop and three digits; hours may be missing and have any number.
[[nodiscard]] std::optional<Span> parse_webvtt_span(std::string_view line);
/// "01:02.500", "1:02:03", "00:00:05,25": hours and fraction may be missing; hours have any number,
/// and of a fraction the first three digits count.
[[nodiscard]] std::optional<Micros> parse_time(std::string_view text);

} // namespace pufa::captions
