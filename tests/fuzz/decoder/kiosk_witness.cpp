#include "tests/fuzz/decoder/kiosk_witness.h"

#include "content/base/utf8.h"
#include "content/media/layout.h"
#include "content/media/slots.h"
#include "content/media/still.h"
#include "content/media/study_plan.h"

#include <cmath>
#include <cstring>
#include <memory>

namespace pufa::fuzz {

using media::PixelFormat;
using media::Purpose;

namespace {

constexpr size_t k_most_title = 96;

/// Valid UTF-8 in which nothing commands a terminal or ends a C string.
void check_text(std::string_view text, size_t most, std::string_view allowed = {}) {
    PUFA_ASSERT(text.size() <= most);
    while (!text.empty()) {
        const auto c = base::take_code_point(text);
        PUFA_ASSERT(c.has_value());
        const bool control = *c < 0x20 || (*c >= 0x7f && *c < 0xa0);
        PUFA_ASSERT(!control || (*c < 0x20 && allowed.find(static_cast<char>(*c)) != allowed.npos));
    }
}

void check_name(std::string_view name) {
    PUFA_ASSERT(name.size() <= sizeof(media::ShortName));
    for (const char c : name)
        PUFA_ASSERT(c >= 0x20 && c < 0x7f);
}

void check_time(Micros time) {
    PUFA_ASSERT(std::chrono::abs(time).count() < int64_t{1} << 48);
}

bool stills(Purpose purpose) {
    return purpose == Purpose::picture || purpose == Purpose::study;
}

} // namespace

void KioskWitness::opening(Purpose purpose, int max_width, int max_height,
                           const media::Link& link) {
    PUFA_ASSERT(link.generation() == m_generation + 1);
    *this = {};
    m_generation = link.generation();
    m_purpose = purpose;
    m_max_width = max_width;
    m_max_height = max_height;
    m_open = true;
}

void KioskWitness::sought(uint32_t generation_before, const media::Link& link) {
    PUFA_ASSERT(link.generation() == generation_before ||
                link.generation() == generation_before + 1);
    m_generation = link.generation();
}

void KioskWitness::see(const std::vector<media::Report>& reports, media::Link& link) {
    PUFA_ASSERT(link.generation() == m_generation);
    for (const auto& report : reports) {
        PUFA_ASSERT(!m_died);
        if (const auto* failed = std::get_if<media::HasFailed>(&report)) {
            see_failed(failed->error);
            continue;
        }
        PUFA_ASSERT(m_open);
        if (const auto* opened = std::get_if<media::HasOpened>(&report)) {
            see_opened(opened->facts);
            continue;
        }
        if (const auto* progress = std::get_if<media::HasProgress>(&report)) {
            PUFA_ASSERT(m_purpose == Purpose::study);
            PUFA_ASSERT(progress->percent >= 0 && progress->percent <= 100);
            continue;
        }
        PUFA_ASSERT(m_opened);
        if (const auto* picture = std::get_if<media::HasPicture>(&report))
            see_picture(*picture, link);
        else if (const auto* sound = std::get_if<media::HasSound>(&report))
            see_sound(*sound, link);
        else if (const auto* found = std::get_if<media::HasFindings>(&report))
            see_findings(found->findings);
        else
            see_ended(std::get<media::HasEnded>(report), link);
    }
}

void KioskWitness::see_opened(const media::Facts& facts) {
    PUFA_ASSERT(!m_opened);
    m_opened = true;
    m_open = m_purpose != Purpose::probe;
    m_sounds = facts.sounds.size();
    check_facts(facts);
    m_pictures_left = m_purpose == Purpose::picture ? 1
                      : m_purpose == Purpose::study ? media::plan_of(facts.duration).count
                                                    : UINT32_MAX;
}

void KioskWitness::see_picture(const media::HasPicture& has, const media::Link& link) {
    const auto& picture = has.picture;
    PUFA_ASSERT(m_purpose != Purpose::probe && m_pictures_left-- > 0);
    PUFA_ASSERT(has.generation == link.generation());
    PUFA_ASSERT(picture.width >= 1 && picture.width <= m_max_width);
    PUFA_ASSERT(picture.height >= 1 && picture.height <= m_max_height);
    PUFA_ASSERT(picture.matrix <= media::ColorMatrix::bt2020);
    PUFA_ASSERT(picture.range <= media::ColorRange::full);
    PUFA_ASSERT(!picture.preview || m_purpose == Purpose::play);
    check_time(picture.pts);
    const auto due = stills(m_purpose) ? PixelFormat::rgba : PixelFormat::yuv420p;
    PUFA_ASSERT(picture.format == due);
    PUFA_ASSERT(picture.lease->slot().size() ==
                media::slot_bytes_for(due, static_cast<uint32_t>(m_max_width),
                                      static_cast<uint32_t>(m_max_height)));
    read_all(picture);
    if (due == PixelFormat::rgba)
        check_still(media::copy_still(picture), m_max_width, m_max_height);
}

void KioskWitness::see_sound(const media::HasSound& has, media::Link& link) const {
    PUFA_ASSERT(m_purpose == Purpose::play);
    PUFA_ASSERT(has.generation == link.generation());
    PUFA_ASSERT(has.pace_percent >= static_cast<int>(media::k_slowest_percent));
    PUFA_ASSERT(has.pace_percent <= static_cast<int>(media::k_fastest_percent));
    PUFA_ASSERT(has.track < std::max<size_t>(m_sounds, 1));
    PUFA_ASSERT(has.position <= link.sound().position() + media::k_sound_frames);
    check_time(has.pts);
}

void KioskWitness::see_findings(const media::Findings& findings) {
    PUFA_ASSERT(m_purpose == Purpose::study && !m_found);
    m_found = true;
    check_findings(findings);
}

void KioskWitness::see_ended(const media::HasEnded& ended, const media::Link& link) {
    PUFA_ASSERT(ended.generation == link.generation());
    m_open = m_purpose == Purpose::play;
}

void KioskWitness::see_failed(const Error& error) {
    check_text(error.detail, 300);
    m_died = error.code == Code::DECODER_DIED;
    PUFA_ASSERT(m_died || error.code == Code::UNPLAYABLE || error.code == Code::DISK_ERROR);
    PUFA_ASSERT(m_died || m_open);
    m_open = false;
}

void read_all(const media::Picture& picture) {
    static std::vector<uint8_t> row_copy(media::k_max_dimension * 4);
    const auto slot = picture.lease->slot();
    const auto begin = reinterpret_cast<uintptr_t>(slot.data());
    const bool film = picture.format == PixelFormat::yuv420p;
    const auto width = static_cast<uint64_t>(picture.width);
    const auto height = static_cast<uint64_t>(picture.height);
    for (size_t plane = 0; plane < 3; ++plane) {
        if (plane > 0 && !film) {
            PUFA_ASSERT(picture.plane[plane] == nullptr);
            continue;
        }
        const uint64_t row = !film ? width * 4 : plane == 0 ? width : (width + 1) / 2;
        const uint64_t rows = plane == 0 ? height : (height + 1) / 2;
        PUFA_ASSERT(picture.stride[plane] > 0);
        const auto stride = static_cast<uint64_t>(picture.stride[plane]);
        const auto at = reinterpret_cast<uintptr_t>(picture.plane[plane]);
        PUFA_ASSERT(stride >= row && at >= begin);
        PUFA_ASSERT(at - begin + stride * (rows - 1) + row <= slot.size());
        for (uint64_t y = 0; y < rows; ++y)
            std::memcpy(row_copy.data(), picture.plane[plane] + y * stride, row);
    }
}

void check_apart(const std::vector<media::Picture>& held) {
    for (size_t i = 0; i < held.size(); ++i) {
        for (size_t j = 0; j < i; ++j) {
            if (held[i].lease == held[j].lease) continue;
            const auto one = held[i].lease->slot();
            const auto other = held[j].lease->slot();
            PUFA_ASSERT(one.data() + one.size() <= other.data() ||
                        other.data() + other.size() <= one.data());
        }
    }
}

void check_facts(const media::Facts& facts) {
    check_time(facts.duration);
    PUFA_ASSERT(facts.duration.count() >= 0);
    PUFA_ASSERT(facts.width >= 0 && facts.width <= media::k_max_dimension);
    PUFA_ASSERT(facts.height >= 0 && facts.height <= media::k_max_dimension);
    PUFA_ASSERT((facts.width == 0) == (facts.height == 0));
    PUFA_ASSERT(facts.width > 0 || facts.has_sound);
    PUFA_ASSERT(std::isfinite(facts.frames_per_second) && facts.frames_per_second >= 0);
    PUFA_ASSERT(facts.rotation >= 0 && facts.rotation < 360 && facts.rotation % 90 == 0);
    PUFA_ASSERT(facts.sounds.size() <= media::k_most_sounds);
    PUFA_ASSERT(facts.sound_track < std::max<size_t>(facts.sounds.size(), 1));
    check_text(facts.codec, sizeof(media::Opened::codec));
    for (const auto& sound : facts.sounds) {
        check_name(sound.language);
        check_text(sound.title, k_most_title);
    }
    const auto& stated = facts.stated;
    check_time(stated.start);
    check_time(stated.duration);
    check_name(stated.video_codec);
    check_name(stated.sound_codec);
    for (const int number : {stated.width, stated.height, stated.video_delay, stated.frame_rate_num,
                             stated.frame_rate_den, stated.sound_rate, stated.sound_channels})
        PUFA_ASSERT(number >= 0);
}

void check_findings(const media::Findings& findings) {
    for (const Micros time :
         {findings.end, findings.keyframe_gap, findings.keyframe_gap_at, findings.damage_at})
        check_time(time);
    PUFA_ASSERT(findings.keyframe_gap.count() >= 0);
    if (findings.level) {
        PUFA_ASSERT(std::abs(findings.level->lufs) <= 200);
        PUFA_ASSERT(std::abs(findings.level->peak_dbtp) <= 200);
    }
    PUFA_ASSERT(findings.sound_rate >= 0);
    PUFA_ASSERT(findings.sample_depth >= 0 && findings.sample_depth <= 64);
    PUFA_ASSERT(findings.captions.size() <= media::k_most_texts);
    for (const auto& track : findings.captions) {
        check_name(track.language);
        check_text(track.title, k_most_title);
        PUFA_ASSERT(track.cues.size() <= media::k_most_cues);
        for (const auto& cue : track.cues) {
            check_time(cue.start);
            check_time(cue.end);
            check_text(cue.text, media::k_most_cue_bytes, "\n");
        }
    }
}

void check_still(const media::Still& still, int max_width, int max_height) {
    PUFA_ASSERT(still.width >= 1 && still.width <= max_width);
    PUFA_ASSERT(still.height >= 1 && still.height <= max_height);
    PUFA_ASSERT(still.rgba.size() ==
                size_t{4} * static_cast<size_t>(still.width) * static_cast<size_t>(still.height));
}

void read_ring(media::SoundRing& ring, uint64_t frames) {
    const uint64_t position = ring.position();
    PUFA_ASSERT(ring.available() <= media::k_sound_frames);
    // Of just this size, so that one sample more is noticed.
    const std::unique_ptr<float[]> samples{new float[frames * media::k_sound_channels]};
    const uint64_t got = ring.read(samples.get(), frames);
    PUFA_ASSERT(got <= std::min(frames, media::k_sound_frames));
    PUFA_ASSERT(ring.position() == position + got);
}

void skip_ring(media::SoundRing& ring, uint64_t position) {
    const uint64_t before = ring.position();
    ring.skip_to(position);
    PUFA_ASSERT(ring.position() >= before);
    PUFA_ASSERT(ring.position() - before <= media::k_sound_frames);
    PUFA_ASSERT(ring.position() <= std::max(before, position));
}

} // namespace pufa::fuzz
