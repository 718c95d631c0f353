#include "content/decoder/input.h"

#include "content/decoder/codec.h"
#include "content/decoder/language.h"
#include "content/decoder/picture_size.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::decoder {

namespace {

constexpr int k_buffer_bytes = 64 * 1024;
// The gate for what a pack may hold; everything else FFmpeg knows stays shut, and with it whatever
// names other files (playlists, concat, HLS, DASH).
constexpr const char* k_formats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,"
                                  "mp3,aac,ogg,flac,wav,png_pipe,jpeg_pipe,webp_pipe";
// What one call may search through before the file counts as ended there. An index of three hours
// takes 12 MB; a container without one is searched as a whole by some seeks.
constexpr uint64_t k_most_opening = 48u << 20, k_most_reading = 64u << 20,
                   k_most_seeking = 512u << 20;
// How far the facts of the streams are looked for; the first is reached in any sound file, the
// second where a stream announced never comes.
constexpr int64_t k_probe_bytes = 5'000'000, k_probe_us = 5'000'000;
constexpr int k_most_streams = 100;
// A time so far beyond the film's end is damaged.
constexpr int64_t k_beyond_us = 10'000'000;

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
    m_video = nullptr;
    m_sounds.clear();
    m_texts.clear();
    m_sound_track = 0;
    m_stated.reset();
    m_latest_us = k_latest_us;
    m_format.reset();
    m_io.reset();
    m_range.reset();
}

Trouble Input::open(Range range, const Wishes& wishes) {
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
    if (const auto size = stated_size(*m_range);
        size && size->width * size->height > static_cast<uint64_t>(k_most_pixels))
        return Failure{media::FailureCause::too_large, "a picture of " +
                                                           std::to_string(size->width) + " by " +
                                                           std::to_string(size->height)};
    m_range->allow(k_most_opening);
    AVFormatContext* format = avformat_alloc_context();
    if (format == nullptr) return failure(AVERROR(ENOMEM), Stage::opening, "open");
    format->pb = m_io.get();
    format->io_open = open_nothing;
    format->probesize = k_probe_bytes;
    format->max_analyze_duration = k_probe_us;
    format->max_streams = k_most_streams;
    AVDictionary* options = nullptr;
    av_dict_set(&options, "format_whitelist", k_formats, 0);
    av_dict_set(&options, "codec_whitelist", decoder_names(), 0);
    av_dict_set(&options, "protocol_whitelist", "", 0);
    const int opened = avformat_open_input(&format, "", nullptr, &options); // frees on failure
    av_dict_free(&options);
    if (opened < 0) return failure(honest(opened), Stage::opening, "open");
    m_format.reset(format);
    choose_streams(wishes);
    if (wishes.stated && believable(*wishes.stated)) {
        believe(*wishes.stated);
    } else {
        const int found = find_streams();
        if (found < 0) return failure(honest(found), Stage::opening, "stream info");
        choose_streams(wishes);
        const AVStream* leading = m_video != nullptr ? m_video : sound();
        m_origin_us = 0;
        if (leading != nullptr) m_origin_us = to_us(leading->start_time, *leading).value_or(0);
    }
    if (m_video == nullptr && m_sounds.empty())
        return failure(AVERROR_STREAM_NOT_FOUND, Stage::opening, "no picture and no sound");
    bound_times();
    discard_the_rest(wishes.purpose);
    return std::nullopt;
}

void Input::bound_times() {
    const bool guessed =
        !m_stated && m_format->duration_estimation_method == AVFMT_DURATION_FROM_BITRATE;
    if (duration_us() > 0 && !guessed) m_latest_us = duration_us() + k_beyond_us;
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

void Input::choose_streams(const Wishes& wishes) {
    const int best = av_find_best_stream(m_format.get(), AVMEDIA_TYPE_VIDEO, -1, -1, nullptr, 0);
    m_video = best < 0 ? nullptr : m_format->streams[best];
    m_picture_file = std::string_view{m_format->iformat->name}.ends_with("_pipe");
    const bool cover =
        m_video != nullptr && (m_video->disposition & AV_DISPOSITION_ATTACHED_PIC) != 0;
    // The cover of a song is a still, not a film of one picture.
    if (cover && wishes.purpose != media::Purpose::picture) m_video = nullptr;
    m_sounds.clear();
    m_sound_track = 0;
    if (wishes.purpose != media::Purpose::picture) choose_sounds(wishes);
    m_texts.clear();
    if (wishes.purpose == media::Purpose::study) choose_texts();
}

void Input::choose_texts() {
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream* stream = m_format->streams[i];
        if (stream->codecpar->codec_type == AVMEDIA_TYPE_SUBTITLE &&
            has_decoder(stream->codecpar->codec_id) && m_texts.size() < media::k_most_texts)
            m_texts.push_back(stream);
    }
}

void Input::choose_sounds(const Wishes& wishes) {
    const int best = av_find_best_stream(m_format.get(), AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (best < 0) return;
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream* stream = m_format->streams[i];
        const bool useful = stream->codecpar->codec_type == AVMEDIA_TYPE_AUDIO &&
                            has_decoder(stream->codecpar->codec_id);
        // What nobody can decode is kept if it is all there is: its failure has a name.
        if ((useful && m_sounds.size() < media::k_most_sounds) || static_cast<int>(i) == best) {
            if (static_cast<int>(i) == best) m_sound_track = m_sounds.size();
            m_sounds.push_back(stream);
        }
    }
    if (m_sounds.size() > media::k_most_sounds) m_sounds.erase(m_sounds.end() - 2);
    m_sound_track = std::min(m_sound_track, m_sounds.size() - 1);
    const auto spoken = std::find_if(m_sounds.begin(), m_sounds.end(), [&](AVStream* stream) {
        return same_language(wishes.sound_language, language_of(*stream));
    });
    if (spoken != m_sounds.end()) m_sound_track = static_cast<size_t>(spoken - m_sounds.begin());
}

