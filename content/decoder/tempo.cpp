#include "content/decoder/tempo.h"

#include "content/media/wire.h"

#include <cstdio>
#include <cstring>

namespace pufa::decoder {

namespace {

constexpr int k_whole = 100;
constexpr size_t k_channels = media::k_sound_channels;

} // namespace

Trouble Tempo::restart(int percent) {
    m_percent = percent;
    m_graph.reset();
    m_source = m_sink = nullptr;
    m_pushed = 0;
    if (percent == k_whole) return std::nullopt;
    const auto no_memory = failure(AVERROR(ENOMEM), Stage::decoding, "pace");
    if (!m_frame) m_frame.reset(av_frame_alloc());
    m_graph.reset(avfilter_graph_alloc());
    if (!m_graph || !m_frame) return no_memory;
    m_graph->nb_threads = 1;
    std::array<char, 96> from{};
    std::snprintf(from.data(), from.size(), "sample_rate=%d:sample_fmt=flt:channel_layout=stereo",
                  media::k_sound_rate);
    std::array<char, 24> pace{};
    std::snprintf(pace.data(), pace.size(), "tempo=%d.%02d", percent / k_whole, percent % k_whole);
    AVFilterContext* tempo = nullptr;
    const auto add = [&](AVFilterContext*& made, const char* kind, const char* with) {
        return avfilter_graph_create_filter(&made, avfilter_get_by_name(kind), kind, with, nullptr,
                                            m_graph.get());
    };
    int done = add(m_source, "abuffer", from.data());
    if (done >= 0) done = add(tempo, "atempo", pace.data());
    if (done >= 0) done = add(m_sink, "abuffersink", nullptr);
    if (done >= 0) done = avfilter_link(m_source, 0, tempo, 0);
    if (done >= 0) done = avfilter_link(tempo, 0, m_sink, 0);
    if (done >= 0) done = avfilter_graph_config(m_graph.get(), nullptr);
    if (done < 0) return failure(done, Stage::decoding, "pace");
    return std::nullopt;
}

Trouble Tempo::push(const float* samples, uint64_t frames, std::vector<float>& out) {
    if (frames == 0) return std::nullopt;
    if (!m_graph) {
        out.insert(out.end(), samples, samples + frames * k_channels);
        return std::nullopt;
    }
    m_frame->nb_samples = static_cast<int>(frames);
    m_frame->format = AV_SAMPLE_FMT_FLT;
    m_frame->sample_rate = media::k_sound_rate;
    av_channel_layout_default(&m_frame->ch_layout, media::k_sound_channels);
    m_frame->pts = m_pushed;
    int done = av_frame_get_buffer(m_frame.get(), 0);
    if (done >= 0) {
        std::memcpy(m_frame->data[0], samples, frames * k_channels * sizeof(float));
        m_pushed += static_cast<int64_t>(frames);
        done = av_buffersrc_add_frame(m_source, m_frame.get()); // takes the frame
    }
    av_frame_unref(m_frame.get());
    if (done < 0) return failure(done, Stage::decoding, "pace");
    return pull(out);
}

Trouble Tempo::finish(std::vector<float>& out) {
    if (!m_graph) return std::nullopt;
    const int done = av_buffersrc_add_frame(m_source, nullptr);
    if (done < 0) return failure(done, Stage::decoding, "pace");
    return pull(out);
}

Trouble Tempo::pull(std::vector<float>& out) {
    while (true) {
        const int got = av_buffersink_get_frame(m_sink, m_frame.get());
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF) return std::nullopt;
        if (got < 0) return failure(got, Stage::decoding, "pace");
        const auto* samples = reinterpret_cast<const float*>(m_frame->data[0]);
        out.insert(out.end(), samples,
                   samples + static_cast<size_t>(m_frame->nb_samples) * k_channels);
        av_frame_unref(m_frame.get());
    }
}

} // namespace pufa::decoder
