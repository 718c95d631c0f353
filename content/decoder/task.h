#pragma once
// What one Open asks for, worked at step by step so that the channel is looked at in between.

#include "content/decoder/failure.h"
#include "content/media/memory.h"
#include "content/media/wire.h"

#include <functional>

namespace pufa::decoder {

/// What came with an Open.
struct Handed {
    media::Open open{};
    base::UniqueFd media;
    media::SharedMemory pictures;
    media::SharedMemory sound;
    std::function<void()> at_work; ///< call it from time to time in what takes long
};

enum class Step {
    worked,   ///< call again at once
    full,     ///< the ring is full: time will make space
    waiting,  ///< all slots are out: a Release will come
    finished, ///< everything of this generation was sent
};

class Task {
  public:
    using Send = std::function<void(const media::Message&)>;

    virtual ~Task() = default;
    [[nodiscard]] virtual Trouble start() = 0;
    /// A few packets' work at most.
    [[nodiscard]] virtual Trouble step(Step& outcome) = 0;
    [[nodiscard]] virtual Trouble seek(const media::Seek& seek) = 0;
    /// Of what does not sound these mean nothing.
    [[nodiscard]] virtual Trouble set_pace(const media::Pace&) { return std::nullopt; }
    [[nodiscard]] virtual Trouble choose_sound(const media::ChooseSound&) { return std::nullopt; }
    virtual void release(const media::Release& release) = 0;
    [[nodiscard]] virtual uint32_t generation() const = 0;
};

} // namespace pufa::decoder
