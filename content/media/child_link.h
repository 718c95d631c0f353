#pragma once
// The Link over a channel. In a header of its own so that a test can put a scripted peer at the
// other end of the channel.

#include "content/media/channel.h"
#include "content/media/ring.h"
#include "content/media/slots.h"

#include <deque>

namespace pufa::media {

class ChildLink final : public Link {
  public:
    /// As Link::spawn.
    [[nodiscard]] static Result<std::unique_ptr<ChildLink>> spawn(const LinkOptions& options);
    /// `child` may be none (a scripted peer).
    ChildLink(base::UniqueFd channel, base::Child child, int ahead);
    ~ChildLink() override;

    using Link::open;
    Result<void> open(const Source& source, Purpose purpose, int max_width, int max_height,
                      const Beginning& beginning) override;
    void seek(Micros target) override;
    void set_pace(int percent) override;
    void choose_sound(size_t track) override;
    std::vector<Report> poll() override;
    void wait(std::chrono::milliseconds at_most) override;
    uint32_t generation() const override { return m_expected.generation; }
    uint64_t heartbeats() const override { return m_heartbeats; }
    /// None before Hello has come.
    [[nodiscard]] const std::optional<Greeting>& greeting() const { return m_greeting; }
    SoundRing& sound() override { return m_ring; }
    pid_t pid() const override { return m_child.pid(); }

  private:
    struct Memories {
        SharedMemory pictures;
        SharedMemory sound;
    };
    Result<Memories> make_memories(Purpose purpose, int max_width, int max_height);
    void hand_over(int media, const Memories& memories, const Open& open);

    void pump();
    [[nodiscard]] uint64_t slots_in_use() const;
    void take(const Message& message);
    void take_opened(const Opened& opened);
    void take_frame(const Frame& frame);
    void take_cue(const CueText& piece);
    void post(const Message& message);
    void replace_in_outbox(const Message& message);
    void flush_outbox();
    void die(std::string detail);

    base::UniqueFd m_channel;
    base::Child m_child;
    uint32_t m_ahead;
    Expectation m_expected;
    std::optional<Greeting> m_greeting;
    uint64_t m_heartbeats = 0;
    bool m_dead = false;
    std::string m_where; ///< the file, for errors
    std::shared_ptr<Slots> m_slots;
    RingReader m_ring;
    std::vector<Report> m_reports;
    std::vector<SoundTrack> m_sounds;         ///< of the item that is being opened
    std::vector<EmbeddedCaptions> m_captions; ///< of the film that is being studied
    std::deque<Message> m_outbox; ///< bounded: a Release per slot, one Seek, Pace and ChooseSound
};

} // namespace pufa::media
