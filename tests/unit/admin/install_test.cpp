#include "admin/commands/install.h"

#include "admin_run.h"
#include "content/pack/store.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

using namespace pufa;
using support::PackBench;
using test::run_admin;
using test::run_injected;

namespace {

/// What a visitor could see and what lies in the folders, but for the database's own bytes.
std::string condition(const std::filesystem::path& state) {
    auto text = run_admin({"list", "--state", state, "--json"}).out;
    std::set<std::string> names;
    for (const auto* folder : {"packs", "incoming"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator{state / folder})
            names.insert(entry.path().string());
    }
    for (const auto& name : names)
        text += name + "\n";
    return text;
}

} // namespace

TEST_CASE("install says what became of each file and goes on after a refused one") {
    const PackBench bench;
    const auto state = (bench.folder() / "state").string();
    const auto trust = (bench.folder() / "trust").string();
    const auto broken = bench.build(9);
    support::truncate_to(broken, 1000);
    const auto ran = run_admin(
        {"install", bench.build(1), broken, bench.build(2), "--state", state, "--trust", trust});
    CHECK(ran.exit_code == 1);
    CHECK(ran.out == "已安装：测试内容包（test-press/fixture）第 1 版，test-press 签名。\n"
                     "已更新：测试内容包（test-press/fixture）现为第 2 版，test-press 签名。\n");
    CHECK(ran.err.find(broken.string()) != std::string::npos);
    const auto again = run_admin(
        {"install", bench.build(2), broken, "--state", state, "--trust", trust, "--json"});
    CHECK(again.exit_code == 1);
    const auto files = again.json()["files"];
    REQUIRE(files.size() == 2);
    CHECK(files[0]["outcome"] == "already_active");
    CHECK(files[1]["error"]["code"] == "DAMAGED_MEMBER");
}

TEST_CASE("install without a trusted key, into a locked or an impossible folder, says so") {
    const PackBench bench;
    const base::StatePaths paths{bench.folder() / "state"};
    const auto trust = (bench.folder() / "trust").string();
    const auto file = bench.build().string();
    const auto foreign =
        run_admin({"install", file, "--state", paths.root, "--trust", "/none", "--json"});
    CHECK(foreign.exit_code == 1);
    CHECK(foreign.json()["files"][0]["error"]["code"] == "UNKNOWN_KEY");
    {
        const auto lock = pack::StateLock::take(paths);
        REQUIRE(lock);
        const auto locked =
            run_admin({"install", file, "--state", paths.root, "--trust", trust, "--json"});
        CHECK(locked.exit_code == 3);
        CHECK(locked.json()["error"]["code"] == "LOCKED");
    }
    const auto impossible = run_admin({"install", file, "--state", file, "--trust", trust});
    CHECK(impossible.exit_code == 3);
    CHECK(std::count(impossible.err.begin(), impossible.err.end(), '\n') == 1);
}

TEST_CASE("whichever system call fails, an install is done or never was, and can be done again") {
    const PackBench bench;
    const auto trust = (bench.folder() / "trust").string();
    const auto second = bench.build(2).string();
    const std::vector<std::pair<std::string, std::string>> faults{
        {"write", "ENOSPC"},  {"pwrite64", "ENOSPC"}, {"fsync", "EIO"},   {"fdatasync", "EIO"},
        {"rename", "ENOSPC"}, {"mkdir", "ENOSPC"},    {"flock", "EINTR"}, {"pread64", "EIO"}};
    // Two starting points: an empty machine and one with an earlier version.
    const std::vector<std::filesystem::path> starts{bench.folder() / "empty",
                                                    bench.folder() / "earlier"};
    (void)run_admin({"install", "/none.pufa", "--state", starts[0], "--trust", trust});
    (void)run_admin({"install", bench.build(1), "--state", starts[1], "--trust", trust});
    for (const auto& fault : faults) {
        const auto& call = fault.first;
        for (const auto& start : starts) {
            int fired = 0;
            for (int count = 1;; ++count) {
                const base::TemporaryFolder folder;
                const auto state = folder.path() / "state";
                std::filesystem::copy(start, state, std::filesystem::copy_options::recursive);
                const std::vector<std::string> install{
                    "install", second,  "--state",          state,   "--trust",
                    trust,     "--now", "2026-11-23T15:20", "--json"};
                const auto before = condition(state);
                const auto injected = run_injected(call, fault.second, count, install);
                if (!injected.fired) break;
                // The loader reads libraries before the program begins.
                if (injected.ran.exit_code == 127) continue;
                ++fired;
                INFO(call << " " << count << ": " << injected.ran.out << injected.ran.err);
                const auto after = condition(state);
                const bool done = after.find("2.pufa") != std::string::npos;
                if (!done) {
                    CHECK(after == before);
                    CHECK(injected.ran.exit_code == 3);
                }
                if (injected.ran.exit_code == 0) CHECK(done);
                CHECK(std::filesystem::is_empty(state / "incoming"));
                const auto again =
                    run_admin({"install", second, "--state", state, "--trust", trust, "--json"});
                CHECK(again.exit_code == 0);
                CHECK(condition(state).find("\"sequence\": 2") != std::string::npos);
            }
            INFO(call);
            CHECK(fired > 0);
        }
    }
}

TEST_CASE("a full disk while copying is NO_SPACE, exit 3, one sentence") {
    const PackBench bench;
    const auto trust = (bench.folder() / "trust").string();
    const auto state = (bench.folder() / "state").string();
    const auto injected = run_injected("write", "ENOSPC", 1,
                                       {"install", bench.build(1), "--state", state, "--trust",
                                        trust, "--now", "2026-11-23T15:20"});
    REQUIRE(injected.fired);
    CHECK(injected.ran.exit_code == 3);
    CHECK(injected.ran.err.starts_with("磁盘空间不够"));
    CHECK(std::count(injected.ran.err.begin(), injected.ran.err.end(), '\n') == 1);
}
