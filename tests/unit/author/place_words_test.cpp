#include "content/author/place_words.h"

#include <doctest/doctest.h>

#include <set>

using namespace pufa;
using namespace pufa::author;

TEST_CASE("each kind of place has a Chinese name and the name of the format") {
    const std::pair<const char*, model::PlaceKind> names[] = {
        {"人民调解委员会", model::PlaceKind::mediation},
        {"司法所", model::PlaceKind::justice_office},
        {"公共法律服务站", model::PlaceKind::service_station},
        {"法律援助", model::PlaceKind::legal_aid},
        {"公证", model::PlaceKind::notary},
        {"仲裁", model::PlaceKind::arbitration},
        {"涉侨调解室", model::PlaceKind::overseas_mediation},
        {"立法联系点", model::PlaceKind::legislative_contact},
        {"法治阵地", model::PlaceKind::legal_site},
    };
    std::set<model::PlaceKind> seen;
    for (const auto& name : names) {
        CAPTURE(name.first);
        CHECK(parse_place_kind(name.first) == name.second);
        seen.insert(name.second);
    }
    for (const auto& [kind, word] : model::k_place_kinds) {
        CHECK(parse_place_kind(word) == kind);
        CHECK(seen.contains(kind));
    }
    CHECK_FALSE(parse_place_kind("法院"));
    CHECK_FALSE(parse_place_kind(""));
}

TEST_CASE("datums are known with and without hyphen, in any width") {
    CHECK(parse_datum("WGS-84") == model::Datum::wgs84);
    CHECK(parse_datum("wgs84") == model::Datum::wgs84);
    CHECK(parse_datum("ＧＣＪ－０２") == model::Datum::gcj02);
    CHECK(parse_datum("BD09") == model::Datum::bd09);
    CHECK_FALSE(parse_datum("CGCS2000"));
    CHECK_FALSE(parse_datum(""));
}

TEST_CASE("spoken languages become ISO 639 codes; a dialect without one is a private tag") {
    CHECK(parse_spoken("普通话") == "cmn");
    CHECK(parse_spoken("粵語") == "yue");
    CHECK(parse_spoken("英语") == "en");
    CHECK(parse_spoken("台山话") == "yue-x-taishan");
    CHECK(parse_spoken("yue-x-taishan") == "yue-x-taishan");
    CHECK(parse_spoken(" EN ") == "en");
    CHECK_FALSE(parse_spoken("火星话"));
}

TEST_CASE("yes and no") {
    for (const auto* word : {"是", "有", "Yes", "TRUE", "1", "１"})
        CHECK(parse_yes_no(word) == true);
    for (const auto* word : {"否", "无", "no", "false", "0"})
        CHECK(parse_yes_no(word) == false);
    CHECK_FALSE(parse_yes_no("也许"));
    CHECK_FALSE(parse_yes_no(""));
}

TEST_CASE("lists are parted by what people type between things") {
    CHECK(parted("普通话;粤语； 英语、日语") ==
          std::vector<std::string>{"普通话", "粤语", "英语", "日语"});
    CHECK(parted(" ; a ,,b\nc") == std::vector<std::string>{"a", "b", "c"});
    CHECK(parted("").empty());
}
