#pragma once
// A sink without a device: takes frames as fast as they would sound, by the monotonic clock, on a
// thread of its own.

#include "kiosk/player/audio_sink.h"

#include <memory>

namespace pufa::player {

[[nodiscard]] std::unique_ptr<AudioSink> make_silent_sink();

} // namespace pufa::player
