#pragma once
// A snapshot in memory: two videos, one quiz of three questions (single, multiple, true-false) and
// the campaign of 4 December.

#include "content/catalog/snapshot.h"

#include <memory>

namespace pufa::test {

inline model::ItemId item(const std::string& name) {
    return {"demo/sample/" + name};
}

inline model::Video sample_video(const std::string& name, std::chrono::seconds duration) {
    model::Video video;
    video.id = item(name);
    video.title = model::in_hans("视频 " + name);
    video.media = "videos/" + name + ".mp4";
    video.duration = duration;
    video.width = 1280;
    video.height = 720;
    video.frames_per_second = 25;
    video.has_sound = true;
    return video;
}

inline model::Question sample_question(const std::string& name, model::QuestionKind kind,
                                       const std::vector<bool>& right) {
    model::Question question;
    question.id = item(name);
    question.kind = kind;
    question.stem = model::in_hans("题目 " + name);
    for (size_t i = 0; i < right.size(); ++i) {
        model::Option option;
        option.text = model::in_hans("选项 " + std::to_string(i));
        option.feedback = model::in_hans("说明 " + std::to_string(i));
        option.right = right[i];
        question.options.push_back(option);
    }
    question.explanation = model::in_hans("解析");
    question.citation = {"中华人民共和国人民调解法", "第四条",
                         "人民调解委员会调解民间纠纷，不收取任何费用。", base::Date{2011, 1, 1},
                         base::Date{2025, 4, 19}};
    question.topic = "人民调解";
    return question;
}

inline std::shared_ptr<catalog::Snapshot> sample_snapshot() {
    using model::QuestionKind;
    auto snapshot = std::make_shared<catalog::Snapshot>();
    snapshot->revision = 1;
    snapshot->packs = {{{"demo/sample"}, model::in_hans("示例"), 7, true}};
    snapshot->videos = {sample_video("one", std::chrono::seconds{40}),
                        sample_video("two", std::chrono::seconds{20})};
    for (const auto& video : snapshot->videos)
        snapshot->members["demo/sample:" + video.media] = {"/nowhere.pufa", 100, 1000};
    snapshot->questions = {
        sample_question("q1", QuestionKind::single, {false, true, false, false}),
        sample_question("q2", QuestionKind::multiple, {true, true, false}),
        sample_question("q3", QuestionKind::true_false, {false, true}),
    };
    model::Quiz quiz;
    quiz.id = item("quiz");
    quiz.title = model::in_hans("小测验");
    quiz.questions = {item("q1"), item("q2"), item("q3")};
    snapshot->quizzes = {quiz};
    model::Campaign campaign;
    campaign.id = item("constitution");
    campaign.title = model::in_hans("12·4 国家宪法日");
    campaign.from = {12, 1};
    campaign.to = {12, 7};
    campaign.day = {12, 4};
    campaign.items = {item("one"), item("quiz")};
    snapshot->campaigns = {campaign};
    return snapshot;
}

} // namespace pufa::test
