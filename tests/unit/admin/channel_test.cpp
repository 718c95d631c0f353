#include "admin/channel.h"

#include "content/base/file.h"
#include "tests/unit/admin/admin_run.h"

#include <unistd.h>

#include <csignal>

using namespace pufa;
using test::run_admin;

namespace {

struct Ends {
    base::UniqueFd reading, writing;
};

Ends pipe_ends() {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    return {base::UniqueFd{ends[0]}, base::UniqueFd{ends[1]}};
}

std::vector<nlohmann::ordered_json> lines_of(Ends& ends) {
    ends.writing.reset();
    std::string all;
    char block[4096];
    for (ssize_t got = 0; (got = ::read(ends.reading.get(), block, sizeof block)) > 0;)
        all.append(block, static_cast<size_t>(got));
    std::vector<nlohmann::ordered_json> lines;
    std::istringstream text{all};
    for (std::string line; std::getline(text, line);)
        lines.push_back(nlohmann::ordered_json::parse(line));
    return lines;
}

} // namespace

TEST_CASE("on the channel a report comes as one line, and nothing is printed") {
    const base::TemporaryFolder folder;
    auto ends = pipe_ends();
    const auto ran = run_admin({"list", "--state", folder.path().string(), "--channel",
                                std::to_string(ends.writing.get())});
    CHECK(ran.exit_code == 0);
    CHECK(ran.out.empty());
    const auto lines = lines_of(ends);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["report"]["packs"].is_array());
}

TEST_CASE("on the channel a fault comes with its sentence in the language asked for") {
    const base::TemporaryFolder folder;
    auto ends = pipe_ends();
    const auto ran =
        run_admin({"list", "--config", (folder.path() / "none.toml").string(), "--language", "en",
                   "--channel", std::to_string(ends.writing.get())});
    CHECK(ran.exit_code != 0);
    const auto lines = lines_of(ends);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0]["error"]["code"] == "NOT_FOUND");
    CHECK(lines[0]["error"]["sentence"].get<std::string>().find("none.toml") != std::string::npos);
}

TEST_CASE("progress in bytes comes in steps of half a percent, and a new file begins anew") {
    auto ends = pipe_ends();
    const auto progress = admin::tell_bytes(ends.writing.get(), "Copying");
    for (uint64_t done = 0; done <= 100'000; ++done)
        progress(done, 100'000);
    progress(0, 50);
    const auto lines = lines_of(ends);
    REQUIRE(lines.size() == 202);
    CHECK(lines[0] == nlohmann::ordered_json{{"what", "Copying"}, {"done", 0}, {"total", 100'000}});
    CHECK(lines[200]["done"] == 100'000);
    CHECK(lines[201]["total"] == 50);
}

TEST_CASE("a reader that has gone stops nothing") {
    auto ends = pipe_ends();
    ends.reading.reset();
    ::signal(SIGPIPE, SIG_IGN);
    admin::tell_bytes(ends.writing.get(), "Copying")(1, 2);
    const base::TemporaryFolder folder;
    const auto ran = run_admin({"list", "--state", folder.path().string(), "--channel",
                                std::to_string(ends.writing.get())});
    CHECK(ran.exit_code == 0);
}
