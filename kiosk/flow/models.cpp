#include "kiosk/flow/models.h"

#include "content/campaign/campaign.h"
#include "content/strings/strings.h"

#include <algorithm>

namespace pufa::flow {

namespace {

using screens::QuizModel;

/// A campaign is announced this long before it begins.
constexpr int k_days_ahead = 30;

const std::string& tr(const State& state, std::string_view key) {
    return strings::text(state.settings.language, key);
}

const std::string& in_language(const State& state, const model::LocalizedText& text) {
    return text.in(state.settings.language);
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

screens::HeaderModel header(const State& state, const Now& now) {
    screens::HeaderModel model;
    model.place = state.settings.place;
    model.time = base::to_local(now.wall);
    model.time.second = 0; // the header shows minutes, so a second changes nothing
    model.demo = std::any_of(state.snapshot->packs.begin(), state.snapshot->packs.end(),
                             [](const auto& pack) { return pack.demo; });
    return model;
}

screens::DockModel dock(const State& state) {
    return {state.way.size() > 1, state.way.size() == 1, state.volume};
}

screens::VideoCard card(const State& state, const model::Video& video) {
    screens::VideoCard model;
    model.id = video.id;
    model.title = in_language(state, video.title);
    model.note = joined({in_language(state, video.series), in_language(state, video.speaker)});
    model.duration = video.duration;
    if (!video.poster.empty()) model.poster.key = video.id.pack().value + ":" + video.poster;
    model.ai_generated = video.ai_generated;
    model.unavailable = state.unavailable.contains(video.id);
    return model;
}

screens::QuizCard card(const State& state, const model::Quiz& quiz) {
    return {quiz.id, in_language(state, quiz.title), static_cast<int>(quiz.questions.size())};
}

std::optional<screens::CampaignBanner> banner(const State& state, const Now& now) {
    using Phase = campaign::OnToday::Phase;
    const auto found =
        campaign::on(state.snapshot->campaigns, base::to_local(now.wall).date, k_days_ahead);
    if (found.phase == Phase::none) return std::nullopt;
    screens::CampaignBanner model;
    model.id = found.campaign->id;
    model.title = in_language(state, found.campaign->title);
    model.note = in_language(state, found.campaign->note);
    model.days_left = found.days_left;
    for (const auto& id : found.campaign->items) {
        if (state.snapshot->video(id)) ++model.videos;
        if (state.snapshot->question(id)) ++model.questions;
        if (const auto* quiz = state.snapshot->quiz(id))
            model.questions += static_cast<int>(quiz->questions.size());
    }
    return model;
}

std::optional<screens::DailyQuestion> daily(const State& state, const Now& now) {
    const auto* question =
        campaign::daily(state.snapshot->questions, base::to_local(now.wall).date);
    if (!question) return std::nullopt;
    screens::DailyQuestion model;
    model.question = question->id;
    model.stem = in_language(state, question->stem);
    for (const auto& option : question->options)
        model.options.push_back(in_language(state, option.text));
    return model;
}

screens::Page page_of(const State& state, const HomePlace&, const Now& now) {
    if (state.catalog_error) {
        return screens::FaultModel{
            header(state, now), tr(state, "flow.fault.catalog"),
            strings::sentence(state.settings.language, *state.catalog_error)};
    }
    if (state.snapshot->empty()) {
        return screens::FaultModel{header(state, now), tr(state, "flow.fault.empty"),
                                   tr(state, "flow.fault.empty_staff")};
    }
    screens::HomeModel model;
    model.header = header(state, now);
    model.dock = dock(state);
    model.campaign = banner(state, now);
    model.daily = daily(state, now);
    model.has_videos = !state.snapshot->videos.empty();
    model.has_quizzes = !state.snapshot->quizzes.empty();
    model.shelf_title = tr(state, "flow.shelf.newest");
    for (const auto& video : state.snapshot->videos)
        model.shelf.push_back(card(state, video));
    return model;
}

screens::Page page_of(const State& state, const ShelfPlace& place, const Now& now) {
    const auto& snapshot = *state.snapshot;
    screens::ShelfModel model;
    model.header = header(state, now);
    model.dock = dock(state);
    switch (place.what) {
    case ShelfPlace::What::videos:
        model.title = tr(state, "flow.shelf.videos");
        for (const auto& video : snapshot.videos)
            model.videos.push_back(card(state, video));
        break;
    case ShelfPlace::What::quizzes:
        model.title = tr(state, "flow.shelf.quizzes");
        for (const auto& quiz : snapshot.quizzes)
            model.quizzes.push_back(card(state, quiz));
        break;
    case ShelfPlace::What::campaign:
        for (const auto& campaign : snapshot.campaigns) {
            if (campaign.id != place.campaign) continue;
            model.title = in_language(state, campaign.title);
            for (const auto& id : campaign.items) {
                if (const auto* video = snapshot.video(id))
                    model.videos.push_back(card(state, *video));
                if (const auto* quiz = snapshot.quiz(id))
                    model.quizzes.push_back(card(state, *quiz));
            }
        }
        break;
    }
    return model;
}

screens::WatchModel::State watch_state(const WatchPlace& place) {
    using From = PlayerUpdate::State;
    using To = screens::WatchModel::State;
    if (place.failed) return To::failed;
    switch (place.player.state) {
    case From::idle:
    case From::opening:
        return To::opening;
    case From::playing:
        return To::playing;
    case From::paused:
        return To::paused;
    case From::ended:
        return To::ended;
    case From::failed:
        return To::failed;
    }
    return To::opening;
}

screens::Page page_of(const State& state, const WatchPlace& place, const Now& now) {
    const auto* video = state.snapshot->video(place.id);
    screens::WatchModel model;
    model.id = place.id;
    model.state = watch_state(place);
    model.volume = state.volume;
    if (!video) {
        model.state = screens::WatchModel::State::failed;
        return model;
    }
    model.title = in_language(state, video->title);
    model.note = joined({in_language(state, video->series), in_language(state, video->speaker)});
    model.position = place.player.position;
    model.duration = place.player.duration > Micros{0} ? place.player.duration : video->duration;
    model.chapters = video->chapters;
    model.ai_generated = video->ai_generated;
    model.controls_shown =
        model.state != screens::WatchModel::State::playing || now.steady < place.controls_until;
    if (const auto* next = next_video(state, place.id)) model.next = card(state, *next);
    return model;
}

std::vector<QuizModel::Step> steps(const quiz::Attempt& attempt) {
    std::vector<QuizModel::Step> all;
    for (int i = 0; i < attempt.count(); ++i) {
        switch (attempt.standing(i)) {
        case quiz::Standing::open:
            all.push_back(i == attempt.position() ? QuizModel::Step::current
                                                  : QuizModel::Step::waiting);
            break;
        case quiz::Standing::right:
            all.push_back(QuizModel::Step::right);
            break;
        case quiz::Standing::wrong:
            all.push_back(QuizModel::Step::wrong);
            break;
        }
    }
    return all;
}

screens::QuizOption option_model(const State& state, const quiz::Attempt& attempt, int shown) {
    using Mark = screens::QuizOption::Mark;
    const auto& option = attempt.option(shown);
    const bool chosen = attempt.is_chosen(shown);
    screens::QuizOption model;
    model.text = in_language(state, option.text);
    if (!attempt.answered()) {
        model.mark = chosen ? Mark::chosen : Mark::none;
        return model;
    }
    if (option.right)
        model.mark = chosen ? Mark::right : Mark::missed;
    else
        model.mark = chosen ? Mark::wrong_chosen : Mark::none;
    if (chosen || option.right) model.feedback = in_language(state, option.feedback);
    return model;
}

std::string letters(const State& state, const std::vector<int>& shown) {
    std::string text;
    for (const int index : shown) {
        if (!text.empty()) text += tr(state, "flow.quiz.letter_separator");
        text += static_cast<char>('A' + index);
    }
    return text;
}

std::string_view kind_key(model::QuestionKind kind) {
    switch (kind) {
    case model::QuestionKind::single:
        return "flow.quiz.single";
    case model::QuestionKind::multiple:
        return "flow.quiz.multiple";
    case model::QuestionKind::true_false:
        return "flow.quiz.true_false";
    }
    return "flow.quiz.single";
}

screens::Page page_of(const State& state, const QuizPlace& place, const Now& now) {
    const auto& attempt = place.attempt;
    const auto& question = attempt.question();
    QuizModel model;
    model.header = header(state, now);
    model.dock = dock(state);
    model.kicker = joined({tr(state, kind_key(question.kind)), question.topic});
    model.stem = in_language(state, question.stem);
    model.kind = question.kind;
    for (int shown = 0; shown < attempt.option_count(); ++shown)
        model.options.push_back(option_model(state, attempt, shown));
    model.number = attempt.position() + 1;
    model.count = attempt.count();
    model.steps = steps(attempt);
    model.answered = attempt.answered();
    model.answered_right = attempt.answered_right();
    model.right_letters = letters(state, attempt.right_shown());
    model.explanation = in_language(state, question.explanation);
    model.citation = question.citation;
    model.article_open = place.article_open;
    model.can_submit = attempt.can_submit();
    model.last = attempt.at_last();
    return model;
}

/// A video that shares a topic with a question that went wrong, else the first that plays.
const model::Video* learn_next(const State& state, const quiz::Attempt& attempt,
                               const std::vector<model::ItemId>& questions) {
    const model::Video* any = nullptr;
    for (const auto& video : state.snapshot->videos) {
        if (state.unavailable.contains(video.id)) continue;
        if (!any) any = &video;
        for (int i = 0; i < attempt.count(); ++i) {
            const auto* question = state.snapshot->question(questions[static_cast<size_t>(i)]);
            const bool shared = question && attempt.standing(i) == quiz::Standing::wrong &&
                                std::find(video.topics.begin(), video.topics.end(),
                                          question->topic) != video.topics.end();
            if (shared) return &video;
        }
    }
    return any;
}

screens::Page page_of(const State& state, const ResultPlace& place, const Now& now) {
    screens::ResultModel model;
    model.header = header(state, now);
    model.dock = dock(state);
    const auto* quiz = place.quiz ? state.snapshot->quiz(*place.quiz) : nullptr;
    model.quiz_title = quiz ? in_language(state, quiz->title) : tr(state, "flow.quiz.daily");
    model.right = place.attempt.right_count();
    model.count = place.attempt.count();
    model.steps = steps(place.attempt);
    model.recorded = state.durable >= place.ticket;
    if (const auto* video = learn_next(state, place.attempt, place.questions))
        model.learn_next = card(state, *video);
    return model;
}

} // namespace

const model::Video* next_video(const State& state, const model::ItemId& id) {
    const auto& videos = state.snapshot->videos;
    const auto at = std::find_if(videos.begin(), videos.end(),
                                 [&](const auto& video) { return video.id == id; });
    if (at == videos.end()) return nullptr;
    const auto start = static_cast<size_t>(at - videos.begin());
    for (size_t step = 1; step < videos.size(); ++step) {
        const auto& video = videos[(start + step) % videos.size()];
        if (!state.unavailable.contains(video.id)) return &video;
    }
    return nullptr;
}

std::vector<model::Question> questions_of(const catalog::Snapshot& snapshot,
                                          const std::vector<model::ItemId>& ids) {
    std::vector<model::Question> questions;
    for (const auto& id : ids) {
        if (const auto* question = snapshot.question(id)) questions.push_back(*question);
    }
    return questions;
}

screens::Page build_page(const State& state, const Now& now) {
    return std::visit([&](const auto& place) { return page_of(state, place, now); }, state.here());
}

} // namespace pufa::flow
