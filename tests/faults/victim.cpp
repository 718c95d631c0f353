#include "tests/faults/victim.h"

#include "content/base/file.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

extern char** environ;

namespace pufa::faults {

namespace {

/// The path below `disk`; "" for itself.
std::string below(const std::string& path, const std::filesystem::path& disk) {
    const auto top = disk.string();
    if (!path.starts_with(top)) return path;
    return path.size() == top.size() ? "" : path.substr(top.size() + 1);
}

std::string all_of(int fd) {
    const auto size = base::file_size(fd, "output");
    REQUIRE(size);
    std::string text(*size, '\0');
    REQUIRE(base::read_exact(fd, 0, std::as_writable_bytes(std::span{text}), "output"));
    return text;
}

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (auto& word : words)
        all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

Ran run(std::vector<std::string> words, std::vector<std::string> variables) {
    const base::UniqueFd output{::memfd_create("output", MFD_CLOEXEC)};
    REQUIRE(output);
    for (char** each = environ; *each != nullptr; ++each)
        variables.emplace_back(*each);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output.get(), 1);
    posix_spawn_file_actions_adddup2(&actions, output.get(), 2);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    pid_t child = -1;
    const int failed = ::posix_spawnp(&child, words.front().c_str(), &actions, nullptr,
                                      pointers(words).data(), pointers(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    REQUIRE(failed == 0);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        REQUIRE(errno == EINTR);
    Ran ran;
    ran.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
    ran.output = all_of(output.get());
    return ran;
}

} // namespace

std::vector<Call> Ran::writes() const {
    std::vector<Call> found;
    std::copy_if(calls.begin(), calls.end(), std::back_inserter(found),
                 [](const Call& call) { return call.op != Op::read && call.op != Op::fired; });
    return found;
}

void read_log(const std::filesystem::path& log, const std::filesystem::path& disk, Ran& ran) {
    const auto text = base::read_file(log);
    REQUIRE(text);
    for (size_t at = 0; at < text->size();) {
        RecordHead head;
        REQUIRE(text->size() - at >= sizeof head);
        std::memcpy(&head, text->data() + at, sizeof head);
        at += sizeof head;
        REQUIRE(text->size() - at >= head.path_size + head.other_size + head.size);
        const auto take = [&](size_t size) {
            at += size;
            return text->substr(at - size, size);
        };
        Call call{.op = head.op, .inode = head.inode, .offset = head.offset};
        call.path = below(take(head.path_size), disk);
        call.other = below(take(head.other_size), disk);
        call.bytes = take(head.size);
        call.made = head.made != 0;
        call.result = head.result;
        ran.fired += call.op == Op::fired;
        ran.calls.push_back(std::move(call));
    }
}

Ran run_under(const Places& places, const Fault& fault, const std::vector<std::string>& words) {
    std::filesystem::remove(places.log);
    const auto is = [](const char* name, const std::string& value) {
        return std::string{name} + "=" + value;
    };
    auto ran =
        run(words, {is("LD_PRELOAD", PUFA_DISK_SHIM), is(k_log_variable, places.log),
                    is(k_root_variable, places.disk), is(k_stick_variable, places.stick),
                    is(k_plan_variable, fault.plan), is(k_stick_plan_variable, fault.stick_plan)});
    if (std::filesystem::exists(places.log)) read_log(places.log, places.disk, ran);
    return ran;
}

Ran run_plain(const std::vector<std::string>& words) {
    return run(words, {});
}

} // namespace pufa::faults
