#include "content/model/loudness.h"

#include <doctest/doctest.h>

using namespace pufa;

TEST_CASE("films are brought to -16 LUFS, never over their peaks, never by more than 12 dB") {
    struct Row {
        double lufs, peak, change;
    };
    const Row rows[] = {
        {-16, -3, 0},   // as wanted
        {-23, -9, 7},   // broadcast
        {-23, -3, 2},   // its peaks leave no more
        {-10, 0.5, -6}, // loud
        {-16, 0, -1},   // clips behind the converter
        {-14, 3, -4},   // both; the peaks ask for more
        {-40, -30, 12}, // no more than that
        {5, 8, -12},    //
        {-70, -60, 12}, //
        {-23.5, -1, 0}, // full peaks: it stays
        {-16.25, -12, .25},
    };
    for (const Row& row : rows) {
        CAPTURE(row.lufs);
        CAPTURE(row.peak);
        const float gain = model::even_gain({row.lufs, row.peak});
        CHECK(20 * std::log10(static_cast<double>(gain)) ==
              doctest::Approx(row.change).epsilon(1e-4));
    }
}
