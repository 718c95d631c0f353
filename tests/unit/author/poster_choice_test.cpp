#include "content/author/poster_choice.h"

#include "tests/support/film_studies.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace std::chrono_literals;
using support::grey_still;

namespace {

media::FilmStudy film_of(std::vector<media::Still> stills) {
    media::FilmStudy study;
    study.facts.duration = 100s;
    study.every = 5s;
    for (size_t i = 0; i < stills.size(); ++i)
        study.thumbs.push_back({static_cast<int>(i) * 5s, std::move(stills[i])});
    return study;
}

} // namespace

TEST_CASE("a flat picture has no detail, nor has one that is nearly black or white") {
    CHECK(author::detail_of(grey_still(16, 9, 120)) == 0);
    CHECK(author::detail_of(grey_still(16, 9, 0, 10)) == 0);
    CHECK(author::detail_of(grey_still(16, 9, 243, 12)) == 0);
    CHECK(author::detail_of(grey_still(16, 9, 100, 40)) >
          author::detail_of(grey_still(16, 9, 100, 20)));
    CHECK(author::detail_of(grey_still(1, 1, 100)) == 0);
}

TEST_CASE("the poster is the picture with the most to see around the first tenth") {
    const auto study =
        film_of({grey_still(8, 8, 100, 99), // at 0 s: titles
                 grey_still(8, 8, 100, 10), grey_still(8, 8, 100, 50), grey_still(8, 8, 100, 50),
                 grey_still(8, 8, 0), grey_still(8, 8, 100, 20), grey_still(8, 8, 100, 99)});
    CHECK(author::choose_poster(study) == 10s); // the earlier of equals
}

TEST_CASE("where the first quarter is black, another place is taken; an empty film has none") {
    auto study =
        film_of({grey_still(8, 8, 0), grey_still(8, 8, 0), grey_still(8, 8, 5), grey_still(8, 8, 0),
                 grey_still(8, 8, 0), grey_still(8, 8, 5), grey_still(8, 8, 100, 30)});
    CHECK(author::choose_poster(study) == 30s);
    study.thumbs.pop_back();
    CHECK_FALSE(author::choose_poster(study));
    CHECK_FALSE(author::choose_poster(film_of({})));
}
