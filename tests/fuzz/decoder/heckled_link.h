#pragma once
// A link whose peer is hostile: the real one over a real channel, with a witness to all it tells.

#include "content/media/child_link.h"
#include "tests/fuzz/decoder/hostile_peer.h"
#include "tests/fuzz/decoder/kiosk_witness.h"

#include <memory>

namespace pufa::fuzz {

class HeckledLink final : public media::Link {
  public:
    /// `ahead`: as LinkOptions has it. `script`: at every wait the peer acts by it up to the next
    /// capital letter, and leaves when it is over; none: somebody else lets it act. `narrow`: the
    /// channel holds few messages.
    HeckledLink(int ahead, bool narrow, Script* script);

    using Link::open;
    Result<void> open(const media::Source& source, media::Purpose purpose, int max_width,
                      int max_height, const media::Beginning& beginning) override;
    void seek(Micros target) override;
    void set_pace(int percent) override { m_link->set_pace(percent); }
    void choose_sound(size_t track) override { m_link->choose_sound(track); }
    std::vector<media::Report> poll() override;
    void wait(std::chrono::milliseconds at_most) override;
    uint32_t generation() const override { return m_link->generation(); }
    uint64_t heartbeats() const override { return m_link->heartbeats(); }
    media::SoundRing& sound() override { return m_link->sound(); }
    pid_t pid() const override { return m_link->pid(); }

    [[nodiscard]] const std::shared_ptr<HostilePeer>& peer() { return m_peer; }
    [[nodiscard]] bool may_open() const { return m_witness.may_open(); }
    /// What waits to be sent is bounded, however little the peer reads.
    void check_outbox();

  private:
    bool m_narrow;
    Script* m_script;
    std::shared_ptr<HostilePeer> m_peer;
    std::unique_ptr<media::ChildLink> m_link;
    KioskWitness m_witness;
};

} // namespace pufa::fuzz
