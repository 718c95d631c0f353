#include "content/decoder/study.h"

#include "content/decoder/rhythm.h"
#include "content/decoder/telling.h"
#include "content/media/channel.h"

#include <algorithm>

namespace pufa::decoder {

using media::Kind;
using media::Message;

namespace {

constexpr int k_most_read_faults = 50;
constexpr int k_packets_per_step = 32;
constexpr uint32_t k_packets_per_sign = 2000;
/// Twelve hours of film; what follows is not looked at for its rhythm.
constexpr size_t k_most_times = size_t{1} << 21;
/// In smaller files a search costs nothing.
constexpr uint64_t k_least_searched = 4u << 20;

} // namespace

Study::Study(Handed handed, Send send)
    : m_handed(std::move(handed))
    , m_send(std::move(send))
    , m_converter(media::PixelFormat::rgba, {m_handed.open.max_width, m_handed.open.max_height})
    , m_slots(m_handed.pictures.data(), m_handed.open.slot_count, m_handed.open.slot_bytes,
              m_handed.open.ahead) {
    m_found.generation = m_handed.open.generation;
}

Trouble Study::start() {
    const auto& open = m_handed.open;
    m_file.emplace(std::move(m_handed.media), open.offset, open.length, m_handed.at_work);
    if (auto trouble = m_input.open(*m_file, {open.purpose, {}, {}})) return trouble;
    if (m_input.video() != nullptr) {
        auto opened = open_codec(*m_input.video(), 1);
        if (opened.trouble) return opened.trouble;
        m_codec = std::move(opened.context);
        m_converter.orient(orientation_of(display_matrix(*m_input.video())));
        m_converter.square_pixels();
    }
    m_texts.open(m_input);
    if (m_input.sound() != nullptr) {
        if (auto trouble = m_sound.open(m_input, *m_input.sound())) return trouble;
        m_sound.restart(0);
        const int rate = m_input.sound()->codecpar->sample_rate;
        m_found.sound_rate = static_cast<uint32_t>(std::max(rate, 0));
    }
    return std::nullopt;
}

Trouble Study::seek(const media::Seek&) {
    return std::nullopt;
}

void Study::release(const media::Release& release) {
    if (release.generation == generation()) m_slots.take_back(release.slot);
}

uint64_t Study::measure_seek() const {
    const auto& open = m_handed.open;
    if (open.length < k_least_searched) return 0;
    Input other;
    if (other.open(*m_file, {open.purpose, {}, {}})) return 0;
    const AVStream* leading = other.video() != nullptr ? other.video() : other.sound();
    const uint64_t before = other.bytes_read();
    if (other.seek(m_found.end_us / 10 * 9) < 0) return open.length;
    Packet packet{av_packet_alloc()};
    while (packet && other.read(*packet) >= 0 && packet->stream_index != leading->index)
        av_packet_unref(packet.get());
    return other.bytes_read() - before;
}

Trouble Study::step(Step& outcome) {
    outcome = m_over ? Step::finished : Step::worked;
    if (m_over) return std::nullopt;
    if (!m_due.empty()) {
        bool moved = false;
        auto trouble = deliver(moved);
        if (!moved) outcome = Step::waiting;
        return trouble;
    }
    if (m_at_end) {
        if (!m_opened)
            return Failure{media::FailureCause::damaged,
                           m_codec ? "not one picture can be decoded" : "nothing could be decoded"};
        send_findings();
        send_end();
        return std::nullopt;
    }
    for (int i = 0; i < k_packets_per_step && !m_at_end && m_due.empty(); ++i) {
        if (auto trouble = read()) return trouble;
    }
    return std::nullopt;
}

Trouble Study::read() {
    Packet packet{av_packet_alloc()};
    if (!packet) return failure(AVERROR(ENOMEM), Stage::decoding, "packet");
    const int got = m_input.read(*packet);
    if (got == AVERROR(EAGAIN)) return std::nullopt;
    if (got < 0) {
        if (cause_of(got, Stage::decoding) != media::FailureCause::damaged)
            return failure(got, Stage::decoding, "read");
        if (got == AVERROR_EOF) return finish();
        damaged(m_found.end_us);
        return ++m_read_faults > k_most_read_faults ? finish() : std::nullopt;
    }
    m_read_faults = 0;
    const int index = packet->stream_index;
    if (m_codec && index == m_input.video()->index) return take_picture(std::move(packet));
    if (m_input.sound() != nullptr && index == m_input.sound()->index)
        return take_sound(std::move(packet));
    m_texts.push(*packet);
    return std::nullopt;
}

Trouble Study::take_picture(Packet packet) {
    const auto& stream = *m_input.video();
    m_bytes += static_cast<uint64_t>(packet->size);
    const int64_t time = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
    const auto at = m_input.to_us(time, stream);
    if ((packet->flags & AV_PKT_FLAG_CORRUPT) != 0) damaged(at.value_or(m_found.end_us));
    if (!at) return std::nullopt;
    const int64_t length =
        av_rescale_q(std::max<int64_t>(packet->duration, 0), stream.time_base, {1, 1'000'000});
    m_found.end_us = std::max(m_found.end_us, std::min(*at + length, k_latest_us));
    if (m_times.size() < k_most_times) m_times.push_back(*at);
    if ((packet->flags & AV_PKT_FLAG_KEY) != 0) take_keyframe(std::move(packet), *at);
    send_progress(*at);
    return std::nullopt;
}

void Study::take_keyframe(Packet packet, int64_t at_us) {
    if (m_gap_from_us >= 0 && at_us - m_gap_from_us > m_found.keyframe_gap_us) {
        m_found.keyframe_gap_us = at_us - m_gap_from_us;
        m_found.keyframe_gap_at_us = m_gap_from_us;
    }
    m_gap_from_us = std::max<int64_t>(at_us, 0);
    if (m_held.packet) settle(m_held.pts_us + (at_us - m_held.pts_us) / 2);
    m_held = {std::move(packet), nullptr, at_us, false};
    if (!m_opened && decode_held()) open_up(m_held.frame.get());
}

bool Study::decode_held() {
    if (m_held.tried) return m_held.frame != nullptr;
    m_held.tried = true;
    Frame frame{av_frame_alloc()};
    if (!frame || !m_held.packet) return false;
    int done = avcodec_send_packet(m_codec.get(), m_held.packet.get());
    // Nothing follows, so that the codec need not wait for what would be shown before it.
    if (done >= 0) done = avcodec_send_packet(m_codec.get(), nullptr);
    if (done >= 0) done = avcodec_receive_frame(m_codec.get(), frame.get());
    avcodec_flush_buffers(m_codec.get());
    const bool good = done >= 0 && frame->width > 0 && frame->height > 0;
    if (!good || frame->decode_error_flags != 0) damaged(m_held.pts_us);
    if (!good) return false;
    note_frame(*frame);
    m_last.reset(av_frame_clone(frame.get()));
    m_last_pts_us = m_held.pts_us;
    m_held.frame = std::move(frame);
    return true;
}

void Study::note_frame(const AVFrame& frame) {
    if (is_interlaced(frame)) m_found.interlaced = 1;
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr) return;
    m_found.sample_depth =
        std::max(m_found.sample_depth, // of a palette it says nothing
                 static_cast<uint32_t>(std::clamp(format->comp[0].depth, 0, 64)));
}

