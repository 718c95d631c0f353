// Statistics on their way onto a stick: the program is killed, the stick is full or fails, or is
// pulled too early. Under its final name a folder is whole or is not there, what others have put
// onto the stick stays, and the next round needs nobody to tidy up.

#include "tests/faults/store_bench.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cerrno>

using namespace pufa;
using namespace pufa::faults;

namespace {

constexpr uint32_t k_seed = 17;
constexpr size_t k_runs_each = 40;
constexpr const char* k_home = "PUFA/带走/pengjiang-01/";

/// The disk of the bench is the stick here; the kiosk's state lies beside it.
struct Round {
    StoreBench bench;
    std::vector<std::string> words;
    Tree start{{"PUFA", std::nullopt}, {"PUFA/other.pufa", "somebody's"}, {"x.jpg", "a picture"}};
    std::map<std::string, uint64_t> inodes;
    std::vector<Call> calls;

    Round() {
        const auto config = bench.folder() / "kiosk.toml";
        REQUIRE(base::write_file_atomic(config, "site = \"pengjiang-01\"\n"));
        REQUIRE(base::make_folders(bench.folder() / "kiosk-state"));
        words = {std::string{PUFA_BIN_DIR} + "/pufa-admin",
                 "stick",
                 "carry",
                 stick(),
                 "--json",
                 "--state",
                 bench.folder() / "kiosk-state",
                 "--config",
                 config,
                 "--now",
                 base::to_iso(support::k_fixture_now)};
        bench.restore(start);
        inodes = bench.inodes();
        const auto whole = run_under(bench.places(), {}, words);
        INFO(whole.output);
        REQUIRE(whole.exit_code == 0);
        calls = whole.writes();
        REQUIRE(carried().size() == 1);
    }
    [[nodiscard]] const std::filesystem::path& stick() const { return bench.places().disk; }

    /// What lies in this kiosk's folder.
    [[nodiscard]] std::vector<std::string> carried() const {
        std::vector<std::string> names;
        std::error_code none;
        for (const auto& entry : std::filesystem::directory_iterator{stick() / k_home, none})
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
    [[nodiscard]] bool is_whole(const std::string& name) const {
        return run_plain({words[0], "stick", "verify", stick(), "--folder", k_home + name})
                   .exit_code == 0;
    }
    void check_others() const {
        CHECK(*base::read_file(stick() / "PUFA/other.pufa") == "somebody's");
        CHECK(*base::read_file(stick() / "x.jpg") == "a picture");
    }
    /// Whatever has a final name is whole; the next round adds its own and leaves nothing over.
    void check_aftermath() const {
        check_others();
        size_t before = 0;
        for (const auto& name : carried()) {
            if (name.ends_with(".part")) continue;
            CAPTURE(name);
            CHECK(is_whole(name));
            ++before;
        }
        const auto again = run_plain(words);
        INFO(again.output);
        CHECK(again.exit_code == 0);
        const auto after = carried();
        CHECK(after.size() == before + 1);
        for (const auto& name : after)
            CHECK(is_whole(name));
        check_others();
    }
};

std::vector<Fault> faults_of(const std::vector<Call>& calls) {
    std::vector<Fault> faults;
    for (size_t i = 1; i <= calls.size(); ++i) {
        const auto number = std::to_string(i);
        faults.push_back({.plan = "kill " + number});
        if (calls[i - 1].bytes.size() > 1) faults.push_back({.plan = "half " + number});
        for (const int error : {EIO, ENODEV, ENOSPC})
            faults.push_back({.plan = "fail " + number + " " + std::to_string(error)});
    }
    return faults;
}

} // namespace

TEST_CASE("a round that is killed, or whose stick is full or pulled, leaves whole folders only") {
    const Round round;
    const auto faults = faults_of(round.calls);
    size_t ran = 0;
    for (const auto chosen : sample(faults.size(), k_runs_each, k_seed)) {
        const auto& fault = faults[chosen];
        CAPTURE(fault.plan);
        round.bench.restore(round.start);
        const auto cut = run_under(round.bench.places(), fault, round.words);
        CAPTURE(cut.output);
        const bool full = fault.plan.ends_with(" " + std::to_string(ENOSPC));
        if (full && cut.fired == 0) {
            CHECK(cut.exit_code == 0); // nothing was left to do that needs room
        } else {
            CHECK(cut.fired > 0);
            const bool ended = cut.killed() || cut.exit_code == 3;
            CHECK(ended);
        }
        if (!cut.killed() && cut.exit_code != 0) {
            CHECK(cut.says("\"sentence\""));
            CHECK(cut.says(full ? "NO_SPACE" : "DISK_ERROR"));
        }
        // A full stick can still be tidied up, and is.
        if (full && cut.exit_code != 0) CHECK(round.carried().empty());
        round.check_aftermath();
        ++ran;
    }
    report(ran, faults.size(), "faults of a round", k_seed);
}

TEST_CASE("a stick pulled at any moment of a round, or right after it, holds whole folders only") {
    const Round round;
    size_t ran = 0;
    size_t total = 0;
    constexpr uint32_t k_kinds = 4; // nothing arrived, all of it, and two mixtures
    const auto chosen = sample((round.calls.size() + 1) * k_kinds, k_runs_each, k_seed);
    PowerCut disk{round.start, round.inodes};
    for (size_t calls = 0; calls <= round.calls.size(); ++calls) {
        if (calls > 0) disk.apply(round.calls[calls - 1]);
        for (uint32_t kind = 0; kind < k_kinds; ++kind, ++total) {
            const bool last = calls == round.calls.size();
            if (!last && !std::binary_search(chosen.begin(), chosen.end(), total)) continue;
            CAPTURE(calls);
            CAPTURE(kind);
            std::mt19937 random{k_seed + static_cast<uint32_t>(total)};
            round.bench.restore(disk.cut([&](Change) {
                return kind == 0 ? false : kind == 1 ? true : random() % 2 == 0;
            }));
            if (last) CHECK(round.carried().size() == 1);
            round.check_aftermath();
            ++ran;
        }
    }
    report(ran, total, "moments at which a stick is pulled from a round", k_seed);
}
