#pragma once
// The last stretch before the ring: sound in media time in, sound at the pace asked for out. Keeps
// what it was given as long as it may not have been heard, so that another pace or another track
// can take over at a place in the ring that is about to be heard, without a gap.

#include "content/decoder/tempo.h"
#include "content/media/ring.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace pufa::decoder {

class Outlet {
  public:
    Outlet();

    /// Sound from `target_us` on, at the next place in the ring; the pace stays.
    [[nodiscard]] Trouble restart(int64_t target_us, const media::RingWriter& ring);

    /// Wants more of the item's sound; else there is something to write.
    [[nodiscard]] bool hungry() const { return !pending(); }
    /// The next `frames` of the item, at most k_most_taken; nullptr: silence.
    [[nodiscard]] Trouble take(const float* samples, uint64_t frames);
    static constexpr uint64_t k_most_taken = 4096;
    /// Nothing follows (until a restart or a join).
    [[nodiscard]] Trouble finish();
    [[nodiscard]] bool finished() const { return m_finished; }

    /// As far as there is space; `moved` if anything was written.
    [[nodiscard]] Trouble write(media::RingWriter& ring, bool& moved);
    [[nodiscard]] bool pending() const {
        return m_fed < m_source_end || ready_frames() > 0 || (m_finished && !m_flushed);
    }

    /// From a place in the ring on that will be heard next, the sound is that of `pts_us` at
    /// pace().
    struct Join {
        uint64_t position = 0;
        int64_t pts_us = 0;
    };
    [[nodiscard]] int pace() const { return m_tempo.percent(); }
    [[nodiscard]] Trouble set_pace(int percent, media::RingWriter& ring, Join& join);
    /// What was taken from the join on is forgotten: the next take() is of join.pts_us.
    [[nodiscard]] Trouble change_source(media::RingWriter& ring, Join& join);
    /// The item's time that is about to be heard.
    [[nodiscard]] int64_t heard_us(const media::RingWriter& ring) const;

  private:
    [[nodiscard]] uint64_t ready_frames() const {
        return m_ready.size() / media::k_sound_channels - m_given;
    }
    [[nodiscard]] int64_t source_at(uint64_t position) const;
    [[nodiscard]] int64_t us_of(int64_t frame) const;
    [[nodiscard]] Trouble cut(int percent, media::RingWriter& ring, Join& join);
    [[nodiscard]] Trouble restart_tempo(int percent, int64_t source);
    [[nodiscard]] Trouble feed();
    void blend();

    /// Where the ring's sound comes from: of positions from `position` on.
    struct Piece {
        uint64_t position = 0;
        int64_t source = 0; ///< frames of the item since the target
        int percent = 100;
    };
    Tempo m_tempo;
    std::vector<Piece> m_pieces; ///< the last may be preceded by those that have not been heard
    int64_t m_target_us = 0;

    // The item's sound, in frames since the target: [m_source_end − k_history, m_source_end), a
    // frame at its place modulo k_history. Up to m_fed it has gone through the tempo.
    std::unique_ptr<float[]> m_source; ///< its pages cost nothing before they are used
    int64_t m_source_end = 0;
    int64_t m_fed = 0;
    bool m_finished = false; ///< nothing follows
    bool m_flushed = false;  ///< and the tempo has been told

    std::vector<float> m_ready; ///< out of the tempo
    uint64_t m_given = 0;       ///< frames of m_ready already in the ring
    std::vector<float> m_old;   ///< what a join took back, to fade out over the new
    uint64_t m_blended = 0;     ///< frames of m_old already used
};

} // namespace pufa::decoder
