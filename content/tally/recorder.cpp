#include "content/tally/recorder.h"

#include "content/base/file.h"
#include "content/base/log.h"
#include "content/tally/segments.h"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <random>
#include <span>
#include <thread>
#include <utility>

namespace pufa::tally {

namespace {

/// Tells the events of one start of the recorder from those of another in the same day's file.
uint64_t random_run() {
    std::random_device device;
    return (uint64_t{device()} << 32) | device();
}

class Writer final : public Recorder {
  public:
    Writer(Segments segments, RecorderOptions options)
        : m_options(options)
        , m_run(random_run())
        , m_segments(std::move(segments))
        , m_thread([this] { work(); }) {}

    ~Writer() override;
    Ticket record(const Event& event) override;
    [[nodiscard]] Ticket durable() const override;
    [[nodiscard]] Result<void> flush() override;
    [[nodiscard]] std::optional<Error> trouble() const override;
    void tend(WallTime now, Clock clock) override;

  private:
    struct Passed {
        WallTime now;
        Clock clock;
    };
    struct Lost {
        WallTime from;
        WallTime until;
    };
    enum class Then { go_on, stop };

    void work();
    Then take();
    std::optional<Error> write_taken();
    Result<void> write_day(std::span<const Numbered> events);
    void settle(std::optional<Error> failed);
    void look_after_files();

    const RecorderOptions m_options;
    const uint64_t m_run;

    // Owned by the writer's thread.
    Segments m_segments;
    std::vector<Numbered> m_taken; ///< in the order of tickets; stays when it cannot be written

    mutable std::mutex m_lock;
    std::condition_variable m_wake; ///< to the writer: there is something to do
    std::condition_variable m_done; ///< from the writer: a try has ended
    // Guarded by m_lock.
    std::deque<Numbered> m_queue;
    size_t m_waiting = 0; ///< in m_queue and m_taken
    Ticket m_last = 0;
    Ticket m_durable = 0;
    Ticket m_first_lost = 0; ///< 0: none; nothing from here on is ever called durable
    uint64_t m_lost = 0;
    std::optional<Lost> m_lost_now; ///< not yet told to the day's file
    std::optional<Passed> m_passed; ///< by tend
    std::optional<Error> m_trouble;
    uint64_t m_tries_begun = 0;
    uint64_t m_tries_ended = 0;
    bool m_asked = false; ///< by flush
    bool m_stopping = false;

