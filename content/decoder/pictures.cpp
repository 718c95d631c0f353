#include "content/decoder/pictures.h"

extern "C" {
#include <libavutil/cpu.h>
}

#include <algorithm>
#include <ctime>
#include <utility>

namespace pufa::decoder {

namespace {

/// Before the target so many frames are decoded whole: the last of them may be the one that is
/// shown, and it need not be a reference. In a film whose frames do not come evenly, a second.
constexpr int64_t k_whole_frames = 2;
constexpr int64_t k_whole_us = 1'000'000;
/// A preview nearer than this to its target would be gone before it was seen.
constexpr int64_t k_near_us = 100'000;
/// A damaged stretch is passed over; a stream that is nothing else is given up.
constexpr int k_most_faults = 300;
/// A picture without a time comes as long after the last as that came after its own, at most so
/// long.
constexpr int64_t k_longest_step_us = 1'000'000;

/// Processor time of this thread.
int64_t spent_us() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return int64_t{time.tv_sec} * 1'000'000 + time.tv_nsec / 1000;
}

} // namespace

Trouble Pictures::open(const Input& input, SlotPool* slots) {
    m_input = &input;
    m_slots = slots;
    m_stream = input.video();
    const AVRational rate = input.frame_rate();
    m_frame_us = rate.num > 0 ? av_rescale(1'000'000, rate.den, rate.num) : 0;
    auto opened = open_codec(*m_stream, m_threads, m_slots);
    m_codec = std::move(opened.context);
    return opened.trouble;
}

int Pictures::threads_needed() const {
    return m_effort.threads_needed(m_frame_us * 100 / m_pace_percent, av_cpu_count());
}

/// Another codec with as many threads as are needed; one with more is kept.
Trouble Pictures::take_threads() {
    m_changing = false;
    m_threads = std::max(m_threads, threads_needed());
    // What this one has learned of the order of frames, the next one need not.
    m_stream->codecpar->video_delay = m_codec->has_b_frames;
    auto opened = open_codec(*m_stream, m_threads, m_slots);
    if (opened.context) m_codec = std::move(opened.context);
    return opened.trouble;
}

Trouble Pictures::restart(int64_t target_us, Hurry hurry, Preview preview) {
    if (threads_needed() > m_threads) {
        if (auto trouble = take_threads()) return trouble;
    }
    m_changing = false;
    avcodec_flush_buffers(m_codec.get());
    m_deinterlacer.reset();
    m_preview.reset();
    m_preview_wanted = preview == Preview::wanted;
    m_packets.clear();
    m_queued_bytes = 0;
    m_ready.clear();
    m_held.reset();
    m_finished = m_drained = m_skipped = m_starved = m_awaits_keyframe = m_fed = false;
    m_faults = 0;
    m_last_us = m_step_us = 0;
    m_hunting = true;
    if (m_slots != nullptr) m_slots->keep_newest(true);
    m_target_us = target_us;
    m_hurry = hurry;
    m_verdict = Verdict::good;
    return std::nullopt;
}

void Pictures::push(Packet packet) {
    if (m_awaits_keyframe && (packet->flags & AV_PKT_FLAG_KEY) == 0) return;
    m_awaits_keyframe = false;
    m_fed = true;
    m_queued_bytes += static_cast<uint64_t>(packet->size);
    m_packets.push_back(std::move(packet));
}

Trouble Pictures::advance() {
    Frame frame{av_frame_alloc()};
    if (!frame) return failure(AVERROR(ENOMEM), Stage::decoding, "frame");
    int got = receive(*frame);
    if (got == AVERROR(EAGAIN)) {
        const int sent = send_next();
        // A packet the codec refuses is one fault; the next may be good.
        got = sent < 0 && sent != AVERROR_EOF ? sent : 0;
        if (got == 0) {
            look_early();
            return std::nullopt;
        }
    } else if (got == 0) {
        m_faults = 0;
        weave(std::move(frame));
        return std::nullopt;
    } else if (got == AVERROR_EOF && m_changing) {
        return take_threads();
    } else if (got == AVERROR_EOF) {
        drain();
        if (!m_finished) {
            revive();
            return std::nullopt;
        }
        if (m_ever) return std::nullopt;
        return Failure{media::FailureCause::damaged, "not one picture could be decoded"};
    }
    if (cause_of(got, Stage::decoding) != media::FailureCause::damaged ||
        ++m_faults > k_most_faults)
        return failure(got, Stage::decoding, "picture");
    return std::nullopt;
}

int Pictures::receive(AVFrame& frame) {
    const int64_t before = spent_us();
    const int got = avcodec_receive_frame(m_codec.get(), &frame);
    if (m_threads == 1 && !m_hunting) m_effort.add(spent_us() - before, got == 0 ? 1 : 0);
    return got;
}

bool Pictures::is_far(std::optional<int64_t> at_us) const {
    return m_hunting && m_hurry == Hurry::skip_unreferenced && at_us &&
           *at_us < m_target_us - whole_us();
}

