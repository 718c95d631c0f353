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
    made.citation = {"中华人民共和国民法典", "第一条", "条文\n第二款", {2021, 1, 1}, {2025, 4, 19}};
    made.topic = "继承";
    made.agency = "示例单位";
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
    made.frame_code = true;
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
    return made;
}

} // namespace pufa::test
