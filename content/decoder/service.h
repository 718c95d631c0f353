#pragma once
// The decoder's loop: listens to the kiosk, and in between decodes. One thread (libav has its own
// for frames).

#include "content/decoder/session.h"
#include "content/jail/jail.h"
#include "content/media/channel.h"

#include <memory>

namespace pufa::decoder {

class Service {
  public:
    /// `channel` is a SEQPACKET socket whose other end is the kiosk.
    Service(int channel, jail::Jail jail)
        : m_channel(channel)
        , m_jail(jail) {}

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
    void say_at_work();
    [[nodiscard]] int patience() const;

    int m_channel;
    jail::Jail m_jail;
    SteadyTime m_spoke_at{};
    bool m_closed = false;
    std::unique_ptr<Task> m_task;
    uint32_t m_generation = 0;
    Step m_last_step = Step::finished;
};

} // namespace pufa::decoder
