#include "content/model/item_json.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using namespace pufa;
using namespace pufa::model;
using Json = nlohmann::ordered_json;

namespace {

Question question() {
    Question made;
    made.id = {"demo/pack/q1"};
    made.kind = QuestionKind::multiple;
    made.stem = in_hans("题目");
    made.options = {{in_hans("甲"), in_hans("对"), true, false},
                    {in_hans("以上都对"), {}, false, true}};
    made.explanation = in_hans("解析");
    made.citation = {"中华人民共和国民法典", "第一条", "条文\n第二款", {2021, 1, 1}, {2025, 4, 19}};
    made.topic = "继承";
    made.agency = "示例单位";
    return made;
}

Video video() {
    Video made;
    made.id = {"demo/pack/v1"};
    made.title = in_hans("标题");
    made.title[Language::en] = "Title";
    made.agency = "示例单位";
    made.media = "videos/一.mp4";
    made.duration = Micros{40'000'000};
    made.width = 1280;
    made.height = 720;
    made.frames_per_second = 25;
    made.ai_generated = true;
    made.reviewed_by = "张三";
    made.reviewed_on = base::Date{2026, 11, 1};
    made.topics = {"继承"};
    made.chapters = {{Micros{1'000'000}, in_hans("一")}};
    made.frame_code = true;
    return made;
}

std::string fault_of(const Json& json) {
    const auto read = item_from_json(json);
    return read ? "" : read.error().detail;
}

} // namespace

TEST_CASE("every kind of item comes back from its JSON as it was") {
    Campaign campaign;
    campaign.id = {"demo/pack/c"};
    campaign.title = in_hans("宪法日");
    campaign.from = {12, 1};
    campaign.to = {12, 7};
    campaign.day = {12, 4};
    campaign.items = {{"demo/pack/v1"}};
    Quiz quiz{{"demo/pack/quiz"}, in_hans("测验"), {{"demo/pack/q1"}}};
    for (const Item& item : {Item{video()}, Item{question()}, Item{quiz}, Item{campaign}}) {
        const auto read = item_from_json(to_json(item));
        REQUIRE(read);
        CHECK(*read == item);
    }
}

TEST_CASE("a missing, mistyped or absurd field is named") {
    auto json = to_json(Item{video()});
    json.erase("ai_generated");
    CHECK(fault_of(json) == "ai_generated is missing");
    json = to_json(Item{video()});
    json["duration_us"] = -1;
    CHECK(fault_of(json).starts_with("duration_us is not a whole number"));
    json["duration_us"] = "40";
    CHECK(fault_of(json).starts_with("duration_us"));
    json = to_json(Item{video()});
    json["id"] = "demo/pack/../v1";
    CHECK(fault_of(json) == "id is not publisher/pack/item");
    json = to_json(Item{question()});
    json["options"].erase(0);
    CHECK(fault_of(json) == "options are fewer than two");
    json = to_json(Item{question()});
    json["citation"]["checked"] = "2025-02-30";
    CHECK(fault_of(json).starts_with("checked is not a date"));
    CHECK(fault_of(Json::array()).find("is not an object") != std::string::npos);
}

TEST_CASE("unknown fields are ignored, so that a newer pack still shows") {
    auto json = to_json(Item{video()});
    json["later"] = {{"a", 1}};
    CHECK(item_from_json(json));
}
