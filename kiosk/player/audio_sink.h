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
    /// The visitor's volume, 0 to 1, linear gain.
    virtual void set_gain(float gain) = 0;
    /// A linear gain on top, of the item that sounds: 0 to k_most_item_gain.
    virtual void set_item_gain(float gain) = 0;
    static constexpr float k_most_item_gain = 10; ///< +20 dB
    /// A short soft tick over whatever sounds, as loud as the gain says.
    virtual void tick() = 0;
    /// A tone from the left, then one from the right, over whatever sounds: to hear whether the
    /// machine can be heard. `gain` (linear, 0 to 1) instead of the visitor's.
    virtual void chime(float gain) = 0;
    /// The owner's thread, often: looks whether the device is still there, or is back.
    virtual void update(SteadyTime) {}
    /// There is a device; without one nothing is taken and nothing heard.
    [[nodiscard]] virtual bool listening() const { return true; }
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
