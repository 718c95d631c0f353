#include "content/decoder/effort.h"

#include <doctest/doctest.h>

using pufa::decoder::Effort;

TEST_CASE("one thread is enough until a picture takes most of the time that it stands") {
    Effort light;
    light.add(100 * 11'000, 100); // 11 ms each
    CHECK(light.threads_needed(33'333, 4) == 1);
    CHECK(light.threads_needed(16'667, 4) == 2); // twice as fast
    CHECK(light.threads_needed(0, 4) == 1);      // nobody knows how long they stand
}

TEST_CASE("as many threads as it takes, but no more than processors, and two if there is one") {
    Effort heavy;
    heavy.add(100 * 50'000, 100);
    CHECK(heavy.threads_needed(16'667, 16) == 5);
    CHECK(heavy.threads_needed(16'667, 4) == 4);
    CHECK(heavy.threads_needed(16'667, 1) == 2);
    heavy.add(int64_t{1} << 40, 1);
    CHECK(heavy.threads_needed(16'667, 64) == 8);
}

TEST_CASE("the first pictures prove nothing") {
    Effort effort;
    effort.add(23 * 50'000, 23);
    CHECK(effort.threads_needed(16'667, 4) == 1);
    effort.add(50'000, 1);
    CHECK(effort.threads_needed(16'667, 4) == 4);
}
