#include "kiosk/platform/video_fit.h"

#include <doctest/doctest.h>

using namespace pufa::platform;
using pufa::ui::PixelRect;

TEST_CASE("a picture of the place's shape fills it") {
    CHECK(fit_video({10, 20, 1280, 720}, 640, 360, 0) == PixelRect{10, 20, 1280, 720});
}

TEST_CASE("other shapes are centred and as large as they may be") {
    CHECK(fit_video({0, 0, 100, 100}, 200, 100, 0) == PixelRect{0, 25, 100, 50});
    CHECK(fit_video({0, 0, 100, 100}, 100, 200, 0) == PixelRect{25, 0, 50, 100});
    CHECK(fit_video({0, 0, 100, 100}, 200, 100, 90) == PixelRect{25, 0, 50, 100});
    CHECK(fit_video({0, 0, 100, 100}, 200, 100, 180) == PixelRect{0, 25, 100, 50});
}

TEST_CASE("a picture as thin as a hair still has a pixel") {
    CHECK(fit_video({0, 0, 100, 100}, 4096, 1, 0) == PixelRect{0, 49, 100, 1});
}

TEST_CASE("nothing fits nowhere") {
    CHECK(fit_video({0, 0, 0, 100}, 100, 100, 0).empty());
    CHECK(fit_video({0, 0, 100, 100}, 0, 100, 0).empty());
}

TEST_CASE("rectangles that only touch have nothing in common") {
    CHECK(intersection({0, 0, 10, 10}, {10, 0, 10, 10}).empty());
    CHECK(intersection({0, 0, 10, 10}, {5, 5, 10, 10}) == PixelRect{5, 5, 5, 5});
}
