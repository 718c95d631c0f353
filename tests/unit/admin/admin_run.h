#pragma once
// pufa-admin in this process, as a shell would run it; and as a program of its own under strace.

#include "admin/program.h"
#include "content/base/file.h"
#include "content/base/process.h"
#include "tests/support/fixture_pack.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace pufa::test {

struct Ran {
    int exit_code = -1;
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::ordered_json json() const {
        auto parsed = nlohmann::ordered_json::parse(out, nullptr, false);
        REQUIRE_FALSE(parsed.is_discarded());
        return parsed;
    }
};

inline Ran run_admin(const std::vector<std::string>& words,
                     admin::Terminal terminal = admin::Terminal::no,
                     WallTime now = support::k_fixture_now) {
    std::ostringstream out;
    std::ostringstream err;
    const int exit_code = admin::run(words, {out, err, terminal, now});
    return {exit_code, out.str(), err.str()};
}

/// pufa-admin with one system call made to fail: the `count`-th `call` answers `error`.
struct Injected {
    Ran ran;
    bool fired = false;
};
inline Injected run_injected(const std::string& call, const std::string& error, int count,
                             const std::vector<std::string>& words) {
    const base::TemporaryFolder folder;
    const auto trace = (folder.path() / "trace").string();
    const auto err = folder.path() / "err";
    // Words with blanks do not occur in these tests.
    std::string line = "exec strace -f -qq -E ASAN_OPTIONS=detect_leaks=0 -o " + trace +
                       " -e trace=" + call + " -e inject=" + call + ":error=" + error +
                       ":when=" + std::to_string(count) + " " PUFA_BIN_DIR "/pufa-admin";
    for (const auto& word : words)
        line += " '" + word + "'";
    const auto finished = base::run("/bin/sh", {"-c", line + " 2>" + err.string()});
    REQUIRE(finished);
    const auto traced = base::read_file(trace);
    REQUIRE(traced);
    return {{finished->exit_code, finished->output, *base::read_file(err)},
            traced->find("(INJECTED)") != std::string::npos};
}

} // namespace pufa::test
