#include "content/media/report.h"

#include "content/media/check.h"

namespace pufa::media {

namespace {

std::string_view sentence(FailureCause cause) {
    switch (cause) {
    case FailureCause::not_media:
        return "not a known kind of media";
    case FailureCause::no_decoder:
        return "no decoder for this format";
    case FailureCause::too_large:
        return "too large to decode";
    case FailureCause::read_error:
        return "the file cannot be read";
    case FailureCause::damaged:
        return "damaged";
    }
    return "damaged";
}

} // namespace

Facts facts_of(const Opened& opened) {
    Facts facts;
    facts.duration = Micros{opened.duration_us};
    facts.width = static_cast<int>(opened.width);
    facts.height = static_cast<int>(opened.height);
    if (opened.frame_rate_num != 0)
        facts.frames_per_second =
            static_cast<double>(opened.frame_rate_num) / static_cast<double>(opened.frame_rate_den);
    facts.has_sound = opened.has_sound != 0;
    facts.rotation = static_cast<int>(opened.rotation);
    facts.codec = printable(opened.codec, sizeof opened.codec);
    facts.sound_track = opened.sound_track;
    facts.stated = stated_of(opened.stated);
    return facts;
}

Findings findings_of(const Studied& studied) {
    Findings findings;
    findings.end = Micros{studied.end_us};
    findings.keyframe_gap = Micros{studied.keyframe_gap_us};
    findings.keyframe_gap_at = Micros{studied.keyframe_gap_at_us};
    findings.bits_per_second = studied.bits_per_second;
    findings.seek_bytes = studied.seek_bytes;
    if (studied.has_loudness != 0) findings.level = Level{studied.lufs, studied.peak_dbtp};
    findings.sound_rate = static_cast<int>(studied.sound_rate & 0x7fffffffu);
    findings.sample_depth = static_cast<int>(studied.sample_depth);
    findings.interlaced = studied.interlaced != 0;
    findings.uneven_rate = studied.uneven_rate != 0;
    findings.damages = studied.damages;
    findings.damage_at = Micros{studied.damage_at_us};
    return findings;
}

Error error_of(const Failed& failed, const std::string& where) {
    // The file may be sound: it is the disk that does not give it.
    const bool disk = failed.cause == FailureCause::read_error;
    return {disk ? Code::DISK_ERROR : Code::UNPLAYABLE, where,
            std::string{sentence(failed.cause)} + " (" +
                printable(failed.text, sizeof failed.text) + ")"};
}

} // namespace pufa::media
