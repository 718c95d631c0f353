#pragma once
// The picture slots of one Open and who holds them. One thread, except that the pixels themselves
// may be read anywhere while a lease lives.

#include "content/media/check.h"
#include "content/media/link.h"
#include "content/media/memory.h"

#include <functional>
#include <span>

namespace pufa::media {

class Slots : public std::enable_shared_from_this<Slots> {
  public:
    using GiveBack = std::function<void(const Release&)>;

    Slots(SharedMemory memory, uint32_t count, uint64_t slot_bytes, GiveBack give_back);

    [[nodiscard]] uint32_t count() const { return m_count; }
    [[nodiscard]] uint64_t slot_bytes() const { return m_slot_bytes; }
    /// Bit per slot.
    [[nodiscard]] uint64_t leased() const { return m_leased; }
    /// `frame` has been checked: its slot is free and its planes lie within it.
    [[nodiscard]] Picture take(const Frame& frame);
    /// From now on leases end silently: the decoder they belonged to has gone.
    void orphan() { m_give_back = nullptr; }

  private:
    friend class Lease;
    [[nodiscard]] std::span<const uint8_t> bytes_of(uint32_t slot) const;
    void give_back(uint32_t slot, uint32_t generation);

    SharedMemory m_memory;
    uint32_t m_count;
    uint64_t m_slot_bytes;
    uint64_t m_leased = 0;
    GiveBack m_give_back;
};

/// Keeps the memory mapped and the slot taken.
class Lease {
  public:
    Lease(std::shared_ptr<Slots> slots, uint32_t slot, uint32_t generation)
        : m_slots(std::move(slots))
        , m_slot(slot)
        , m_generation(generation) {}
    ~Lease() { m_slots->give_back(m_slot, m_generation); }
    /// The slot's bytes: what a Picture points to lies within.
    [[nodiscard]] std::span<const uint8_t> slot() const { return m_slots->bytes_of(m_slot); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;

  private:
    std::shared_ptr<Slots> m_slots;
    uint32_t m_slot;
    uint32_t m_generation;
};

} // namespace pufa::media
