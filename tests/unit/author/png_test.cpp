#include "content/author/png.h"

#include "content/base/process.h"
#include "tests/support/film_studies.h"
#include "tests/support/media_files.h"

#include <doctest/doctest.h>

using namespace pufa;

TEST_CASE("what is written as PNG is read back pixel for pixel, and is the same each time") {
    auto still = support::grey_still(5, 3, 10);
    for (size_t i = 0; i < still.rgba.size(); ++i)
        still.rgba[i] = static_cast<uint8_t>(i * 7);
    const auto png = author::encode_png(still);
    REQUIRE(png);
    CHECK(*png == *author::encode_png(still));

    const test::MediaFolder folder;
    folder.write("a.png", *png);
    REQUIRE(folder.ffmpeg({"-i", "a.png", "-f", "rawvideo", "-pix_fmt", "rgb24", "a.rgb"}));
    std::string rgb;
    for (size_t i = 0; i < still.rgba.size(); i += 4)
        for (size_t channel = 0; channel < 3; ++channel)
            rgb.push_back(static_cast<char>(still.rgba[i + channel]));
    CHECK(folder.read("a.rgb") == rgb);
}
