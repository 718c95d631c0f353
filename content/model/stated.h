#pragma once
// What the build of a pack found out about a film by decoding a little of it, so that the kiosk
// need not: the film then opens without being probed. What the file contradicts is not believed.

#include "content/base/clock.h"

#include <string>

namespace pufa::model {

struct Stated {
    base::Micros start{0}; ///< of the leading stream, in the file's own time
    base::Micros duration{0};
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

} // namespace pufa::model
