#pragma once
// Small clips of every container and codec that the kiosk plays, made by the stock ffmpeg.

#include <string>
#include <vector>

namespace pufa::hostile {

struct Clip {
    std::string name; ///< "h264-aac.mp4"
    std::string bytes;
};

/// All of them, or those that this machine's ffmpeg could make; what is missing is named on
/// standard error.
[[nodiscard]] std::vector<Clip> make_clips();

} // namespace pufa::hostile
