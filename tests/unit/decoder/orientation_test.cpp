#include "content/decoder/orientation.h"

#include "content/decoder/av.h"

#include <doctest/doctest.h>

#include <climits>

using pufa::decoder::exif_orientation;
using pufa::decoder::Orientation;
using pufa::decoder::orientation_of;

TEST_CASE("quarter turns and mirrors are read from a display matrix, whatever their scale") {
    int32_t matrix[9];
    for (const int turns : {0, 1, 2, 3}) {
        CAPTURE(turns);
        av_display_rotation_set(matrix, 90.0 * turns); // clockwise; read back it is not
        CHECK(orientation_of(matrix) == Orientation{turns, false});
        for (int32_t& number : matrix)
            number /= 7;
        CHECK(orientation_of(matrix) == Orientation{turns, false});
        // FFmpeg mirrors what it has turned; we turn what was mirrored.
        av_display_rotation_set(matrix, 90.0 * turns);
        av_display_matrix_flip(matrix, 1, 0);
        CHECK(orientation_of(matrix) == Orientation{(4 - turns) % 4, true});
    }
}

TEST_CASE("what is slanted, nothing or absurd turns nothing") {
    int32_t matrix[9];
    for (const double angle : {45.0, 88.0, -2.0}) {
        av_display_rotation_set(matrix, angle);
        CHECK(orientation_of(matrix).upright());
    }
    CHECK(orientation_of(nullptr).upright());
    const int32_t nothing[9] = {};
    CHECK(orientation_of(nothing).upright()); // not a number
    const int32_t one_line[9] = {1, 0, 0, 1, 0, 0, 0, 0, 0};
    CHECK(orientation_of(one_line).upright());
    const int32_t row[9] = {0, 0, 0, 65536, 65536, 0, 0, 0, 0};
    CHECK(orientation_of(row).upright());
    const int32_t lowest[9] = {INT_MIN, INT_MIN, INT_MIN, INT_MIN, INT_MIN,
                               INT_MIN, INT_MIN, INT_MIN, INT_MIN};
    CHECK(orientation_of(lowest).upright());
}

TEST_CASE("Exif knows eight ways to hold a camera, and everything else is upright") {
    CHECK(exif_orientation(1).upright());
    CHECK(exif_orientation(2) == Orientation{0, true});
    CHECK(exif_orientation(3) == Orientation{2, false});
    CHECK(exif_orientation(4) == Orientation{2, true});
    CHECK(exif_orientation(5) == Orientation{3, true});
    CHECK(exif_orientation(6) == Orientation{1, false});
    CHECK(exif_orientation(7) == Orientation{1, true});
    CHECK(exif_orientation(8) == Orientation{3, false});
    for (const int tag : {-1, 0, 9, INT_MAX})
        CHECK(exif_orientation(tag).upright());
}
