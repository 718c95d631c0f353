#include "content/model/item_json.h"

#include "tests/support/sample_items.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using namespace pufa::model;
using test::full_article;
using test::full_question;
using test::full_video;
using Json = nlohmann::ordered_json;

namespace {

std::string fault_of(const Json& json) {
    const auto read = item_from_json(json.dump());
    return read ? "" : read.error().detail;
}

} // namespace

TEST_CASE("a missing, mistyped or absurd field is named") {
    auto json = to_json(Item{full_video()});
    json.erase("ai_generated");
    const auto unmarked = item_from_json(json.dump());
    REQUIRE_FALSE(unmarked);
    CHECK(unmarked.error().code == Code::AI_MARK_MISSING);
    CHECK(unmarked.error().detail == full_video().id.value);
    json = to_json(Item{full_video()});
    json["duration_us"] = -1;
    CHECK(fault_of(json).starts_with("duration_us is not a whole number"));
    json["duration_us"] = "40";
    CHECK(fault_of(json).starts_with("duration_us"));
    json = to_json(Item{full_video()});
    json["id"] = "demo/pack/../v1";
    CHECK(fault_of(json) == "id is not publisher/pack/item");
    json = to_json(Item{full_question()});
    json["options"].erase(0);
    CHECK(fault_of(json) == "options are fewer than two");
    json = to_json(Item{full_question()});
    json["citation"]["checked"] = "2025-02-30";
    CHECK(fault_of(json).starts_with("checked is not a date"));
    CHECK(fault_of(Json::array()).find("is not an object") != std::string::npos);
}

TEST_CASE("a reader takes one item after the other, also after one that is none") {
    ItemReader reader;
    for (const std::string_view broken : {"", "{", "[]x", "{\"kind\":\"\xff\"}", "\0"}) {
        const auto read = reader.read(broken);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == Code::BAD_MANIFEST);
        CHECK(*reader.read(to_json(Item{full_video()}).dump()) == Item{full_video()});
    }
    CHECK(*reader.read(to_json(Item{full_article()}).dump()) == Item{full_article()});
}

TEST_CASE("an end of validity is a moment and a law's change has a day") {
    auto json = to_json(Item{full_question()});
    json["valid_until"] = "2026-12-31T24:00";
    CHECK(fault_of(json).starts_with("valid_until is not a moment"));
    json.erase("valid_until");
    CHECK(item_from_json(json.dump()));
    json = to_json(Item{test::full_law_status()});
    json["changes"][0].erase("from");
    CHECK(fault_of(json).starts_with("from is missing"));
}

TEST_CASE("a question needs neither citation nor explanation") {
    auto json = to_json(Item{full_question()});
    json.erase("citation");
    json.erase("explanation");
    const auto read = item_from_json(json.dump());
    REQUIRE(read);
    CHECK_FALSE(std::get<Question>(*read).citation);
    json["difficulty"] = 4;
    CHECK(fault_of(json).starts_with("difficulty is not a whole number"));
}

TEST_CASE("unknown fields are ignored, so that a newer pack still shows") {
    auto json = to_json(Item{full_video()});
    json["later"] = {{"a", 1}};
    CHECK(item_from_json(json.dump()));
}

TEST_CASE("an article needs words, and not more of them than anybody reads") {
    auto json = to_json(Item{full_article()});
    json["markdown"] = Json::object();
    CHECK(fault_of(json) == "markdown has no words");
    json.erase("markdown");
    CHECK(fault_of(json) == "markdown is missing");
    json = to_json(Item{full_article()});
    json["markdown"]["en"] = std::string(Article::k_most_markdown, 'a');
    CHECK(item_from_json(json.dump()));
    json["markdown"]["en"] = std::string(Article::k_most_markdown + 1, 'a');
    CHECK(fault_of(json) == "markdown is longer than 65536 bytes");
}

TEST_CASE("captions are in a language that the kiosk speaks and in a member") {
    auto json = to_json(Item{full_video()});
    json.erase("captions");
    CHECK(item_from_json(json.dump()));
    json["captions"] = {{{"language", "fr"}, {"member", "a.vtt"}}};
    CHECK(fault_of(json) == "language is none of zh-Hans, zh-Hant, en");
    json["captions"] = {{{"language", "en"}}};
    CHECK(fault_of(json) == "member is missing");
    json["captions"] = Json::array({1, 2, 3, 4});
    CHECK(fault_of(json) == "captions is not a list of at most 3");
}

TEST_CASE("a question's picture is put into words") {
    auto json = to_json(Item{full_question()});
    json.erase("picture_words");
    CHECK(fault_of(json) == "picture_words is missing");
    json.erase("picture");
    CHECK(item_from_json(json.dump()));
}

TEST_CASE("an audience is a list of words, none twice; one of a later player stays as it is") {
    auto json = to_json(Item{full_video()});
    json["audience"] = {"women", "gardeners"};
    const auto read = item_from_json(json.dump());
    REQUIRE(read);
    CHECK(audience_of(*read) == Audience{"women", "gardeners"});
    CHECK(is_known_audience("women"));
    CHECK_FALSE(is_known_audience("gardeners"));
    CHECK(to_json(*read)["audience"] == json["audience"]);
    json["audience"] = {"women", "women"};
    CHECK(fault_of(json) == "audience names one twice");
    json["audience"] = {"妇女"};
    CHECK(fault_of(json) == "audience holds a bad word");
    json["audience"] = "women";
    CHECK(fault_of(json).starts_with("audience is not a list"));
    json["audience"] = Json::array();
    CHECK(audience_of(*item_from_json(json.dump())).empty());
}
