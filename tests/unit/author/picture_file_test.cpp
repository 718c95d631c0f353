#include "content/author/picture_file.h"

#include "tests/support/media_files.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::literals;

TEST_CASE("a picture is known by its first bytes, not by its name") {
    const test::MediaFolder folder;
    folder.write("a.png", "\x89PNG\r\n\x1a\n and more"s);
    folder.write("a.jpg", "\xff\xd8\xff\xe0 and more");
    folder.write("b.png", "GIF89a and more");
    folder.write("short.png", "\x89PN");
    CHECK(author::is_picture(folder.path("a.png")));
    CHECK(author::is_picture(folder.path("a.jpg")));
    CHECK_FALSE(author::is_picture(folder.path("b.png")));
    CHECK_FALSE(author::is_picture(folder.path("short.png")));
    CHECK_FALSE(author::is_picture(folder.path("none.png")));
}
