#include "content/decoder/failure.h"

extern "C" {
#include <libavutil/error.h>
}

#include <array>

namespace pufa::decoder {

using media::FailureCause;

FailureCause cause_of(int av_error, Stage stage) {
    // A codec says so of a damaged packet that seems to ask for something rare.
    if (av_error == AVERROR_PATCHWELCOME && stage == Stage::decoding) return FailureCause::damaged;
    switch (av_error) {
    case AVERROR_DECODER_NOT_FOUND:
    case AVERROR_STREAM_NOT_FOUND:
    case AVERROR_PATCHWELCOME:
    case AVERROR(ENOSYS):
        return FailureCause::no_decoder;
    case AVERROR(ENOMEM):
    case AVERROR(ERANGE):
    case AVERROR_BUFFER_TOO_SMALL:
        return FailureCause::too_large;
    case AVERROR(EIO):
    case AVERROR(EBADF):
    case AVERROR(ESTALE):
        return FailureCause::read_error;
    default:
        return stage == Stage::opening ? FailureCause::not_media : FailureCause::damaged;
    }
}

Failure failure(int av_error, Stage stage, std::string_view doing) {
    std::array<char, AV_ERROR_MAX_STRING_SIZE> words{};
    av_strerror(av_error, words.data(), words.size());
    return {cause_of(av_error, stage), std::string{doing} + ": " + words.data()};
}

} // namespace pufa::decoder
