#pragma once
// The sound of one stream: packets in, 48 kHz stereo out, without a gap from the target on. What is
// missing is silence, what overlaps is dropped, so that the frames counted are the time.

#include "content/decoder/codec.h"
#include "content/media/wire.h"

#include <deque>
#include <vector>

namespace pufa::decoder {

class Sound {
  public:
    /// `stream` is one of `input`, which outlives this.
    [[nodiscard]] Trouble open(const Input& input, AVStream& stream);
    /// Forgets packets and what has not been given; the next frame is that of `target_us`.
    void restart(int64_t target_us);
    /// The input was sought again for the same target: what was given stays.
    void rewind();

    void push(Packet packet);
    void finish() { m_finished = true; }
    [[nodiscard]] bool wants_packet() const {
        return !pending() && m_packets.empty() && !m_finished;
    }
    [[nodiscard]] bool can_advance() const {
        return !pending() && !m_drained && (!m_packets.empty() || m_finished);
    }
    /// Decodes at most one packet.
    [[nodiscard]] Trouble advance();
    /// The next of what is pending, at most `most` frames: interleaved stereo, nullptr for silence.
    struct Given {
        const float* samples = nullptr; ///< valid until the next call of any member
        uint64_t frames = 0;
    };
    [[nodiscard]] Given give(uint64_t most);
    /// Silence up to `until_us` if the sound has not come so far.
    void pad_to(int64_t until_us);

    [[nodiscard]] bool pending() const {
        return m_silence > 0 || m_given < m_samples.size() / media::k_sound_channels;
    }
    [[nodiscard]] bool drained() const { return m_drained; }
    [[nodiscard]] bool ever() const { return m_ever; }
    /// Samples a second in the file; 0 before the first.
    [[nodiscard]] int rate() const { return m_rate; }
    /// Packets that could not be decoded, since the last seek.
    [[nodiscard]] uint32_t damages() const { return m_damages; }
    [[nodiscard]] int64_t target_us() const { return m_target_us; }
    /// Up to where sound has been decoded.
    [[nodiscard]] int64_t reached_us() const;
    [[nodiscard]] uint64_t queued_bytes() const { return m_queued_bytes; }

  private:
    void clear_codec();
    int send_next();
    [[nodiscard]] Trouble take(const AVFrame& frame);
    [[nodiscard]] Trouble fit_resampler(const AVFrame& frame);
    /// `at`: frames from the target to the first of `samples`.
    void place(int64_t at, std::vector<float> samples);
    void drain();

    const Input* m_input = nullptr;
    AVStream* m_stream = nullptr;
    CodecContext m_codec;
    Frame m_frame;
    Resampler m_resampler;
    AVChannelLayout m_layout{};
    int m_rate = 0;
    int m_format = -1;

    std::deque<Packet> m_packets;
    uint64_t m_queued_bytes = 0;
    bool m_finished = false;
    bool m_drained = false;
    bool m_ever = false;
    int m_faults = 0; ///< in a row
    uint32_t m_damages = 0;

    int64_t m_target_us = 0;
    int64_t m_placed = 0;   ///< frames placed since the target, given or pending
    bool m_align = true;    ///< the next samples are placed to the frame, not nearly
    uint64_t m_silence = 0; ///< frames that come before m_samples
    std::vector<float> m_samples;
    uint64_t m_given = 0; ///< frames of m_samples already given
};

} // namespace pufa::decoder
