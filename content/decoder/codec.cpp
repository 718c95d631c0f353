#include "content/decoder/codec.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pufa::decoder {

namespace {

// Decoders by name, since FFmpeg may hold several for one codec; the first that is there is taken.
constexpr std::array k_decoders{
    std::pair{AV_CODEC_ID_H264, "h264"},
    std::pair{AV_CODEC_ID_HEVC, "hevc"},
    std::pair{AV_CODEC_ID_VP8, "vp8"},
    std::pair{AV_CODEC_ID_VP9, "vp9"},
    std::pair{AV_CODEC_ID_AV1, "libdav1d"},
    std::pair{AV_CODEC_ID_MPEG4, "mpeg4"},
    std::pair{AV_CODEC_ID_THEORA, "theora"},
    std::pair{AV_CODEC_ID_AAC, "aac"},
    std::pair{AV_CODEC_ID_MP3, "mp3float"},
    std::pair{AV_CODEC_ID_OPUS, "opus"},
    std::pair{AV_CODEC_ID_VORBIS, "vorbis"},
    std::pair{AV_CODEC_ID_FLAC, "flac"},
    std::pair{AV_CODEC_ID_PCM_U8, "pcm_u8"},
    std::pair{AV_CODEC_ID_PCM_S16LE, "pcm_s16le"},
    std::pair{AV_CODEC_ID_PCM_S24LE, "pcm_s24le"},
    std::pair{AV_CODEC_ID_PCM_S32LE, "pcm_s32le"},
    std::pair{AV_CODEC_ID_PCM_F32LE, "pcm_f32le"},
    std::pair{AV_CODEC_ID_PNG, "png"},
    std::pair{AV_CODEC_ID_MJPEG, "mjpeg"},
    std::pair{AV_CODEC_ID_WEBP, "webp"},
    std::pair{AV_CODEC_ID_MOV_TEXT, "mov_text"},
    std::pair{AV_CODEC_ID_SUBRIP, "subrip"},
    std::pair{AV_CODEC_ID_ASS, "ass"},
    std::pair{AV_CODEC_ID_WEBVTT, "webvtt"},
    std::pair{AV_CODEC_ID_TEXT, "text"},
};

const AVCodec* find_decoder(AVCodecID id) {
    for (const auto& [known, name] : k_decoders) {
        if (known == id) return avcodec_find_decoder_by_name(name);
    }
    return nullptr;
}

} // namespace

Opener open_codec(const AVStream& stream, int threads) {
    const AVCodec* codec = find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr)
        return {nullptr, failure(AVERROR_DECODER_NOT_FOUND, Stage::opening, codec_name(stream))};
    const auto& facts = *stream.codecpar;
    if (int64_t{facts.width} * facts.height > k_most_pixels)
        return {nullptr, failure(AVERROR(ERANGE), Stage::opening, "picture size")};
    CodecContext context{avcodec_alloc_context3(codec)};
    if (!context) return {nullptr, failure(AVERROR(ENOMEM), Stage::opening, "codec")};
    int done = avcodec_parameters_to_context(context.get(), stream.codecpar);
    if (done < 0) return {nullptr, failure(done, Stage::opening, "codec parameters")};
    context->pkt_timebase = stream.time_base;
    context->max_pixels = k_most_pixels;
    context->thread_count = threads;
    context->thread_type = FF_THREAD_FRAME;
    done = avcodec_open2(context.get(), codec, nullptr);
    if (done < 0) return {nullptr, failure(done, Stage::opening, codec->name)};
    return {std::move(context), std::nullopt};
}

bool has_decoder(AVCodecID id) {
    return find_decoder(id) != nullptr;
}

const char* codec_name(const AVStream& stream) {
    return avcodec_get_name(stream.codecpar->codec_id);
}

} // namespace pufa::decoder
