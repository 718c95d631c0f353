#pragma once
// Whether a message from a decoder may be believed. A pure function over a private copy, so that
// it can be tested and fuzzed by itself: what it lets through cannot make the kiosk touch memory
// outside a slot, use a slot twice, or show a text that is not one.

#include "content/media/wire.h"

#include <optional>
#include <string>
#include <string_view>

namespace pufa::media {

inline constexpr uint32_t k_most_slots = 64;

/// What the kiosk knows when the message arrives.
struct Expectation {
    bool greeted = false;          ///< Hello has come
    bool open = false;             ///< Open was sent and neither End nor Failed closed it for good
    bool opened = false;           ///< Opened has come
    uint32_t first_generation = 0; ///< of the Open
    uint32_t generation = 0;       ///< the newest asked for
    Purpose purpose = Purpose::play;
    uint32_t slot_count = 0;
    uint64_t slot_bytes = 0;
    uint32_t max_width = 0;
    uint32_t max_height = 0;
    uint64_t leased = 0;        ///< bit per slot that the kiosk has not given back
    uint64_t sound_written = 0; ///< of the ring, clamped; 0 without a ring
    bool sound = false;         ///< a ring was handed over
    uint32_t pictures_left = 0; ///< of a study or a still: so many more may come
    uint32_t sounds = 0;        ///< SoundTracks that have come
    uint32_t texts = 0;         ///< TextTracks that have come
    uint32_t cues = 0;          ///< of the last of them
    uint32_t cue_bytes = 0;     ///< of a cue whose last piece has not come
    uint64_t caption_bytes = 0; ///< of all text tracks
    bool studied = false;       ///< Studied has come
};

/// Why the message breaks the protocol; nullopt if it may be used. Messages of a generation older
/// than `generation` are checked all the same; dropping them is the caller's.
[[nodiscard]] std::optional<std::string_view> breach(const Message& message,
                                                     const Expectation& expected);

/// At most `size` characters up to the first zero, everything but printable ASCII made '?'.
[[nodiscard]] std::string printable(const char* text, size_t size);
/// The same for UTF-8: what is no UTF-8 is treated as printable() does, control characters become
/// spaces.
[[nodiscard]] std::string readable(const char* text, size_t size);

enum class LineEnds { spaces, kept };
/// Of UTF-8, each control character (C0, DEL and C1) made a space.
[[nodiscard]] std::string without_controls(std::string_view text, LineEnds ends);

} // namespace pufa::media
