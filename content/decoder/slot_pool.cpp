#include "content/decoder/slot_pool.h"

#include "content/base/result.h"

#include <algorithm>

namespace pufa::decoder {

namespace {

/// So many stay free of the codec, or it could keep all and nothing could be converted.
constexpr int k_reserved = 1;
/// Of planes and rows, as libav's own buffers have it (STRIDE_ALIGN with AVX-512).
constexpr size_t k_alignment = 64;
/// Codecs read and write a little beyond the end of a plane.
constexpr size_t k_margin = 16 + k_alignment - 1;

size_t round_up(size_t value, size_t step) {
    return (value + step - 1) / step * step;
}

struct Planes {
    std::array<size_t, 3> offset{};
    std::array<size_t, 3> stride{};
    size_t bytes = 0;
};

/// As avcodec_default_get_buffer2 lays them.
Planes planes_of(AVCodecContext& codec, const AVFrame& frame) {
    int width = frame.width;
    int height = frame.height;
    std::array<int, AV_NUM_DATA_POINTERS> alignments{}; // none is above k_alignment
    avcodec_align_dimensions2(&codec, &width, &height, alignments.data());
    const size_t luma = round_up(static_cast<size_t>(width), 2 * k_alignment);
    const auto rows = static_cast<size_t>(height);
    Planes planes;
    planes.stride = {luma, luma / 2, luma / 2};
    for (size_t plane = 0; plane < 3; ++plane) {
        planes.offset[plane] = planes.bytes;
        const size_t bytes = planes.stride[plane] * (plane == 0 ? rows : (rows + 1) / 2);
        planes.bytes += round_up(bytes + k_margin, k_alignment);
    }
    return planes;
}

bool goes_as_it_is(int format) {
    return format == AV_PIX_FMT_YUV420P || format == AV_PIX_FMT_YUVJ420P;
}

} // namespace

SlotPool::SlotPool(std::byte* memory, uint32_t count, uint64_t slot_bytes, uint32_t ahead)
    : m_memory(memory)
    , m_slot_bytes(slot_bytes)
    , m_ahead(ahead)
    , m_slots(count) {}

void SlotPool::lend_to(AVCodecContext& codec) {
    if (codec.thread_count != 1) return;
    codec.opaque = this;
    codec.get_buffer2 = &get_buffer;
}

void SlotPool::keep_newest(bool keep) {
    m_keep_newest = keep;
    m_newest.reset();
}

int SlotPool::get_buffer(AVCodecContext* codec, AVFrame* frame, int flags) {
    auto* const pool = static_cast<SlotPool*>(codec->opaque);
    return pool->lay(*codec, *frame) ? 0 : avcodec_default_get_buffer2(codec, frame, flags);
}

bool SlotPool::lay(AVCodecContext& codec, AVFrame& frame) {
    if (!goes_as_it_is(frame.format) ||
        std::count_if(m_slots.begin(), m_slots.end(), is_free) <= k_reserved)
        return false;
    const Planes planes = planes_of(codec, frame);
    if (planes.bytes > m_slot_bytes) return false;
    const uint32_t slot = free_slot();
    auto* const start = reinterpret_cast<uint8_t*>(at(slot));
    frame.buf[0] = av_buffer_create(start, planes.bytes, &give_back, &m_slots[slot], 0);
    if (frame.buf[0] == nullptr) return false;
    m_slots[slot].lent = true;
    for (size_t plane = 0; plane < 3; ++plane) {
        frame.data[plane] = start + planes.offset[plane];
        frame.linesize[plane] = static_cast<int>(planes.stride[plane]);
    }
    frame.extended_data = frame.data;
    if (m_keep_newest) m_newest.reset(av_frame_clone(&frame));
    return true;
}

void SlotPool::give_back(void* slot, uint8_t* /*data*/) {
    static_cast<Slot*>(slot)->lent = false;
}

std::optional<uint32_t> SlotPool::find_free() const {
    // The lowest: what is written again and again costs its memory once.
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), is_free);
    if (found == m_slots.end()) return std::nullopt;
    return static_cast<uint32_t>(found - m_slots.begin());
}

uint32_t SlotPool::free_slot() const {
    const auto slot = find_free();
    PUFA_ASSERT(slot);
    return *slot;
}

bool SlotPool::locate(const AVFrame& frame, media::Frame& facts) const {
    const auto* const start = reinterpret_cast<const uint8_t*>(m_memory);
    if (frame.data[0] < start || frame.data[0] >= start + m_slots.size() * m_slot_bytes)
        return false;
    const auto slot =
        static_cast<uint32_t>(static_cast<uint64_t>(frame.data[0] - start) / m_slot_bytes);
    // A codec may show a frame twice. One that stands on its head (Theora) has rows that go back.
    if (m_slots[slot].out || frame.linesize[0] <= 0) return false;
    facts.slot = slot;
    const auto* const origin = reinterpret_cast<const uint8_t*>(at(slot));
    for (size_t plane = 0; plane < 3; ++plane) {
        facts.plane_offset[plane] = static_cast<uint32_t>(frame.data[plane] - origin);
        facts.plane_stride[plane] = static_cast<uint32_t>(frame.linesize[plane]);
    }
    return true;
}

void SlotPool::hand_out(uint32_t slot) {
    m_slots[slot].out = true;
    ++m_out;
}

void SlotPool::take_back(uint32_t slot) {
    if (slot >= m_slots.size() || !m_slots[slot].out) return;
    m_slots[slot].out = false;
    --m_out;
}

} // namespace pufa::decoder
