#pragma once
// The pictures of one stream: packets in, frames out in the order they are shown, beginning
// exactly with the one shown at the target.

#include "content/decoder/codec.h"
#include "content/decoder/deinterlace.h"
#include "content/decoder/effort.h"

#include <deque>
#include <optional>

namespace pufa::decoder {

/// A decoded frame and its time.
struct Shot {
    Frame frame;
    int64_t pts_us = 0;
};

/// Frames that nobody needs may be left out until just before the target.
enum class Hurry { none, skip_unreferenced };
/// Whether the first frame that comes, if it is not yet near the target, is given to be shown
/// meanwhile.
enum class Preview { unwanted, wanted };

class Pictures {
  public:
    /// Decodes into `slots` where that can be, nullptr: never. Both outlive this.
    [[nodiscard]] Trouble open(const Input& input, SlotPool* slots = nullptr);
    /// As it is played; more threads are taken where one does not keep up with it.
    void set_pace(int percent) { m_pace_percent = percent; }
    /// Forgets all packets and frames. The frames that come next are hunted through until the one
    /// that is shown at `target_us`.
    [[nodiscard]] Trouble restart(int64_t target_us, Hurry hurry, Preview preview);

    void push(Packet packet);
    /// No packet follows.
    void finish() { m_finished = true; }
    /// None has come for long while the sound goes on, as with one picture under a talk: what the
    /// codec holds back is given out. Those that come later are taken up from a keyframe on.
    void starve() { m_starved = true; }
    /// A packet has come since the last restart.
    [[nodiscard]] bool fed() const { return m_fed; }
    /// Starved, and nothing has come since.
    [[nodiscard]] bool dry() const { return m_starved || m_awaits_keyframe; }
    [[nodiscard]] bool wants_packet() const {
        return m_ready.empty() && m_packets.empty() && !m_finished;
    }
    /// Decodes at most one packet; only useful while ready() is empty.
    [[nodiscard]] Trouble advance();
    [[nodiscard]] bool can_advance() const {
        return m_ready.empty() && !m_drained && (!m_packets.empty() || m_finished || m_starved);
    }
    [[nodiscard]] std::deque<Shot>& ready() { return m_ready; }
    /// Before the first frame that is ready: what there is to be shown meanwhile, the keyframe or,
    /// if the codec still holds it back, the very frame at the target. Gone once taken, or when the
    /// exact frame is ready.
    [[nodiscard]] std::optional<Shot> take_preview() {
        return std::exchange(m_preview, std::nullopt);
    }
    /// The first frame to be shown since the restart, of either kind; nullptr: none has come.
    [[nodiscard]] const AVFrame* first() const {
        if (!m_ready.empty()) return m_ready.front().frame.get();
        return m_preview ? m_preview->frame.get() : nullptr;
    }
    [[nodiscard]] bool done() const { return m_drained && m_ready.empty(); }
    [[nodiscard]] uint64_t queued_bytes() const { return m_queued_bytes; }

    /// After advance: the place the input was sought to cannot give the exact frame.
    enum class Verdict { good, start_earlier, do_not_skip };
    [[nodiscard]] Verdict verdict() const { return m_verdict; }
    /// What has come is good enough: there is nothing better.
    void accept() { m_verdict = Verdict::good; }

  private:
    /// Of a frame before the target that is only decoded because others need it.
    [[nodiscard]] bool is_far(std::optional<int64_t> at_us) const;
    int send_next();
    int feed_codec();
    int receive(AVFrame& frame);
    [[nodiscard]] int threads_needed() const;
    [[nodiscard]] Trouble take_threads();
    void weave(Frame frame);
    void take_woven();
    void take(Frame frame);
    void offer_preview(const Shot& shot);
    void look_early();
    void end_hunt();
    void drain();
    [[nodiscard]] int64_t whole_us() const;
    void revive();

    const Input* m_input = nullptr;
    AVStream* m_stream = nullptr;
    SlotPool* m_slots = nullptr;
    CodecContext m_codec;
    int m_threads = 1;
    Effort m_effort;
    int m_pace_percent = 100;
    bool m_changing = false; ///< the codec gives what it holds before another takes its place
    Deinterlacer m_deinterlacer;
    std::deque<Packet> m_packets;
    uint64_t m_queued_bytes = 0;
    std::deque<Shot> m_ready;
    bool m_finished = false; ///< no packet follows
    bool m_drained = false;  ///< and the codec has given everything
    bool m_fed = false;
    bool m_starved = false;         ///< the codec is being emptied though packets may follow
    bool m_awaits_keyframe = false; ///< it was
    bool m_ever = false;            ///< a frame has come since open
    int m_faults = 0;               ///< in a row
    int64_t m_last_us = 0;
    int64_t m_step_us = 0; ///< from the picture before the last to the last

    bool m_hunting = false;
    int64_t m_target_us = 0;
    Hurry m_hurry = Hurry::none;
    bool m_preview_wanted = false;
    std::optional<Shot> m_preview;
    std::optional<int64_t> m_sent_us; ///< time of the packet that was sent last
    int64_t m_frame_us = 0;           ///< how long a frame stands; 0: unknown
    bool m_even = true;               ///< the last frame before a target has always been near it
    bool m_skipped = false;
    std::optional<Shot> m_held; ///< the last frame not after the target
    Verdict m_verdict = Verdict::good;
};

} // namespace pufa::decoder
