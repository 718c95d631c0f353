#pragma once
// What the sound device's thread does, without the device: takes frames from the ring, keeps
// volume changes, starts and stops free of clicks, and knows which ring frame is heard.

#include "content/base/clock.h"
#include "content/media/link.h"
#include "kiosk/platform/cue.h"
#include "kiosk/player/audio_sink.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

namespace pufa::platform {

class SoundFeed {
  public:
    /// Device thread. Fills `frames` interleaved stereo frames that will sound when the buffer
    /// before them, which has just begun, is over.
    void fill(float* to, uint64_t frames, SteadyTime now);

    /// Owner's thread, while fill cannot run (the device is locked).
    void attach(media::SoundRing* ring);

    // Any thread.
    void set_running(bool running) { m_running = running; }
    void set_gain(float gain) { m_gain = gain; }
    void set_item_gain(float gain) { m_item_gain = gain; }
    /// A tick over whatever sounds, as loud as the gain says; one that has not ended begins anew.
    void tick() { m_ticks_asked.fetch_add(1); }
    /// make_chime() over whatever sounds; one that has not ended begins anew.
    void chime(float gain) {
        m_chime_wants = gain;
        m_chimes_asked.fetch_add(1);
    }
    [[nodiscard]] player::AudioSink::Taken taken() const;
    /// Never goes back for one ring.
    [[nodiscard]] uint64_t heard_position(SteadyTime now) const;

  private:
    /// Ring frames of one device buffer: [end − count, end), followed by silence.
    struct Span {
        uint64_t end = 0;
        uint64_t count = 0;
    };
    struct Buffers {
        Span playing; ///< began to sound at `since`
        Span next;
        uint64_t frames = 0; ///< of one device buffer
        Micros since{0};
    };
    void publish(const Buffers& buffers);
    [[nodiscard]] Buffers published() const;
    void shape(float* to, uint64_t got, uint64_t frames);
    void mix_tick(float* to, uint64_t frames);
    void mix_chime(float* to, uint64_t frames);

    std::atomic<bool> m_running = false;
    std::atomic<float> m_gain = 1;
    std::atomic<float> m_item_gain = 1;
    std::atomic<uint32_t> m_ticks_asked = 0;
    const std::vector<float> m_tick = make_tick();
    std::atomic<uint32_t> m_chimes_asked = 0;
    std::atomic<float> m_chime_wants = 0; ///< its gain
    const std::vector<float> m_chime = make_chime();

    // Written by the device thread (and by attach while that waits), read by any: a sequence lock,
    // odd while it is being written.
    std::atomic<uint32_t> m_sequence = 0;
    std::array<std::atomic<uint64_t>, 6> m_published{};
    std::atomic<uint64_t> m_taken_frames = 0;
    std::atomic<double> m_taken_energy = 0;
    mutable std::atomic<uint64_t> m_heard = 0;

    // Device thread only, and attach while that waits.
    media::SoundRing* m_ring = nullptr;
    Buffers m_buffers;
    float m_gain_now = 1;
    float m_fade_in = 0; ///< 0 after silence, 1 a ramp later
    std::array<float, media::k_sound_channels> m_last{};
    int m_tail = 0; ///< frames of fading out that are left
    uint32_t m_ticks_begun = 0;
    size_t m_tick_at = m_tick.size(); ///< the next frame of the tick; its size: none sounds
    float m_tick_gain = 0;            ///< as it was when the tick began: it is too short for a ramp
    uint32_t m_chimes_begun = 0;
    size_t m_chime_at = m_chime.size(); ///< the next sample of the chime; its size: none sounds
    float m_chime_gain = 0;
};

} // namespace pufa::platform
