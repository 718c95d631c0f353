#include "tests/faults/store_bench.h"

#include "content/base/clock.h"
#include "content/pack/store.h"
#include "tests/support/faults.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <numeric>

namespace pufa::faults {

namespace {

/// The reserve that an install keeps free, and room for the test.
constexpr uint64_t k_room = pack::k_reserve_bytes + (256ull << 20);

std::string below(const std::filesystem::path& path, const std::filesystem::path& top) {
    return path.lexically_relative(top).string();
}

} // namespace

bool is_long() {
    return std::getenv("PUFA_LONG") != nullptr;
}

std::vector<size_t> sample(size_t total, size_t count, uint32_t seed,
                           std::optional<size_t> when_long) {
    if (is_long()) count = when_long.value_or(total);
    std::vector<size_t> all(total);
    std::iota(all.begin(), all.end(), size_t{0});
    if (count >= total) return all;
    std::mt19937 random{seed};
    // As std::sample does it, but the same everywhere.
    for (size_t i = 0; i < count; ++i)
        std::swap(all[i], all[i + random() % (total - i)]);
    all.resize(count);
    std::sort(all.begin(), all.end());
    return all;
}

void report(size_t ran, size_t total, const std::string& what, uint32_t seed) {
    std::printf("ran %zu of %zu %s, seed %u\n", ran, total, what.c_str(), seed);
    std::fflush(stdout);
    CHECK(ran > 0);
}

Tree read_tree(const std::filesystem::path& folder) {
    Tree tree;
    for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
        auto& held = tree[below(entry.path(), folder)];
        if (!entry.is_regular_file()) continue;
        const auto bytes = base::read_file(entry.path());
        REQUIRE(bytes);
        held = *bytes;
    }
    return tree;
}

void write_tree(const std::filesystem::path& folder, const Tree& tree) {
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    for (const auto& [path, bytes] : tree) {
        if (!bytes) {
            std::filesystem::create_directory(folder / path);
            continue;
        }
        const auto file = base::open_file(folder / path, O_WRONLY | O_CREAT | O_EXCL);
        REQUIRE(file);
        REQUIRE(base::write_all(file->get(), base::as_bytes(*bytes), path));
    }
}

detail::InMemory::InMemory() {
    const auto free = base::free_space("/dev/shm");
    if (free && *free > k_room) ::setenv("TMPDIR", "/dev/shm", 1);
}

StoreBench::StoreBench()
    : m_places{m_packs.folder() / "disk", m_packs.folder() / "stick", m_packs.folder() / "log"} {
    const auto stick = m_places.stick;
    REQUIRE(base::make_folders(m_places.disk));
    REQUIRE(base::make_folders(stick));
    for (const int64_t sequence : {1, 2, 3}) {
        const auto name = "fixture-" + std::to_string(sequence) + ".pufa";
        // Each version has a film of its own, so that a mixture of two would be seen.
        m_packs.source("videos/wills.mp4", "film " + name + std::string(9000, 'f'));
        std::filesystem::rename(m_packs.build(sequence), stick / name);
    }
    auto manifest = support::fixture_manifest(1);
    manifest.id = {"test-press/second"};
    manifest.items.resize(1);
    std::get<model::Video>(manifest.items[0]).id = {"test-press/second/wills"};
    std::filesystem::rename(m_packs.build(manifest, "second.pufa"), stick / "second.pufa");
}

void StoreBench::build_long(const std::filesystem::path& file, size_t film_bytes) {
    std::string film(film_bytes, '\0');
    std::mt19937 random{4};
    for (auto& byte : film)
        byte = static_cast<char>(random() & 0x7f);
    m_packs.source("videos/wills.mp4", film);
    std::filesystem::rename(m_packs.build(4), file);
}

Operation StoreBench::first_install() const {
    return {"the first install", {}, {"install", stick("fixture-1.pufa")}};
}

Operation StoreBench::update() const {
    return {"an update",
            {{"install", stick("second.pufa"), stick("fixture-1.pufa")}},
            {"install", stick("fixture-2.pufa")}};
}

std::vector<Operation> StoreBench::operations() const {
    const std::string id{support::k_fixture_id};
    const std::vector<std::vector<std::string>> two{
        {"install", stick("second.pufa"), stick("fixture-1.pufa")},
        {"install", stick("fixture-2.pufa")}};
    auto back_at_one = two;
    back_at_one.push_back({"rollback", id});
    return {first_install(),
            update(),
            {"a third version", two, {"install", stick("fixture-3.pufa")}},
            {"a roll-back", two, {"rollback", id}, false},
            {"an activation", back_at_one, {"activate", id, "2"}},
            {"a pruning", two, {"prune", id}, false},
            {"a removal", two, {"remove", id}, false}};
}

Operation StoreBench::scrub() const {
    return {.name = "a scrub",
            .before = {{"install", stick("second.pufa"), stick("fixture-1.pufa")},
                       {"install", stick("fixture-2.pufa")}},
            .words = {"scrub"},
            .rotten = "state/packs/test-press/fixture/2.pufa",
            .exit_code = 3,
            .stepwise = true};
}

std::vector<std::string> StoreBench::command(const std::vector<std::string>& words) const {
    std::vector<std::string> all{std::string{PUFA_BIN_DIR} + "/pufa-admin"};
    all.insert(all.end(), words.begin(), words.end());
    all.insert(all.end(), {"--json", "--state", paths().root, "--trust", folder() / "trust",
                           "--now", base::to_iso(support::k_fixture_now)});
    return all;
}

Ran StoreBench::admin(const std::vector<std::string>& words, const Fault& fault) const {
    return run_under(m_places, fault, command(words));
}

Tree StoreBench::prepare(const Operation& operation) const {
    restore({});
    for (const auto& words : operation.before) {
        const auto ran = admin(words);
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
    }
    if (!operation.rotten.empty()) {
        // The film stands before the poster, which is small.
        const auto file = m_places.disk / operation.rotten;
        support::flip_bit(file, std::filesystem::file_size(file) / 2);
    }
    return read_tree(m_places.disk);
}

std::map<std::string, uint64_t> StoreBench::inodes() const {
    std::map<std::string, uint64_t> found;
    const auto inode = [](const std::filesystem::path& path) {
        struct stat info {};
        REQUIRE(::lstat(path.c_str(), &info) == 0);
        return info.st_ino;
    };
    found[""] = inode(m_places.disk);
    for (const auto& entry : std::filesystem::recursive_directory_iterator{m_places.disk})
        found[below(entry.path(), m_places.disk)] = inode(entry.path());
    return found;
}

std::vector<std::string> StoreBench::left_over() const {
    std::vector<std::string> known;
    const auto list = pack::list_installed(paths());
    REQUIRE(list);
    for (const auto& pack : *list)
        known.push_back(pack.file);
    std::vector<std::string> found;
    for (const auto& folder : {paths().incoming(), paths().packs()}) {
        if (!std::filesystem::exists(folder)) continue;
        for (const auto& entry : std::filesystem::recursive_directory_iterator{folder}) {
            if (!entry.is_regular_file()) continue;
            if (std::find(known.begin(), known.end(), entry.path()) == known.end())
                found.push_back(below(entry.path(), paths().root));
        }
    }
    // Beside the folders there is nothing but the database and the lock.
    for (const auto& entry : std::filesystem::directory_iterator{paths().root}) {
        const auto name = entry.path().filename().string();
        if (entry.is_regular_file() && name != "store.db" && name != "lock") found.push_back(name);
    }
    return found;
}

} // namespace pufa::faults
