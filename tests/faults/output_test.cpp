// What an author writes to a stick: a pack that is built over an older one, while the program is
// killed, the stick is full or fails, or is pulled too early.

#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>

#include <cerrno>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 13;
constexpr size_t k_runs_each = 40;
constexpr const char* k_output = "wills.pufa";

/// An author's folder, changed since its pack was built, and the pack on the disk.
struct Author {
    StoreBench bench;
    std::vector<std::string> words;
    Tree start;
    std::string older;
    std::string newer;
    std::vector<Call> calls;
    std::map<std::string, uint64_t> inodes;

    Author() {
        const auto folder = bench.folder() / "wills";
        const auto keys = bench.folder() / "keys";
        must(bench.admin({"pack", "new", folder, "--id", "test-press/wills"}));
        must(bench.admin({"key", "new", "author", "--folder", keys, "--no-passphrase"}));
        words = {"pack",
                 "build",
                 folder,
                 "--key",
                 keys / "author.key",
                 "--output",
                 bench.places().disk / k_output};
        must(bench.admin(words));
        older = *base::read_file(bench.places().disk / k_output);
        const auto settings = folder / "pack.toml";
        auto text = *base::read_file(settings);
        const auto at = text.find("\nsequence = 1");
        REQUIRE(at != std::string::npos);
        text.replace(at, 13, "\nsequence = 2");
        REQUIRE(base::write_file_atomic(settings, text));
        start = read_tree(bench.places().disk);
        inodes = bench.inodes();
        const auto built = bench.admin(words);
        must(built);
        calls = built.writes();
        newer = *base::read_file(bench.places().disk / k_output);
        REQUIRE(older != newer);
    }

    static void must(const Ran& ran) {
        INFO(ran.output);
        REQUIRE(ran.exit_code == 0);
    }

    /// The older pack whole or the newer one, and the next build is as if nothing had been.
    void check_aftermath() const {
        const auto found = base::read_file(bench.places().disk / k_output);
        REQUIRE(found);
        const bool whole = *found == older || *found == newer;
        CHECK(whole);
        const auto again = bench.admin(words);
        INFO(again.output);
        CHECK(again.exit_code == 0);
        CHECK((read_tree(bench.places().disk) == Tree{{k_output, newer}}));
    }
};

} // namespace

TEST_CASE(
    "a build that is killed, or whose stick is full or fails, leaves the older pack or the new") {
    const Author author;
    std::vector<Fault> faults;
    for (size_t i = 1; i <= author.calls.size(); ++i) {
        const auto number = std::to_string(i);
        faults.push_back({.plan = "kill " + number});
        if (author.calls[i - 1].bytes.size() > 1) faults.push_back({.plan = "half " + number});
        faults.push_back({.plan = "fail " + number + " " + std::to_string(EIO)});
        if (author.calls[i - 1].op == Op::write)
            faults.push_back({.plan = "fail " + number + " " + std::to_string(ENOSPC)});
    }
    size_t ran = 0;
    for (const auto chosen : sample(faults.size(), k_runs_each, k_seed)) {
        const auto& fault = faults[chosen];
        CAPTURE(fault.plan);
        author.bench.restore(author.start);
        const auto cut = author.bench.admin(author.words, fault);
        CAPTURE(cut.output);
        CHECK(cut.fired > 0);
        const bool ended = cut.killed() || cut.exit_code == 3;
        CHECK(ended);
        author.check_aftermath();
        ++ran;
    }
    report(ran, faults.size(), "faults of a build", k_seed);
}

TEST_CASE("a stick that is pulled during a build, or right after it, holds one pack whole") {
    const Author author;
    size_t ran = 0;
    for (size_t calls = 0; calls <= author.calls.size(); ++calls) {
        PowerCut disk{author.start, author.inodes};
        for (size_t i = 0; i < calls; ++i)
            disk.apply(author.calls[i]);
        for (uint32_t kind = 0; kind < 6; ++kind, ++ran) {
            CAPTURE(calls);
            CAPTURE(kind);
            std::mt19937 random{k_seed + static_cast<uint32_t>(calls) * 10 + kind};
            author.bench.restore(disk.cut([&](Change) {
                return kind == 0 ? false : kind == 1 ? true : random() % 2 == 0;
            }));
            if (calls == author.calls.size())
                CHECK((*base::read_file(author.bench.places().disk / k_output) == author.newer));
            author.check_aftermath();
        }
    }
    report(ran, ran, "sticks pulled during a build", k_seed);
}
