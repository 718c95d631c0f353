#pragma once
// The player with models in hand: usual, with all that it can offer, upright, over.

#include "tests/support/sample_cards.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pufa::support {

inline WatchModel sample_watch(WatchModel::State state = WatchModel::State::playing) {
    WatchModel model;
    model.id = {"jiangmen/demo/video-0"};
    model.title = "第 12 讲　邻里漏水，谁来负责";
    model.note = "法治大讲堂 · 市司法局 · 陈律师主讲";
    model.position = std::chrono::seconds{471};
    model.duration = std::chrono::seconds{1120};
    model.chapters = {{base::Micros{0}, model::in_hans("漏水从哪里来")},
                      {std::chrono::seconds{203}, model::in_hans("怎样保留证据")},
                      {std::chrono::seconds{719}, model::in_hans("找谁来调解")}};
    model.state = state;
    model.ai_generated = true;
    model.next = sample_video(1);
    model.pictures = SeekPictures{{"jiangmen/demo:thumbs-0"}, std::chrono::seconds{12}, 94, 10};
    return model;
}

/// All that the player can offer, and not at the usual pace.
inline WatchModel full_watch() {
    WatchModel model = sample_watch();
    model.has_captions = true;
    model.caption = "楼上漏水，先保留证据，\n再找社区调解员。";
    model.pace_percent = 125;
    model.sounds = {{0, "普通话", false}, {1, "粤语", true}, {2, "English", false}};
    return model;
}

/// The last words of a lecture, and the next one follows by itself.
inline WatchModel episode_watch() {
    WatchModel model = sample_watch(WatchModel::State::ended);
    model.next_is_episode = true;
    model.next_follows = true;
    return model;
}

inline WatchModel hidden_watch() {
    WatchModel model = sample_watch();
    model.controls_shown = false;
    return model;
}

/// Somebody speaks, and it can be read.
inline WatchModel spoken_watch() {
    WatchModel model = sample_watch();
    model.has_captions = true;
    model.caption = "楼上漏水，先保留证据，\n再找社区调解员。";
    return model;
}

/// A film of a telephone that was held upright, and every word of it.
inline WatchModel upright_watch() {
    WatchModel model = spoken_watch();
    model.shape = 9.f / 16;
    model.position = std::chrono::seconds{38};
    const std::vector<std::string> said{"各位街坊，大家好。",
                                        "今天讲一件很多人碰到过的事：楼上漏水。",
                                        "先不要急着吵架。",
                                        "拍下漏水的地方，照片里要看得出日期。",
                                        "请物业来看，请他们写一份记录。",
                                        "楼上漏水，先保留证据，再找社区调解员。",
                                        "调解不收任何费用。",
                                        "调解员会把两家人请到一起坐下来谈。",
                                        "谈好了，写成调解协议，双方签字，协议就有约束力，"
                                        "也可以一起向法院申请司法确认。",
                                        "谈不成，还可以向法院起诉。",
                                        "有不明白的，请打 12348。"};
    std::vector<SpokenLine> lines;
    for (const auto& words : said)
        lines.push_back({std::chrono::seconds{7 * static_cast<int>(lines.size())}, words});
    model.transcript = std::make_shared<const std::vector<SpokenLine>>(std::move(lines));
    return model;
}

/// Nobody speaks in it.
inline WatchModel silent_upright_watch() {
    WatchModel model = sample_watch();
    model.shape = 9.f / 16;
    model.sounds = full_watch().sounds;
    return model;
}

/// More chapters than a sheet holds, with long names.
inline WatchModel chaptered_watch() {
    WatchModel model = spoken_watch();
    model.chapters.clear();
    for (int i = 0; i < 12; ++i)
        model.chapters.push_back({std::chrono::seconds{90 * i}, model::in_hans(prose(40))});
    return model;
}

} // namespace pufa::support
