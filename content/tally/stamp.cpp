#include "content/tally/stamp.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <ctime>
#include <optional>
#include <thread>

namespace pufa::tally {

namespace {

using Time = FileClock::Time;

constexpr Time k_longest_wait = std::chrono::milliseconds{20};
constexpr Time k_shortest_wait = std::chrono::milliseconds{1};
constexpr Time k_second = std::chrono::seconds{1};

Time time_of(const timespec& time) {
    return std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
}

struct Looked {
    std::string stamp;
    std::optional<Time> written{}; ///< the last moment that its times may stand for
};

Looked look_at(const std::filesystem::path& file) {
    Looked looked;
    for (const auto* suffix : {"", "-wal"}) {
        struct stat facts {};
        const auto path = file.string() + suffix;
        if (::stat(path.c_str(), &facts) != 0 || facts.st_size == 0) continue;
        looked.stamp += fmt::format("{}:{}:{}.{:09} ", facts.st_ino, facts.st_size,
                                    facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec);
        // Where times are whole seconds, one stands for all of its second.
        auto written = time_of(facts.st_mtim);
        if (facts.st_mtim.tv_nsec == 0) written += k_second - Time{1};
        looked.written = std::max(looked.written.value_or(written), written);
    }
    return looked;
}

} // namespace

FileClock system_file_clock() {
    return {[] {
                timespec time{};
                ::clock_gettime(CLOCK_REALTIME_COARSE, &time);
                return time_of(time);
            },
            [](Time time) { std::this_thread::sleep_for(time); }};
}

std::string stamp_of(const std::filesystem::path& file, const FileClock& clock) {
    Time waited{0};
    for (;;) {
        const auto looked = look_at(file);
        const auto now = clock.now();
        // A write from now on gets a later time. One from a clock that ran ahead gets another.
        if (!looked.written || *looked.written < now || *looked.written > now + k_second)
            return looked.stamp;
        const auto wait = std::max(*looked.written - now, k_shortest_wait);
        if (waited + wait > k_longest_wait) return {};
        clock.wait(wait);
        waited += wait;
    }
}

} // namespace pufa::tally
