#pragma once
// How many threads a film needs, found by measuring what a picture costs one of them. One is the
// cheapest; more are worth it only when one cannot keep up.

#include <algorithm>
#include <cstdint>

namespace pufa::decoder {

class Effort {
  public:
    /// Of the decoding thread: processor time spent and pictures that came of it.
    void add(int64_t spent_us, int pictures) {
        m_spent_us += spent_us;
        m_pictures += pictures;
    }
    /// `frame_us`: how long one picture stands, as played; 0: unknown. 1 as long as too little has
    /// been seen.
    [[nodiscard]] int threads_needed(int64_t frame_us, int processors) const {
        constexpr int k_least_pictures = 24, k_most_threads = 8;
        // A busy thread shares its processor with converting, sound and other processes.
        constexpr int64_t k_share_percent = 60;
        if (m_pictures < k_least_pictures || frame_us <= 0) return 1;
        const int64_t allowed_us = frame_us * k_share_percent / 100 * m_pictures;
        if (allowed_us <= 0 || m_spent_us <= allowed_us) return 1;
        const int64_t wanted = (m_spent_us + allowed_us - 1) / allowed_us;
        return static_cast<int>(
            std::clamp<int64_t>(wanted, 2, std::clamp(processors, 2, k_most_threads)));
    }

  private:
    int64_t m_spent_us = 0;
    int64_t m_pictures = 0;
};

} // namespace pufa::decoder
