// The probe (tests/jail) tries every call by name, each in a child of its own: free, all go
// through; behind the walls, none does.
#include "content/jail/jail.h"

#include "content/base/file.h"
#include "content/base/process.h"
#include "content/base/sanitizer.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace pufa;

namespace {

struct Probing {
    int exit_code = -1;
    std::map<std::string, std::string> outcomes; ///< by the call's name
    [[nodiscard]] std::set<std::string> with(const std::string& beginning) const {
        std::set<std::string> names;
        for (const auto& [name, outcome] : outcomes)
            if (outcome.starts_with(beginning)) names.insert(name);
        return names;
    }
    [[nodiscard]] size_t skipped() const { return with("skipped").size(); }
};

Probing probe(const std::string& walls) {
    const base::TemporaryFolder folder;
    const auto program = std::filesystem::path{PUFA_BIN_DIR} / "pufa-jail-probe";
    const auto ran = base::run(program, {walls, folder.path().string()});
    REQUIRE(ran);
    Probing probing;
    probing.exit_code = ran->exit_code;
    std::istringstream lines{ran->output};
    for (std::string line; std::getline(lines, line);) {
        const auto tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        probing.outcomes[line.substr(0, tab)] = line.substr(tab + 1);
    }
    return probing;
}

/// Neither done nor skipped, nor ended by anything but the filter.
std::set<std::string> not_denied(const Probing& probing) {
    std::set<std::string> names;
    for (const auto& [name, outcome] : probing.outcomes) {
        const bool denied = outcome == "killed SIGSYS" || outcome.starts_with("denied ");
        if (!denied && outcome != "skipped") names.insert(name + ": " + outcome);
    }
    return names;
}

/// Those that the issue of the jail names, and that must therefore stand in the probe's list.
const std::set<std::string> k_named{"open",       "openat",       "creat",
                                    "socket",     "connect",      "sendto with an address",
                                    "execve",     "execveat",     "fork",
                                    "vfork",      "clone3",       "clone of a process",
                                    "ptrace",     "kill",         "process_vm_readv",
                                    "ftruncate",  "fallocate",    "tgkill of another",
                                    "unlink",     "rename",       "mmap for execution",
                                    "mount",      "memfd_create", "mprotect for execution",
                                    "chmod",      "unshare",      "io_uring_setup",
                                    "bpf",        "keyctl",       "setrlimit",
                                    "prlimit",    "userfaultfd",  "ioctl(TIOCSTI)",
                                    "pidfd_open", "shmget",       "memory without end"};

} // namespace

TEST_CASE("the probe succeeds at every call where no wall stands") {
    if (base::k_sanitizer) return; // the runtime answers some of these itself
    const auto free = probe("none");
    CHECK(free.exit_code == 0);
    CHECK(free.outcomes.size() > 100);
    for (const auto& name : k_named) {
        CAPTURE(name);
        CHECK(free.outcomes.contains(name));
    }
    CHECK(not_denied(free).size() + free.skipped() == free.outcomes.size());
    CHECK(free.with("denied").empty());
    CHECK(free.with("killed").empty());
    std::printf("probe: %zu calls went through without a jail, %zu need an administrator\n",
                free.with("done").size(), free.skipped());
}

TEST_CASE("in the jail every one of them is denied, with Landlock as old as Debian 12's as well") {
    if (base::k_sanitizer) return; // no jail
    for (const char* walls : {"all", "abi-2"}) {
        const auto jailed = probe(walls);
        CHECK(jailed.exit_code == 0);
        CHECK(jailed.outcomes.size() > 100);
        CHECK(not_denied(jailed) == std::set<std::string>{});
    }
}

TEST_CASE("the list of system calls denies them by itself, all but the memory") {
    if (base::k_sanitizer) return; // no jail
    const auto jailed = probe("calls");
    CHECK(jailed.exit_code == 0);
    CHECK(not_denied(jailed) == std::set<std::string>{"memory without end: done"});
}

TEST_CASE("Landlock by itself closes every file") {
    if (base::k_sanitizer) return; // no jail
    const auto jailed = probe("files");
    if (jailed.exit_code == 3) { // "no wall": this kernel has none
        CHECK(jailed.with("no wall").size() + jailed.skipped() == jailed.outcomes.size());
        return;
    }
    for (const char* name :
         {"open", "openat", "openat for writing", "openat2", "creat", "open of a folder", "unlink",
          "unlinkat", "rename", "renameat2", "link", "symlink", "mkdir", "mknod", "execve",
          "execveat", "posix_spawn"}) {
        CAPTURE(name);
        CHECK(jailed.outcomes.at(name) == "denied EACCES");
    }
}

TEST_CASE("a sanitizer's build says that it has no jail") {
    if (!base::k_sanitizer) return;
    const auto jail = jail::enter({});
    REQUIRE(jail);
    CHECK_FALSE(jail->closed);
    CHECK(jail->landlock == 0);
}
