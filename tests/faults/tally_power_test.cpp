// A recorder that loses its program and its power: killed at seeded calls of its disk, in the
// middle of commits, backups and seals, and what no sync had made certain dropped in part. Whatever
// it had called durable by then is there once.

#include "content/base/log.h"
#include "content/tally/summary.h"
#include "tests/faults/store_bench.h"
#include "tests/unit/tally/support.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <random>
#include <set>

using namespace pufa;
using namespace pufa::faults;
using namespace pufa::tally;

namespace {

constexpr uint32_t k_seed = 17;
constexpr size_t k_kills = 1000;
constexpr size_t k_kills_sampled = 24;
constexpr int k_bursts = 24;
constexpr int k_first_hour = 23; ///< a run passes midnight
constexpr const char* k_folder_variable = "PUFA_TEST_TALLY_DISK";
constexpr const char* k_seed_variable = "PUFA_TEST_TALLY_SEED";
constexpr const char* k_told = "told"; ///< the file in which the child says what is durable

/// A disk in memory, and the program under the shim on it.
class TallyDisk : detail::InMemory {
  public:
    TallyDisk() { begin_afresh(); }
    void begin_afresh() {
        std::error_code ignored;
        std::filesystem::remove_all(m_places.disk, ignored);
        REQUIRE(base::make_folders(m_places.disk));
    }
    [[nodiscard]] Ran record(uint32_t seed, const std::string& plan) {
        begin_afresh();
        REQUIRE(::setenv(k_folder_variable, m_places.disk.c_str(), 1) == 0);
        REQUIRE(::setenv(k_seed_variable, std::to_string(seed).c_str(), 1) == 0);
        return run_under(m_places, {.plan = plan},
                         {"/proc/self/exe", "--test-case=(child) records over*", "--no-skip"});
    }
    /// The disk if the power goes after these calls.
    [[nodiscard]] Tree cut(const std::vector<Call>& calls, uint32_t seed) const {
        struct stat facts {};
        REQUIRE(::stat(m_places.disk.c_str(), &facts) == 0);
        PowerCut cut{{}, {{"", facts.st_ino}}};
        for (const auto& call : calls)
            cut.apply(call);
        m_uncertain += cut.uncertain();
        auto random = std::make_shared<std::mt19937>(seed);
        // Some disks keep nearly everything, some nearly nothing.
        const uint32_t kept_of_8 = (*random)() % 9;
        return cut.cut([random, kept_of_8](Change) { return (*random)() % 8 < kept_of_8; });
    }
    [[nodiscard]] const std::filesystem::path& path() const { return m_places.disk; }
    [[nodiscard]] size_t uncertain() const { return m_uncertain; }

  private:
    base::TemporaryFolder m_folder;
    Places m_places{m_folder.path() / "disk", m_folder.path() / "stick", m_folder.path() / "log"};
    mutable size_t m_uncertain = 0;
};

/// The highest ticket that the child had called durable by these calls.
uint64_t told_in(const std::vector<Call>& calls) {
    std::set<uint64_t> inodes;
    uint64_t told = 0;
    for (const auto& call : calls) {
        if (call.op == Op::create && call.path == k_told) inodes.insert(call.inode);
        if (call.op != Op::write || !inodes.contains(call.inode) ||
            call.bytes.size() != sizeof told)
            continue;
        uint64_t ticket = 0;
        std::memcpy(&ticket, call.bytes.data(), sizeof ticket);
        told = std::max(told, ticket);
    }
    return told;
}

/// How many of the tickets up to `told` are not there, or not once.
uint64_t lost_of(const std::filesystem::path& folder, uint64_t told) {
    std::map<int64_t, int> found;
    const auto files = list_days(folder);
    REQUIRE(files);
    for (const auto& day : files->days) {
        const auto rows = read_events(folder, day);
        if (!rows) continue; // what stood in it is not there
        for (const auto& row : *rows)
            ++found[row.ticket];
    }
    uint64_t wrong = 0;
    for (uint64_t ticket = 1; ticket <= told; ++ticket)
        wrong += found[static_cast<int64_t>(ticket)] != 1;
    return wrong;
}

/// What the next start finds, and that it goes on from there.
void check_aftermath(const std::filesystem::path& folder, uint64_t told) {
    {
        const auto opened =
            Recorder::open(folder, base::start_of(test::k_day) + std::chrono::hours{25});
        REQUIRE(opened);
    }
    CHECK(lost_of(folder, told) == 0);
    const auto files = list_days(folder);
    REQUIRE(files);
    CHECK(files->set_aside.empty()); // a power cut is no damage
    for (const auto& day : files->days) {
        const auto sound = read_events(folder, day);
        if (!sound) MESSAGE(base::to_string(day), ": ", sound.error().detail);
        REQUIRE(sound);
        test::check_roll_up_equals_events(folder, day);
    }
    const auto summary = Summary::refresh(folder, test::at(20));
    REQUIRE(summary);
    CHECK(summary->damaged().empty());
    CHECK(base::take_logged_warnings().empty());
}

} // namespace

