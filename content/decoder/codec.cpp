#include "content/decoder/codec.h"

#include <algorithm>
#include <array>
#include <string>

namespace pufa::decoder {

namespace {

// Decoders by name, since FFmpeg may hold several for one codec.
constexpr std::array k_decoders{
    std::pair{AV_CODEC_ID_H264, "h264"},
    std::pair{AV_CODEC_ID_HEVC, "hevc"},
    std::pair{AV_CODEC_ID_VP8, "vp8"},
    std::pair{AV_CODEC_ID_VP9, "vp9"},
    std::pair{AV_CODEC_ID_AV1, "libdav1d"},
    std::pair{AV_CODEC_ID_MPEG1VIDEO, "mpeg1video"},
    std::pair{AV_CODEC_ID_MPEG2VIDEO, "mpeg2video"},
    std::pair{AV_CODEC_ID_MPEG4, "mpeg4"},
    std::pair{AV_CODEC_ID_THEORA, "theora"},
    std::pair{AV_CODEC_ID_AAC, "aac"},
    std::pair{AV_CODEC_ID_MP2, "mp2float"},
    std::pair{AV_CODEC_ID_MP3, "mp3float"},
    std::pair{AV_CODEC_ID_OPUS, "opus"},
    std::pair{AV_CODEC_ID_VORBIS, "vorbis"},
    std::pair{AV_CODEC_ID_FLAC, "flac"},
    std::pair{AV_CODEC_ID_ALAC, "alac"},
    std::pair{AV_CODEC_ID_AC3, "ac3"},
    std::pair{AV_CODEC_ID_EAC3, "eac3"},
    std::pair{AV_CODEC_ID_PCM_ALAW, "pcm_alaw"},
    std::pair{AV_CODEC_ID_PCM_MULAW, "pcm_mulaw"},
    std::pair{AV_CODEC_ID_PCM_U8, "pcm_u8"},
    std::pair{AV_CODEC_ID_PCM_S8, "pcm_s8"},
    std::pair{AV_CODEC_ID_PCM_S16LE, "pcm_s16le"},
    std::pair{AV_CODEC_ID_PCM_S16BE, "pcm_s16be"},
    std::pair{AV_CODEC_ID_PCM_S24LE, "pcm_s24le"},
    std::pair{AV_CODEC_ID_PCM_S24BE, "pcm_s24be"},
    std::pair{AV_CODEC_ID_PCM_S32LE, "pcm_s32le"},
    std::pair{AV_CODEC_ID_PCM_S32BE, "pcm_s32be"},
    std::pair{AV_CODEC_ID_PCM_F32LE, "pcm_f32le"},
    std::pair{AV_CODEC_ID_PCM_F32BE, "pcm_f32be"},
    std::pair{AV_CODEC_ID_PCM_F64LE, "pcm_f64le"},
    std::pair{AV_CODEC_ID_PCM_BLURAY, "pcm_bluray"},
    std::pair{AV_CODEC_ID_PCM_DVD, "pcm_dvd"},
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

Opener open_codec(const AVStream& stream, int threads, SlotPool* slots) {
    const AVCodec* codec = find_decoder(stream.codecpar->codec_id);
    if (codec == nullptr)
        return {nullptr, failure(AVERROR_DECODER_NOT_FOUND, Stage::opening, codec_name(stream))};
    CodecContext context{avcodec_alloc_context3(codec)};
    if (!context) return {nullptr, failure(AVERROR(ENOMEM), Stage::opening, "codec")};
    int done = avcodec_parameters_to_context(context.get(), stream.codecpar);
    if (done < 0) return {nullptr, failure(done, Stage::opening, "codec parameters")};
    context->pkt_timebase = stream.time_base;
    context->max_pixels = k_most_pixels;
    context->thread_count = threads;
    context->thread_type = threads > 1 ? FF_THREAD_FRAME : 0;
    if (slots != nullptr) slots->lend_to(*context);
    done = avcodec_open2(context.get(), codec, nullptr);
    if (done < 0) return {nullptr, failure(done, Stage::opening, codec->name)};
    return {std::move(context), std::nullopt};
}

bool has_decoder(AVCodecID id) {
    return find_decoder(id) != nullptr;
}

const char* decoder_names() {
    static const std::string names = [] {
        // Packets of sound are cut out by parsers that go by the plain names.
        std::string all = "mp2,mp3,av1,srt,ssa";
        for (const auto& [id, name] : k_decoders)
            all += std::string{","} + name;
        return all;
    }();
    return names.c_str();
}

const char* codec_name(const AVStream& stream) {
    return avcodec_get_name(stream.codecpar->codec_id);
}

} // namespace pufa::decoder
