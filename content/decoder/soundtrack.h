#pragma once
// The sound of an item while it plays: which of its tracks, at which pace, into the ring. Another
// track or pace takes over at a place of the ring that is about to be heard.

#include "content/decoder/outlet.h"
#include "content/decoder/sound.h"

#include <deque>
#include <optional>
#include <vector>

namespace pufa::decoder {

class Soundtrack {
  public:
    /// `input` outlives this; without a `ring` the sound is decoded and goes nowhere.
    [[nodiscard]] Trouble open(Input& input, media::RingWriter ring);
    [[nodiscard]] Trouble restart(int64_t target_us);
    void rewind();

    /// A packet of any stream; those of other streams than its tracks are dropped.
    void push(Packet packet);
    void finish();
    [[nodiscard]] bool wants_packet() const {
        return !m_outlet.pending() && m_sound.wants_packet();
    }
    [[nodiscard]] bool can_advance() const { return !m_outlet.pending() && m_sound.can_advance(); }
    [[nodiscard]] Trouble advance() { return m_sound.advance(); }
    /// Silence up to `until_us`, if the sound has not come so far.
    void pad_to(int64_t until_us);
    /// The same if no sound will come any more.
    void pad_at_end(int64_t until_us) {
        if (m_sound.drained()) pad_to(until_us);
    }
    /// Moves what was decoded towards the ring; `moved` if any of it did.
    [[nodiscard]] Trouble deliver(bool& moved);

    [[nodiscard]] Trouble set_pace(int percent);
    /// One that cannot be decoded changes nothing.
    [[nodiscard]] Trouble choose(size_t track);
    /// What the kiosk has not been told of: its generation is the caller's.
    [[nodiscard]] std::optional<media::SoundStart> take_start();

    /// Something was decoded.
    [[nodiscard]] bool ready() const { return m_sound.pending() || m_outlet.pending(); }
    /// All was decoded and is in the ring.
    [[nodiscard]] bool done() const { return m_sound.drained() && !ready(); }
    [[nodiscard]] int64_t reached_us() const { return m_sound.reached_us(); }
    [[nodiscard]] uint64_t queued_bytes() const { return m_sound.queued_bytes() + m_kept_bytes; }

  private:
    /// A packet that may be wanted again when its track is chosen.
    struct Kept {
        Packet packet;
        int64_t end_us = 0;
    };
    [[nodiscard]] bool wanted(const AVPacket& packet, const AVStream& stream) const;
    [[nodiscard]] std::optional<int64_t> end_of(const AVPacket& packet,
                                                const AVStream& stream) const;
    void keep(size_t track, const AVPacket& packet);
    void forget_kept();
    void trim(std::deque<Kept>& kept);
    void announce(const Outlet::Join& join);

    Input* m_input = nullptr;
    media::RingWriter m_ring;
    Sound m_sound;
    Outlet m_outlet;
    std::vector<std::deque<Kept>> m_kept; ///< of each track; empty if there is no choice
    uint64_t m_kept_bytes = 0;
    bool m_finished = false; ///< no packet follows
    std::optional<media::SoundStart> m_start;
};

} // namespace pufa::decoder
