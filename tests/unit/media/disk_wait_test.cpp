#include "content/media/disk_wait.h"

#include "content/base/process.h"

#include <doctest/doctest.h>
#include <sched.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <string>
#include <thread>

using namespace pufa;
using namespace std::chrono_literals;

namespace {

/// Goes with its parent: whatever the test finds, nobody is left who holds its output open.
int wait_for_the_end(void* /*nothing*/) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::pause();
    return 0;
}

/// Sleeps as before a disk: a parent waits so for a child of vfork(), and no signal reaches it. By
/// clone(), since ThreadSanitizer makes a fork() of vfork(), whose parent does not wait.
pid_t sleep_uninterruptibly() {
    const pid_t pid = ::fork();
    if (pid != 0) return pid;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    alignas(16) static char stack[size_t{64} * 1024];
    ::clone(wait_for_the_end, stack + sizeof stack, CLONE_VFORK | SIGCHLD, nullptr);
    ::_exit(0);
}

/// Another process takes a while to come to where it is looked for.
template <typename Seen>
bool seen_within_5_s(Seen seen) {
    for (int i = 0; i < 5000; ++i) {
        if (seen()) return true;
        std::this_thread::sleep_for(1ms);
    }
    return false;
}

} // namespace

TEST_CASE("who runs or waits for an event does not wait for a disk, and nobody does not either") {
    CHECK_FALSE(media::waits_for_disk(::getpid()));
    CHECK_FALSE(media::waits_for_disk(-1));
    auto asleep = base::spawn("/usr/bin/sleep", {.arguments = {"60"}});
    REQUIRE(asleep);
    // While it starts, its own pages may have to come from a disk.
    CHECK(seen_within_5_s([&] { return !media::waits_for_disk(asleep->pid()); }));
}

TEST_CASE("who sleeps where no signal reaches it is told apart") {
    base::Child stuck{sleep_uninterruptibly()};
    CHECK(seen_within_5_s([&] { return media::waits_for_disk(stuck.pid()); }));
    // Killed, it goes once the one that it waits for has gone.
    const auto task = std::to_string(stuck.pid());
    std::ifstream children{"/proc/" + task + "/task/" + task + "/children"};
    pid_t child = -1;
    if (children >> child) ::kill(child, SIGKILL);
    stuck.kill();
}
