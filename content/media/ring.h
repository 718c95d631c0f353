#pragma once
// The two ends of the sound ring in shared memory. Positions count frames since the ring was made
// and never wrap; a frame lies at position % k_sound_frames. Each end believes only its own
// position and clamps the other's, so a hostile peer spoils the sound and nothing else.

#include "content/media/link.h"
#include "content/media/memory.h"

#include <mutex>

namespace pufa::media {

/// The kiosk's end. Everything but attach may be called while another thread reads.
class RingReader final : public SoundRing {
  public:
    /// k_sound_bytes of shared memory; before it the ring is empty. No thread may be reading.
    void attach(SharedMemory memory);
    [[nodiscard]] uint64_t available() const override;
    [[nodiscard]] uint64_t position() const override;
    uint64_t read(float* to, uint64_t frames) override;
    void skip_to(uint64_t position) override;
    /// Frames written, clamped to what can be true.
    [[nodiscard]] uint64_t written() const;

  private:
    [[nodiscard]] uint64_t clamped_written() const;

    SharedMemory m_memory;
    SoundHeader* m_header = nullptr;
    const float* m_samples = nullptr;
    // Guards m_position; held for one copy at most.
    mutable std::mutex m_mutex;
    uint64_t m_position = 0;
};

/// The decoder's end; one thread. The memory outlives it.
class RingWriter {
  public:
    RingWriter() = default;
    explicit RingWriter(const SharedMemory& memory);
    [[nodiscard]] uint64_t space() const;
    [[nodiscard]] uint64_t position() const { return m_position; }
    /// At most space() frames, returns how many; nullptr writes silence.
    uint64_t write(const float* from, uint64_t frames);
    /// Up to where the kiosk has read, never beyond position().
    [[nodiscard]] uint64_t read_position() const;
    /// What was written from `position` on (read_position() ≤ position), at most `frames`; returns
    /// how many.
    uint64_t copy(uint64_t position, float* to, uint64_t frames) const;
    /// Takes back what was written from `position` on, for other sound. The kiosk may meanwhile
    /// have read beyond it: what it has read sounds, and it goes on where it is.
    void take_back(uint64_t position);

  private:
    SoundHeader* m_header = nullptr;
    float* m_samples = nullptr;
    uint64_t m_position = 0;
};

} // namespace pufa::media
