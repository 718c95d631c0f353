#include "content/author/thumb_sheet.h"

#include "tests/support/film_studies.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;

namespace {

uint8_t level(const media::Still& still, int x, int y) {
    return still
        .rgba[(static_cast<size_t>(y) * static_cast<size_t>(still.width) + static_cast<size_t>(x)) *
              4];
}

media::FilmStudy study_of(int count) {
    auto study = support::good_study();
    study.thumbs.clear();
    for (int i = 0; i < count; ++i)
        study.thumbs.push_back({2s * i, support::grey_still(8, 6, static_cast<uint8_t>(i * 10))});
    return study;
}

} // namespace

TEST_CASE("small pictures stand in rows of ten, in their order") {
    const auto sheet = author::compose_sheet(study_of(23));
    REQUIRE(sheet);
    CHECK(sheet->layout.count == 23);
    CHECK(sheet->layout.columns == 10);
    CHECK(sheet->layout.width == 8);
    CHECK(sheet->layout.height == 6);
    CHECK(sheet->layout.every == 2s);
    CHECK(sheet->picture.width == 80);
    CHECK(sheet->picture.height == 18);
    for (int i = 0; i < 23; ++i)
        CHECK(level(sheet->picture, i % 10 * 8 + 4, i / 10 * 6 + 3) == i * 10);
    CHECK(level(sheet->picture, 79, 17) == 0); // cells without a picture are black
}

TEST_CASE("few pictures are one row; none are no sheet") {
    const auto sheet = author::compose_sheet(study_of(3));
    REQUIRE(sheet);
    CHECK(sheet->layout.columns == 3);
    CHECK(sheet->picture.width == 24);
    CHECK_FALSE(author::compose_sheet(study_of(0)));
}

TEST_CASE("a picture of another size stays in its cell") {
    auto study = study_of(3);
    study.thumbs[1].still = support::grey_still(20, 2, 99);
    const auto sheet = author::compose_sheet(study);
    REQUIRE(sheet);
    CHECK(level(sheet->picture, 8, 0) == 99);
    CHECK(level(sheet->picture, 15, 1) == 99);
    CHECK(level(sheet->picture, 8, 2) == 0);
    CHECK(level(sheet->picture, 16, 0) == 20);
}