    std::thread m_thread; ///< last: it uses all of the above
};

Writer::~Writer() {
    {
        const std::lock_guard held{m_lock};
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    if (!m_taken.empty())
        base::log_error("tally: {} events could not be written before the end: {}", m_taken.size(),
                        m_trouble ? m_trouble->detail : std::string{});
}

Ticket Writer::record(const Event& event) {
    Numbered numbered{0, event, base::to_local(event.when)};
    const std::lock_guard held{m_lock};
    const Ticket ticket = ++m_last;
    if (m_waiting >= m_options.most_waiting) {
        if (m_first_lost == 0) {
            m_first_lost = ticket;
            base::log_error("tally: {} events wait to be written, further ones are lost",
                            m_waiting);
        }
        ++m_lost;
        if (!m_lost_now) m_lost_now = Lost{event.when, event.when};
        m_lost_now->until = event.when;
        return ticket;
    }
    numbered.ticket = ticket;
    m_queue.push_back(std::move(numbered));
    ++m_waiting;
    m_wake.notify_one();
    return ticket;
}

Ticket Writer::durable() const {
    const std::lock_guard held{m_lock};
    return m_durable;
}

std::optional<Error> Writer::trouble() const {
    const std::lock_guard held{m_lock};
    return m_trouble;
}

void Writer::tend(WallTime now, Clock clock) {
    const std::lock_guard held{m_lock};
    m_passed = Passed{now, clock};
    m_wake.notify_one();
}

Result<void> Writer::flush() {
    std::unique_lock held{m_lock};
    const Ticket target = m_last;
    if (m_durable >= target) return {};
    // A try that is under way may have begun before the last events came.
    const auto begun = m_tries_begun;
    m_asked = true;
    m_wake.notify_one();
    m_done.wait(held, [&] { return m_durable >= target || m_tries_ended > begun; });
    if (m_durable >= target) return {};
    if (m_trouble) return *m_trouble;
    return Error{Code::DISK_ERROR, "tally",
                 fmt::format("{} events were lost while too many waited", m_lost)};
}

void Writer::work() {
    for (;;) {
        const auto then = take();
        settle(write_taken());
        look_after_files();
        if (then == Then::stop) break;
    }
    m_segments.close();
}

/// Waits for something to do and takes all that is queued.
Writer::Then Writer::take() {
    std::unique_lock held{m_lock};
    const auto due = [this] {
        return m_stopping || m_asked || m_passed.has_value() || !m_queue.empty();
    };
    if (m_trouble) {
        m_wake.wait_for(held, m_options.retry_after, due);
    } else {
        m_wake.wait(held, due);
    }
    m_asked = false;
    ++m_tries_begun;
    m_taken.insert(m_taken.end(), std::make_move_iterator(m_queue.begin()),
                   std::make_move_iterator(m_queue.end()));
    m_queue.clear();
    return m_stopping ? Then::stop : Then::go_on;
}

/// One transaction per run of events of the same day; ends at the first that fails, so that what
/// is durable is always all up to some ticket.
std::optional<Error> Writer::write_taken() {
    size_t written = 0;
    std::optional<Error> failed;
    while (written < m_taken.size() && !failed) {
        const auto from = m_taken.begin() + static_cast<std::ptrdiff_t>(written);
        const auto until = std::find_if(from, m_taken.end(), [&](const Numbered& one) {
            return one.local.date != from->local.date;
        });
        const std::span<const Numbered> events{from, until};
        if (const auto put = write_day(events); !put) {
            failed = put.error();
            break;
        }
        written += events.size();
        const std::lock_guard held{m_lock};
        m_waiting -= events.size();
        const Ticket last = events.back().ticket;
        m_durable = m_first_lost == 0 ? last : std::min(last, m_first_lost - 1);
    }
    m_taken.erase(m_taken.begin(), m_taken.begin() + static_cast<std::ptrdiff_t>(written));
    return failed;
}

Result<void> Writer::write_day(std::span<const Numbered> events) {
    const auto day = events.front().local.date;
    const auto now = events.back().event.when;
    PUFA_TRY(auto* segment, m_segments.of(day, now));
    auto written = segment->write(m_run, events);
    if (!written && written.error().code == Code::DAMAGED_DATABASE) {
        m_segments.give_up(day, written.error(), now);
        PUFA_TRY(segment, m_segments.of(day, now));
        written = segment->write(m_run, events);
    }
    if (!written) {
        m_segments.give_up(day, written.error(), now);
        return written;
    }
    m_segments.written();
    return {};
}

/// While writing fails nothing else is tried.
void Writer::look_after_files() {
    std::optional<Passed> passed;
    std::optional<Lost> lost;
    {
        const std::lock_guard held{m_lock};
        if (m_trouble) return;
        passed = std::exchange(m_passed, std::nullopt);
        lost = std::exchange(m_lost_now, std::nullopt);
    }
    if (lost) m_segments.lost(lost->from, lost->until);
    if (passed) m_segments.tend(passed->now, passed->clock);
}

void Writer::settle(std::optional<Error> failed) {
    {
        const std::lock_guard held{m_lock};
        if (failed && !m_trouble)
            base::log_warning("tally: {} events wait, writing fails: {} ({})", m_waiting,
                              failed->where, failed->detail);
        if (!failed && m_trouble) base::log_info("tally: writing works again");
        m_trouble = std::move(failed);
        m_tries_ended = m_tries_begun;
    }
    m_done.notify_all();
}

} // namespace

Result<std::unique_ptr<Recorder>> Recorder::open(const std::filesystem::path& tally_folder,
                                                 WallTime now, RecorderOptions options) {
    PUFA_CHECK(base::make_folders(tally_folder));
    if (tally_folder.has_parent_path()) PUFA_CHECK(base::sync_folder(tally_folder.parent_path()));
    Segments segments{tally_folder, options};
    PUFA_TRY(const auto* today, segments.of(base::to_local(now).date, now));
    static_cast<void>(today);
    return std::unique_ptr<Recorder>{std::make_unique<Writer>(std::move(segments), options)};
}

} // namespace pufa::tally
