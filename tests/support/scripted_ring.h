#pragma once
// A sound ring of one level, with as many frames as a test says.

#include "content/media/link.h"

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace pufa::test {

class ScriptedRing final : public media::SoundRing {
  public:
    explicit ScriptedRing(uint64_t frames, float level = 0.5f)
        : m_end(frames)
        , m_level(level) {}

    uint64_t available() const override { return m_end - m_position; }
    uint64_t position() const override { return m_position; }
    uint64_t read(float* to, uint64_t frames) override {
        const uint64_t got = std::min<uint64_t>(frames, available());
        std::fill(to, to + got * media::k_sound_channels, m_level);
        m_position += got;
        return got;
    }
    void skip_to(uint64_t position) override {
        if (position > m_position) m_position = std::min<uint64_t>(position, m_end);
    }

  private:
    const uint64_t m_end;
    const float m_level;
    std::atomic<uint64_t> m_position = 0;
};

} // namespace pufa::test
