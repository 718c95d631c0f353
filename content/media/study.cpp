#include "content/media/study.h"

#include "content/media/still.h"
#include "content/media/study_plan.h"

#include <algorithm>

namespace pufa::media {

namespace {

using std::chrono::milliseconds;

/// How often a silent link is looked at.
constexpr milliseconds k_look{250};

/// Collects the reports of one study.
class Collector {
  public:
    explicit Collector(const StudyProgress& progress)
        : m_progress(progress) {}

    /// True when all has come.
    bool take(Report& report) {
        if (const auto* opened = std::get_if<HasOpened>(&report)) {
            m_study.facts = opened->facts;
            m_study.every = plan_of(opened->facts.duration).every;
        } else if (const auto* picture = std::get_if<HasPicture>(&report)) {
            m_study.thumbs.push_back({picture->picture.pts, copy_still(picture->picture)});
        } else if (const auto* progress = std::get_if<HasProgress>(&report)) {
            if (m_progress) m_progress(progress->percent);
        } else if (auto* found = std::get_if<HasFindings>(&report)) {
            m_study.findings = found->findings;
            m_found = true;
        }
        return std::holds_alternative<HasEnded>(report);
    }
    [[nodiscard]] bool found() const { return m_found; }
    [[nodiscard]] Micros duration() const { return m_study.facts.duration; }
    [[nodiscard]] FilmStudy result() { return std::move(m_study); }

  private:
    const StudyProgress& m_progress;
    FilmStudy m_study;
    bool m_found = false;
};

/// How long the whole may take by now.
milliseconds allowed(const StudyLimits& limits, Micros duration) {
    const auto length = std::clamp(std::chrono::duration_cast<milliseconds>(duration),
                                   milliseconds{0}, limits.most);
    return std::min(limits.most, limits.grace + length);
}

} // namespace

Result<FilmStudy> study(const LinkOptions& options, const Source& source, const StudyLimits& limits,
                        const StudyProgress& progress) {
    PUFA_TRY(const auto link, Link::spawn(options));
    return study(*link, source, limits, progress);
}

Result<FilmStudy> study(Link& link, const Source& source, const StudyLimits& limits,
                        const StudyProgress& progress) {
    PUFA_CHECK(link.open(source, Purpose::study, limits.max_width, limits.max_height));
    Collector collector{progress};
    const auto where = source.file.string();
    const SteadyTime begun = base::steady_now();
    SteadyTime last_sign = begun;
    uint64_t heartbeats = 0;
    while (true) {
        const SteadyTime now = base::steady_now();
        const SteadyTime end = std::min<SteadyTime>(last_sign + limits.silence,
                                                    begun + allowed(limits, collector.duration()));
        if (now >= end) return Error{Code::UNPLAYABLE, where, "decoding takes too long"};
        link.wait(std::min(std::chrono::ceil<milliseconds>(end - now), k_look));
        if (const auto beats = link.heartbeats(); beats != heartbeats) {
            heartbeats = beats;
            last_sign = base::steady_now();
        }
        for (auto& report : link.poll()) {
            if (const auto* failed = std::get_if<HasFailed>(&report)) return failed->error;
            last_sign = base::steady_now();
            if (!collector.take(report)) continue;
            if (!collector.found())
                return Error{Code::DECODER_DIED, where, "a study without findings"};
            return collector.result();
        }
    }
}

} // namespace pufa::media
