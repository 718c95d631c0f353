#include "content/place/share.h"

#include <doctest/doctest.h>

using namespace pufa;

TEST_CASE("a position is a geo URI, latitude first") {
    CHECK(place::geo_uri({113.07, 22.59}) == "geo:22.590000,113.070000");
}

TEST_CASE("a place is a contact card") {
    CHECK(place::vcard({.name = "白沙街道司法所（示例）",
                        .phone = "12348",
                        .note = "周一至周五",
                        .at = model::GeoPoint{113.07, 22.59}}) ==
          "BEGIN:VCARD\r\nVERSION:3.0\r\nN:白沙街道司法所（示例）;;;;\r\n"
          "FN:白沙街道司法所（示例）\r\nTEL:12348\r\nNOTE:周一至周五\r\n"
          "GEO:22.590000;113.070000\r\nEND:VCARD\r\n");
}

TEST_CASE("what is not known is left out, and no words can add a line") {
    CHECK(place::vcard({.name = "A,B;C\\D\r\nTEL:110", .phone = {}, .note = {}, .at = {}}) ==
          "BEGIN:VCARD\r\nVERSION:3.0\r\nN:A\\,B\\;C\\\\D\\nTEL:110;;;;\r\n"
          "FN:A\\,B\\;C\\\\D\\nTEL:110\r\nEND:VCARD\r\n");
}

TEST_CASE("a note that makes the card too long for a code is left out") {
    const std::string hours(700, 'h');
    const auto card = place::vcard({.name = "白沙街道司法所",
                                    .phone = "12348",
                                    .note = hours,
                                    .at = model::GeoPoint{113, 22}});
    CHECK(card.size() <= place::k_most_code_bytes);
    CHECK(card.find("NOTE") == std::string::npos);
    CHECK(card.find("TEL:12348") != std::string::npos);
    CHECK(card.ends_with("END:VCARD\r\n"));
}
