#include "content/pack/path_fold.h"

#include <doctest/doctest.h>

#include <string>

using pufa::pack::fold_path;

TEST_CASE("names that differ in case or normal form only have one fold") {
    CHECK(fold_path("Videos/A.mp4") == fold_path("videos/a.MP4"));
    CHECK(fold_path("caf\u00e9") == fold_path("CAFE\u0301"));
    CHECK(fold_path("stra\u00dfe") == fold_path("STRASSE"));
    CHECK(fold_path("\u03a3") == fold_path("\u03c2"));
    CHECK(fold_path("\u1100\u1161") == fold_path("\uac00"));
    // D145: the iota below is folded after it was taken apart.
    CHECK(fold_path("\u1fb3\u0301") == fold_path("\u1fb4"));
}

TEST_CASE("names that are two on every system stay two") {
    CHECK(fold_path("a.mp4") != fold_path("b.mp4"));
    CHECK(fold_path("\u6cd5\u6cbb") != fold_path("\u6cd5\u5236"));
    CHECK(fold_path("e") != fold_path("\u00e9"));
    CHECK(fold_path("\u2460") != fold_path("1")); // compatibility forms are names of their own
}
