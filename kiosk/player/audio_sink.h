#pragma once
// Where sound goes. The device implementation stands in kiosk/platform; here is the interface and
// the sink of a machine without a device, which consumes by the monotonic clock.

#include "content/base/clock.h"
#include "content/media/link.h"

#include <cstdint>

namespace pufa::player {

class AudioSink {
  public:
    virtual ~AudioSink() = default;
    /// From now on frames are taken from `ring` (nullptr: silence, nothing is taken). Returns only
    /// when the device thread no longer uses the old ring.
    virtual void attach(media::SoundRing* ring) = 0;
    virtual void set_running(bool running) = 0;
    /// 0 to 1, linear gain.
    virtual void set_gain(float gain) = 0;
    /// A short soft tick over whatever sounds, as loud as the gain says.
    virtual void tick() = 0;
    /// Ring frame that is heard now (what was taken less what still waits in the device).
    [[nodiscard]] virtual uint64_t heard_position(SteadyTime now) const = 0;
    /// For the self-test: frames taken from rings so far, and their summed squares, both channels.
    struct Taken {
        uint64_t frames = 0;
        double energy = 0;
    };
    [[nodiscard]] virtual Taken taken() const = 0;
};

} // namespace pufa::player