void Input::discard_the_rest(media::Purpose purpose) {
    for (unsigned i = 0; i < m_format->nb_streams; ++i) {
        AVStream* stream = m_format->streams[i];
        const bool text = std::find(m_texts.begin(), m_texts.end(), stream) != m_texts.end();
        const bool choice = purpose == media::Purpose::play &&
                            std::find(m_sounds.begin(), m_sounds.end(), stream) != m_sounds.end();
        if (stream != m_video && stream != sound() && !choice && !text)
            stream->discard = AVDISCARD_ALL;
    }
}

/// Only of containers whose heads have the parameters of each stream, and only if they are the same
/// film.
bool Input::believable(const media::Stated& stated) const {
    const std::string_view format{m_format->iformat->name};
    if (!format.starts_with("mov,") && !format.starts_with("matroska,")) return false;
    const auto same = [](const AVStream* stream, const std::string& codec) {
        return stream == nullptr ? codec.empty() : codec_name(*stream) == codec;
    };
    if (!same(m_video, stated.video_codec)) return false;
    const bool said = stated.sound_codec.empty() == m_sounds.empty();
    const bool same_sound = std::any_of(m_sounds.begin(), m_sounds.end(), [&](AVStream* stream) {
        return same(stream, stated.sound_codec);
    });
    if (!said || !(m_sounds.empty() || same_sound)) return false;
    if (m_video == nullptr) return !m_sounds.empty();
    const auto& facts = *m_video->codecpar;
    return facts.width == stated.width && facts.height == stated.height && stated.width > 0 &&
           stated.height > 0;
}

void Input::believe(const media::Stated& stated) {
    m_stated = stated;
    m_origin_us = stated.start.count();
    if (m_video != nullptr) m_video->codecpar->video_delay = stated.video_delay;
}

media::Stated Input::stated() const {
    if (m_stated) return *m_stated;
    media::Stated stated;
    stated.start = base::Micros{m_origin_us};
    stated.duration = base::Micros{duration_us()};
    if (m_video != nullptr) {
        const auto& facts = *m_video->codecpar;
        stated.video_codec = codec_name(*m_video);
        stated.width = facts.width;
        stated.height = facts.height;
        stated.video_delay = facts.video_delay;
        const AVRational rate = frame_rate();
        stated.frame_rate_num = rate.num;
        stated.frame_rate_den = rate.den;
    }
    if (const AVStream* heard = sound()) {
        stated.sound_codec = codec_name(*heard);
        stated.sound_rate = std::max(heard->codecpar->sample_rate, 0);
        stated.sound_channels = std::max(heard->codecpar->ch_layout.nb_channels, 0);
    }
    return stated;
}

int64_t Input::duration_us() const {
    if (m_stated) return m_stated->duration.count();
    const int64_t us = m_format->duration; // AV_TIME_BASE is microseconds
    return us == AV_NOPTS_VALUE || us < 0 || us > k_latest_us ? 0 : us;
}

AVRational Input::frame_rate() const {
    if (m_stated) return {m_stated->frame_rate_num, m_stated->frame_rate_den};
    if (m_video == nullptr || duration_us() == 0) return {0, 1}; // a still has none
    const AVRational average = m_video->avg_frame_rate;
    const AVRational rate = average.num > 0 && average.den > 0 ? average : m_video->r_frame_rate;
    return rate.num > 0 && rate.den > 0 ? rate : AVRational{0, 1};
}

int Input::read(AVPacket& packet) {
    m_range->allow(k_most_reading);
    const int got = av_read_frame(m_format.get(), &packet);
    return got < 0 ? honest(got) : got;
}

/// Demuxers hide a failed read behind other errors, and say EIO of data that makes no sense.
int Input::honest(int av_error) const {
    if (m_range->read_failed()) return AVERROR(EIO);
    return av_error == AVERROR(EIO) ? AVERROR_INVALIDDATA : av_error;
}

int Input::seek(int64_t target_us) {
    m_range->allow(k_most_seeking);
    const AVStream& leading = m_video != nullptr ? *m_video : *sound();
    const int64_t at = av_rescale_q(target_us + m_origin_us, {1, 1'000'000}, leading.time_base);
    // Streams of MPEG have no index: what is found by its decoding time lies after the first
    // keyframe, or nothing is found at all.
    const std::string_view kind = m_format->iformat->name;
    if (target_us <= 0 && (kind == "mpegts" || kind == "mpeg"))
        return av_seek_frame(m_format.get(), -1, 0, AVSEEK_FLAG_BYTE);
    return av_seek_frame(m_format.get(), leading.index, at, AVSEEK_FLAG_BACKWARD);
}

std::optional<int64_t> Input::to_us(int64_t timestamp, const AVStream& stream) const {
    if (timestamp == AV_NOPTS_VALUE) return std::nullopt;
    const int64_t us = av_rescale_q(timestamp, stream.time_base, {1, 1'000'000});
    if (us < -k_latest_us || us > k_latest_us || us - m_origin_us > m_latest_us)
        return std::nullopt;
    return us - m_origin_us;
}

} // namespace pufa::decoder
