#pragma once
// What the sample pages share: header, dock, prose of any length, cards.

#include "kiosk/screens/page.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pufa::support {

using namespace screens;

inline HeaderModel sample_header() {
    return {"江门市公共法律服务中心", {{2026, 11, 23}, 15, 20, 0, 0}, true};
}

inline DockModel sample_dock(bool at_home = false) {
    return {!at_home, at_home, 3};
}

inline std::string repeated(std::string_view words, int characters) {
    std::string text;
    for (int i = 0; i < characters; ++i)
        text += words.substr(static_cast<size_t>(i) * 3 % words.size(), 3);
    return text;
}

/// As many Han characters of running prose, with marks in it, as asked for.
inline std::string prose(int characters) {
    return repeated("楼上漏水损坏了楼下的天花板，邻居之间先商量，商量不成可以请人民调解委员会调解"
                    "，调解不收任何费用。",
                    characters);
}

inline VideoCard sample_video(int number) {
    static const std::vector<std::pair<std::string, std::string>> titles{
        {"第 12 讲　邻里漏水，谁来负责", "法治大讲堂 · 陈律师"},
        {"民法典里的婚姻家庭", "法治大讲堂 · 林律师"},
        {"一分钟读懂出租屋安全新规", "AI 数字人短视频"},
        {"华侨回乡办公证，怎么走", "禾美五邑"},
        {"防诈骗：接到这种电话先挂断", "以案释法"},
        {"欠薪了怎么办", "法治大讲堂 · 黄律师"}};
    const auto& [title, note] = titles[static_cast<size_t>(number) % titles.size()];
    VideoCard video;
    video.id = {"jiangmen/demo/video-" + std::to_string(number)};
    video.title = title;
    video.note = note;
    video.duration = std::chrono::seconds{62 + number * 227};
    video.ai_generated = number % 3 == 2;
    video.unavailable = number == 3;
    if (number % 2 == 0) video.poster.key = "jiangmen/demo:poster-" + std::to_string(number);
    return video;
}

inline QuizCard sample_quiz_card(int number) {
    return {{"jiangmen/demo/quiz-" + std::to_string(number)}, "民法典常识十题", 10};
}

} // namespace pufa::support
