#pragma once
// Interlaced pictures made whole by libavfilter's bwdif, one picture for each that was coded.
// Progressive ones pass as they are, and cost nothing before the first interlaced one has come.
// The filter runs in the caller's thread.

#include "content/decoder/av.h"

#include <deque>

namespace pufa::decoder {

class Deinterlacer {
  public:
    /// Frames in the order they are shown; their best_effort_timestamp counts in `time_base` and
    /// is kept. One frame may be held back until the next.
    void push(Frame frame, AVRational time_base);
    /// Gives out what was held back.
    void finish();
    /// What was held back and is ready is forgotten.
    void reset();
    /// The next frame; nullptr: none is ready.
    [[nodiscard]] Frame pull();

  private:
    /// What a graph is made for.
    struct Kind {
        int width = 0, height = 0, format = -1;
        AVRational pixel{}, time_base{};
    };
    [[nodiscard]] bool fits(const AVFrame& frame) const;
    [[nodiscard]] bool make_graph(const AVFrame& frame, AVRational time_base);
    void collect();

    FilterGraph m_graph; ///< nullptr until something is interlaced
    AVFilterContext* m_in = nullptr;
    AVFilterContext* m_out = nullptr;
    Kind m_kind;
    std::deque<Frame> m_ready;
};

} // namespace pufa::decoder
