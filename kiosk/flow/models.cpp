#include "kiosk/flow/models.h"
#include "kiosk/flow/view.h"

#include "content/campaign/programme.h"
#include "content/strings/strings.h"

#include <algorithm>

namespace pufa::flow {

namespace {

std::optional<screens::CampaignBanner> banner(View& view, const campaign::OnToday& found) {
    if (found.phase == campaign::OnToday::Phase::none) return std::nullopt;
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

std::optional<screens::DailyQuestion> daily(View& view, const model::Question* question) {
    if (!question) return std::nullopt;
    screens::DailyQuestion model;
    model.question = question->id;
    model.stem = in_language(view, question->stem);
    for (const auto& option : question->options)
        model.options.push_back(in_language(view, option.text));
    return model;
}

} // namespace

static screens::Page attract_page(View& view, const AttractPlace& place) {
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
    if (view.state.snapshot->empty() && !view.state.snapshot->packs.empty()) {
        return screens::FaultModel{header(view), tr(view, "flow.fault.nothing_valid"),
                                   tr(view, "flow.fault.nothing_valid_staff")};
    }
    if (view.state.snapshot->empty()) {
        return screens::FaultModel{header(view), tr(view, "flow.fault.empty"),
                                   tr(view, "flow.fault.empty_staff")};
    }
    screens::HomeModel model;
    model.header = header(view);
    model.dock = dock(view);
    const auto today = programme(view.state, view.now);
    model.campaign = banner(view, today.campaign);
    model.daily = daily(view, today.daily);
    model.has_videos = !view.state.snapshot->videos.empty();
    model.has_quizzes = !view.state.snapshot->quizzes.empty();
    model.has_articles = !view.state.snapshot->articles.empty();
    model.has_places = !view.state.snapshot->places.empty();
    model.shelf_title = tr(view, "flow.shelf.newest");
    for (const auto* video : videos_today(view.state, today))
        model.shelf.push_back(card(view, *video));
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
    case ShelfPlace::What::articles:
        model.title = tr(view, "flow.shelf.articles");
        for (const auto& article : snapshot.articles)
            model.articles.push_back(card(view, article));
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
                if (const auto* article = snapshot.article(id))
                    model.articles.push_back(card(view, *article));
            }
        }
        break;
    }
    return model;
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