void Study::settle(int64_t until_us) {
    while (m_settled < m_plan.count && m_plan.every.count() * m_settled < until_us) {
        // A keyframe that cannot be decoded is stood in for by the one before it.
        static_cast<void>(decode_held());
        if (!m_last) return;
        Frame shown{av_frame_clone(m_last.get())};
        if (!shown) return;
        m_due.push_back({std::move(shown), m_last_pts_us});
        ++m_settled;
    }
}

Trouble Study::take_sound(Packet packet) {
    m_bytes += static_cast<uint64_t>(packet->size);
    const auto& stream = *m_input.sound();
    const auto at = m_input.to_us(packet->pts, stream);
    const int64_t length =
        av_rescale_q(std::max<int64_t>(packet->duration, 0), stream.time_base, {1, 1'000'000});
    if (at) m_found.end_us = std::max(m_found.end_us, std::min(*at + length, k_latest_us));
    m_sound.push(std::move(packet));
    if (!m_codec) send_progress(at.value_or(0));
    return run_sound();
}

Trouble Study::run_sound() {
    while (m_sound.can_advance()) {
        if (auto trouble = m_sound.advance()) return trouble;
        while (m_sound.pending()) {
            const auto given = m_sound.give(UINT64_MAX);
            m_loudness.add(given.samples, given.frames);
        }
    }
    for (; m_sound_faults < m_sound.damages(); ++m_sound_faults)
        damaged(m_sound.reached_us());
    if (!m_opened && !m_codec && m_sound.ever()) open_up(nullptr);
    return std::nullopt;
}

