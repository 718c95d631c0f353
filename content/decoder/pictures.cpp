#include "content/decoder/pictures.h"

namespace pufa::decoder {

namespace {

/// Before the target every frame is decoded for this long: the last of them may be the one that is
/// shown, and it need not be a reference.
constexpr int64_t k_whole_us = 1'000'000;
/// A damaged stretch is passed over; a stream that is nothing else is given up.
constexpr int k_most_faults = 300;

} // namespace

Trouble Pictures::open(const Input& input, Threads threads) {
    m_input = &input;
    m_stream = input.video();
    auto opened = open_codec(*m_stream, threads);
    m_codec = std::move(opened.context);
    return opened.trouble;
}

void Pictures::restart(int64_t target_us, Hurry hurry) {
    avcodec_flush_buffers(m_codec.get());
    m_packets.clear();
    m_queued_bytes = 0;
    m_ready.clear();
    m_held.reset();
    m_finished = m_drained = m_skipped = false;
    m_faults = 0;
    m_last_us = 0;
    m_hunting = true;
    m_target_us = target_us;
    m_hurry = hurry;
    m_verdict = Verdict::good;
}

void Pictures::push(Packet packet) {
    m_queued_bytes += static_cast<uint64_t>(packet->size);
    m_packets.push_back(std::move(packet));
}

Trouble Pictures::advance() {
    Frame frame{av_frame_alloc()};
    if (!frame) return failure(AVERROR(ENOMEM), Stage::decoding, "frame");
    int got = avcodec_receive_frame(m_codec.get(), frame.get());
    if (got == AVERROR(EAGAIN)) {
        const int sent = send_next();
        // A packet the codec refuses is one fault; the next may be good.
        got = sent < 0 && sent != AVERROR_EOF ? sent : 0;
        if (got == 0) return std::nullopt;
    } else if (got == 0) {
        m_faults = 0;
        take(std::move(frame));
        return std::nullopt;
    } else if (got == AVERROR_EOF) {
        drain();
        if (m_ever) return std::nullopt;
        return Failure{media::FailureCause::damaged, "not one picture could be decoded"};
    }
    if (cause_of(got, Stage::decoding) != media::FailureCause::damaged ||
        ++m_faults > k_most_faults)
        return failure(got, Stage::decoding, "picture");
    return std::nullopt;
}

int Pictures::send_next() {
    if (m_packets.empty()) return avcodec_send_packet(m_codec.get(), nullptr);
    const Packet packet = std::move(m_packets.front());
    m_packets.pop_front();
    m_queued_bytes -= static_cast<uint64_t>(packet->size);
    const auto pts = m_input->to_us(packet->pts, *m_stream);
    const bool far =
        m_hunting && m_hurry == Hurry::skip_unreferenced && pts && *pts < m_target_us - k_whole_us;
    m_codec->skip_frame = far ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    m_skipped = m_skipped || far;
    return avcodec_send_packet(m_codec.get(), packet.get());
}

void Pictures::take(Frame frame) {
    m_ever = true;
    const int64_t pts = m_input->to_us(frame->best_effort_timestamp, *m_stream).value_or(m_last_us);
    m_last_us = pts;
    if (!m_hunting) {
        m_ready.push_back({std::move(frame), pts});
        return;
    }
    if (pts <= m_target_us) {
        m_held = Shot{std::move(frame), pts};
        if (pts == m_target_us) end_hunt(); // no later one can be shown at the target
        return;
    }
    if (!m_held && m_target_us > 0) {
        m_verdict = Verdict::start_earlier;
        m_ready.push_back({std::move(frame), pts});
        m_hunting = false;
        return;
    }
    end_hunt();
    if (m_verdict == Verdict::good) m_ready.push_back({std::move(frame), pts});
}

void Pictures::end_hunt() {
    m_hunting = false;
    if (!m_held) return;
    // With a gap before the target longer than what was decoded whole, the frame that is shown
    // may be one of those left out.
    if (m_skipped && m_held->pts_us < m_target_us - k_whole_us) {
        m_verdict = Verdict::do_not_skip;
        return;
    }
    m_ready.push_back(std::move(*m_held));
    m_held.reset();
}

void Pictures::drain() {
    m_drained = true;
    if (m_hunting) end_hunt();
}

} // namespace pufa::decoder
