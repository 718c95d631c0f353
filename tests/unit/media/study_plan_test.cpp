#include "content/media/study_plan.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;

TEST_CASE("a picture every two seconds, in long films a hundred in all, of nothing none") {
    CHECK(media::plan_of(0us).count == 0);
    CHECK(media::plan_of(-5s).count == 0);
    CHECK(media::plan_of(1us).count == 1);
    CHECK(media::plan_of(2s).count == 1);
    CHECK(media::plan_of(2s + 1us).count == 2);
    CHECK(media::plan_of(60s).count == 30);
    CHECK(media::plan_of(60s).every == 2s);
    const auto hour = media::plan_of(1h);
    CHECK(hour.every == 36s);
    CHECK(hour.count == 100);
    CHECK(media::plan_of(base::Micros{int64_t{1} << 48}).count <= 100); // twelve years
}
