#include "content/decoder/rhythm.h"

#include <doctest/doctest.h>

using pufa::decoder::is_uneven;

namespace {

std::vector<int64_t> every(int64_t step_us, int count) {
    std::vector<int64_t> times;
    for (int i = 0; i < count; ++i)
        times.push_back(i * step_us);
    return times;
}

} // namespace

TEST_CASE("an even film is even in whatever order its pictures lie, rounded or with a pause") {
    auto times = every(40'000, 200);
    std::reverse(times.begin(), times.end());
    CHECK_FALSE(is_uneven(times));
    times.push_back(30'000'000);
    CHECK_FALSE(is_uneven(times));
    auto rounded = every(16'667, 200); // Matroska counts milliseconds
    for (auto& time : rounded)
        time = (time + 500) / 1000 * 1000;
    CHECK_FALSE(is_uneven(rounded));
}

TEST_CASE("a film whose pictures come as they like is uneven") {
    std::vector<int64_t> times;
    int64_t at = 0;
    for (int i = 0; i < 200; ++i)
        times.push_back(at += i % 4 == 0 ? 200'000 : 33'000);
    CHECK(is_uneven(times));
}

TEST_CASE("of a few pictures nothing is said") {
    CHECK_FALSE(is_uneven({}));
    CHECK_FALSE(is_uneven({0, 1, 50, 51, 400}));
}
