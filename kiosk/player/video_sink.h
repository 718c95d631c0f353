#pragma once
// Which picture is on screen: pictures come in order, update(position) chooses. Pure; one thread.

#include "content/media/link.h"

#include <deque>
#include <optional>

namespace pufa::player {

class VideoSink {
  public:
    /// Forgets what waits; the picture on screen stays until the next one comes, which is shown at
    /// once whatever its time (after a seek it is the exact one).
    void expect_new();
    /// As expect_new, and the screen is empty.
    void clear();
    void push(media::Picture picture);
    /// On screen at once, until the picture that expect_new waits for.
    void preview(media::Picture picture);

    /// The last picture that is due at `position` becomes the one on screen; those before it were
    /// late and are dropped. True if the picture changed.
    bool update(Micros position);

    [[nodiscard]] const media::Picture* current() const {
        return m_current ? &*m_current : nullptr;
    }
    /// Raised with every change of the picture.
    [[nodiscard]] uint64_t serial() const { return m_serial; }
    /// A picture has been shown since expect_new.
    [[nodiscard]] bool shown() const { return m_shown; }
    [[nodiscard]] size_t waiting() const { return m_waiting.size(); }
    [[nodiscard]] std::optional<Micros> next_pts() const;
    /// Pictures that came too late to be shown, since the sink was made.
    [[nodiscard]] uint64_t dropped() const { return m_dropped; }

  private:
    std::deque<media::Picture> m_waiting;
    std::optional<media::Picture> m_current;
    uint64_t m_serial = 0;
    uint64_t m_dropped = 0;
    bool m_shown = false;
};

} // namespace pufa::player
