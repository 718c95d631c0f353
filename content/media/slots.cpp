#include "content/media/slots.h"

namespace pufa::media {

Slots::Slots(SharedMemory memory, uint32_t count, uint64_t slot_bytes, GiveBack give_back)
    : m_memory(std::move(memory))
    , m_count(count)
    , m_slot_bytes(slot_bytes)
    , m_give_back(std::move(give_back)) {
    PUFA_ASSERT(count <= k_most_slots && m_memory.size() >= count * slot_bytes);
}

Picture Slots::take(const Frame& frame) {
    PUFA_ASSERT(frame.slot < m_count && (m_leased >> frame.slot & 1u) == 0);
    m_leased |= uint64_t{1} << frame.slot;
    Picture picture;
    picture.pts = Micros{frame.pts_us};
    picture.format = frame.format;
    picture.preview = frame.preview != 0;
    picture.matrix = frame.matrix;
    picture.range = frame.range;
    picture.width = static_cast<int>(frame.width);
    picture.height = static_cast<int>(frame.height);
    const uint8_t* slot = bytes_of(frame.slot).data();
    const size_t planes = frame.format == PixelFormat::yuv420p ? 3 : 1;
    for (size_t plane = 0; plane < planes; ++plane) {
        picture.plane[plane] = slot + frame.plane_offset[plane];
        picture.stride[plane] = static_cast<int>(frame.plane_stride[plane]);
    }
    picture.lease = std::make_shared<const Lease>(shared_from_this(), frame.slot, frame.generation);
    return picture;
}

std::span<const uint8_t> Slots::bytes_of(uint32_t slot) const {
    const auto* memory = reinterpret_cast<const uint8_t*>(m_memory.data());
    return {memory + slot * m_slot_bytes, m_slot_bytes};
}

void Slots::give_back(uint32_t slot, uint32_t generation) {
    m_leased &= ~(uint64_t{1} << slot);
    if (m_give_back) m_give_back(Release{slot, generation});
}

} // namespace pufa::media
