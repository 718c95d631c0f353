#pragma once
// A disk with a state folder on it, a stick with packs, and the commands that change the one by the
// other. Everything lies in memory where the system has room there: a fault campaign syncs a lot.

#include "content/base/paths.h"
#include "tests/faults/victim.h"
#include "tests/support/fixture_pack.h"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace pufa::faults {

/// One thing that a member of staff does, and what was done before it.
struct Operation {
    std::string name;
    std::vector<std::vector<std::string>> before;
    std::vector<std::string> words;
    /// Doing it when it is done changes nothing; a second roll-back would be another.
    bool repeatable = true;
    /// An installed file that has rotted by then, relative to the disk.
    std::string rotten{};
    /// How it ends when all goes well: a scrub that finds something says so.
    int exit_code = 0;
    /// It has steps that are each whole: some of what was shown may be gone before the rest is.
    bool stepwise = false;
};

/// PUFA_LONG: every run there is, instead of a fixed sample.
[[nodiscard]] bool is_long();
/// `count` of the numbers 0 … total - 1, by seed, in order; in a long campaign all of them, or
/// `when_long` where all would take days.
[[nodiscard]] std::vector<size_t> sample(size_t total, size_t count, uint32_t seed,
                                         std::optional<size_t> when_long = std::nullopt);
/// "ran 64 of 212 kill points of install, seed 5", for whoever reads the log. Fails at 0.
void report(size_t ran, size_t total, const std::string& what, uint32_t seed);

/// What stands below a folder.
[[nodiscard]] Tree read_tree(const std::filesystem::path& folder);
/// The folder holds this and nothing else.
void write_tree(const std::filesystem::path& folder, const Tree& tree);

/// What staff and visitors see of a state folder, in words that can be compared: the list, whether
/// each listed file still is what its publisher signed, and what the catalogue shows of it, byte by
/// byte. "nothing" of an empty one; an error by its name.
[[nodiscard]] std::string seen(const base::StatePaths& paths, const pack::Trust& trust);
/// As seen(), in a child of its own: "died: 139" or "hung" instead of taking the test with it.
[[nodiscard]] std::string seen_apart(const base::StatePaths& paths, const pack::Trust& trust);

namespace detail {
/// Made before the bench, so that its folders lie in memory.
struct InMemory {
    InMemory();
};
} // namespace detail

class StoreBench : detail::InMemory {
  public:
    StoreBench();

    [[nodiscard]] const Places& places() const { return m_places; }
    [[nodiscard]] base::StatePaths paths() const { return {m_places.disk / "state"}; }
    [[nodiscard]] const pack::Trust& trust() const { return m_packs.trust(); }
    [[nodiscard]] std::string stick(const std::string& name) const {
        return (m_places.stick / name).string();
    }
    [[nodiscard]] const std::filesystem::path& folder() const { return m_packs.folder(); }

    /// Puts version 4 of the fixture into `file`, with a film of this many bytes.
    void build_long(const std::filesystem::path& file, size_t film_bytes);

    [[nodiscard]] Operation first_install() const;
    [[nodiscard]] Operation update() const;
    /// Everything by which staff change a store.
    [[nodiscard]] std::vector<Operation> operations() const;
    /// What the machine does by itself: a scrub that finds a rotten film.
    [[nodiscard]] Operation scrub() const;

    /// pufa-admin with these words, on this disk.
    [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& words) const;
    [[nodiscard]] Ran admin(const std::vector<std::string>& words, const Fault& fault = {}) const;
    [[nodiscard]] std::string look() const { return seen(paths(), trust()); }

    /// The disk as it is before the operation, made by the commands themselves.
    [[nodiscard]] Tree prepare(const Operation& operation) const;
    /// The inodes of everything on the disk, by relative path.
    [[nodiscard]] std::map<std::string, uint64_t> inodes() const;
    void restore(const Tree& tree) const { write_tree(m_places.disk, tree); }

    /// What is left behind though nobody needs it: half copies, files that no version names.
    [[nodiscard]] std::vector<std::string> left_over() const;

  private:
    support::PackBench m_packs;
    Places m_places;
};

} // namespace pufa::faults
