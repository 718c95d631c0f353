#pragma once
// The children that the desk runs: pufa-admin, one for each job, its lines read from descriptor 3.
// Never waits, but for a moment in the destructor. One thread, the UI's.

#include "content/base/file.h"
#include "content/base/process.h"
#include "kiosk/staff/job.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pufa::staff {

class AdminRuns {
  public:
    /// `shared`: arguments of every run (--state, --config, --language).
    AdminRuns(std::filesystem::path program, std::vector<std::string> shared);
    /// What only reads is killed. What writes is left to end by itself: pufa-admin finishes what it
    /// began, and a kiosk that comes back finds the store locked until then.
    ~AdminRuns();
    AdminRuns(const AdminRuns&) = delete;
    AdminRuns& operator=(const AdminRuns&) = delete;

    /// A reading job that runs already is begun anew; a writing one goes on and this is nothing.
    void start(Job job, const std::vector<std::string>& arguments);
    /// Asks it to stop between two steps (SIGTERM); it ends as any other.
    void cancel(Job job);
    [[nodiscard]] bool running(Job job) const { return m_runs.contains(job); }
    /// In which language sentences come from the next start on.
    void speak(std::vector<std::string> shared) { m_shared = std::move(shared); }

    /// What has come since the last call.
    [[nodiscard]] std::vector<JobNews> poll();
    [[nodiscard]] bool any() const { return !m_runs.empty(); }

  private:
    struct Run {
        base::Child child;
        base::UniqueFd channel;
        std::string unread;
        std::optional<report::Report> report;
        std::optional<report::Fault> fault;
    };
    void read(Job job, Run& run, std::vector<JobNews>& news);
    static void hear(Job job, Run& run, std::string_view line, std::vector<JobNews>& news);

    std::filesystem::path m_program;
    std::vector<std::string> m_shared;
    std::map<Job, Run> m_runs;
};

} // namespace pufa::staff
