#include "content/model/ids.h"

#include <doctest/doctest.h>

using namespace pufa::model;

TEST_CASE("an item id has exactly three plain parts") {
    CHECK(parse_item_id("demo/pack/video-1"));
    CHECK(parse_item_id("demo/pack/video-1")->pack() == PackId{"demo/pack"});
    for (const char* bad :
         {"", "demo", "demo/pack", "demo/pack/", "/pack/x", "Demo/pack/x", "demo/pack/x/y",
          "demo/../x", "demo/pack/-x", "demo/pack/x y", "demo/pack/视频"}) {
        CAPTURE(bad);
        CHECK_FALSE(parse_item_id(bad));
    }
    CHECK(parse_item_id("a/b/" + std::string(64, 'c')));
    CHECK_FALSE(parse_item_id("a/b/" + std::string(65, 'c')));
}

TEST_CASE("a pack id names its publisher and itself") {
    const auto id = parse_pack_id("demo/starter");
    REQUIRE(id);
    CHECK(id->publisher() == "demo");
    CHECK(id->pack() == "starter");
}
