#include "content/decoder/soundtrack.h"

#include <algorithm>
#include <utility>

namespace pufa::decoder {

namespace {

/// Codecs of sound need a little run-up to be right at a join.
constexpr int64_t k_run_up_us = 100'000;
/// Kept behind what is heard; a packet may begin well before it sounds.
constexpr int64_t k_behind_us = 500'000;

} // namespace

Trouble Soundtrack::open(Input& input, media::RingWriter ring) {
    m_input = &input;
    m_ring = ring;
    if (input.sounds().size() > 1) m_kept.resize(input.sounds().size());
    return m_sound.open(input, *input.sound());
}

Trouble Soundtrack::restart(int64_t target_us) {
    forget_kept();
    m_finished = false;
    m_sound.restart(target_us);
    auto trouble = m_outlet.restart(target_us, m_ring);
    announce({m_ring.position(), target_us});
    return trouble;
}

void Soundtrack::rewind() {
    forget_kept();
    m_finished = false;
    m_sound.rewind();
}

void Soundtrack::push(Packet packet) {
    const auto& tracks = m_input->sounds();
    const auto its = std::find_if(tracks.begin(), tracks.end(), [&](const AVStream* stream) {
        return stream->index == packet->stream_index;
    });
    if (its == tracks.end()) return;
    const auto track = static_cast<size_t>(its - tracks.begin());
    if (!m_kept.empty()) keep(track, *packet);
    if (track == m_input->sound_track() && wanted(*packet, **its)) m_sound.push(std::move(packet));
}

/// From a keyframe to a target far behind it no sound need be decoded.
bool Soundtrack::wanted(const AVPacket& packet, const AVStream& stream) const {
    const auto end = end_of(packet, stream);
    return !end || *end >= m_sound.target_us() - k_run_up_us;
}

std::optional<int64_t> Soundtrack::end_of(const AVPacket& packet, const AVStream& stream) const {
    const auto at = m_input->to_us(packet.pts, stream);
    if (!at) return std::nullopt;
    return *at +
           av_rescale_q(std::max<int64_t>(packet.duration, 0), stream.time_base, {1, 1'000'000});
}

void Soundtrack::keep(size_t track, const AVPacket& packet) {
    const auto end = end_of(packet, *m_input->sounds()[track]);
    Packet copy{av_packet_clone(&packet)};
    if (!end || !copy) return;
    m_kept_bytes += static_cast<uint64_t>(copy->size);
    m_kept[track].push_back({std::move(copy), *end});
    trim(m_kept[track]);
}

void Soundtrack::trim(std::deque<Kept>& kept) {
    const int64_t needed = m_outlet.heard_us(m_ring) - k_behind_us;
    while (!kept.empty() && kept.front().end_us < needed) {
        m_kept_bytes -= static_cast<uint64_t>(kept.front().packet->size);
        kept.pop_front();
    }
}

void Soundtrack::forget_kept() {
    for (auto& kept : m_kept)
        kept.clear();
    m_kept_bytes = 0;
}

void Soundtrack::finish() {
    m_finished = true;
    m_sound.finish();
}

void Soundtrack::pad_to(int64_t until_us) {
    if (!m_outlet.pending()) m_sound.pad_to(until_us);
}

Trouble Soundtrack::deliver(bool& moved) {
    if (m_outlet.hungry() && m_sound.pending()) {
        const auto given = m_sound.give(Outlet::k_most_taken);
        moved = true;
        if (auto trouble = m_outlet.take(given.samples, given.frames)) return trouble;
    } else if (m_outlet.hungry() && m_sound.drained() && !m_outlet.finished()) {
        if (auto trouble = m_outlet.finish()) return trouble;
    }
    return m_outlet.write(m_ring, moved);
}

Trouble Soundtrack::set_pace(int percent) {
    Outlet::Join join;
    auto trouble = m_outlet.set_pace(percent, m_ring, join);
    announce(join);
    return trouble;
}

Trouble Soundtrack::choose(size_t track) {
    if (track >= m_kept.size() || track == m_input->sound_track()) return std::nullopt;
    Sound other;
    if (other.open(*m_input, *m_input->sounds()[track])) return set_pace(m_outlet.pace());
    m_input->choose_sound(track);
    Outlet::Join join;
    if (auto trouble = m_outlet.change_source(m_ring, join)) return trouble;
    m_sound = std::move(other);
    m_sound.restart(join.pts_us);
    for (const Kept& kept : m_kept[track]) {
        if (kept.end_us < join.pts_us - k_run_up_us) continue;
        if (Packet again{av_packet_clone(kept.packet.get())}) m_sound.push(std::move(again));
    }
    if (m_finished) m_sound.finish();
    announce(join);
    return std::nullopt;
}

void Soundtrack::announce(const Outlet::Join& join) {
    m_start = media::SoundStart{};
    m_start->pts_us = join.pts_us;
    m_start->position = join.position;
    m_start->pace_percent = static_cast<uint32_t>(m_outlet.pace());
    m_start->track = static_cast<uint32_t>(m_input->sound_track());
}

std::optional<media::SoundStart> Soundtrack::take_start() {
    return std::exchange(m_start, std::nullopt);
}

} // namespace pufa::decoder
