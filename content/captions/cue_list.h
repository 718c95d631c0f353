#pragma once
// Collects what was read, within the limits. Private to this folder.

#include "content/captions/captions.h"

namespace pufa::captions {

class CueList {
  public:
    explicit CueList(Format format) { m_parsed.format = format; }

    [[nodiscard]] Format format() const { return m_parsed.format; }
    /// Nothing more is taken.
    [[nodiscard]] bool full() const { return m_full; }
    void complain(Fault fault, int line) { m_parsed.complaints.push_back({fault, line}); }
    /// `line`: where its time stands. One that is too long, or one too many, is complained of.
    void add(Cue cue, int line);
    /// By the beginning of the cues.
    [[nodiscard]] Parsed take();

  private:
    Parsed m_parsed;
    bool m_full = false;
};

} // namespace pufa::captions
