#pragma once
// The pictures of one stream: packets in, frames out in the order they are shown, beginning
// exactly with the one shown at the target.

#include "content/decoder/codec.h"

#include <deque>

namespace pufa::decoder {

/// A decoded frame and its time.
struct Shot {
    Frame frame;
    int64_t pts_us = 0;
};

/// Frames that nobody needs may be left out while the target is far; the last second before it is
/// always decoded whole.
enum class Hurry { none, skip_unreferenced };

class Pictures {
  public:
    [[nodiscard]] Trouble open(const Input& input, Threads threads);
    /// Forgets all packets and frames. The frames that come next are hunted through until the one
    /// that is shown at `target_us`.
    void restart(int64_t target_us, Hurry hurry);

    void push(Packet packet);
    /// No packet follows.
    void finish() { m_finished = true; }
    [[nodiscard]] bool wants_packet() const {
        return m_ready.empty() && m_packets.empty() && !m_finished;
    }
    /// Decodes at most one packet; only useful while ready() is empty.
    [[nodiscard]] Trouble advance();
    [[nodiscard]] bool can_advance() const {
        return m_ready.empty() && !m_drained && (!m_packets.empty() || m_finished);
    }
    [[nodiscard]] std::deque<Shot>& ready() { return m_ready; }
    [[nodiscard]] bool done() const { return m_drained && m_ready.empty(); }
    [[nodiscard]] uint64_t queued_bytes() const { return m_queued_bytes; }

    /// After advance: the place the input was sought to cannot give the exact frame.
    enum class Verdict { good, start_earlier, do_not_skip };
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// What has come is good enough: there is nothing better.
    void accept() { m_verdict = Verdict::good; }

  private:
    int send_next();
    void take(Frame frame);
    void end_hunt();
    void drain();

    const Input* m_input = nullptr;
    AVStream* m_stream = nullptr;
    CodecContext m_codec;
    std::deque<Packet> m_packets;
    uint64_t m_queued_bytes = 0;
    std::deque<Shot> m_ready;
    bool m_finished = false; ///< no packet follows
    bool m_drained = false;  ///< and the codec has given everything
    bool m_ever = false;     ///< a frame has come since open
    int m_faults = 0;        ///< in a row
    int64_t m_last_us = 0;

    bool m_hunting = false;
    int64_t m_target_us = 0;
    Hurry m_hurry = Hurry::none;
    bool m_skipped = false;
    std::optional<Shot> m_held; ///< the last frame not after the target
    Verdict m_verdict = Verdict::good;
};

} // namespace pufa::decoder
