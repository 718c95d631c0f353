#pragma once
// A decoder that means harm: it knows the protocol and what it was asked for, says so in order or
// out of order, changes what it says, sends what are no messages, and writes into the shared memory
// whenever it likes. What it hears from the kiosk it holds against the protocol.

#include "content/media/channel.h"
#include "content/media/memory.h"
#include "tests/fuzz/decoder/script.h"

#include <array>
#include <optional>
#include <span>

namespace pufa::fuzz {

class HostilePeer {
  public:
    explicit HostilePeer(base::UniqueFd channel)
        : m_channel(std::move(channel)) {}

    /// What a small letter means; others mean nothing to it.
    void act(char letter, Script& script);
    /// Takes one message of the kiosk; false if there was none.
    bool hear();
    void leave() { m_channel.reset(); }
    /// Of what it was last asked for.
    [[nodiscard]] int slots() const { return m_open ? static_cast<int>(m_open->slot_count) : 0; }

  private:
    bool speak(char letter, Script& script, media::Message& message);
    void speak_of_texts(char letter, Script& script, media::Message& message);
    void say_opened(Script& script, media::Opened& opened) const;
    void say_frame(Script& script, uint8_t how, media::Frame& frame) const;
    void say_studied(Script& script, media::Studied& studied) const;
    void say(const media::Message& message, Script& script, uint8_t how);
    void send_noise(Script& script);
    void send(std::span<const char> bytes, int descriptors);
    void write_positions(Script& script);
    void scribble(Script& script);
    void take_open(media::Received& received);
    void take_release(const media::Release& release);

    base::UniqueFd m_channel;
    std::optional<media::Open> m_open; ///< the last that was heard
    uint32_t m_generation = 1;         ///< the newest heard
    media::SharedMemory m_pictures;
    media::SharedMemory m_sound;
    std::array<int, 64> m_lent{}; ///< Frames that named a slot, less its Releases, all told
    uint32_t m_sounds = 0;        ///< tracks told of since the Open
    uint32_t m_texts = 0;
};

} // namespace pufa::fuzz
