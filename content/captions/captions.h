#pragma once
// What is said in a film and when, as text to be read: WebVTT (W3C, "WebVTT: The Web Video Text
// Tracks Format"), SubRip (.srt, which has no specification) and SubStation Alpha (.ass, .ssa) in,
// WebVTT in one spelling out. Pure; any thread.

#include "content/base/clock.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::captions {

/// Of one file in the pack: two hours of film have some 100 KB.
inline constexpr size_t k_most_bytes = 1u << 20;
inline constexpr size_t k_most_cues = 20'000;
/// Of one cue: ten times what fits on two lines.
inline constexpr size_t k_most_cue_bytes = 1'000;

/// To be read from `from` until just before `to`, both in whole milliseconds; never if it ends
/// before it begins.
struct Cue {
    Micros from{0};
    Micros to{0};
    std::string text; ///< UTF-8 without tags, may be empty; '\n' parts lines, none of them empty
    bool operator==(const Cue&) const = default;
};

/// WebVTT begins with "WEBVTT" and a blank or a line end, SubStation Alpha with the name of one of
/// its sections; everything else is read as SubRip.
enum class Format { webvtt, subrip, ass };

enum class Fault {
    not_text,     ///< not UTF-8; nothing was read
    bad_time,     ///< a line with "-->" that holds no two times
    backwards,    ///< a cue that does not end after it begins; WebVTT's and SubRip's are listed
    without_time, ///< words that belong to no cue
    tag_open,     ///< a cue of WebVTT with "<" and no ">": the words behind it are left out
    too_long,     ///< a cue of more than k_most_cue_bytes
    too_many,     ///< more than k_most_cues; the rest was not read
};
struct Complaint {
    Fault fault;
    int line = 0; ///< from 1; 0: the file
    bool operator==(const Complaint&) const = default;
};

struct Parsed {
    Format format = Format::subrip;
    std::vector<Cue> cues;             ///< by `from`
    std::vector<int> lines;            ///< where the time of each of `cues` stands, from 1
    std::vector<Complaint> complaints; ///< by line
};

/// Any of the formats, told apart by itself; whatever the bytes are. Tags (<b>, <v Name>, {\an8}),
/// cue settings, numbers, notes and styles are left out; cues may overlap and come in any order.
/// WebVTT is held to its rules; SubRip, which has none, may lack hours, fractions and the blank
/// line between cues, and have a comma or a full stop. Of SubStation Alpha the words of its
/// dialogue are read, each once. NUL is U+FFFD.
[[nodiscard]] Parsed parse(std::string_view text);

/// Cues of another source as parse would have given them: in whole milliseconds, by their
/// beginning, without those that say nothing, do not last or are too long.
[[nodiscard]] std::vector<Cue> tidied(std::vector<Cue> cues);

/// WebVTT; parse gives the same cues back.
[[nodiscard]] std::string write_webvtt(const std::vector<Cue>& cues);

/// What is to be read at `position`: the words of all cues of that moment, one below the other;
/// "" while nothing is said. `cues` are by `from`.
[[nodiscard]] std::string words_at(const std::vector<Cue>& cues, Micros position);

} // namespace pufa::captions
