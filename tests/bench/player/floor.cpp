// pufa-bench-floor: what libav itself takes, alone in one process, for what a visitor waits for.
//   open FILE ROUNDS          a file opened to its first picture, without probing
//   seek FILE NUMBER...       the picture of that number, exactly
// Says one line for each: `open MILLISECONDS`, `seek NUMBER MILLISECONDS`.
//
// One thread, since that is the cheapest that keeps up. For a seek it decodes from the keyframe
// before, and of the pictures before the wanted one only those that others refer to.

#include "content/decoder/av.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace pufa::bench {
namespace {

using decoder::CodecContext;
using decoder::FormatContext;
using decoder::Frame;
using decoder::Packet;
using Clock = std::chrono::steady_clock;

constexpr int k_pictures_per_second = 30;

[[noreturn]] void give_up(const char* why) {
    std::fprintf(stderr, "pufa-bench-floor: %s\n", why);
    std::exit(3);
}

double milliseconds_since(Clock::time_point began) {
    return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

class Film {
  public:
    explicit Film(const char* file) {
        AVFormatContext* context = nullptr;
        if (avformat_open_input(&context, file, nullptr, nullptr) < 0) give_up("cannot be opened");
        m_format.reset(context);
        for (unsigned i = 0; i < context->nb_streams && !m_stream; ++i)
            if (context->streams[i]->codecpar->codec_type == AVMEDIA_TYPE_VIDEO)
                m_stream = context->streams[i];
        if (!m_stream) give_up("no pictures");
        const AVCodec* codec = avcodec_find_decoder(m_stream->codecpar->codec_id);
        if (!codec) give_up("no decoder");
        m_codec.reset(avcodec_alloc_context3(codec));
        avcodec_parameters_to_context(m_codec.get(), m_stream->codecpar);
        m_codec->thread_count = 1;
        if (avcodec_open2(m_codec.get(), codec, nullptr) < 0) give_up("the decoder does not open");
    }

    /// The keyframe at the beginning, without those after it that the decoder would ask for first.
    [[nodiscard]] bool first_picture() {
        if (!feed(INT64_MIN)) return false;
        avcodec_send_packet(m_codec.get(), nullptr);
        return avcodec_receive_frame(m_codec.get(), m_frame.get()) == 0;
    }

    void seek(int number) {
        const int64_t wanted = time_of(number);
        if (av_seek_frame(m_format.get(), m_stream->index, wanted, AVSEEK_FLAG_BACKWARD) < 0)
            give_up("cannot be sought");
        avcodec_flush_buffers(m_codec.get());
        // Times of a container may be rounded: half a picture before it is it.
        const int64_t nearly =
            wanted - av_rescale_q(1, {1, 2 * k_pictures_per_second}, m_stream->time_base);
        m_at_end = false;
        while (next_picture(nearly))
            if (m_frame->best_effort_timestamp >= nearly) return;
        give_up("the picture is not there");
    }

  private:
    /// False at the end.
    [[nodiscard]] bool next_picture(int64_t wanted) {
        for (;;) {
            const int got = avcodec_receive_frame(m_codec.get(), m_frame.get());
            if (got == 0) return true;
            if (got != AVERROR(EAGAIN) || !feed(wanted)) return false;
        }
    }

    [[nodiscard]] int64_t time_of(int number) const {
        const int64_t start = m_stream->start_time == AV_NOPTS_VALUE ? 0 : m_stream->start_time;
        return start + av_rescale_q(number, {1, k_pictures_per_second}, m_stream->time_base);
    }

    /// False once everything has been fed.
    [[nodiscard]] bool feed(int64_t wanted) {
        if (m_at_end) return false;
        while (av_read_frame(m_format.get(), m_packet.get()) >= 0) {
            const bool ours = m_packet->stream_index == m_stream->index;
            if (ours) {
                m_codec->skip_frame = m_packet->pts < wanted ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
                avcodec_send_packet(m_codec.get(), m_packet.get());
            }
            av_packet_unref(m_packet.get());
            if (ours) return true;
        }
        m_at_end = true;
        avcodec_send_packet(m_codec.get(), nullptr);
        return true;
    }

    FormatContext m_format;
    AVStream* m_stream = nullptr;
    CodecContext m_codec;
    Packet m_packet{av_packet_alloc()};
    Frame m_frame{av_frame_alloc()};
    bool m_at_end = false;
};

int measure(int count, char** words) {
    const std::string_view what = count > 3 ? words[1] : "";
    if (what == "open") {
        for (int round = std::atoi(words[3]); round > 0; --round) {
            const auto began = Clock::now();
            Film film{words[2]};
            if (!film.first_picture()) give_up("no picture");
            std::printf("open %.3f\n", milliseconds_since(began));
        }
        return 0;
    }
    if (what == "seek") {
        Film film{words[2]};
        for (int i = 3; i < count; ++i) {
            const int number = std::atoi(words[i]);
            const auto began = Clock::now();
            film.seek(number);
            std::printf("seek %d %.3f\n", number, milliseconds_since(began));
        }
        return 0;
    }
    give_up("open FILE ROUNDS | seek FILE NUMBER...");
}

} // namespace
} // namespace pufa::bench

int main(int count, char** words) {
    av_log_set_level(AV_LOG_ERROR);
    return pufa::bench::measure(count, words);
}
