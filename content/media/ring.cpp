#include "content/media/ring.h"

#include <algorithm>
#include <cstring>

namespace pufa::media {

namespace {

SoundHeader* header_of(const SharedMemory& memory) {
    PUFA_ASSERT(memory.size() == k_sound_bytes);
    return reinterpret_cast<SoundHeader*>(memory.data());
}

float* samples_of(const SharedMemory& memory) {
    return reinterpret_cast<float*>(memory.data() + k_sound_data);
}

/// Calls `part(at, done, count)` for the one or two unbroken stretches from `position` on.
template <class Part>
void for_stretches(uint64_t position, uint64_t frames, Part part) {
    uint64_t done = 0;
    while (done < frames) {
        const uint64_t at = (position + done) % k_sound_frames;
        const uint64_t count = std::min(frames - done, k_sound_frames - at);
        part(at * k_sound_channels, done * k_sound_channels, count * k_sound_channels);
        done += count;
    }
}

} // namespace

void RingReader::attach(SharedMemory memory) {
    const std::lock_guard lock{m_mutex};
    m_memory = std::move(memory);
    m_header = m_memory.size() > 0 ? header_of(m_memory) : nullptr;
    m_samples = m_memory.size() > 0 ? samples_of(m_memory) : nullptr;
    m_position = 0;
}

uint64_t RingReader::clamped_written() const {
    if (m_header == nullptr) return m_position;
    const uint64_t written = m_header->written.load(std::memory_order_acquire);
    return std::clamp(written, m_position, m_position + k_sound_frames);
}

uint64_t RingReader::available() const {
    const std::lock_guard lock{m_mutex};
    return clamped_written() - m_position;
}

uint64_t RingReader::position() const {
    const std::lock_guard lock{m_mutex};
    return m_position;
}

uint64_t RingReader::written() const {
    const std::lock_guard lock{m_mutex};
    return clamped_written();
}

uint64_t RingReader::read(float* to, uint64_t frames) {
    const std::lock_guard lock{m_mutex};
    const uint64_t count = std::min(frames, clamped_written() - m_position);
    if (count == 0) return 0;
    for_stretches(m_position, count, [&](uint64_t at, uint64_t done, uint64_t samples) {
        std::memcpy(to + done, m_samples + at, samples * sizeof(float));
    });
    m_position += count;
    m_header->read.store(m_position, std::memory_order_release);
    return count;
}

void RingReader::skip_to(uint64_t position) {
    const std::lock_guard lock{m_mutex};
    if (m_header == nullptr) return;
    m_position = std::clamp(position, m_position, clamped_written());
    m_header->read.store(m_position, std::memory_order_release);
}

RingWriter::RingWriter(const SharedMemory& memory)
    : m_header(header_of(memory))
    , m_samples(samples_of(memory))
    , m_position(m_header->written.load(std::memory_order_relaxed)) {}

uint64_t RingWriter::space() const {
    if (m_header == nullptr) return 0;
    const uint64_t read = m_header->read.load(std::memory_order_acquire);
    const uint64_t waiting = m_position >= read ? m_position - read : 0;
    return k_sound_frames - std::min(waiting, k_sound_frames);
}

uint64_t RingWriter::write(const float* from, uint64_t frames) {
    const uint64_t count = std::min(frames, space());
    if (count == 0) return 0;
    for_stretches(m_position, count, [&](uint64_t at, uint64_t done, uint64_t samples) {
        if (from != nullptr)
            std::memcpy(m_samples + at, from + done, samples * sizeof(float));
        else
            std::memset(m_samples + at, 0, samples * sizeof(float));
    });
    m_position += count;
    m_header->written.store(m_position, std::memory_order_release);
    return count;
}

uint64_t RingWriter::read_position() const {
    if (m_header == nullptr) return 0;
    return std::min(m_header->read.load(std::memory_order_acquire), m_position);
}

uint64_t RingWriter::copy(uint64_t position, float* to, uint64_t frames) const {
    if (position >= m_position || m_position - position > k_sound_frames) return 0;
    const uint64_t count = std::min(frames, m_position - position);
    for_stretches(position, count, [&](uint64_t at, uint64_t done, uint64_t samples) {
        std::memcpy(to + done, m_samples + at, samples * sizeof(float));
    });
    return count;
}

void RingWriter::take_back(uint64_t position) {
    if (m_header == nullptr) return;
    m_position = std::min(m_position, position);
    m_header->written.store(m_position, std::memory_order_release);
}

} // namespace pufa::media
