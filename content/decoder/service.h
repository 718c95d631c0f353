#pragma once
// The decoder's loop: listens to the kiosk, and in between decodes. One thread (libav has its own
// for frames).

#include "content/decoder/session.h"
#include "content/media/channel.h"

#include <memory>

namespace pufa::decoder {

class Service {
  public:
    /// `channel` is a SEQPACKET socket whose other end is the kiosk.
    explicit Service(int channel)
        : m_channel(channel) {}

    /// Until the kiosk closes the channel. The exit status: 0, or 2 if the kiosk broke the
    /// protocol or there is no kiosk.
    int run();

  private:
    enum class Heard { nothing, something, closed, nonsense };
    Heard listen();
    void take(media::Received received);
    void open(media::Received received);
    void work();
    void give_up(const Failure& failure);
    void send(const media::Message& message);
    [[nodiscard]] int patience() const;

    int m_channel;
    bool m_closed = false;
    std::unique_ptr<Task> m_task;
    uint32_t m_generation = 0;
    Step m_last_step = Step::finished;
};

} // namespace pufa::decoder
