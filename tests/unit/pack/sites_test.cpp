#include "content/pack/sites.h"

#include <doctest/doctest.h>

using namespace pufa;
using namespace pufa::pack;

TEST_CASE("a site is named whole or by its beginning") {
    CHECK(is_meant_for({"pengjiang-01"}, "pengjiang-01"));
    CHECK_FALSE(is_meant_for({"pengjiang-01"}, "pengjiang-012"));
    CHECK_FALSE(is_meant_for({"pengjiang-01"}, "pengjiang-0"));
    CHECK(is_meant_for({"xinhui-01", "pengjiang-*"}, "pengjiang-7"));
    CHECK(is_meant_for({"pengjiang-*"}, "pengjiang-"));
    CHECK_FALSE(is_meant_for({"pengjiang-*"}, "pengjiang"));
    CHECK_FALSE(is_meant_for({}, "pengjiang"));
}

TEST_CASE("a machine without a name is meant by no pattern") {
    CHECK_FALSE(is_meant_for({"a*", "b"}, ""));
}

TEST_CASE("sites and patterns have one spelling") {
    for (const std::string good : {"a", "a*", "pengjiang-01", "pengjiang-*"})
        CHECK(is_site_pattern(good));
    for (const std::string bad : {"", "*", "-a", "A", "a**", "a*b", "*a", "a b", "江门"})
        CHECK_FALSE(is_site_pattern(bad));
    CHECK(is_site("pengjiang-01"));
    CHECK_FALSE(is_site("pengjiang-*"));
    CHECK_FALSE(is_site(std::string(65, 'a')));
}

TEST_CASE("a needed pack that is missing or too old is told") {
    Manifest manifest;
    manifest.needs = {{{"city/laws"}, 3}, {{"city/map"}, 1}, {{"city/none"}, 1}};
    const auto missing = unmet(manifest, {{{"city/laws"}, 2}, {{"city/map"}, 1}});
    REQUIRE(missing.size() == 2);
    CHECK(missing[0].id.value == "city/laws");
    CHECK(missing[1].id.value == "city/none");
    CHECK(unmet(manifest, {{{"city/laws"}, 3}, {{"city/map"}, 9}, {{"city/none"}, 1}}).empty());
}
