#pragma once
// Pictures for the screen, without waiting: requests stand in a queue, one decoder child works on
// one at a time, poll returns what is finished. The child is started with the first request, kept
// from one to the next and let go when nothing has been asked for a while. One thread.

#include "content/media/link.h"
#include "content/media/watch.h"

#include <deque>
#include <functional>
#include <string>
#include <vector>

namespace pufa::media {

class StillLoader {
  public:
    using SpawnLink = std::function<Result<std::unique_ptr<Link>>()>;

    explicit StillLoader(SpawnLink spawn);
    explicit StillLoader(const LinkOptions& options);

    /// Asks for one picture, scaled down to fit. A key that is already asked for is not asked for
    /// twice. First come, first served.
    void request(std::string key, Source source, int max_width, int max_height);
    /// Nobody wants it any more; it will not be reported.
    void forget(const std::string& key);

    struct Finished {
        std::string key;
        Result<Still> still; ///< UNPLAYABLE, NOT_FOUND, NO_DECODER, DECODER_DIED, errno errors
    };
    /// Call it about every 10 ms while busy(). A picture at which the child falls silent or that
    /// does not get done (Watch) costs the child its life and is UNPLAYABLE.
    [[nodiscard]] std::vector<Finished> poll(SteadyTime now);
    /// Something is asked for and not yet reported.
    [[nodiscard]] bool busy() const { return m_current.has_value() || !m_waiting.empty(); }
    /// When poll should be called next; nullopt: not before the next request.
    [[nodiscard]] std::optional<SteadyTime> next_due(SteadyTime now) const;

  private:
    struct Request {
        std::string key;
        Source source;
        int max_width = 0;
        int max_height = 0;
        std::optional<Still> still;
    };
    void begin_next(SteadyTime now, std::vector<Finished>& finished);
    void take_reports(SteadyTime now, std::vector<Finished>& finished);
    void finish(Result<Still> still, std::vector<Finished>& finished);

    SpawnLink m_spawn;
    std::unique_ptr<Link> m_link;
    std::deque<Request> m_waiting;
    std::optional<Request> m_current;
    Watch m_child_watch;
    uint64_t m_reports = 0;  ///< taken so far
    bool m_unwanted = false; ///< the current one was forgotten
    SteadyTime m_last_use{};
};

} // namespace pufa::media
