#include "content/decoder/sound.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace pufa::decoder {

namespace {

constexpr int64_t k_rate = media::k_sound_rate;
/// Timestamps in files are rounded; within this (20 ms) sound runs on as it comes.
constexpr int64_t k_slack_frames = k_rate / 50;
constexpr int k_most_faults = 1000;
/// A longer gap is a damaged time: where pictures go on without sound, pad_to() has filled it.
constexpr int64_t k_longest_gap_us = 60'000'000;

int64_t to_frames(int64_t us) {
    return av_rescale(us, k_rate, 1'000'000);
}

} // namespace

Trouble Sound::open(const Input& input, AVStream& stream) {
    m_input = &input;
    m_stream = &stream;
    m_frame.reset(av_frame_alloc());
    if (!m_frame) return failure(AVERROR(ENOMEM), Stage::opening, "sound");
    auto opened = open_codec(*m_stream, 1);
    m_codec = std::move(opened.context);
    return opened.trouble;
}

void Sound::clear_codec() {
    avcodec_flush_buffers(m_codec.get());
    m_resampler.reset();
    m_packets.clear();
    m_queued_bytes = 0;
    m_finished = m_drained = false;
    m_align = true;
    m_faults = 0;
    m_damages = 0;
}

void Sound::restart(int64_t target_us) {
    clear_codec();
    m_target_us = target_us;
    m_placed = 0;
    m_silence = 0;
    m_samples.clear();
    m_given = 0;
}

void Sound::rewind() {
    clear_codec();
}

void Sound::push(Packet packet) {
    m_queued_bytes += static_cast<uint64_t>(packet->size);
    m_packets.push_back(std::move(packet));
}

int64_t Sound::reached_us() const {
    return m_target_us + av_rescale(m_placed, 1'000'000, k_rate);
}

Trouble Sound::advance() {
    int got = avcodec_receive_frame(m_codec.get(), m_frame.get());
    if (got == AVERROR(EAGAIN)) {
        const int sent = send_next();
        if (sent >= 0 || sent == AVERROR_EOF) return std::nullopt;
        got = sent;
    } else if (got == 0) {
        m_faults = 0;
        auto trouble = take(*m_frame);
        av_frame_unref(m_frame.get());
        return trouble;
    } else if (got == AVERROR_EOF) {
        drain();
        return std::nullopt;
    }
    ++m_damages;
    if (cause_of(got, Stage::decoding) != media::FailureCause::damaged ||
        ++m_faults > k_most_faults)
        return failure(got, Stage::decoding, "sound");
    return std::nullopt;
}

int Sound::send_next() {
    if (m_packets.empty()) return avcodec_send_packet(m_codec.get(), nullptr);
    const Packet packet = std::move(m_packets.front());
    m_packets.pop_front();
    m_queued_bytes -= static_cast<uint64_t>(packet->size);
    return avcodec_send_packet(m_codec.get(), packet.get());
}

Trouble Sound::fit_resampler(const AVFrame& frame) {
    const bool same = m_resampler && m_rate == frame.sample_rate && m_format == frame.format &&
                      av_channel_layout_compare(&m_layout, &frame.ch_layout) == 0;
    if (same) return std::nullopt;
    AVChannelLayout from{};
    // A file need not say where its channels belong, only how many they are.
    if (frame.ch_layout.order == AV_CHANNEL_ORDER_UNSPEC)
        av_channel_layout_default(&from, frame.ch_layout.nb_channels);
    else
        av_channel_layout_copy(&from, &frame.ch_layout);
    AVChannelLayout stereo{};
    av_channel_layout_default(&stereo, media::k_sound_channels);
    SwrContext* made = nullptr;
    int done = swr_alloc_set_opts2(&made, &stereo, AV_SAMPLE_FMT_FLT, media::k_sound_rate, &from,
                                   static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0,
                                   nullptr);
    m_resampler.reset(made);
    if (done >= 0) {
        // One channel sounds from both speakers as loud as it is; six mixed into two do not clip.
        if (from.nb_channels == 1) av_opt_set_double(made, "rematrix_volume", M_SQRT2, 0);
        av_opt_set_double(made, "rematrix_maxval", 1.0, 0);
        done = swr_init(made);
    }
    av_channel_layout_uninit(&from);
    if (done < 0) {
        m_resampler.reset();
        return failure(done, Stage::decoding, "sound format");
    }
    av_channel_layout_uninit(&m_layout);
    av_channel_layout_copy(&m_layout, &frame.ch_layout);
    m_rate = frame.sample_rate;
    m_format = frame.format;
    return std::nullopt;
}

