#pragma once
// Opening a decoder for a stream: one place for its limits.

#include "content/decoder/input.h"

namespace pufa::decoder {

enum class Threads { one, frame_pair };

struct Opener {
    CodecContext context;
    Trouble trouble;
};
[[nodiscard]] Opener open_codec(const AVStream& stream, Threads threads);

/// "h264"
[[nodiscard]] const char* codec_name(const AVStream& stream);

} // namespace pufa::decoder
