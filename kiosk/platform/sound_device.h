#pragma once
// The sound device as an AudioSink: SDL's callback thread takes frames from the ring.

#include "content/base/result.h"
#include "kiosk/player/audio_sink.h"

#include <memory>

namespace pufa::platform {

/// `none` is SDL's dummy driver: a callback thread in real time, nothing to hear (self-test).
enum class SoundDriver { automatic, none };

/// NO_SOUND if there is no device (it is not fatal). One that goes is looked for again.
[[nodiscard]] Result<std::unique_ptr<player::AudioSink>>
open_sound_device(SoundDriver driver = SoundDriver::automatic);

/// A sink that has no device yet and looks for one from its first update on.
[[nodiscard]] std::unique_ptr<player::AudioSink> await_sound_device();

} // namespace pufa::platform
