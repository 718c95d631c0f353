#include "content/decoder/deinterlace.h"

#include <algorithm>

namespace pufa::decoder {

namespace {

AVRational pixel_of(const AVFrame& frame) {
    const AVRational shape = frame.sample_aspect_ratio;
    return shape.num > 0 && shape.den > 0 ? shape : AVRational{1, 1};
}

/// bwdif takes planes of brightness and colour; anything else would be converted on the way.
bool has_fields(const AVFrame& frame) {
    const auto* format = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    constexpr auto k_others = static_cast<uint64_t>(AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                                    AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BE);
    return is_interlaced(frame) && format != nullptr && (format->flags & k_others) == 0 &&
           (format->flags & AV_PIX_FMT_FLAG_PLANAR) != 0 && frame.height >= 4 && frame.width >= 3;
}

} // namespace

void Deinterlacer::push(Frame frame, AVRational time_base) {
    if (m_graph && !fits(*frame)) {
        finish();
        m_graph.reset();
    }
    if (!m_graph && !(has_fields(*frame) && make_graph(*frame, time_base))) {
        m_ready.push_back(std::move(frame));
        return;
    }
    frame->pts = frame->best_effort_timestamp;
    if (av_buffersrc_add_frame(m_in, frame.get()) < 0) {
        // It still owns its picture: combed is better than missing.
        m_ready.push_back(std::move(frame));
        return;
    }
    collect();
}

void Deinterlacer::collect() {
    while (true) {
        Frame frame{av_frame_alloc()};
        if (!frame || av_buffersink_get_frame(m_out, frame.get()) < 0) return;
        // bwdif counts in half steps.
        if (frame->pts != AV_NOPTS_VALUE)
            frame->pts =
                av_rescale_q(frame->pts, av_buffersink_get_time_base(m_out), m_kind.time_base);
        frame->best_effort_timestamp = frame->pts;
        m_ready.push_back(std::move(frame));
    }
}

void Deinterlacer::finish() {
    if (!m_graph) return;
    if (av_buffersrc_add_frame(m_in, nullptr) >= 0) collect();
    m_graph.reset(); // it has ended
}

void Deinterlacer::reset() {
    m_graph.reset();
    m_ready.clear();
}

Frame Deinterlacer::pull() {
    if (m_ready.empty()) return nullptr;
    Frame frame = std::move(m_ready.front());
    m_ready.pop_front();
    return frame;
}

bool Deinterlacer::fits(const AVFrame& frame) const {
    return frame.width == m_kind.width && frame.height == m_kind.height &&
           frame.format == m_kind.format && av_cmp_q(pixel_of(frame), m_kind.pixel) == 0;
}

bool Deinterlacer::make_graph(const AVFrame& frame, AVRational time_base) {
    m_graph.reset(avfilter_graph_alloc());
    if (!m_graph) return false;
    m_graph->nb_threads = 1;
    m_kind = {frame.width, frame.height, frame.format, pixel_of(frame), time_base};
    using Parameters = std::unique_ptr<AVBufferSrcParameters, decltype(&av_free)>;
    const Parameters facts{av_buffersrc_parameters_alloc(), &av_free};
    m_in = avfilter_graph_alloc_filter(m_graph.get(), avfilter_get_by_name("buffer"), "in");
    AVFilterContext* weave = nullptr;
    bool made = facts && m_in != nullptr;
    if (made) {
        facts->format = frame.format;
        facts->width = frame.width;
        facts->height = frame.height;
        facts->sample_aspect_ratio = m_kind.pixel;
        facts->time_base = time_base;
        made = av_buffersrc_parameters_set(m_in, facts.get()) >= 0 &&
               avfilter_init_str(m_in, nullptr) >= 0 &&
               avfilter_graph_create_filter(&weave, avfilter_get_by_name("bwdif"), "weave",
                                            "mode=send_frame:deint=interlaced", nullptr,
                                            m_graph.get()) >= 0 &&
               avfilter_graph_create_filter(&m_out, avfilter_get_by_name("buffersink"), "out",
                                            nullptr, nullptr, m_graph.get()) >= 0 &&
               avfilter_link(m_in, 0, weave, 0) >= 0 && avfilter_link(weave, 0, m_out, 0) >= 0 &&
               avfilter_graph_config(m_graph.get(), nullptr) >= 0;
    }
    if (!made) m_graph.reset();
    return made;
}

} // namespace pufa::decoder
