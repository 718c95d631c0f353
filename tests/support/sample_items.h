#pragma once
// One item of each kind, with every field set, for the tests of their JSON.

#include "content/model/items.h"

namespace pufa::test {

inline model::Question full_question() {
    model::Question made;
    made.id = {"demo/pack/q1"};
    made.kind = model::QuestionKind::multiple;
    made.stem = model::in_hans("题目");
    made.picture = "pictures/q1.png";
    made.picture_words = model::in_hans("一张图");
    made.options = {{model::in_hans("甲"), model::in_hans("对"), true, false},
                    {model::in_hans("以上都对"), {}, false, true}};
    made.explanation = model::in_hans("解析");
    made.citation = model::Citation{
        "中华人民共和国民法典", "第一条", "条文\n第二款", {2021, 1, 1}, {2025, 4, 19}};
    made.topic = "继承";
    made.agency = "示例单位";
    made.difficulty = 2;
    made.tags = {"遗嘱", "进社区"};
    made.audience = {"residents"};
    made.valid_until = base::start_of({2027, 1, 1});
    return made;
}

inline model::Video full_video() {
    model::Video made;
    made.id = {"demo/pack/v1"};
    made.title = model::in_hans("标题");
    made.title[model::Language::en] = "Title";
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
    made.chapters = {{Micros{1'000'000}, model::in_hans("一")}};
    made.captions = {{model::Language::zh_hans, "captions/v1.zh-Hans.vtt"},
                     {model::Language::en, "captions/v1.en.vtt"}};
    made.quiz = model::ItemId{"demo/other/quiz"};
    made.frame_code = true;
    made.loudness = model::Loudness{-17.25, -1.5};
    made.thumbs = model::SeekThumbs{"thumbs/v1.jpg", Micros{2'000'000}, 20, 5, 160, 90};
    made.sounds = {"cmn", "yue", "und"};
    made.stated = model::Stated{
        Micros{-21'333}, Micros{40'000'000}, "h264", 1280, 720, 2, 25, 1, "aac", 48'000, 2};
    made.audience = {"elderly", "overseas"};
    made.initials = "bt";
    made.valid_until = base::start_of({2027, 1, 1});
    return made;
}

inline model::LawStatus full_law_status() {
    model::LawStatus made;
    made.id = {"demo/pack/ls"};
    made.title = model::in_hans("法条变动");
    made.changes = {{"中华人民共和国民法典", "第一条", {2027, 1, 1}, model::in_hans("已修改")},
                    {"某某条例", "", {2026, 6, 1}, {}}};
    return made;
}

inline model::Article full_article() {
    model::Article made;
    made.id = {"demo/pack/a1"};
    made.title = model::in_hans("调解五步");
    made.note = model::in_hans("不收费");
    made.markdown = model::in_hans("# 第一步\n\n先商量。");
    made.markdown[model::Language::en] = "# First\n\nTalk.";
    made.citation =
        model::Citation{"中华人民共和国人民调解法", "第四条", "条文", {2011, 1, 1}, {2025, 4, 19}};
    made.topics = {"人民调解"};
    made.agency = "示例单位";
    made.audience = {"villagers"};
    return made;
}

inline model::Place full_place() {
    model::Place made;
    made.id = {"demo/pack/p1"};
    made.kind = model::PlaceKind::justice_office;
    made.name = model::in_hans("白沙街道司法所（示例）");
    made.where = model::in_hans("一楼");
    made.town = "440703002";
    made.at = model::GeoPoint{113.07, 22.59};
    made.datum = model::Datum::gcj02;
    made.phone = "12348";
    made.hours = "Mo-Fr 09:00-17:30";
    made.languages = {"cmn", "yue"};
    made.step_free = true;
    made.overseas = true;
    made.disputes = {{"demo/pack/leak"}};
    made.bring = {model::in_hans("身份证")};
    made.agency = "示例单位";
    return made;
}

inline model::Dispute full_dispute() {
    model::Dispute made;
    made.id = {"demo/pack/leak"};
    made.title = model::in_hans("邻里漏水");
    made.note = model::in_hans("楼上漏水、噪音");
    made.advice = model::in_hans("可以先找人民调解");
    made.picture = "finder/leak.png";
    made.first = {model::PlaceKind::mediation, model::PlaceKind::justice_office};
    made.facts = {{model::in_hans("不收任何费用"), *full_article().citation}};
    made.bring = {model::in_hans("身份证")};
    made.words = {"漏水", "渗水"};
    return made;
}

inline model::HolidayCalendar full_holidays() {
    return {{"demo/pack/holidays"},
            {{{2027, 1, 1}, {2027, 1, 3}, model::in_hans("元旦"), true},
             {{2027, 1, 10}, {2027, 1, 10}, model::in_hans("调休上班"), false}}};
}

inline model::BaseMap full_base_map() {
    model::BaseMap made;
    made.id = {"demo/pack/map"};
    made.title = model::in_hans("示意图");
    made.datum = model::Datum::wgs84;
    made.approval = "schematic";
    made.mesh = "maps/map.mesh";
    made.districts = {
        {"440703", model::in_hans("蓬江区"), {113.0, 22.6}, {112.9, 22.5}, {113.2, 22.8}}};
    made.towns = {{"440703002", model::in_hans("白沙街道"), {113.07, 22.59}}};
    return made;
}

inline model::Poll full_poll() {
    return {{"demo/pack/poll"},
            model::in_hans("您最想听哪一讲？"),
            {model::in_hans("继承"), model::in_hans("劳动")},
            {2026, 11, 1},
            {2026, 12, 31},
            "示例单位",
            {"women"}};
}

inline model::Consultation full_consultation() {
    return {{"demo/pack/consultation"},
            model::in_hans("征求意见"),
            model::in_hans("一份示例草案"),
            {{model::in_hans("您赞成吗？"), {model::in_hans("赞成"), model::in_hans("不赞成")}}},
            {2026, 11, 1},
            {2026, 12, 31},
            "示例单位",
            {"women"}};
}

} // namespace pufa::test
