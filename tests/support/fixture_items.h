#pragma once
// What the fixture pack holds, without a test framework: one video with a poster, two questions, a
// quiz of them, a campaign; and an article for those who want one.

#include "content/pack/manifest.h"

#include <string>
#include <string_view>
#include <utility>

namespace pufa::support {

inline constexpr std::string_view k_fixture_id = "test-press/fixture";
/// A day on which the fixture is valid.
inline const WallTime k_fixture_now = *base::parse_iso("2026-11-23T15:20:00+08:00");

inline model::LocalizedText in_three(std::string hans, std::string hant, std::string english) {
    model::LocalizedText text;
    text[model::Language::zh_hans] = std::move(hans);
    text[model::Language::zh_hant] = std::move(hant);
    text[model::Language::en] = std::move(english);
    return text;
}

inline model::ItemId fixture_item(std::string_view item) {
    return {std::string{k_fixture_id} + "/" + std::string{item}};
}

inline model::Video fixture_video() {
    model::Video video;
    video.id = fixture_item("wills");
    video.title = in_three("遗嘱怎么立", "遺囑怎樣立", "How to make a will");
    video.agency = "测试司法局";
    video.media = "videos/wills.mp4";
    video.poster = "videos/wills.png";
    video.duration = std::chrono::seconds{90};
    video.width = 1280;
    video.height = 720;
    video.frames_per_second = 25;
    video.has_sound = true;
    video.topics = {"继承"};
    return video;
}

inline model::Question fixture_question(std::string_view item, model::QuestionKind kind) {
    model::Question question;
    question.id = fixture_item(item);
    question.kind = kind;
    question.stem = model::in_hans("自书遗嘱要写明年、月、日吗？");
    model::Option yes;
    yes.text = model::in_hans("要");
    yes.right = true;
    model::Option no;
    no.text = model::in_hans("不要");
    question.options = {yes, no};
    question.explanation = model::in_hans("自书遗嘱由遗嘱人亲笔书写，签名，注明年、月、日。");
    question.citation = {"中华人民共和国民法典",
                         "第一千一百三十四条",
                         "自书遗嘱由遗嘱人亲笔书写，签名，注明年、月、日。",
                         {2021, 1, 1},
                         {2026, 11, 1}};
    question.topic = "继承";
    question.agency = "测试司法局";
    return question;
}

inline model::Article fixture_article() {
    model::Article article;
    article.id = fixture_item("guide");
    article.title = in_three("遗嘱三步", "遺囑三步", "A will in three steps");
    article.markdown = model::in_hans("## 第一步\n\n写下来。");
    article.topics = {"继承"};
    article.agency = "测试司法局";
    return article;
}

/// Valid but for its members, which write_pack fills in.
inline pack::Manifest fixture_manifest(int64_t sequence = 1) {
    pack::Manifest manifest;
    manifest.id = {std::string{k_fixture_id}};
    manifest.title = in_three("测试内容包", "測試內容包", "Test pack");
    manifest.sequence = sequence;
    manifest.created = *base::parse_iso("2026-11-20T08:00:00Z");
    manifest.agencies = {"测试司法局"};
    manifest.languages = {model::Language::zh_hans};
    manifest.demo = true;
    model::Quiz quiz{fixture_item("quiz"), model::in_hans("继承小测"), {}};
    quiz.questions = {fixture_item("q1"), fixture_item("q2")};
    model::Campaign campaign;
    campaign.id = fixture_item("constitution-day");
    campaign.title = model::in_hans("国家宪法日");
    campaign.from = {12, 1};
    campaign.to = {12, 7};
    campaign.day = {12, 4};
    campaign.items = {fixture_item("wills"), fixture_item("quiz")};
    manifest.items = {fixture_video(), fixture_question("q1", model::QuestionKind::single),
                      fixture_question("q2", model::QuestionKind::true_false), quiz, campaign};
    return manifest;
}

} // namespace pufa::support
