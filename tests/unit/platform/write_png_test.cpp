#include "kiosk/platform/window.h"

#include "content/base/file.h"
#include "content/base/process.h"

#include <doctest/doctest.h>
#include <png.h>

using namespace pufa;
using namespace pufa::platform;

namespace {

const Image k_image{3, 2, {255, 0, 0, 255, 0, 255, 0, 255, 0,  0,  255, 255,
                           9,   9, 9, 255, 8, 8,   8, 255, 70, 80, 90,  255}};

} // namespace

TEST_CASE("a written PNG gives the same pixels back") {
    const base::TemporaryFolder folder;
    const auto file = (folder.path() / "shot.png").string();
    REQUIRE(write_png(k_image, file).ok());
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    REQUIRE(png_image_begin_read_from_file(&header, file.c_str()));
    CHECK(header.width == 3);
    CHECK(header.height == 2);
    header.format = PNG_FORMAT_RGBA;
    std::vector<uint8_t> pixels(PNG_IMAGE_SIZE(header));
    REQUIRE(png_image_finish_read(&header, nullptr, pixels.data(), 0, nullptr));
    CHECK(pixels == k_image.rgba);
}

TEST_CASE("the file program calls it a PNG of that size") {
    const base::TemporaryFolder folder;
    const auto file = (folder.path() / "shot.png").string();
    REQUIRE(write_png(k_image, file).ok());
    const auto said = base::run("/usr/bin/file", {"-b", file});
    REQUIRE(said.ok());
    CHECK(said->output.find("PNG image data, 3 x 2") != std::string::npos);
}

TEST_CASE("a folder that is not there is named in the error") {
    const auto written = write_png(k_image, "/nonexistent/shot.png");
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().where.find("/nonexistent") != std::string::npos);
}
