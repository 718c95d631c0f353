#include "content/model/item_json.h"
#include "content/model/json_writing.h"
#include "content/model/place_json.h"
#include "content/model/question_kinds.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <utility>

namespace pufa::model {

namespace {

using Json = nlohmann::ordered_json;

Json write(const Chapter& chapter) {
    return {{"at_us", chapter.at.count()}, {"title", to_json(chapter.title)}};
}

Json write(const CaptionFile& captions) {
    return {{"language", tag(captions.language)}, {"member", captions.member}};
}

Json write(const Option& option) {
    Json json;
    json["text"] = to_json(option.text);
    put(json, "feedback", option.feedback);
    json["right"] = option.right;
    if (option.keep_last) json["keep_last"] = true;
    return json;
}

std::string write(MonthDay day) {
    return fmt::format("{:02}-{:02}", day.month, day.day);
}

Json write(const SeekThumbs& thumbs) {
    return {{"member", thumbs.member}, {"every_us", thumbs.every.count()},
            {"count", thumbs.count},   {"columns", thumbs.columns},
            {"width", thumbs.width},   {"height", thumbs.height}};
}

Json write(const Stated& stated) {
    return {{"start_us", stated.start.count()},
            {"duration_us", stated.duration.count()},
            {"video_codec", stated.video_codec},
            {"width", stated.width},
            {"height", stated.height},
            {"video_delay", stated.video_delay},
            {"frame_rate_num", stated.frame_rate_num},
            {"frame_rate_den", stated.frame_rate_den},
            {"sound_codec", stated.sound_codec},
            {"sound_rate", stated.sound_rate},
            {"sound_channels", stated.sound_channels}};
}

Json write(const Video& video) {
    Json json;
    json["kind"] = "video";
    json["id"] = video.id.value;
    put(json, "title", video.title);
    put(json, "summary", video.summary);
    put(json, "series", video.series);
    put(json, "speaker", video.speaker);
    json["agency"] = video.agency;
    json["media"] = video.media;
    put(json, "poster", video.poster);
    json["duration_us"] = video.duration.count();
    json["width"] = video.width;
    json["height"] = video.height;
    json["frames_per_second"] = video.frames_per_second;
    json["has_sound"] = video.has_sound;
    json["ai_generated"] = video.ai_generated;
    put(json, "reviewed_by", video.reviewed_by);
    if (video.reviewed_on) json["reviewed_on"] = base::to_string(*video.reviewed_on);
    json["topics"] = text_list(video.topics);
    auto chapters = Json::array();
    for (const auto& chapter : video.chapters)
        chapters.push_back(write(chapter));
    json["chapters"] = std::move(chapters);
    if (!video.captions.empty()) {
        auto files = Json::array();
        for (const auto& captions : video.captions)
            files.push_back(write(captions));
        json["captions"] = std::move(files);
    }
    if (video.quiz) json["quiz"] = video.quiz->value;
    if (video.frame_code) json["frame_code"] = true;
    if (video.loudness)
        json["loudness"] = {{"lufs", video.loudness->lufs},
                            {"peak_dbtp", video.loudness->peak_dbtp}};
    if (video.thumbs) json["thumbs"] = write(*video.thumbs);
    if (!video.sounds.empty()) json["sounds"] = text_list(video.sounds);
    if (video.stated) json["stated"] = write(*video.stated);
    return json;
}

Json write(const Question& question) {
    Json json;
    json["kind"] = "question";
    json["id"] = question.id.value;
    for (const auto& [kind, word] : k_question_kinds) {
        if (kind == question.kind) json["type"] = word;
    }
    put(json, "stem", question.stem);
    put(json, "picture", question.picture);
    put(json, "picture_words", question.picture_words);
    auto options = Json::array();
    for (const auto& option : question.options)
        options.push_back(write(option));
    json["options"] = std::move(options);
    put(json, "explanation", question.explanation);
    if (question.citation) json["citation"] = write(*question.citation);
    put(json, "topic", question.topic);
    json["agency"] = question.agency;
    if (question.difficulty != 0) json["difficulty"] = question.difficulty;
    if (!question.tags.empty()) json["tags"] = text_list(question.tags);
    return json;
}

Json write(const Quiz& quiz) {
    Json json;
    json["kind"] = "quiz";
    json["id"] = quiz.id.value;
    put(json, "title", quiz.title);
    json["questions"] = write(quiz.questions);
    return json;
}

Json write(const Campaign& campaign) {
    Json json;
    json["kind"] = "campaign";
    json["id"] = campaign.id.value;
    put(json, "title", campaign.title);
    put(json, "note", campaign.note);
    json["from"] = write(campaign.from);
    json["to"] = write(campaign.to);
    json["day"] = write(campaign.day);
    json["items"] = write(campaign.items);
    return json;
}

Json write(const Article& article) {
    Json json;
    json["kind"] = "article";
    json["id"] = article.id.value;
    put(json, "title", article.title);
    put(json, "note", article.note);
    put(json, "markdown", article.markdown);
    if (article.citation) json["citation"] = write(*article.citation);
    json["topics"] = text_list(article.topics);
    json["agency"] = article.agency;
    return json;
}

Json write(const LawStatus& status) {
    Json json;
    json["kind"] = "law-status";
    json["id"] = status.id.value;
    put(json, "title", status.title);
    auto changes = Json::array();
    for (const auto& change : status.changes) {
        Json one;
        one["law"] = change.law;
        put(one, "article", change.article);
        one["from"] = base::to_string(change.from);
        put(one, "note", change.note);
        changes.push_back(std::move(one));
    }
    json["changes"] = std::move(changes);
    return json;
}

} // namespace

nlohmann::ordered_json to_json(const LocalizedText& text) {
    auto json = Json::object();
    for (const auto language : k_languages) {
        if (text.has(language)) json[std::string{tag(language)}] = text.in(language);
    }
    return json;
}

nlohmann::ordered_json to_json(const Item& item) {
    return std::visit(
        [](const auto& held) {
            Json json;
            if constexpr (requires { write(held); })
                json = write(held);
            else
                json = write_place_item(held);
            if constexpr (requires { held.audience; }) {
                if (!held.audience.empty()) json["audience"] = text_list(held.audience);
            }
            if constexpr (requires { held.initials; }) put(json, "initials", held.initials);
            if constexpr (requires { held.valid_until; }) {
                if (held.valid_until) json["valid_until"] = base::to_iso(*held.valid_until);
            }
            return json;
        },
        item);
}

} // namespace pufa::model
