#include "content/media/reaper.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <csignal>

using namespace pufa;

TEST_CASE("a dismissed child is gone without our waiting, and its zombie is collected later") {
    auto child = base::spawn("/bin/sleep", {.arguments = {"1000"}});
    REQUIRE(child);
    const pid_t pid = child->pid();
    media::dismiss(std::move(child).value());
    bool gone = false;
    // Each round starts a process, which is the pause.
    for (int i = 0; i < 500 && !gone; ++i) {
        auto other = base::spawn("/bin/true", {});
        REQUIRE(other);
        (void)other->wait();
        media::dismiss(base::Child{});
        gone = ::kill(pid, 0) != 0 && errno == ESRCH;
    }
    CHECK(gone);
}
