#include "kiosk/flow/models.h"

#include "content/campaign/campaign.h"
#include "content/strings/strings.h"

#include <algorithm>

namespace pufa::flow {

namespace {

using screens::QuizModel;

/// A campaign is announced this long before it begins.
constexpr int k_days_ahead = 30;

/// What a page is built from, and what was noticed while building it.
struct View {
    const State& state;
    const Now& now;
    bool fell_back = false; ///< some words are not in the visitor's language

    [[nodiscard]] model::Language language() const { return state.look.language; }
};

const std::string& tr(View& view, std::string_view key) {
    return strings::text(view.language(), key);
}

const std::string& in_language(View& view, const model::LocalizedText& text) {
    if (!text.empty() && !text.has(view.language())) view.fell_back = true;
    return text.in(view.language());
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
    model.unavailable = view.state.unavailable.contains(video.id);
    return model;
}

screens::QuizCard card(View& view, const model::Quiz& quiz) {
    return {quiz.id, in_language(view, quiz.title), static_cast<int>(quiz.questions.size())};
}

std::optional<screens::CampaignBanner> banner(View& view) {
    using Phase = campaign::OnToday::Phase;
    const auto found = campaign::on(view.state.snapshot->campaigns,
                                    base::to_local(view.now.wall).date, k_days_ahead);
    if (found.phase == Phase::none) return std::nullopt;
    screens::CampaignBanner model;
    model.id = found.campaign->id;
    model.title = in_language(view, found.campaign->title);
    model.note = in_language(view, found.campaign->note);
    model.days_left = found.days_left;
    for (const auto& id : found.campaign->items) {
        if (view.state.snapshot->video(id)) ++model.videos;
        if (view.state.snapshot->question(id)) ++model.questions;
        if (const auto* quiz = view.state.snapshot->quiz(id))
            model.questions += static_cast<int>(quiz->questions.size());
    }
    return model;
}

std::optional<screens::DailyQuestion> daily(View& view) {
    const auto* question =
        campaign::daily(view.state.snapshot->questions, base::to_local(view.now.wall).date);
    if (!question) return std::nullopt;
    screens::DailyQuestion model;
    model.question = question->id;
    model.stem = in_language(view, question->stem);
    for (const auto& option : question->options)
        model.options.push_back(in_language(view, option.text));
    return model;
}

screens::Page attract_page(View& view, const AttractPlace& place) {
    using S = PlayerUpdate::State;
    screens::AttractModel model;
    model.place = view.state.settings.place;
    model.demo = shows_demo(view);
    model.plays = place.player.state == S::playing || place.player.state == S::paused;
    if (const auto* video = view.state.snapshot->video(place.clip)) {
        model.title = in_language(view, video->title);
        model.ai_generated = video->ai_generated;
    }
    return model;
}

screens::Page page_of(View& view, const HomePlace&) {
    if (view.state.catalog_error) {
        return screens::FaultModel{header(view), tr(view, "flow.fault.catalog"),
                                   strings::sentence(view.language(), *view.state.catalog_error)};
    }
    if (view.state.snapshot->empty()) {
        return screens::FaultModel{header(view), tr(view, "flow.fault.empty"),
                                   tr(view, "flow.fault.empty_staff")};
    }
    screens::HomeModel model;
    model.header = header(view);
    model.dock = dock(view);
    model.campaign = banner(view);
    model.daily = daily(view);
    model.has_videos = !view.state.snapshot->videos.empty();
    model.has_quizzes = !view.state.snapshot->quizzes.empty();
    model.shelf_title = tr(view, "flow.shelf.newest");
    for (const auto& video : view.state.snapshot->videos)
        model.shelf.push_back(card(view, video));
    return model;
}

screens::Page page_of(View& view, const ShelfPlace& place) {
    const auto& snapshot = *view.state.snapshot;
    screens::ShelfModel model;
    model.header = header(view);
    model.dock = dock(view);
    switch (place.what) {
    case ShelfPlace::What::videos:
        model.title = tr(view, "flow.shelf.videos");
        for (const auto& video : snapshot.videos)
            model.videos.push_back(card(view, video));
        break;
    case ShelfPlace::What::quizzes:
        model.title = tr(view, "flow.shelf.quizzes");
        for (const auto& quiz : snapshot.quizzes)
            model.quizzes.push_back(card(view, quiz));
        break;
    case ShelfPlace::What::campaign:
        for (const auto& campaign : snapshot.campaigns) {
            if (campaign.id != place.campaign) continue;
            model.title = in_language(view, campaign.title);
            for (const auto& id : campaign.items) {
                if (const auto* video = snapshot.video(id))
                    model.videos.push_back(card(view, *video));
                if (const auto* quiz = snapshot.quiz(id))
                    model.quizzes.push_back(card(view, *quiz));
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

screens::Page page_of(View& view, const WatchPlace& place) {
    const auto* video = view.state.snapshot->video(place.id);
    screens::WatchModel model;
    model.id = place.id;
    model.state = watch_state(place);
    model.volume = view.state.volume;
    if (!video) {
        model.state = screens::WatchModel::State::failed;
        return model;
    }
    model.title = in_language(view, video->title);
    model.note = joined({in_language(view, video->series), in_language(view, video->speaker)});
    model.position = place.player.position;
    model.duration = place.player.duration > Micros{0} ? place.player.duration : video->duration;
    model.chapters = video->chapters;
    model.ai_generated = video->ai_generated;
    model.captions_on = view.state.captions_on;
    model.controls_shown = model.state != screens::WatchModel::State::playing ||
                           view.now.steady < place.controls_until;
    if (const auto* next = next_video(view.state, place.id)) model.next = card(view, *next);
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

screens::QuizOption option_model(View& view, const quiz::Attempt& attempt, int shown) {
    using Mark = screens::QuizOption::Mark;
    const auto& option = attempt.option(shown);
    const bool chosen = attempt.is_chosen(shown);
    screens::QuizOption model;
    model.text = in_language(view, option.text);
    if (!attempt.answered()) {
        model.mark = chosen ? Mark::chosen : Mark::none;
        return model;
    }
    if (option.right)
        model.mark = chosen ? Mark::right : Mark::missed;
    else
        model.mark = chosen ? Mark::wrong_chosen : Mark::none;
    if (chosen || option.right) model.feedback = in_language(view, option.feedback);
    return model;
}

std::string letters(View& view, const std::vector<int>& shown) {
    std::string text;
    for (const int index : shown) {
        if (!text.empty()) text += tr(view, "flow.quiz.letter_separator");
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

screens::Page page_of(View& view, const QuizPlace& place) {
    const auto& attempt = place.attempt;
    const auto& question = attempt.question();
    QuizModel model;
    model.header = header(view);
    model.dock = dock(view);
    model.kicker = joined({tr(view, kind_key(question.kind)), question.topic});
    model.stem = in_language(view, question.stem);
    model.kind = question.kind;
    for (int shown = 0; shown < attempt.option_count(); ++shown)
        model.options.push_back(option_model(view, attempt, shown));
    model.number = attempt.position() + 1;
    model.count = attempt.count();
    model.steps = steps(attempt);
    model.answered = attempt.answered();
    model.answered_right = attempt.answered_right();
    model.right_letters = letters(view, attempt.right_shown());
    model.explanation = in_language(view, question.explanation);
    model.citation = question.citation;
    model.article_open = place.article_open;
    model.can_submit = attempt.can_submit();
    model.last = attempt.at_last();
    return model;
}

/// A video that shares a topic with a question that went wrong, else the first that plays.
const model::Video* learn_next(View& view, const quiz::Attempt& attempt,
                               const std::vector<model::ItemId>& questions) {
    const model::Video* any = nullptr;
    for (const auto& video : view.state.snapshot->videos) {
        if (view.state.unavailable.contains(video.id)) continue;
        if (!any) any = &video;
        for (int i = 0; i < attempt.count(); ++i) {
            const auto* question = view.state.snapshot->question(questions[static_cast<size_t>(i)]);
            const bool shared = question && attempt.standing(i) == quiz::Standing::wrong &&
                                std::find(video.topics.begin(), video.topics.end(),
                                          question->topic) != video.topics.end();
            if (shared) return &video;
        }
    }
    return any;
}

screens::Page page_of(View& view, const ResultPlace& place) {
    screens::ResultModel model;
    model.header = header(view);
    model.dock = dock(view);
    const auto* quiz = place.quiz ? view.state.snapshot->quiz(*place.quiz) : nullptr;
    model.quiz_title = quiz ? in_language(view, quiz->title) : tr(view, "flow.quiz.daily");
    model.right = place.attempt.right_count();
    model.count = place.attempt.count();
    model.steps = steps(place.attempt);
    model.recorded = view.state.durable >= place.ticket;
    if (const auto* video = learn_next(view, place.attempt, place.questions))
        model.learn_next = card(view, *video);
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
    View view{state, now};
    if (state.attract) return attract_page(view, *state.attract);
    auto page = std::visit([&](const auto& place) { return page_of(view, place); }, state.here());
    std::visit(
        [&](auto& model) {
            if constexpr (requires { model.header; }) model.header.fallback = view.fell_back;
        },
        page);
    return page;
}

} // namespace pufa::flow