TEST_CASE("(child) records over midnight and says what is durable" * doctest::skip()) {
    const std::filesystem::path disk{std::getenv(k_folder_variable)};
    std::mt19937 random{static_cast<uint32_t>(std::atoi(std::getenv(k_seed_variable)))};
    const int told = ::open((disk / k_told).c_str(), O_CREAT | O_WRONLY | O_APPEND, 0644);
    if (told < 0) std::abort();
    auto now = test::at(k_first_hour);
    auto opened = Recorder::open(disk / "tally", now, {.back_up_every = std::chrono::minutes{2}});
    if (!opened) std::abort();
    auto& recorder = **opened;
    for (int burst = 0; burst < k_bursts; ++burst) {
        now += std::chrono::seconds{random() % 400};
        for (uint32_t left = 1 + random() % 20; left > 0; --left)
            recorder.record(test::answer(now, static_cast<int>(random() % 4)));
        if (random() % 2 == 0) recorder.tend(now, Clock::sure);
        if (!recorder.flush()) std::abort();
        const uint64_t durable = recorder.durable();
        if (::write(told, &durable, sizeof durable) != sizeof durable) std::abort();
    }
}

TEST_CASE("what a recorder called durable is there once, wherever it was killed and the power "
          "went") {
    static_cast<void>(base::take_logged_warnings()); // of what ran before
    TallyDisk disk;
    const auto whole = disk.record(k_seed, "");
    REQUIRE(whole.exit_code == 0);
    const auto calls = whole.writes().size();
    REQUIRE(told_in(whole.writes()) > k_bursts);
    check_aftermath(disk.path() / "tally", told_in(whole.writes()));

    size_t killed = 0;
    uint64_t told_sum = 0;
    const auto chosen = sample(k_kills, k_kills_sampled, k_seed);
    for (const auto number : chosen) {
        CAPTURE(number);
        std::mt19937 random{k_seed + static_cast<uint32_t>(number)};
        const auto at = 1 + random() % calls;
        const std::string how = random() % 4 == 0 ? "half " : "kill ";
        const auto ran = disk.record(random(), how + std::to_string(at));
        const bool ended = ran.killed() || ran.exit_code == 0; // other seeds make fewer calls
        CHECK(ended);
        killed += ran.killed() && ran.fired == 1;
        const auto told = told_in(ran.writes());
        told_sum += told;
        write_tree(disk.path(), disk.cut(ran.writes(), random()));
        check_aftermath(disk.path() / "tally", told);
    }
    MESSAGE(killed, " were killed, ", told_sum, " events had been called durable, ",
            disk.uncertain(), " changes were uncertain");
    CHECK(killed * 10 >= chosen.size() * 8);
    CHECK(told_sum > 0);
    CHECK(disk.uncertain() > 0);
    report(chosen.size(), k_kills, "kills of a recorder with what was not synced dropped", k_seed);
}

TEST_CASE("a recorder whose syncs do nothing is found out") {
    TallyDisk disk;
    const auto ran = disk.record(k_seed, "drop_syncs");
    REQUIRE(ran.exit_code == 0);
    CHECK(ran.fired > 0);
    const auto told = told_in(ran.writes());
    size_t found_out = 0;
    constexpr uint32_t k_disks = 20;
    for (uint32_t number = 0; number < k_disks; ++number) {
        write_tree(disk.path(), disk.cut(ran.writes(), k_seed + number));
        const auto folder = disk.path() / "tally";
        const auto opened = Recorder::open(folder, test::at(k_first_hour));
        const auto files = list_days(folder);
        const bool whole =
            opened && files && files->set_aside.empty() && lost_of(folder, told) == 0;
        found_out += !whole;
    }
    static_cast<void>(base::take_logged_warnings());
    MESSAGE(found_out, " of ", k_disks, " disks had lost what was called durable");
    CHECK(found_out > 0);
}