int Pictures::send_next() {
    const int64_t before = spent_us();
    const int sent = feed_codec();
    if (m_threads == 1 && !m_hunting) m_effort.add(spent_us() - before, 0);
    return sent;
}

int Pictures::feed_codec() {
    m_sent_us.reset();
    if (m_packets.empty()) return avcodec_send_packet(m_codec.get(), nullptr);
    // From a keyframe on another codec can take over, once this one has given what it holds.
    const bool key = (m_packets.front()->flags & AV_PKT_FLAG_KEY) != 0;
    if (key && !m_hunting && threads_needed() > m_threads) {
        m_changing = true;
        return avcodec_send_packet(m_codec.get(), nullptr);
    }
    const Packet packet = std::move(m_packets.front());
    m_packets.pop_front();
    m_queued_bytes -= static_cast<uint64_t>(packet->size);
    const auto pts = m_input->to_us(packet->pts, *m_stream);
    const bool far = is_far(pts);
    m_codec->skip_frame = far ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    m_skipped = m_skipped || far;
    m_sent_us = pts;
    return avcodec_send_packet(m_codec.get(), packet.get());
}

int64_t Pictures::whole_us() const {
    return m_even && m_frame_us > 0 ? std::min(k_whole_frames * m_frame_us, k_whole_us)
                                    : k_whole_us;
}

void Pictures::weave(Frame frame) {
    m_ever = true;
    const auto pts = m_input->to_us(frame->best_effort_timestamp, *m_stream);
    // Far before the target nothing is shown of it but its time.
    if (is_far(pts)) {
        m_skipped = true;
        return take(std::move(frame));
    }
    m_deinterlacer.push(std::move(frame), m_stream->time_base);
    take_woven();
}

void Pictures::take_woven() {
    while (Frame frame = m_deinterlacer.pull())
        take(std::move(frame));
}

void Pictures::take(Frame frame) {
    const int64_t pts =
        m_input->to_us(frame->best_effort_timestamp, *m_stream).value_or(m_last_us + m_step_us);
    m_step_us = std::clamp<int64_t>(pts - m_last_us, 0, k_longest_step_us);
    m_last_us = pts;
    if (!m_hunting) {
        m_ready.push_back({std::move(frame), pts});
        return;
    }
    if (pts <= m_target_us) {
        m_held = Shot{std::move(frame), pts};
        offer_preview(*m_held);
        if (pts == m_target_us) end_hunt(); // no later one can be shown at the target
        return;
    }
    if (!m_held && m_target_us > 0) {
        m_verdict = Verdict::start_earlier;
        m_ready.push_back({std::move(frame), pts});
        m_hunting = false;
        return; // another place is asked for
    }
    end_hunt();
    if (m_verdict == Verdict::good) m_ready.push_back({std::move(frame), pts});
}

void Pictures::offer_preview(const Shot& shot) {
    if (!std::exchange(m_preview_wanted, false) || shot.pts_us > m_target_us - k_near_us) return;
    Frame shared{av_frame_clone(shot.frame.get())};
    if (shared) m_preview = Shot{std::move(shared), shot.pts_us};
}

/// A codec that reorders holds a frame back until it knows what comes before it, though it has
/// decoded it: two or three packets later. Whoever waits for it sees it at once.
void Pictures::look_early() {
    if (!m_hunting || m_slots == nullptr) return;
    Frame frame = m_slots->take_newest();
    // Fields would be seen as a comb.
    const bool whole = m_codec->field_order <= AV_FIELD_PROGRESSIVE;
    if (!frame || !whole || !m_sent_us || *m_sent_us > m_target_us) return;
    const bool exact = m_target_us < *m_sent_us + std::max<int64_t>(m_frame_us, 1);
    if (!exact && !m_preview_wanted) return;
    frame->width = m_codec->width; // it was lent a slot for whole blocks
    frame->height = m_codec->height;
    if (exact)
        m_preview = Shot{std::move(frame), *m_sent_us};
    else
        offer_preview({std::move(frame), *m_sent_us});
}

void Pictures::end_hunt() {
    m_hunting = false;
    if (m_slots != nullptr) m_slots->keep_newest(false);
    m_preview_wanted = false;
    m_preview.reset();
    if (!m_held) {
        // Not one picture from here to the end: there was no keyframe.
        if (m_drained && m_target_us > 0) m_verdict = Verdict::start_earlier;
        return;
    }
    // With a gap before the target longer than what was decoded whole, the frame that is shown
    // may be one of those left out.
    if (m_skipped && m_held->pts_us < m_target_us - whole_us()) {
        m_even = false;
        m_verdict = Verdict::do_not_skip;
        return;
    }
    m_ready.push_back(std::move(*m_held));
    m_held.reset();
}

void Pictures::drain() {
    m_deinterlacer.finish();
    take_woven();
    m_drained = true;
    if (m_hunting) end_hunt();
}

void Pictures::revive() {
    avcodec_flush_buffers(m_codec.get());
    m_drained = m_starved = false;
    m_awaits_keyframe = true;
}

} // namespace pufa::decoder
