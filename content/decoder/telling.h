#pragma once
// Messages that a playing and a study share.

#include "content/decoder/input.h"
#include "content/decoder/task.h"

namespace pufa::decoder {

/// A SoundTrack for each of the input's sounds, before Opened.
void tell_sounds(const Input& input, const Task::Send& send);

} // namespace pufa::decoder
