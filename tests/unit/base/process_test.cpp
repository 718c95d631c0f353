#include "content/base/process.h"

#include <doctest/doctest.h>

#include <csignal>

using namespace pufa;
using namespace pufa::base;

TEST_CASE("a program's output and exit code come back") {
    const auto done = run("/bin/sh", {"-c", "echo 你好; exit 7"});
    REQUIRE(done);
    CHECK(done->output == "你好\n");
    CHECK(done->exit_code == 7);
}

TEST_CASE("a missing program is not found") {
    CHECK(run("/no/such/program", {}).error().code == Code::NOT_FOUND);
}

TEST_CASE("a child inherits nothing but what it is given") {
    const auto listed = run("/bin/ls", {"/proc/self/fd"});
    REQUIRE(listed);
    CHECK(listed->output == "0\n1\n2\n3\n"); // 3 is ls's own view of the folder
}

TEST_CASE("a child dies with its owner") {
    pid_t pid = -1;
    {
        auto child = spawn("/bin/sleep", {{"1000"}, -1, false});
        REQUIRE(child);
        pid = child->pid();
        CHECK(::kill(pid, 0) == 0);
        CHECK_FALSE(child->poll_exit());
    }
    CHECK(::kill(pid, 0) != 0);
}
