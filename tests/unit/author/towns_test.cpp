#include "content/author/towns.h"

#include "content/place/datum.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::author;

namespace {

model::Town town(const char* code, const char* hans, const char* en = "") {
    model::Town made{code, model::in_hans(hans), {113.07, 22.59}};
    made.name[model::Language::en] = en;
    return made;
}

} // namespace

TEST_CASE("a town is found by its code or any of its names") {
    Towns towns;
    CHECK(towns.empty());
    towns.add(town("440703002", "白沙街道", "Baisha"), model::Datum::wgs84);
    CHECK_FALSE(towns.empty());
    for (const auto* word : {"440703002", "４４０７０３００２", "白沙街道", "baisha", " Baisha "}) {
        CAPTURE(word);
        const auto found = towns.find(word);
        REQUIRE(found.size() == 1);
        CHECK(found[0].code == "440703002");
        CHECK(found[0].at == model::GeoPoint{113.07, 22.59});
    }
    CHECK(towns.find("白沙").empty());
    CHECK(towns.find("").empty());
}

TEST_CASE("towns of one name are all found, by code; one code twice is one town") {
    Towns towns;
    towns.add(town("440781100", "大江镇"), model::Datum::wgs84);
    towns.add(town("440703100", "大江镇"), model::Datum::wgs84);
    towns.add(town("440703100", "大江镇"), model::Datum::wgs84);
    const auto found = towns.find("大江镇");
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == "440703100");
}

TEST_CASE("where a town is is known in WGS-84") {
    Towns towns;
    towns.add(town("440703002", "白沙街道"), model::Datum::gcj02);
    const auto at = towns.find("440703002")[0].at;
    CHECK(place::distance_m(place::gcj02_of(at), {113.07, 22.59}) < 0.01);
    CHECK(place::distance_m(at, {113.07, 22.59}) > 300);
}

TEST_CASE("a code is so many digits") {
    CHECK(is_code("440703", 6));
    CHECK_FALSE(is_code("44070", 6));
    CHECK_FALSE(is_code("44070x", 6));
}
