#pragma once
// What is said in a film, as text tracks within its file have it: mov_text, SubRip, WebVTT and ASS
// in, plain cues out. Tracks of pictures of text are none of these.

#include "content/decoder/input.h"
#include "content/decoder/task.h"

#include <string>
#include <vector>

namespace pufa::decoder {

/// The words of one line of an ASS script as libav's decoders give it ("0,0,Default,,0,0,0,,..."):
/// without marks, lines parted by \n; "" for a drawing.
[[nodiscard]] std::string words_of(std::string_view ass_line);

class Texts {
  public:
    /// Of `input`, which outlives this; a track that cannot be decoded is left out.
    void open(const Input& input);
    /// A packet of any stream; true if it was one of these.
    bool push(AVPacket& packet);
    /// All that has come, within the bounds of the wire.
    void tell(uint32_t generation, const Task::Send& send) const;

  private:
    struct Cue {
        int64_t from_us = 0;
        int64_t until_us = 0;
        std::string text;
    };
    struct Track {
        AVStream* stream = nullptr;
        CodecContext codec;
        std::vector<Cue> cues;
    };
    void add(Track& track, const AVPacket& packet, std::string text);

    const Input* m_input = nullptr;
    std::vector<Track> m_tracks;
    uint64_t m_bytes = 0;
};

} // namespace pufa::decoder
