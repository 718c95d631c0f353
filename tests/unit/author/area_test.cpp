#include "content/author/area.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;

TEST_CASE("degrees are plain numbers") {
    CHECK(parse_degrees("112.79140") == 112.7914);
    CHECK(parse_degrees(" １１２．５ ") == 112.5);
    CHECK(parse_degrees("-3") == -3.0);
    for (const auto* word :
         {"", "nan", "inf", "112°47'", "112,5", "E112.5", "1e999", "0x10", "12a"}) {
        CAPTURE(word);
        CHECK_FALSE(parse_degrees(word));
    }
}

TEST_CASE("a position is inside, swapped, impossible or outside") {
    Area area;
    area.add({113.0, 22.5});
    area.add({113.2, 22.8});
    CHECK(area.fit({113.1, 22.6}) == Area::Fit::inside);
    CHECK(area.fit({22.6, 113.1}) == Area::Fit::swapped);
    CHECK(area.fit({22.6, 90.1}) == Area::Fit::impossible);
    CHECK(area.fit({190, 22.6}) == Area::Fit::impossible);
    CHECK(area.fit({116.4, 39.9}) == Area::Fit::outside);
    CHECK(area.fit({39.9, 16.4}) == Area::Fit::outside);
}

TEST_CASE("outlines are rough: ten kilometres beyond them are inside") {
    Area area;
    area.add({113.0, 22.5});
    CHECK(area.fit({113.09, 22.41}) == Area::Fit::inside);
    CHECK(area.fit({113.11, 22.5}) == Area::Fit::outside);
}

TEST_CASE("without a map the area is China") {
    CHECK(Area{}.fit({116.4, 39.9}) == Area::Fit::inside);
    CHECK(Area{}.fit({39.9, 116.4}) == Area::Fit::swapped);
    CHECK(Area{}.fit({2.35, 48.85}) == Area::Fit::outside);
}

TEST_CASE("a position is shown with five decimals") {
    CHECK(show({112.7914, 22.240630}) == "112.79140, 22.24063");
}
