#include "kiosk/app/scrubber.h"

#include "content/base/log.h"
#include "content/base/paths.h"
#include "content/catalog/snapshot.h"

#include <csignal>
#include <utility>

namespace pufa::app {

Scrubber::Scrubber(std::optional<Doors> doors, SteadyTime now)
    : m_doors(std::move(doors))
    , m_due(now + k_alone) {}

void Scrubber::touched(SteadyTime now) {
    // SIGTERM and not SIGKILL: it records what it has read.
    if (m_child.started()) ::kill(m_child.pid(), SIGTERM);
    m_due = now + k_alone;
    m_urgent = false;
}

void Scrubber::database_damaged(SteadyTime now) {
    m_urgent = true;
    m_due = now;
}

void Scrubber::update(SteadyTime now, WallTime wall) {
    if (!m_doors) return;
    if (m_child.started()) {
        const auto ended = m_child.poll_exit();
        if (!ended) {
            if (m_due <= now) m_due = now + std::chrono::seconds(1);
            return;
        }
        base::log_info("the scrub ended with {}", *ended);
        m_child = {};
        m_due = std::max(m_due, now + k_again);
        return;
    }
    if (now < m_due) return;
    const auto last = m_doors->last_end();
    // A last pass that lies ahead was told by a clock that was wrong.
    const bool recent = last && *last && **last <= wall && wall - **last < k_between;
    if (recent && !m_urgent) {
        m_due = now + k_alone;
        return;
    }
    start(now);
}

void Scrubber::start(SteadyTime now) {
    m_urgent = false;
    auto child = m_doors->start();
    if (child) {
        m_child = *std::move(child);
        m_due = now + std::chrono::seconds(1);
        return;
    }
    base::log_info("the scrub cannot be started: {} ({})", child.error().where,
                   child.error().detail);
    m_due = now + k_between;
}

std::optional<SteadyTime> Scrubber::next_due() const {
    return m_doors ? std::optional{m_due} : std::nullopt;
}

Scrubber::Doors scrub_of(const std::filesystem::path& state, const std::filesystem::path& config) {
    const auto start = [state, config]() -> Result<base::Child> {
        base::SpawnOptions options;
        options.arguments = {"scrub", "--idle", "--limit", "600", "--state", state.string()};
        if (!config.empty()) {
            options.arguments.emplace_back("--config");
            options.arguments.push_back(config.string());
        }
        options.null_output = true;
        return base::spawn(base::program_folder() / "pufa-admin", options);
    };
    return {start, [state] { return catalog::last_scrub({state}); }};
}

} // namespace pufa::app
