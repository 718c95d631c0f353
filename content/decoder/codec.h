#pragma once
// Opening a decoder for a stream: one place for its limits, and for which decoders there are.

#include "content/decoder/input.h"
#include "content/decoder/slot_pool.h"

namespace pufa::decoder {

struct Opener {
    CodecContext context;
    Trouble trouble;
};
/// The size that a container states is not believed, only what is decoded; that is bounded. With
/// more than one thread as many frames are decoded at once, if the codec can. Its frames lie in
/// `slots` where they fit; nullptr: in memory of its own.
[[nodiscard]] Opener open_codec(const AVStream& stream, int threads, SlotPool* slots = nullptr);

/// Whether streams of this codec can be opened at all.
[[nodiscard]] bool has_decoder(AVCodecID id);

/// "h264"
[[nodiscard]] const char* codec_name(const AVStream& stream);

/// The names of all decoders that may run, "h264,hevc,...": everything else FFmpeg knows stays
/// shut.
[[nodiscard]] const char* decoder_names();

} // namespace pufa::decoder
