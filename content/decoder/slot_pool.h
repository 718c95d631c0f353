#pragma once
// The decoder's end of the picture slots. A codec decodes straight into a slot where its layout
// allows, and the kiosk is shown that very memory; everything else is converted into a free one.
// A slot is taken as long as the codec refers to it or the kiosk holds it. One thread.

#include "content/decoder/av.h"
#include "content/media/wire.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace pufa::decoder {

class SlotPool {
  public:
    /// `memory` holds `count` slots and outlives the pool; at most `ahead` are with the kiosk at
    /// once. Codecs that were lent slots, and their frames, end before the pool.
    SlotPool(std::byte* memory, uint32_t count, uint64_t slot_bytes, uint32_t ahead);
    SlotPool(const SlotPool&) = delete;
    SlotPool& operator=(const SlotPool&) = delete;

    /// From now on the codec's frames lie in slots where they fit; else in memory of its own, as
    /// they do with several threads (libav may then ask from any of them). Before avcodec_open2.
    void lend_to(AVCodecContext& codec);

    /// The frame that the codec was lent a slot for last is kept, so that take_newest() has it.
    void keep_newest(bool keep);
    /// That frame as far as it was filled in when its slot was lent: its pixels are there once the
    /// codec has decoded the packet, long before it gives the frame out in its order. Each is taken
    /// once.
    [[nodiscard]] Frame take_newest() { return std::move(m_newest); }

    /// A picture may be handed out: a slot is free, and fewer than `ahead` are out.
    [[nodiscard]] bool has_room() const { return m_out < m_ahead && find_free().has_value(); }
    /// Where the frame lies, if it does and the kiosk does not hold it: the slot and its planes in
    /// `facts`.
    [[nodiscard]] bool locate(const AVFrame& frame, media::Frame& facts) const;
    /// To be written; has_room().
    [[nodiscard]] uint32_t free_slot() const;
    [[nodiscard]] std::byte* at(uint32_t slot) const { return m_memory + slot * m_slot_bytes; }
    [[nodiscard]] uint64_t slot_bytes() const { return m_slot_bytes; }

    /// The kiosk holds the slot.
    void hand_out(uint32_t slot);
    /// It does no longer; nothing happens if it did not.
    void take_back(uint32_t slot);

  private:
    struct Slot {
        bool lent = false; ///< a frame of the codec lies in it
        bool out = false;  ///< the kiosk holds it
    };

    [[nodiscard]] std::optional<uint32_t> find_free() const;
    [[nodiscard]] static bool is_free(const Slot& slot) { return !slot.lent && !slot.out; }
    [[nodiscard]] bool lay(AVCodecContext& codec, AVFrame& frame);
    static int get_buffer(AVCodecContext* codec, AVFrame* frame, int flags);
    static void give_back(void* slot, uint8_t* data);

    std::byte* m_memory;
    uint64_t m_slot_bytes;
    uint32_t m_ahead;
    uint32_t m_out = 0;
    std::vector<Slot> m_slots; ///< never grows: libav keeps pointers into it
    bool m_keep_newest = false;
    Frame m_newest; ///< goes before the slots
};

} // namespace pufa::decoder
