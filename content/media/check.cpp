#include "content/media/check.h"

#include "content/base/result.h"
#include "content/base/utf8.h"

#include <algorithm>

namespace pufa::media {

namespace {

constexpr int k_most_coded_dimension = 1 << 16;
constexpr uint32_t k_most_video_delay = 16;

using Reason = std::optional<std::string_view>;

/// Twelve years in microseconds: beyond it arithmetic on times need not be trusted.
constexpr int64_t k_latest_us = int64_t{1} << 48;
/// Far above any ABI of today's kernels.
constexpr uint32_t k_most_landlock = 1000;

bool plausible_time(int64_t us) {
    return us > -k_latest_us && us < k_latest_us;
}

bool fits(uint64_t offset, uint64_t stride, uint64_t row_bytes, uint64_t rows,
          uint64_t slot_bytes) {
    // 32 bit values in 64 bit arithmetic: nothing here can wrap.
    return stride >= row_bytes && offset + stride * (rows - 1) + row_bytes <= slot_bytes;
}

Reason check_generation(uint32_t generation, const Expectation& expected) {
    if (generation < expected.first_generation || generation > expected.generation)
        return "a generation that was not asked for";
    return std::nullopt;
}

Reason check_planes(const Frame& frame, uint64_t slot_bytes) {
    const uint64_t width = frame.width;
    const uint64_t height = frame.height;
    const bool yuv = frame.format == PixelFormat::yuv420p;
    if (!fits(frame.plane_offset[0], frame.plane_stride[0], yuv ? width : width * 4, height,
              slot_bytes))
        return "a plane beyond its slot";
    for (size_t plane = 1; yuv && plane < 3; ++plane) {
        if (!fits(frame.plane_offset[plane], frame.plane_stride[plane], (width + 1) / 2,
                  (height + 1) / 2, slot_bytes))
            return "a plane beyond its slot";
    }
    // The presenters take strides as int; sixteen times the widest row is generous.
    for (const uint32_t stride : frame.plane_stride) {
        if (stride > 16u * 4u * k_max_dimension) return "a stride out of range";
    }
    return std::nullopt;
}

Reason check_frame(const Frame& frame, const Expectation& expected) {
    if (!expected.opened) return "a frame before Opened";
    if (expected.purpose == Purpose::probe) return "a frame for a probe";
    if (auto reason = check_generation(frame.generation, expected)) return reason;
    if (frame.slot >= expected.slot_count) return "a slot that does not exist";
    if ((expected.leased >> frame.slot & 1u) != 0) return "a slot that is in use";
    if (expected.purpose != Purpose::play && expected.pictures_left == 0)
        return "more pictures than were asked for";
    if (expected.studied) return "a picture after Studied";
    const PixelFormat due =
        expected.purpose == Purpose::play ? PixelFormat::yuv420p : PixelFormat::rgba;
    if (frame.format != due) return "a pixel format that was not asked for";
    if (frame.matrix > ColorMatrix::bt2020) return "an unknown colour matrix";
    if (frame.range > ColorRange::full) return "an unknown colour range";
    if (frame.preview > (expected.purpose == Purpose::play ? 1u : 0u))
        return "a preview of what does not play";
    if (frame.width == 0 || frame.height == 0) return "a picture without size";
    if (frame.width > expected.max_width || frame.height > expected.max_height)
        return "a picture larger than asked for";
    if (!plausible_time(frame.pts_us)) return "a time out of range";
    return check_planes(frame, expected.slot_bytes);
}

Reason check_stated(const StatedFields& stated) {
    if (!plausible_time(stated.start_us) || !plausible_time(stated.duration_us) ||
        stated.duration_us < 0)
        return "a time out of range";
    const auto largest = static_cast<uint32_t>(k_most_coded_dimension);
    if (stated.width > largest || stated.height > largest) return "a picture size out of range";
    if (stated.video_delay > k_most_video_delay) return "a delay out of range";
    if (stated.frame_rate_num != 0 && stated.frame_rate_den == 0) return "a frame rate over zero";
    return std::nullopt;
}

Reason check_sound_track(const SoundTrackFields& track, const Expectation& expected) {
    if (expected.opened) return "a track of sound after Opened";
    if (track.index != expected.sounds) return "tracks of sound out of order";
    if (track.index >= k_most_sounds) return "too many tracks of sound";
    return std::nullopt;
}

Reason check_text_track(const TextTrack& track, const Expectation& expected) {
    if (!expected.opened || expected.purpose != Purpose::study)
        return "a track of text that was not asked for";
    if (expected.studied) return "a track of text after Studied";
    if (expected.cue_bytes > 0) return "a cue without its end";
    if (track.index != expected.texts) return "tracks of text out of order";
    if (track.index >= k_most_texts) return "too many tracks of text";
    return check_generation(track.generation, expected);
}

Reason check_cue_text(const CueText& cue, const Expectation& expected) {
    if (expected.texts == 0 || cue.track != expected.texts - 1) return "a cue of another track";
    if (expected.studied) return "a cue after Studied";
    if (cue.bytes > sizeof cue.text) return "a text beyond its message";
    if (cue.complete > 1) return "neither yes nor no";
    if (cue.bytes == 0 && cue.complete == 0) return "a piece of nothing";
    if (!plausible_time(cue.from_us) || !plausible_time(cue.until_us)) return "a time out of range";
    if (expected.cue_bytes + cue.bytes > k_most_cue_bytes) return "a cue that is too long";
    if (expected.cues >= k_most_cues) return "too many cues";
    if (expected.caption_bytes + cue.bytes > k_most_caption_bytes) return "too much text";
    return check_generation(cue.generation, expected);
}

Reason check_hello(const Hello& hello) {
    if (hello.version != k_wire_version) return "another version of the protocol";
    if (hello.jailed > 1) return "neither in a jail nor out of it";
    if (hello.landlock > k_most_landlock) return "a Landlock that does not exist";
    return std::nullopt;
}

Reason check_opened(const Opened& opened, const Expectation& expected) {
    if (expected.opened) return "Opened twice";
    if (opened.duration_us < 0 || !plausible_time(opened.duration_us))
        return "a duration out of range";
    const auto largest = static_cast<uint32_t>(k_max_dimension);
    if (opened.width > largest || opened.height > largest) return "a picture size out of range";
    if ((opened.width == 0) != (opened.height == 0)) return "a picture with one side";
    if (opened.frame_rate_num != 0 && opened.frame_rate_den == 0) return "a frame rate over zero";
    if (opened.has_sound > 1) return "neither with nor without sound";
    if (opened.sound_track >= std::max(expected.sounds, 1u)) return "a track of sound out of range";
    if (auto reason = check_stated(opened.stated)) return reason;
    if (opened.width == 0 && opened.has_sound == 0) return "neither picture nor sound";
    if (opened.rotation >= 360 || opened.rotation % 90 != 0) return "a rotation out of range";
    return std::nullopt;
}

Reason check_alive(const Alive& alive, const Expectation& expected) {
    const bool known = alive.generation > 0 && alive.generation <= expected.generation;
    return known ? Reason{} : Reason{"at work on what was not asked for"};
}

Reason check_progress(const Progress& progress, const Expectation& expected) {
    if (expected.purpose != Purpose::study) return "progress of what is no study";
    if (progress.percent > 100) return "more than all";
    return check_generation(progress.generation, expected);
}

Reason check_studied(const Studied& studied, const Expectation& expected) {
    if (!expected.opened) return "Studied before Opened";
    if (expected.purpose != Purpose::study) return "Studied of what is no study";
    if (expected.studied) return "Studied twice";
    if (expected.cue_bytes > 0) return "a cue without its end";
    for (const int64_t us : {studied.end_us, studied.keyframe_gap_us, studied.keyframe_gap_at_us,
                             studied.damage_at_us}) {
        if (!plausible_time(us)) return "a time out of range";
    }
    if (studied.keyframe_gap_us < 0) return "a time out of range";
    // What has no loudness has none to check; NaN is in no range.
    const auto loud = [](double level) { return level > -200 && level < 100; };
    if (studied.has_loudness > 1 || studied.interlaced > 1 || studied.uneven_rate > 1)
        return "neither yes nor no";
    if (studied.has_loudness == 1 && !(loud(studied.lufs) && loud(studied.peak_dbtp)))
        return "a loudness out of range";
    if (studied.sample_depth > 64) return "a depth out of range";
    return check_generation(studied.generation, expected);
}

Reason check_sound(const SoundStart& start, const Expectation& expected) {
    if (!expected.opened) return "sound before Opened";
    if (!expected.sound) return "sound that was not asked for";
    if (auto reason = check_generation(start.generation, expected)) return reason;
    if (!plausible_time(start.pts_us)) return "a time out of range";
    if (start.position > expected.sound_written) return "sound that has not been written";
    if (start.pace_percent < k_slowest_percent || start.pace_percent > k_fastest_percent)
        return "a pace out of range";
    if (start.track >= std::max(expected.sounds, 1u)) return "a track of sound out of range";
    return std::nullopt;
}

} // namespace

std::optional<std::string_view> breach(const Message& message, const Expectation& expected) {
    if (message.kind == Kind::hello) {
        if (expected.greeted) return "Hello twice";
        return check_hello(message.hello);
    }
    if (!expected.greeted) return "a message before Hello";
    // It may have been sent before the kiosk had all it wanted.
    if (message.kind == Kind::alive) return check_alive(message.alive, expected);
    if (!expected.open) return "a message without Open";
    switch (message.kind) {
    case Kind::opened:
        return check_opened(message.opened, expected);
    case Kind::frame:
        return check_frame(message.frame, expected);
    case Kind::sound_start:
        return check_sound(message.sound_start, expected);
    case Kind::end:
        if (!expected.opened) return "End before Opened";
        return check_generation(message.end.generation, expected);
    case Kind::failed:
        if (message.failed.cause > FailureCause::damaged) return "an unknown cause";
        return check_generation(message.failed.generation, expected);
    case Kind::progress:
        return check_progress(message.progress, expected);
    case Kind::studied:
        return check_studied(message.studied, expected);
    case Kind::sound_track:
        return check_sound_track(message.sound_track, expected);
    case Kind::text_track:
        return check_text_track(message.text_track, expected);
    case Kind::cue_text:
        return check_cue_text(message.cue_text, expected);
    case Kind::alive:
    case Kind::hello:
    case Kind::open:
    case Kind::seek:
    case Kind::release:
    case Kind::close:
    case Kind::pace:
    case Kind::choose_sound:
        break;
    }
    return "a message that decoders do not send";
}

std::string printable(const char* text, size_t size) {
    std::string out;
    for (size_t i = 0; i < size && text[i] != '\0'; ++i)
        out.push_back(text[i] >= 0x20 && text[i] < 0x7f ? text[i] : '?');
    return out;
}

std::string readable(const char* text, size_t size) {
    std::string_view words{text, size};
    words = words.substr(0, words.find('\0'));
    if (!base::is_utf8(words)) return printable(text, size);
    return without_controls(words, LineEnds::spaces);
}

std::string without_controls(std::string_view text, LineEnds ends) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const std::string_view rest = text;
        const auto c = base::take_code_point(text);
        PUFA_ASSERT(c.has_value());
        const bool kept = *c == U'\n' && ends == LineEnds::kept;
        const bool control = *c < 0x20 || (*c >= 0x7f && *c < 0xa0);
        out += control && !kept ? " " : rest.substr(0, rest.size() - text.size());
    }
    return out;
}

} // namespace pufa::media
