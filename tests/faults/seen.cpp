#include "content/base/hash.h"
#include "content/catalog/snapshot.h"
#include "content/model/item_json.h"
#include "content/pack/store.h"
#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace pufa::faults {

namespace {

constexpr unsigned k_hang_guard_seconds = 60;

std::string error_of(const Error& error) {
    return fmt::format("error {}", base::name(error.code));
}

/// "sound", or why the file is not what was installed.
std::string soundness(const pack::InstalledPack& pack, const pack::Trust& trust) {
    const auto opened = pack::open_pack(pack.file, trust, support::k_fixture_now);
    if (!opened) return error_of(opened.error());
    const auto verified = pack::verify_members(*opened, {});
    if (!verified) return error_of(verified.error());
    const bool same = opened->manifest.id == pack.id &&
                      opened->manifest.sequence == pack.sequence && opened->size == pack.size;
    return same ? "sound" : "another pack";
}

std::string listed(const std::vector<pack::InstalledPack>& packs, const pack::Trust& trust) {
    std::string lines;
    for (const auto& pack : packs)
        lines += fmt::format("{} {} of {} {} {} {} {}\n", pack.id.value, pack.sequence,
                             pack.highest_sequence, pack.title, pack.signer,
                             pack.active ? "active" : "kept", soundness(pack, trust));
    return lines;
}

std::string hash_of(std::span<const std::byte> bytes) {
    constexpr size_t k_enough = 12;
    base::Sha256 hash;
    hash.update(bytes);
    return hash.finish().substr(0, k_enough);
}

/// The hash of a member's bytes where the catalogue says that they are.
std::string bytes_of(const catalog::MediaLocation& location) {
    const auto fd = base::open_file(location.file, O_RDONLY);
    if (!fd) return error_of(fd.error());
    std::vector<std::byte> bytes(location.length);
    const auto read = base::read_exact(fd->get(), location.offset, bytes, location.file.string());
    if (!read) return error_of(read.error());
    return hash_of(bytes);
}

std::string shown(const catalog::Snapshot& snapshot) {
    std::string lines;
    for (const auto& pack : snapshot.packs)
        lines += fmt::format("shows {} {}\n", pack.id.value, pack.sequence);
    const auto items = [&](const auto& all) {
        for (const auto& item : all)
            lines += fmt::format("shows {} {}\n", item.id.value,
                                 hash_of(base::as_bytes(model::to_json(model::Item{item}).dump())));
    };
    items(snapshot.videos);
    items(snapshot.questions);
    items(snapshot.quizzes);
    items(snapshot.campaigns);
    for (const auto& [name, location] : snapshot.members)
        lines += fmt::format("plays {} {}\n", name, bytes_of(location));
    return lines;
}

} // namespace

std::string seen(const base::StatePaths& paths, const pack::Trust& trust) {
    const auto packs = pack::list_installed(paths);
    if (!packs) return error_of(packs.error());
    const auto snapshot = catalog::load(paths);
    if (!snapshot) return "the catalogue: " + error_of(snapshot.error());
    const auto all = listed(*packs, trust) + shown(**snapshot);
    return all.empty() ? "nothing" : all;
}

std::string seen_apart(const base::StatePaths& paths, const pack::Trust& trust) {
    const base::UniqueFd said{::memfd_create("seen", MFD_CLOEXEC)};
    REQUIRE(said);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // What a crash does here is the parent's to tell, not the test framework's.
        for (const int signal : {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL})
            ::signal(signal, SIG_DFL);
        ::alarm(k_hang_guard_seconds);
        const auto text = seen(paths, trust);
        ::_exit(base::write_all(said.get(), base::as_bytes(text), "seen") ? 0 : 1);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        REQUIRE(errno == EINTR);
    if (WIFSIGNALED(status))
        return WTERMSIG(status) == SIGALRM ? "hung" : fmt::format("died: {}", WTERMSIG(status));
    const auto size = base::file_size(said.get(), "seen");
    REQUIRE((size && WEXITSTATUS(status) == 0));
    std::string text(*size, '\0');
    REQUIRE(base::read_exact(said.get(), 0, std::as_writable_bytes(std::span{text}), "seen"));
    return text;
}

} // namespace pufa::faults
