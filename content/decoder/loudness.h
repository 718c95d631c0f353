#pragma once
// How loud sound is to ears: integrated loudness and true peak after EBU R 128, of 48 kHz stereo.

#include <ebur128.h>

#include <cstdint>
#include <memory>
#include <optional>

namespace pufa::decoder {

class Loudness {
  public:
    Loudness();
    ~Loudness();
    Loudness(const Loudness&) = delete;
    Loudness& operator=(const Loudness&) = delete;

    /// Interleaved; nullptr is silence. What is no number counts as silence.
    void add(const float* samples, uint64_t frames);

    struct Measured {
        double lufs = 0;
        double peak_dbtp = 0;
    };
    /// Of everything added; nullopt: nothing above the absolute gate of -70 LUFS.
    [[nodiscard]] std::optional<Measured> measured() const;

  private:
    struct Free {
        void operator()(ebur128_state* state) const;
    };
    std::unique_ptr<ebur128_state, Free> m_state; ///< nullptr: no memory for it
};

} // namespace pufa::decoder
