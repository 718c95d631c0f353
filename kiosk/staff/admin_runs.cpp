#include "kiosk/staff/admin_runs.h"

#include "content/base/log.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace pufa::staff {

namespace {

constexpr size_t k_longest_line = 64u << 20; ///< figures of many years; more is a fault of ours
constexpr int k_no_program = 3;

struct Ends {
    base::UniqueFd ours, theirs;
};

Result<Ends> make_channel() {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return base::from_errno(errno, "pufa-admin");
    Ends both{base::UniqueFd{ends[0]}, base::UniqueFd{ends[1]}};
    const int flags = ::fcntl(both.ours.get(), F_GETFL);
    if (::fcntl(both.ours.get(), F_SETFL, flags | O_NONBLOCK) != 0)
        return base::from_errno(errno, "pufa-admin");
    return both;
}

} // namespace

AdminRuns::AdminRuns(std::filesystem::path program, std::vector<std::string> shared)
    : m_program(std::move(program))
    , m_shared(std::move(shared)) {}

AdminRuns::~AdminRuns() {
    for (auto& [job, run] : m_runs)
        if (writes(job)) run.child.leave();
}

void AdminRuns::start(Job job, const std::vector<std::string>& arguments) {
    if (writes(job) && running(job)) return;
    m_runs.erase(job);
    Run run;
    const auto begin = [&]() -> Result<void> {
        PUFA_TRY(auto ends, make_channel());
        base::SpawnOptions options{
            .arguments = arguments, .channel = ends.theirs.get(), .null_output = true};
        options.arguments.insert(options.arguments.end(), m_shared.begin(), m_shared.end());
        options.arguments.insert(options.arguments.end(), {"--channel", "3"});
        PUFA_TRY(run.child, base::spawn(m_program, options));
        run.channel = std::move(ends.ours);
        return {};
    };
    if (const auto begun = begin(); !begun) {
        base::log_error("pufa-admin cannot be run: {} ({})", begun.error().where,
                        begun.error().detail);
        run.fault = report::Fault{std::string{base::name(begun.error().code)}, begun.error().where,
                                  begun.error().detail};
    }
    m_runs.emplace(job, std::move(run));
}

void AdminRuns::cancel(Job job) {
    const auto at = m_runs.find(job);
    if (at != m_runs.end() && at->second.child.started()) ::kill(at->second.child.pid(), SIGTERM);
}

std::vector<JobNews> AdminRuns::poll() {
    std::vector<JobNews> news;
    for (auto at = m_runs.begin(); at != m_runs.end();) {
        auto& [job, run] = *at;
        // It has ended before what it said last is read, not between the two.
        const auto ended =
            run.child.started() ? run.child.poll_exit() : std::optional{k_no_program};
        read(job, run, news);
        if (!ended) {
            ++at;
            continue;
        }
        news.emplace_back(JobEnded{job, *ended, std::move(run.report), std::move(run.fault)});
        at = m_runs.erase(at);
    }
    return news;
}

void AdminRuns::read(Job job, Run& run, std::vector<JobNews>& news) {
    if (!run.channel) return;
    char block[16384];
    for (;;) {
        const ssize_t got = ::read(run.channel.get(), block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        if (run.unread.size() < k_longest_line) run.unread.append(block, static_cast<size_t>(got));
    }
    size_t from = 0;
    for (size_t end = 0; (end = run.unread.find('\n', from)) != std::string::npos; from = end + 1)
        hear(job, run, std::string_view{run.unread}.substr(from, end - from), news);
    run.unread.erase(0, from);
}

void AdminRuns::hear(Job job, Run& run, std::string_view line, std::vector<JobNews>& news) {
    auto said = report::parse_line(line);
    if (!said) {
        base::log_warning("pufa-admin said what nobody understands: {} bytes", line.size());
        return;
    }
    if (auto* progress = std::get_if<report::Progress>(&*said))
        news.emplace_back(JobProgress{job, std::move(*progress)});
    if (auto* report = std::get_if<report::Report>(&*said)) run.report = std::move(*report);
    if (auto* fault = std::get_if<report::Fault>(&*said)) run.fault = std::move(*fault);
}

} // namespace pufa::staff
