// Items that end while the kiosk runs: they leave the screen at once, whoever is looking at them.

#include "kiosk/flow/inner.h"

#include <algorithm>
#include <utility>

namespace pufa::flow {

namespace {

/// Whether a place of the visitor's way still has what it shows.
struct StillThere {
    const catalog::Snapshot& snapshot;

    bool operator()(const HomePlace&) const { return true; }
    bool operator()(const ShelfPlace& shelf) const {
        switch (shelf.what) {
        case ShelfPlace::What::videos:
            return !snapshot.videos.empty();
        case ShelfPlace::What::quizzes:
            return !snapshot.quizzes.empty();
        case ShelfPlace::What::articles:
            return !snapshot.articles.empty();
        case ShelfPlace::What::campaign:
            break;
        }
        return std::any_of(snapshot.campaigns.begin(), snapshot.campaigns.end(),
                           [&](const auto& campaign) {
                               return campaign.id == shelf.campaign && has_any(campaign.items);
                           });
    }
    /// Something that stands on a shelf.
    [[nodiscard]] bool has_any(const std::vector<model::ItemId>& ids) const {
        return std::any_of(ids.begin(), ids.end(), [&](const auto& id) {
            return snapshot.video(id) || snapshot.quiz(id) || snapshot.article(id);
        });
    }
    bool operator()(const WatchPlace& watch) const { return snapshot.video(watch.id) != nullptr; }
    /// What was answered before is over; what is on the screen or comes after it must be there.
    bool operator()(const QuizPlace& place) const {
        if (place.quiz && !snapshot.quiz(*place.quiz)) return false;
        const auto now = place.questions.begin() + place.attempt.position();
        return std::all_of(now, place.questions.end(),
                           [&](const auto& id) { return snapshot.question(id) != nullptr; });
    }
    /// It can be repeated with what is left.
    bool operator()(const ResultPlace& place) const {
        if (place.quiz && !snapshot.quiz(*place.quiz)) return false;
        return std::any_of(place.questions.begin(), place.questions.end(),
                           [&](const auto& id) { return snapshot.question(id) != nullptr; });
    }
    bool operator()(const ArticlePlace& article) const {
        return snapshot.article(article.id) != nullptr;
    }
    bool operator()(const FinderPlace&) const {
        return !snapshot.places.empty() && !snapshot.disputes.empty();
    }
    bool operator()(const PlacesPlace& places) const {
        if (snapshot.places.empty()) return false;
        return !places.dispute || snapshot.dispute(*places.dispute) != nullptr;
    }
};

/// What a list of places keeps by number is found again; false if a sheet that lay over it shows
/// what is gone.
bool keep_sheet(PlacesPlace& place, const catalog::Snapshot& before,
                const catalog::Snapshot& after) {
    using Sheet = screens::PlaceSheet;
    place.answer.reset();
    bool kept = true;
    if (place.chosen && *place.chosen < before.places.size()) {
        const auto& id = before.places[*place.chosen].id;
        const auto found = std::find_if(after.places.begin(), after.places.end(),
                                        [&](const auto& one) { return one.id == id; });
        if (found != after.places.end()) {
            place.chosen = static_cast<size_t>(found - after.places.begin());
        } else {
            place.chosen.reset();
            kept = place.sheet != Sheet::card && place.sheet != Sheet::take_away;
        }
    }
    if (place.dispute && place.sheet == Sheet::fact) {
        const auto* asked = before.dispute(*place.dispute);
        const auto& facts = after.dispute(*place.dispute)->facts;
        const auto found = asked && place.fact < asked->facts.size()
                               ? std::find(facts.begin(), facts.end(), asked->facts[place.fact])
                               : facts.end();
        kept = kept && found != facts.end();
        place.fact = kept ? static_cast<size_t>(found - facts.begin()) : 0;
    }
    if (!kept) place.sheet = Sheet::none;
    return kept;
}

} // namespace

/// Over help and the question whether somebody is there it waits until they are closed.
void Flow::Inner::tell_gone() {
    if (!gone || !std::holds_alternative<std::monostate>(overlay)) return;
    overlay = *std::exchange(gone, std::nullopt);
    changed = true;
}

void Flow::Inner::swap_snapshot(std::shared_ptr<const catalog::Snapshot> snapshot) {
    const bool same = state.snapshot->revision == snapshot->revision;
    state.snapshot = std::move(snapshot);
    state.catalog_error.reset();
    if (!same) {
        state.unavailable.clear();
        state.base_map.reset();
    }
    changed = true;
}

void Flow::Inner::on(const ItemsGone& event) {
    waiting.reset(); // this is at least as new
    const auto before = state.snapshot;
    swap_snapshot(event.snapshot);
    const auto& after = *state.snapshot;
    if (state.attract) {
        if (after.empty()) {
            wake({});
        } else if (!state.attract->clip.value.empty() && !after.video(state.attract->clip)) {
            next_clip();
        }
        return;
    }
    const bool was_here = std::visit(StillThere{after}, state.here());
    if (!was_here) {
        go_home();
        gone = screens::GoneModel{screens::GoneModel::Left::home};
        idle.restart(now.steady); // who watched a film has not touched anything for long
    } else {
        // What lies further back is left out; the way back is shorter then.
        std::erase_if(state.way,
                      [&](const Place& place) { return !std::visit(StillThere{after}, place); });
        for (auto& place : state.way) {
            auto* places = std::get_if<PlacesPlace>(&place);
            if (places && !keep_sheet(*places, *before, after) && &place == &state.here())
                gone = screens::GoneModel{screens::GoneModel::Left::page};
        }
    }
}

} // namespace pufa::flow
