#pragma once
// What a file's container does not say by itself and a probe has found: kept in a pack's manifest,
// so that the film opens without being probed again.

#include "content/base/clock.h"
#include "content/media/wire.h"

#include <string>
#include <string_view>

namespace pufa::media {

using base::Micros;

struct Stated {
    Micros start{0}; ///< of the leading stream, in the file's own time
    Micros duration{0};
    std::string video_codec; ///< libav's name, "h264"; empty: no pictures
    int width = 0;           ///< coded, pixels
    int height = 0;
    int video_delay = 0; ///< pictures that may wait for one shown before them
    int frame_rate_num = 0;
    int frame_rate_den = 1;
    std::string sound_codec; ///< of the track that sounds if none is asked for; empty: no sound
    int sound_rate = 0;      ///< samples a second in the file
    int sound_channels = 0;
    bool operator==(const Stated&) const = default;
};

/// As it crosses; names longer than ShortName are cut, numbers below zero become zero.
[[nodiscard]] StatedFields fields_of(const Stated& stated);
/// Fields that have been checked.
[[nodiscard]] Stated stated_of(const StatedFields& fields);

/// Cut to fit, never without its zero.
[[nodiscard]] ShortName short_name(std::string_view name);
[[nodiscard]] std::string name_of(const ShortName& name);

} // namespace pufa::media