Trouble Sound::take(const AVFrame& frame) {
    if (frame.sample_rate <= 0 || frame.nb_samples <= 0) return std::nullopt;
    if (auto trouble = fit_resampler(frame)) return trouble;
    const int64_t held = swr_get_delay(m_resampler.get(), k_rate);
    const int room = swr_get_out_samples(m_resampler.get(), frame.nb_samples);
    if (room < 0) return failure(room, Stage::decoding, "sound");
    std::vector<float> samples(static_cast<size_t>(room) * media::k_sound_channels);
    auto* to = reinterpret_cast<uint8_t*>(samples.data());
    const int made =
        swr_convert(m_resampler.get(), &to, room, const_cast<const uint8_t**>(frame.extended_data),
                    frame.nb_samples);
    if (made < 0) return failure(made, Stage::decoding, "sound");
    samples.resize(static_cast<size_t>(made) * media::k_sound_channels);
    m_ever = true;
    const auto pts = m_input->to_us(frame.best_effort_timestamp, *m_stream);
    int64_t at = pts ? to_frames(*pts - m_target_us) - held : m_placed;
    if (at - m_placed > to_frames(k_longest_gap_us)) at = m_placed;
    place(at, std::move(samples));
    return std::nullopt;
}

void Sound::place(int64_t at, std::vector<float> samples) {
    if (samples.empty()) return;
    int64_t apart = at - m_placed;
    if (!m_align && apart > -k_slack_frames && apart < k_slack_frames) apart = 0;
    const auto count = static_cast<int64_t>(samples.size()) / media::k_sound_channels;
    const int64_t overlap = std::min(apart < 0 ? -apart : 0, count);
    const int64_t gap = std::max<int64_t>(apart, 0);
    m_silence = static_cast<uint64_t>(gap);
    m_samples = std::move(samples);
    m_given = static_cast<uint64_t>(overlap);
    m_placed += gap + count - overlap;
    if (overlap < count) m_align = false;
}

void Sound::drain() {
    m_drained = true;
    if (!m_resampler) return;
    const auto room = static_cast<int>(swr_get_delay(m_resampler.get(), k_rate) + 64);
    std::vector<float> samples(static_cast<size_t>(room) * media::k_sound_channels);
    auto* to = reinterpret_cast<uint8_t*>(samples.data());
    const int made = swr_convert(m_resampler.get(), &to, room, nullptr, 0);
    if (made <= 0 || m_align) return; // m_align: nothing of this generation is wanted
    samples.resize(static_cast<size_t>(made) * media::k_sound_channels);
    place(m_placed, std::move(samples));
}

void Sound::pad_to(int64_t until_us) {
    if (pending()) return;
    const int64_t missing = to_frames(until_us - m_target_us) - m_placed;
    if (missing <= 0) return;
    m_silence = static_cast<uint64_t>(missing);
    m_placed += missing;
    m_align = true;
}

Sound::Given Sound::give(uint64_t most) {
    if (m_silence > 0) {
        const uint64_t frames = std::min(m_silence, most);
        m_silence -= frames;
        return {nullptr, frames};
    }
    const uint64_t left = m_samples.size() / media::k_sound_channels - m_given;
    const Given given{m_samples.data() + m_given * media::k_sound_channels, std::min(left, most)};
    m_given += given.frames;
    return given;
}

} // namespace pufa::decoder
