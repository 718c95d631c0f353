#pragma once
// Opening a decoder for a stream: one place for its limits.

#include "content/decoder/input.h"

namespace pufa::decoder {

struct Opener {
    CodecContext context;
    Trouble trouble;
};
/// With more than one thread as many frames are decoded at once, if the codec can.
[[nodiscard]] Opener open_codec(const AVStream& stream, int threads);

/// Whether streams of this codec can be opened at all.
[[nodiscard]] bool has_decoder(AVCodecID id);

/// "h264"
[[nodiscard]] const char* codec_name(const AVStream& stream);

} // namespace pufa::decoder
