// Thousands of damaged files through the real, jailed decoder. PUFA_LONG=1 runs all of them.
#include "tests/hostile/mutation.h"
#include "tests/hostile/viewing.h"

#include "content/base/file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

using namespace pufa;
using namespace pufa::hostile;
using namespace std::chrono_literals;

namespace {

constexpr uint64_t k_seed = 20260;
constexpr size_t k_all = 10'000;
constexpr size_t k_sample = 300;
constexpr unsigned k_workers = 2;

struct Tally {
    std::mutex mutex; ///< guards the rest
    size_t ran = 0;
    std::map<End, size_t> ends;
    std::map<int, size_t> signals;
    size_t pictures = 0;
    std::chrono::milliseconds slowest{0};
    std::vector<std::string> faults;
};

media::Purpose purpose_of(const Mutant& mutant, uint64_t index) {
    if (mutant.clip.starts_with("still")) return media::Purpose::picture;
    switch (index % 8) {
    case 0:
        return media::Purpose::picture;
    case 1:
        return media::Purpose::study;
    default:
        return media::Purpose::play;
    }
}

/// What must not be said of any file, however damaged; empty if nothing.
std::string fault_of(const Viewing& viewing) {
    if (viewing.signal == SIGSYS) return "the jail's list lacks a call that libav makes";
    if (viewing.end == End::hung) return "hung: " + viewing.reason;
    if (viewing.end == End::refused && viewing.reason.empty()) return "refused without a reason";
    if (viewing.end != End::died && (viewing.signal != 0 || viewing.exit_status != 0))
        return "it ended ill after it had ended well";
    return {};
}

void note(Tally& tally, const Mutant& mutant, uint64_t index, const Viewing& viewing) {
    const std::lock_guard lock{tally.mutex};
    ++tally.ran;
    ++tally.ends[viewing.end];
    if (viewing.signal != 0) ++tally.signals[viewing.signal];
    tally.pictures += viewing.pictures;
    tally.slowest = std::max(tally.slowest, viewing.took);
    if (const auto fault = fault_of(viewing); !fault.empty())
        tally.faults.push_back(mutant.clip + ", number " + std::to_string(index) + " (" +
                               mutant.how + "): " + fault);
}

/// Every `step`-th of all; each worker has a decoder warm for its next file.
void work(const std::vector<Clip>& clips, size_t step, std::atomic<size_t>& next, Tally& tally) {
    const base::TemporaryFolder folder;
    const auto file = folder.path() / "mutant";
    auto warm = std::make_unique<Viewer>();
    for (size_t index = next++ * step; index < k_all; index = next++ * step) {
        auto viewer = std::exchange(warm, std::make_unique<Viewer>());
        const Mutant mutant = mutate(clips, k_seed + index);
        std::ofstream{file, std::ios::binary} << mutant.bytes;
        const auto seeking =
            index % 3 == 0 ? Viewer::Seeking::to_the_middle : Viewer::Seeking::none;
        note(tally, mutant, index, viewer->view(file, purpose_of(mutant, index), seeking));
    }
}

} // namespace

TEST_CASE("clips of every kind play whole in the jail before anything is done to them") {
    const auto clips = make_clips();
    CHECK(clips.size() >= 20);
    const base::TemporaryFolder folder;
    for (const Clip& clip : clips) {
        CAPTURE(clip.name);
        const auto file = folder.path() / clip.name;
        std::ofstream{file, std::ios::binary} << clip.bytes;
        Viewer viewer;
        const bool still = clip.name.starts_with("still");
        const auto viewing =
            viewer.view(file, still ? media::Purpose::picture : media::Purpose::play,
                        Viewer::Seeking::to_the_middle);
        CAPTURE(viewing.reason);
        CHECK(viewing.signal == 0);
        CHECK(viewing.exit_status == 0);
        CHECK(viewing.end == End::whole);
        CHECK(viewing.pictures + viewing.sound_frames > 0);
        CHECK(viewing.pace_percent == (still ? 0 : 150));
        CHECK(viewing.track == (clip.name.starts_with("two-sounds") ? 1 : 0));
    }
}

TEST_CASE("damaged files give pictures or a reason, never a hang or a call that the jail forbids") {
    const auto clips = make_clips();
    REQUIRE(!clips.empty());
    const char* words = std::getenv("PUFA_LONG");
    const bool all = words != nullptr && *words == '1';
    Tally tally;
    std::atomic<size_t> next{0};
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < k_workers; ++i)
            workers.emplace_back([&] { work(clips, all ? 1 : k_all / k_sample, next, tally); });
    }
    std::printf("ran %zu of %zu damaged files through the jail, seed %llu: %zu whole, %zu refused, "
                "%zu died, %zu hung; %zu pictures; the slowest took %lld ms\n",
                tally.ran, k_all, static_cast<unsigned long long>(k_seed), tally.ends[End::whole],
                tally.ends[End::refused], tally.ends[End::died], tally.ends[End::hung],
                tally.pictures, static_cast<long long>(tally.slowest.count()));
    for (const auto& [signal, count] : tally.signals)
        std::printf("  %zu ended by SIG%s\n", count, ::sigabbrev_np(signal));
    CHECK(tally.ran >= k_sample);
    CHECK(tally.ends[End::whole] > 0);
    CHECK(tally.ends[End::refused] > 0);
    for (const auto& fault : tally.faults)
        FAIL_CHECK(fault);
}
