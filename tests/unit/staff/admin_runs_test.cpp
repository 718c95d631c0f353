#include "kiosk/staff/admin_runs.h"

#include "content/base/clock.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <functional>
#include <sys/stat.h>
#include <thread>

using namespace pufa;
using namespace std::chrono_literals;
using staff::Job;

namespace {

/// A program in the place of pufa-admin: a shell script.
class Script {
  public:
    explicit Script(const std::string& body) {
        std::ofstream{path()} << "#!/bin/bash\n" << body;
        ::chmod(path().c_str(), 0755);
    }
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path() / "admin"; }
    [[nodiscard]] std::filesystem::path beside(const char* name) const {
        return m_folder.path() / name;
    }

  private:
    base::TemporaryFolder m_folder;
};

/// All that was said until the job ended.
std::vector<staff::JobNews> until_end(staff::AdminRuns& runs) {
    std::vector<staff::JobNews> all;
    const auto give_up = base::steady_now() + 60s; // against hanging
    while (runs.any()) {
        REQUIRE(base::steady_now() < give_up);
        for (auto& news : runs.poll())
            all.push_back(std::move(news));
        std::this_thread::sleep_for(1ms);
    }
    return all;
}

bool comes_true(const std::function<bool()>& is) {
    const auto give_up = base::steady_now() + 60s;
    while (!is()) {
        if (base::steady_now() > give_up) return false;
        std::this_thread::sleep_for(1ms);
    }
    return true;
}

} // namespace

TEST_CASE("a run says how far it is and then ends with its report") {
    const Script script{R"(echo '{"what": "x", "done": 1, "total": 2}' >&3
echo 'nonsense' >&3
echo '{"report": {"packs": [], "arguments": "'"$*"'"}}' >&3)"};
    staff::AdminRuns runs{script.path(), {"--state", "S"}};
    runs.start(Job::list, {"list"});
    const auto news = until_end(runs);
    REQUIRE(news.size() == 2);
    CHECK(std::get<staff::JobProgress>(news[0]).progress.done == 0.5f);
    const auto& ended = std::get<staff::JobEnded>(news[1]);
    CHECK(ended.job == Job::list);
    CHECK(ended.exit_code == 0);
    REQUIRE(ended.report);
    CHECK(ended.report->json.find("list --state S --channel 3") != std::string::npos);
}

TEST_CASE("a run that fails says why, one that is killed says that") {
    const Script refusing{R"(echo '{"error": {"code": "LOCKED", "sentence": "S"}}' >&3; exit 3)"};
    staff::AdminRuns runs{refusing.path(), {}};
    runs.start(Job::install, {"install"});
    const auto refused = std::get<staff::JobEnded>(until_end(runs).back());
    CHECK(refused.exit_code == 3);
    CHECK(refused.fault->code == "LOCKED");
    const Script dying{"kill -9 $$"};
    staff::AdminRuns others{dying.path(), {}};
    others.start(Job::check, {"doctor"});
    const auto died = std::get<staff::JobEnded>(until_end(others).back());
    CHECK(died.exit_code == 128 + 9);
    CHECK_FALSE(died.report);
}

TEST_CASE("a program that is not there is a fault, not a hang") {
    staff::AdminRuns runs{"/nowhere/pufa-admin", {}};
    runs.start(Job::list, {"list"});
    const auto ended = std::get<staff::JobEnded>(until_end(runs).back());
    CHECK(ended.exit_code == 3);
    CHECK(ended.fault->code == "NOT_FOUND");
}

TEST_CASE("a reading job is begun anew, a writing one goes on") {
    const Script waiting{"[ \"$2\" = now ] || exec sleep 600; echo '{\"report\": {}}' >&3"};
    staff::AdminRuns runs{waiting.path(), {}};
    runs.start(Job::install, {"install", "a"});
    runs.start(Job::install, {"install", "b"}); // nothing
    CHECK(runs.poll().empty());
    CHECK(runs.running(Job::install));
    runs.cancel(Job::install);
    CHECK(std::get<staff::JobEnded>(until_end(runs).back()).exit_code == 128 + 15);
    runs.start(Job::list, {"list"});
    runs.start(Job::list, {"list", "now"}); // the first is killed
    CHECK(std::get<staff::JobEnded>(until_end(runs).back()).exit_code == 0);
}

TEST_CASE("an import goes on when the kiosk goes, what only reads does not") {
    const Script script{R"(echo $$ > "$(dirname "$0")/$1.pid"
while [ ! -e "$(dirname "$0")/go" ]; do sleep 0.01; done
echo done > "$(dirname "$0")/$1.done")"};
    {
        staff::AdminRuns runs{script.path(), {}};
        runs.start(Job::install, {"install"});
        runs.start(Job::list, {"list"});
        REQUIRE(comes_true([&] {
            return std::filesystem::exists(script.beside("install.pid")) &&
                   std::filesystem::exists(script.beside("list.pid"));
        }));
    }
    std::ofstream{script.beside("go")} << "";
    CHECK(comes_true([&] { return std::filesystem::exists(script.beside("install.done")); }));
    CHECK_FALSE(std::filesystem::exists(script.beside("list.done")));
}
