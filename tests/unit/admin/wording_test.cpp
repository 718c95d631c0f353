#include "admin/wording.h"

#include <doctest/doctest.h>

using pufa::admin::size_words;

TEST_CASE("sizes are written in the unit that suits them") {
    CHECK(size_words(0) == "0 B");
    CHECK(size_words(1023) == "1023 B");
    CHECK(size_words(1536) == "1.5 KiB");
    CHECK(size_words(3u << 20) == "3.0 MiB");
    CHECK(size_words((4ull << 30) - 1) == "4.00 GiB");
}
