#pragma once
// A film read from end to end at the build of its pack: how loud it is, how far apart its keyframes
// are, small pictures along it, what would not play well. The decoder does the work; this side
// collects, and kills it when it stops.

#include "content/media/link.h"
#include "content/media/watch.h"

#include <functional>
#include <vector>

namespace pufa::media {

struct FilmStudy {
    Facts facts; ///< as a probe's
    Findings findings;
    /// The n-th shows the keyframe nearest to n * every, upright, in square pixels; its `at` is the
    /// keyframe's own time. Fewer than duration / every if pictures could not be decoded.
    struct Thumb {
        Micros at{0};
        Still still;
    };
    Micros every{0};
    std::vector<Thumb> thumbs;
};

struct StudyLimits {
    int max_width = 240; ///< of a small picture, pixels
    int max_height = 90;
    /// Between two signs of life.
    std::chrono::milliseconds silence{
        std::chrono::ceil<std::chrono::milliseconds>(Watch::k_silence)};
    std::chrono::milliseconds grace{60'000};   ///< the whole may take this and the film's length
    std::chrono::milliseconds most{3'600'000}; ///< whatever length a file claims
};

using StudyProgress = std::function<void(int percent)>;

/// Blocks. UNPLAYABLE (with the reason; also when the decoder went silent or took too long and was
/// killed), DECODER_DIED, NO_DECODER, NOT_FOUND, errno errors. `progress` may be empty.
[[nodiscard]] Result<FilmStudy> study(const LinkOptions& options, const Source& source,
                                      const StudyLimits& limits, const StudyProgress& progress);
/// The same over a link that has opened nothing yet.
[[nodiscard]] Result<FilmStudy> study(Link& link, const Source& source, const StudyLimits& limits,
                                      const StudyProgress& progress);

} // namespace pufa::media
