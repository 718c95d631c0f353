// A store.db that is not what was written: bytes changed, pages swapped, cut off, of a later
// program, not a database at all; with journals that are as bad. No program dies of it or hangs.

#include "tests/faults/aftermath.h"

#include <doctest/doctest.h>

#include <functional>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 21;
constexpr size_t k_mutants = 200;
constexpr size_t k_mutants_long = 5000;
constexpr const char* k_database = "state/store.db";
constexpr const char* k_journal = "state/store.db-journal";
constexpr const char* k_hang_guard_seconds = "60";

using Random = std::mt19937;

uint64_t below(Random& random, uint64_t limit) {
    return random() % limit;
}

void change_bytes(std::string& text, Random& random) {
    const auto count = 1 + below(random, 16);
    for (uint64_t i = 0; i < count; ++i)
        text[below(random, text.size())] ^= static_cast<char>(1 + below(random, 255));
}

void swap_pages(std::string& text, Random& random) {
    constexpr uint64_t k_page = 4096;
    const auto pages = text.size() / k_page;
    const auto one = below(random, pages) * k_page;
    const auto other = below(random, pages) * k_page;
    const auto kept = text.substr(one, k_page);
    text.replace(one, k_page, text, other, k_page);
    text.replace(other, k_page, kept);
}

void blank_page(std::string& text, Random& random) {
    constexpr uint64_t k_page = 4096;
    const auto at = below(random, text.size() / k_page) * k_page;
    text.replace(at, k_page, std::string(k_page, static_cast<char>(below(random, 256))));
}

/// One more way in which a disk can spoil the database or its journal, by number.
void spoil(Tree& disk, Random& random) {
    auto& text = *disk.at(k_database);
    switch (below(random, 8)) {
    case 0:
        return change_bytes(text, random);
    case 1: // the head says how all the rest is read
        for (int i = 0; i < 4; ++i)
            text[below(random, 100)] = static_cast<char>(below(random, 256));
        return;
    case 2:
        return text.resize(below(random, text.size()));
    case 3:
        return swap_pages(text, random);
    case 4:
        return blank_page(text, random);
    case 5: { // a journal of noise
        std::string journal(below(random, 9000), '\0');
        for (auto& byte : journal)
            byte = static_cast<char>(random());
        disk[k_journal] = journal;
        return;
    }
    case 6: { // one that looks hot, over pages that it does not fit
        std::string journal{"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8};
        journal.append(below(random, 20000), static_cast<char>(below(random, 256)));
        disk[k_journal] = journal;
        return change_bytes(text, random);
    }
    default:
        change_bytes(text, random);
        return swap_pages(text, random);
    }
}

bool survived(const std::string& found) {
    return !found.starts_with("died") && found != "hung";
}

/// The command ends by itself, and a failure has a name.
Ran run_guarded(const StoreBench& bench, const std::vector<std::string>& words) {
    std::vector<std::string> all{"timeout", "-s", "KILL", k_hang_guard_seconds};
    const auto command = bench.command(words);
    all.insert(all.end(), command.begin(), command.end());
    auto ran = run_plain(all);
    CAPTURE(ran.output);
    CHECK(ran.exit_code < 4);
    const bool named = ran.exit_code == 0 || ran.says("\"code\"");
    CHECK(named);
    return ran;
}

} // namespace

TEST_CASE("a mutated store.db kills no program and hangs none, and what is wrong has a name") {
    const StoreBench bench;
    const auto operation = bench.update();
    const auto start = bench.prepare(operation);
    const auto before = bench.look();
    const size_t count = is_long() ? k_mutants_long : k_mutants;
    size_t differed = 0;
    size_t noticed = 0;
    size_t installed = 0;
    for (size_t i = 0; i < count; ++i) {
        CAPTURE(i);
        Random random{static_cast<uint32_t>(k_seed + i)};
        auto disk = start;
        spoil(disk, random);
        differed += disk != start;
        bench.restore(disk);
        const auto found = seen_apart(bench.paths(), bench.trust());
        CAPTURE(found);
        CHECK(survived(found));
        noticed += found != before;
        run_guarded(bench, {"list"});
        const auto taken = run_guarded(bench, operation.words);
        installed += taken.exit_code == 0;
        CHECK(survived(seen_apart(bench.paths(), bench.trust())));
    }
    MESSAGE(noticed, " of ", count, " are seen; after ", installed, " the next pack installs");
    CHECK(differed > count / 2);
    CHECK(noticed > 0);
    report(count, count, "mutated databases", k_seed);
}

TEST_CASE("things in the place of store.db have a name, or are taken as none") {
    const StoreBench bench;
    const auto operation = bench.update();
    const auto start = bench.prepare(operation);
    const auto whole = *start.at(k_database);
    auto later = whole;
    constexpr size_t k_user_version = 60; // of the file's head: four bytes, the last the least
    later[k_user_version + 3] = 99;
    auto newer_format = whole;
    newer_format[18] = newer_format[19] = 9;
    const std::vector<std::pair<const char*, std::optional<std::string>>> things{
        {"of a later program", later},
        {"of a later SQLite", newer_format},
        {"empty", ""},
        {"a page of zeros", std::string(4096, '\0')},
        {"words", "这不是数据库"},
        {"its own head only", whole.substr(0, 100)},
        {"a folder", std::nullopt}};
    for (const auto& thing : things) {
        const std::string_view what = thing.first;
        CAPTURE(what);
        auto disk = start;
        disk[k_database] = thing.second;
        bench.restore(disk);
        CHECK(survived(seen_apart(bench.paths(), bench.trust())));
        run_guarded(bench, {"list"});
        const auto taken = run_guarded(bench, operation.words);
        if (what == "of a later program") {
            CHECK(taken.exit_code == 3);
            CHECK(taken.says("NEWER_DATABASE"));
            CHECK((*read_tree(bench.places().disk).at(k_database) == later));
        }
        CHECK(survived(seen_apart(bench.paths(), bench.trust())));
    }
    report(things.size(), things.size(), "things in the place of store.db", k_seed);
}

TEST_CASE("an installed file that was cut short is off the screen, and the others stay on it") {
    const StoreBench bench;
    const auto operation = bench.update();
    const auto start = bench.prepare(operation);
    REQUIRE(bench.look().find("shows test-press/fixture 1") != std::string::npos);
    const std::string file = "state/packs/test-press/fixture/1.pufa";
    const auto size = start.at(file)->size();
    size_t ran = 0;
    for (const auto percent : sample(100, 20, k_seed)) {
        auto disk = start;
        disk.at(file)->resize(size * percent / 100);
        bench.restore(disk);
        const auto found = seen_apart(bench.paths(), bench.trust());
        CAPTURE(found);
        CHECK(found.find("shows test-press/fixture 1") == std::string::npos);
        CHECK(found.find("shows test-press/second 1") != std::string::npos);
        ++ran;
    }
    report(ran, 100, "installed files that were cut short", k_seed);
}
