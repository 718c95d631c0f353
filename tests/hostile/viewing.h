#pragma once
// One file through the real, jailed decoder, as the kiosk would: what came, how long it took, and
// how the process ended.

#include "content/base/process.h"
#include "content/media/child_link.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace pufa::hostile {

enum class End {
    whole,   ///< all there was has come
    refused, ///< Failed, with a reason
    died,    ///< DECODER_DIED: a signal, or the protocol broken
    hung     ///< silent for five seconds while it owed something, or ten without any fruit
};

struct Viewing {
    End end = End::hung;
    std::string reason;  ///< of refused and died
    int signal = 0;      ///< that ended the process; 0: none
    int exit_status = 0; ///< if it ended by itself
    size_t pictures = 0;
    size_t sound_frames = 0;
    int pace_percent = 0; ///< of the newest sound; 0: none came
    size_t track = 0;     ///< of the newest sound
    std::chrono::milliseconds took{0};
};

/// A decoder that has been spawned and waits. One thread.
class Viewer {
  public:
    Viewer();
    /// A film that came to its end is sought to its middle and watched again, half as fast again
    /// and with its second track of sound if it has one; or not.
    enum class Seeking { none, to_the_middle };
    /// Once.
    [[nodiscard]] Viewing view(const std::filesystem::path& file, media::Purpose purpose,
                               Seeking seeking);
    [[nodiscard]] pid_t pid() const { return m_child.pid(); }

  private:
    base::Child m_child; ///< ours, so that its exit status is
    std::unique_ptr<media::ChildLink> m_link;
};

} // namespace pufa::hostile