void Study::damaged(int64_t at_us) {
    if (m_found.damages++ == 0) m_found.damage_at_us = std::clamp<int64_t>(at_us, 0, k_latest_us);
}

Trouble Study::finish() {
    m_at_end = true;
    if (m_input.sound() != nullptr) {
        m_sound.finish();
        if (auto trouble = run_sound()) return trouble;
    }
    settle(INT64_MAX);
    if (m_gap_from_us >= 0 && m_found.end_us - m_gap_from_us > m_found.keyframe_gap_us) {
        m_found.keyframe_gap_us = m_found.end_us - m_gap_from_us;
        m_found.keyframe_gap_at_us = m_gap_from_us;
    }
    return std::nullopt;
}

Trouble Study::deliver(bool& moved) {
    if (!m_slots.has_room()) return std::nullopt;
    moved = true;
    const Due due = std::move(m_due.front());
    m_due.pop_front();
    Message message = media::blank(Kind::frame);
    message.frame.pts_us = due.pts_us;
    message.frame.generation = generation();
    message.frame.slot = m_slots.free_slot();
    if (auto trouble = m_converter.write(*due.frame, m_slots.at(message.frame.slot),
                                         m_slots.slot_bytes(), message.frame))
        return trouble;
    m_slots.hand_out(message.frame.slot);
    m_send(message);
    return std::nullopt;
}

void Study::open_up(const AVFrame* first) {
    m_opened = true;
    const uint32_t bound = media::k_max_dimension;
    Message message = media::blank(Kind::opened);
    auto& opened = message.opened;
    std::string codec;
    opened.duration_us = m_input.duration_us();
    if (first != nullptr) {
        const Size size = Converter{media::PixelFormat::yuv420p, {bound, bound}}.size_of(*first);
        opened.width = size.width;
        opened.height = size.height;
        const AVRational rate = m_input.frame_rate();
        opened.frame_rate_num = static_cast<uint32_t>(rate.num);
        opened.frame_rate_den = static_cast<uint32_t>(rate.den);
        opened.rotation = static_cast<uint32_t>(
            presented_turns(orientation_of(display_matrix(*m_input.video()))) * 90);
        codec = codec_name(*m_input.video());
        m_plan = media::plan_of(base::Micros{opened.duration_us});
    }
    if (m_input.sound() != nullptr) {
        opened.has_sound = 1;
        opened.sound_track = static_cast<uint32_t>(m_input.sound_track());
        tell_sounds(m_input, m_send);
        codec += (codec.empty() ? "" : "+") + std::string{codec_name(*m_input.sound())};
    }
    codec.copy(opened.codec, sizeof opened.codec - 1);
    opened.stated = media::fields_of(m_input.stated());
    m_send(message);
}

void Study::send_progress(int64_t at_us) {
    const int64_t duration = m_input.duration_us();
    const auto percent =
        duration <= 0
            ? uint32_t{0}
            : static_cast<uint32_t>(std::clamp<int64_t>(at_us, 0, duration) * 100 / duration);
    if (percent <= m_percent && ++m_packets < k_packets_per_sign) return;
    m_packets = 0;
    m_percent = std::max(m_percent, percent);
    Message message = media::blank(Kind::progress);
    message.progress.generation = generation();
    message.progress.percent = m_percent;
    m_send(message);
}

void Study::send_findings() {
    Message message = media::blank(Kind::studied);
    auto& found = m_found;
    if (const auto loud = m_loudness.measured()) {
        found.has_loudness = 1;
        found.lufs = loud->lufs;
        found.peak_dbtp = loud->peak_dbtp;
    }
    if (found.end_us > 0)
        found.bits_per_second = static_cast<uint64_t>(static_cast<double>(m_bytes) * 8e6 /
                                                      static_cast<double>(found.end_us));
    found.uneven_rate = is_uneven(std::move(m_times)) ? 1 : 0;
    found.seek_bytes = measure_seek();
    m_texts.tell(generation(), m_send);
    message.studied = found;
    m_send(message);
}

void Study::send_end() {
    m_over = true;
    Message message = media::blank(Kind::end);
    message.end.generation = generation();
    m_send(message);
}

} // namespace pufa::decoder
