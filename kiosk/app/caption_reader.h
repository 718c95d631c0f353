#pragma once
// Reads the captions of a video that begins to play, away from the UI's way. UI thread; each
// reading runs on a thread of its own that shares nothing.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "kiosk/flow/flow.h"

#include <future>
#include <optional>
#include <vector>

namespace pufa::app {

/// One file of a pack. TOO_LARGE above captions::k_most_bytes, BAD_SOURCE if no cue could be read,
/// errno errors.
[[nodiscard]] Result<flow::CaptionTrack> read_captions(const flow::CaptionLocation& location);

class CaptionReader {
  public:
    static constexpr std::chrono::milliseconds k_while_reading{20};

    // Going, it waits for what is still being read.

    /// Returns at once; a video without captions is not looked at.
    void read(const flow::PlayVideo& effect, SteadyTime now);
    /// What was read since the last call: of the newest video only, one after the other.
    [[nodiscard]] std::optional<flow::CaptionsRead> poll(SteadyTime now);
    [[nodiscard]] std::optional<SteadyTime> next_due() const;

  private:
    std::vector<std::future<flow::CaptionsRead>> m_reading; ///< the last one is wanted
    model::ItemId m_wanted;
    SteadyTime m_looked{};
};

} // namespace pufa::app
