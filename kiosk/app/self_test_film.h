#pragma once
// The self-test at the film whose frames carry their numbers: plays, pauses, seeks, resumes.

#include "content/model/items.h"
#include "kiosk/app/self_test_visitor.h"

#include <optional>
#include <set>

namespace pufa::app {

class FilmWatch {
  public:
    FilmWatch(Visitor& visitor, const model::Video& video)
        : m_visitor(visitor)
        , m_video(video) {}

    /// From the tap on its card to before leaving it. False if it never showed a number, or a
    /// control never came.
    [[nodiscard]] bool watch();
    /// 15 distinct seconds of it were seen, or all of a shorter one.
    [[nodiscard]] bool engaged() const;

  private:
    void play();
    [[nodiscard]] bool pause();
    [[nodiscard]] bool seek();
    [[nodiscard]] bool resume();
    std::optional<int> read();
    [[nodiscard]] double clock_frames(SteadyTime now) const;

    Visitor& m_visitor;
    const model::Video& m_video;
    std::set<int> m_seconds; ///< of the film, seen
    std::optional<SteadyTime> m_first_seen;
};

} // namespace pufa::app
