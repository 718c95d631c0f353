#include "kiosk/flow/view.h"

#include "content/strings/strings.h"

#include <algorithm>
#include <set>

namespace pufa::flow {

const std::string& tr(View& view, std::string_view key) {
    return strings::text(view.language(), key);
}

const std::string& in_language(View& view, const model::LocalizedText& text) {
    if (!text.empty() && !text.has(view.language())) view.fell_back = true;
    return text.in(view.language());
}

campaign::Programme programme(const State& state, const Now& now) {
    /// A campaign is announced this long before it begins.
    constexpr int k_days_ahead = 30;
    const auto& snapshot = *state.snapshot;
    return campaign::programme({snapshot.campaigns, snapshot.questions, snapshot.quizzes},
                               base::to_local(now.wall), k_days_ahead, state.settings.night);
}

std::vector<const model::Video*> videos_today(const State& state,
                                              const campaign::Programme& today) {
    std::vector<const model::Video*> videos;
    std::set<const model::Video*> taken;
    const auto take = [&](const model::Video* video) {
        if (video && taken.insert(video).second) videos.push_back(video);
    };
    for (const auto& id : today.first)
        take(state.snapshot->video(id));
    for (const auto& video : state.snapshot->videos)
        take(&video);
    return videos;
}

std::string joined(std::initializer_list<std::string> parts) {
    std::string line;
    for (const auto& part : parts) {
        if (part.empty()) continue;
        if (!line.empty()) line += " · ";
        line += part;
    }
    return line;
}

bool shows_demo(const View& view) {
    const auto& packs = view.state.snapshot->packs;
    return std::any_of(packs.begin(), packs.end(), [](const auto& pack) { return pack.demo; });
}

screens::HeaderModel header(View& view) {
    screens::HeaderModel model;
    model.place = view.state.settings.place;
    model.time = base::to_local(view.now.wall);
    model.time.second = 0; // the header shows minutes, so a second changes nothing
    model.demo = shows_demo(view);
    return model;
}

screens::DockModel dock(View& view) {
    return {view.state.way.size() > 1, view.state.way.size() == 1, view.state.volume};
}

screens::VideoCard card(View& view, const model::Video& video) {
    screens::VideoCard model;
    model.id = video.id;
    model.title = in_language(view, video.title);
    model.note = joined({in_language(view, video.series), in_language(view, video.speaker)});
    model.duration = video.duration;
    if (!video.poster.empty()) model.poster.key = video.id.pack().value + ":" + video.poster;
    model.ai_generated = video.ai_generated;
    model.unavailable = !view.state.can_play(video.id);
    return model;
}

screens::QuizCard card(View& view, const model::Quiz& quiz) {
    return {quiz.id, in_language(view, quiz.title), static_cast<int>(quiz.questions.size())};
}

screens::ArticleCard card(View& view, const model::Article& article) {
    return {article.id, in_language(view, article.title), in_language(view, article.note)};
}

} // namespace pufa::flow
