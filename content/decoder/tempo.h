#pragma once
// Sound slower or faster at the pitch it has: 48 kHz stereo in and out, through libavfilter's
// atempo.

#include "content/decoder/av.h"
#include "content/decoder/failure.h"

#include <vector>

namespace pufa::decoder {

class Tempo {
  public:
    /// Forgets what it holds; so many percent of the sound's own pace. At 100 the sound passes
    /// untouched.
    [[nodiscard]] Trouble restart(int percent);
    [[nodiscard]] int percent() const { return m_percent; }
    /// The first frame that comes out is the one that went in after so many others: half a window
    /// of atempo's, which aligns what it overlaps to within 10 ms around that.
    [[nodiscard]] int64_t lead() const { return m_graph ? k_lead : 0; }
    /// Appends to `out` what can be said already; `samples` are interleaved.
    [[nodiscard]] Trouble push(const float* samples, uint64_t frames, std::vector<float>& out);
    /// Nothing follows: the rest.
    [[nodiscard]] Trouble finish(std::vector<float>& out);

  private:
    static constexpr int64_t k_lead = 1024;

    [[nodiscard]] Trouble pull(std::vector<float>& out);

    int m_percent = 100;
    FilterGraph m_graph; ///< none at 100
    AVFilterContext* m_source = nullptr;
    AVFilterContext* m_sink = nullptr;
    Frame m_frame;
    int64_t m_pushed = 0; ///< frames
};

} // namespace pufa::decoder
