#include "content/decoder/input.h"

#include <vector>

namespace pufa::decoder {

namespace {

constexpr int k_buffer_bytes = 64 * 1024;
// The gate for what a pack may hold; everything else FFmpeg knows stays shut.
constexpr const char* k_formats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mp3,ogg,flac,wav,"
                                  "png_pipe,jpeg_pipe,webp_pipe";
constexpr const char* k_codecs =
    "h264,hevc,vp8,vp9,libdav1d,av1,mpeg4,theora,"
    "aac,mp3,mp3float,opus,vorbis,flac,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,"
    "png,mjpeg,webp";

int read_range(void* opaque, uint8_t* to, int size) {
    const int got = static_cast<Range*>(opaque)->read(to, size);
    if (got == 0) return AVERROR_EOF;
    return got < 0 ? AVERROR(-got) : got;
}

int64_t seek_range(void* opaque, int64_t offset, int whence) {
    auto& range = *static_cast<Range*>(opaque);
    if ((whence & AVSEEK_SIZE) != 0) return range.length();
    const int64_t at = range.seek(offset, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(static_cast<int>(-at)) : at;
}

/// A file may name others (an MP4's data references): they are never opened.
int open_nothing(AVFormatContext*, AVIOContext** io, const char*, int, AVDictionary**) {
    *io = nullptr;
    return AVERROR(EACCES);
}

} // namespace

Input::Input() = default;
Input::~Input() = default;

void Input::forget() {
    m_video = m_sound = nullptr;
    m_format.reset();
    m_io.reset();
    m_range.reset();
}

Trouble Input::open(Range range, media::Purpose purpose) {
    forget();
    m_range.emplace(std::move(range));
    auto* buffer = static_cast<unsigned char*>(av_malloc(k_buffer_bytes));
    if (buffer == nullptr) return failure(AVERROR(ENOMEM), Stage::opening, "open");
    m_io.reset(
        avio_alloc_context(buffer, k_buffer_bytes, 0, &*m_range, read_range, nullptr, seek_range));
    if (!m_io) {
        av_free(buffer);
        return failure(AVERROR(ENOMEM), Stage::opening, "open");
    }
    AVFormatContext* format = avformat_alloc_context();
    if (format == nullptr) return failure(AVERROR(ENOMEM), Stage::opening, "open");
    format->pb = m_io.get();
    format->io_open = open_nothing;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", k_formats, 0);
    av_dict_set(&options, "codec_whitelist", k_codecs, 0);
    av_dict_set(&options, "protocol_whitelist", "", 0);
    const int opened = avformat_open_input(&format, "", nullptr, &options); // frees on failure
    av_dict_free(&options);
    if (opened < 0) return failure(honest(opened), Stage::opening, "open");
    m_format.reset(format);
    const int found = find_streams();
    if (found < 0) return failure(honest(found), Stage::opening, "stream info");
    return choose_streams(purpose);
}

int Input::find_streams() {
    // Finding the facts decodes already, so the bound on allocation must hold here too.
    std::vector<AVDictionary*> options(m_format->nb_streams, nullptr);
    for (auto& each : options)
        av_dict_set_int(&each, "max_pixels", k_most_pixels, 0);
    const int found = avformat_find_stream_info(m_format.get(), options.data());
    for (auto& each : options)
        av_dict_free(&each);
    return found;
}

Trouble Input::choose_streams(media::Purpose purpose) {
    const auto best = [&](AVMediaType type) -> AVStream* {
        const int index = av_find_best_stream(m_format.get(), type, -1, -1, nullptr, 0);
        return index < 0 ? nullptr : m_format->streams[index];
    };
    m_video = best(AVMEDIA_TYPE_VIDEO);
    const bool cover =
        m_video != nullptr && (m_video->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
    // The cover of a song is a still, not a film of one picture.
    if (cover && purpose != media::Purpose::picture) m_video = nullptr;
    if (purpose != media::Purpose::picture) m_sound = best(AVMEDIA_TYPE_AUDIO);
    if (m_video == nullptr && m_sound == nullptr)
        return failure(AVERROR_STREAM_NOT_FOUND, Stage::opening, "no picture and no sound");
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream* stream = m_format->streams[i];
        if (stream != m_video && stream != m_sound) stream->discard = AVDISCARD_ALL;
    }
    const AVStream& leading = m_video != nullptr ? *m_video : *m_sound;
    m_origin_us = 0;
    m_origin_us = to_us(leading.start_time, leading).value_or(0);
    return std::nullopt;
}

int64_t Input::duration_us() const {
    const int64_t us = m_format->duration; // AV_TIME_BASE is microseconds
    return us == AV_NOPTS_VALUE || us < 0 || us > k_latest_us ? 0 : us;
}

AVRational Input::frame_rate() const {
    if (m_video == nullptr || duration_us() == 0) return {0, 1}; // a still has none
    const AVRational average = m_video->avg_frame_rate;
    const AVRational rate = average.num > 0 && average.den > 0 ? average : m_video->r_frame_rate;
    return rate.num > 0 && rate.den > 0 ? rate : AVRational{0, 1};
}

int Input::read(AVPacket& packet) {
    const int got = av_read_frame(m_format.get(), &packet);
    return got < 0 ? honest(got) : got;
}

/// Demuxers hide a failed read behind other errors, and say EIO of data that makes no sense.
int Input::honest(int av_error) const {
    if (m_range->read_failed()) return AVERROR(EIO);
    return av_error == AVERROR(EIO) ? AVERROR_INVALIDDATA : av_error;
}

int Input::seek(int64_t target_us) {
    const AVStream& leading = m_video != nullptr ? *m_video : *m_sound;
    const int64_t at = av_rescale_q(target_us + m_origin_us, {1, 1'000'000}, leading.time_base);
    return av_seek_frame(m_format.get(), leading.index, at, AVSEEK_FLAG_BACKWARD);
}

std::optional<int64_t> Input::to_us(int64_t timestamp, const AVStream& stream) const {
    if (timestamp == AV_NOPTS_VALUE) return std::nullopt;
    const int64_t us = av_rescale_q(timestamp, stream.time_base, {1, 1'000'000});
    if (us < -k_latest_us || us > k_latest_us) return std::nullopt;
    return us - m_origin_us;
}

} // namespace pufa::decoder
