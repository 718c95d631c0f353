#include "content/decoder/failure.h"

#include <doctest/doctest.h>

extern "C" {
#include <libavutil/error.h>
}

using namespace pufa;
using decoder::cause_of;
using decoder::Stage;
using media::FailureCause;

TEST_CASE("each of libav's errors has one cause") {
    for (const Stage stage : {Stage::opening, Stage::decoding}) {
        CHECK(cause_of(AVERROR_DECODER_NOT_FOUND, stage) == FailureCause::no_decoder);
        CHECK(cause_of(AVERROR_STREAM_NOT_FOUND, stage) == FailureCause::no_decoder);
        CHECK(cause_of(AVERROR(ENOMEM), stage) == FailureCause::too_large);
        CHECK(cause_of(AVERROR(EIO), stage) == FailureCause::read_error);
        CHECK(cause_of(AVERROR(EBADF), stage) == FailureCause::read_error);
    }
}

TEST_CASE("what a codec has not learnt is no decoder before, and one damaged packet afterwards") {
    CHECK(cause_of(AVERROR_PATCHWELCOME, Stage::opening) == FailureCause::no_decoder);
    CHECK(cause_of(AVERROR_PATCHWELCOME, Stage::decoding) == FailureCause::damaged);
}

TEST_CASE("bad data is no media before a file was recognised and damage afterwards") {
    for (const int error : {AVERROR_INVALIDDATA, AVERROR(EINVAL), AVERROR_EOF, AVERROR_BUG}) {
        CHECK(cause_of(error, Stage::opening) == FailureCause::not_media);
        CHECK(cause_of(error, Stage::decoding) == FailureCause::damaged);
    }
}

TEST_CASE("a failure says what was done and what libav said") {
    const auto failed = decoder::failure(AVERROR_INVALIDDATA, Stage::opening, "open");
    CHECK(failed.cause == FailureCause::not_media);
    CHECK(failed.text == "open: Invalid data found when processing input");
}
