#include "content/author/film_judge.h"

#include <fmt/format.h>

#include <algorithm>

namespace pufa::author {

namespace {

using namespace std::chrono_literals;

// A visitor who seeks waits until everything since the keyframe before is decoded.
constexpr Micros k_longest_gap = 4s;
constexpr int k_long_side = 1920, k_short_side = 1080; // the kiosk's screen
constexpr double k_fastest = 60.5;                     // 59.94 and 60 are fine
constexpr int k_depth = 8;
constexpr uint64_t k_most_bits = 20'000'000;
constexpr int k_thinnest_sound = 16'000;
// The kiosk evens out what lies between; beyond, evening out means noise or distortion.
constexpr double k_quietest = -35, k_highest_peak = -0.1;
constexpr uint64_t k_most_searched = 2u << 20;

double seconds(Micros time) {
    return std::chrono::duration<double>(time).count();
}

/// "1:05"
std::string clock(Micros time) {
    const auto whole = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

class Judge {
  public:
    Judge(const VideoDraft& draft, const media::FilmStudy& study, Findings& findings)
        : m_draft(draft)
        , m_facts(study.facts)
        , m_found(study.findings)
        , m_findings(findings) {}

    void run() {
        // A file that ends early would only repeat itself in the rest.
        if (m_found.end < m_facts.duration - std::max<Micros>(2s, m_facts.duration / 20))
            return say(Fault::FILM_CUT_SHORT,
                       fmt::format("{} / {}", clock(m_found.end), clock(m_facts.duration)));
        if (m_found.damages > 0) say(Fault::FILM_DAMAGED, clock(m_found.damage_at));
        judge_pictures();
        judge_sound();
        // Of a file without a stated length nobody can show how far it is.
        if (m_facts.duration.count() == 0 || m_found.seek_bytes > k_most_searched)
            say(Fault::FILM_WITHOUT_INDEX, {});
    }

  private:
    void say(Fault fault, std::string detail) {
        m_findings.push_back({fault, {m_draft.media, 0, 0}, file_name(), std::move(detail)});
    }
    /// What stands in the command that mends it, which is run in the film's folder.
    [[nodiscard]] std::string file_name() const {
        return m_draft.media.substr(m_draft.media.rfind('/') + 1);
    }

    void judge_pictures() {
        if (m_facts.width == 0) return;
        if (m_found.keyframe_gap > k_longest_gap)
            say(Fault::KEYFRAMES_FAR_APART, fmt::format("{:.0f}", seconds(m_found.keyframe_gap)));
        const auto [less, more] = std::minmax(m_facts.width, m_facts.height);
        if (more > k_long_side || less > k_short_side)
            say(Fault::FILM_LARGE, fmt::format("{}×{}", m_facts.width, m_facts.height));
        if (m_facts.frames_per_second > k_fastest)
            say(Fault::FILM_FAST, fmt::format("{:.0f}", m_facts.frames_per_second));
        if (m_found.interlaced) say(Fault::FILM_INTERLACED, {});
        if (m_found.sample_depth > k_depth)
            say(Fault::FILM_DEEP, fmt::format("{}", m_found.sample_depth));
        if (m_found.bits_per_second > k_most_bits)
            say(Fault::FILM_HEAVY, fmt::format("{:.0f}", m_found.bits_per_second / 1e6));
        if (m_found.uneven_rate) say(Fault::FILM_UNEVEN, {});
    }

    void judge_sound() {
        if (!m_facts.has_sound) {
            if (!m_draft.captions.empty()) say(Fault::SOUND_MISSING, {});
            return;
        }
        if (m_found.sound_rate > 0 && m_found.sound_rate < k_thinnest_sound)
            say(Fault::SOUND_THIN, fmt::format("{}", m_found.sound_rate));
        if (!m_found.level) return say(Fault::SOUND_QUIET, "< −70");
        if (m_found.level->lufs < k_quietest)
            say(Fault::SOUND_QUIET, fmt::format("−{:.0f}", -m_found.level->lufs));
        if (m_found.level->peak_dbtp > k_highest_peak)
            say(Fault::SOUND_CLIPS, fmt::format("{:+.1f}", m_found.level->peak_dbtp));
    }

    const VideoDraft& m_draft;
    const media::Facts& m_facts;
    const media::Findings& m_found;
    Findings& m_findings;
};

} // namespace

void judge_film(const VideoDraft& draft, const media::FilmStudy& study, Findings& findings) {
    Judge{draft, study, findings}.run();
}

} // namespace pufa::author
