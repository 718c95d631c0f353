#pragma once
// Where the visitor is. Models are built from this (models.h); intents change it (flow.cpp).

#include "content/catalog/snapshot.h"
#include "content/quiz/attempt.h"
#include "kiosk/flow/flow.h"
#include "kiosk/map/scene.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace pufa::flow {

struct HomePlace {};

struct ShelfPlace {
    enum class What { videos, quizzes, articles, campaign } what = What::videos;
    model::ItemId campaign;
};

struct WatchPlace {
    model::ItemId id;
    PlayerUpdate player;
    bool failed = false;
    SteadyTime controls_until; ///< they are shown until then, and whenever nothing plays
    /// None: not read yet. Empty: there are none, or none that can be read.
    std::optional<std::vector<CaptionTrack>> captions{};
    /// Of each of `captions`, line by line, for who reads along.
    using Lines = std::vector<screens::SpokenLine>;
    std::vector<std::shared_ptr<const Lines>> transcripts{};
    /// A finger is on the bar; the film waits, and shows where the finger is.
    struct Sliding {
        bool was_playing = false;
        SteadyTime asked{}; ///< when the player was last sent somewhere
        Micros at{0};       ///< where
    };
    std::optional<Sliding> sliding{};
    /// Ended: when the next episode begins by itself.
    std::optional<SteadyTime> follows_at{};
};

struct QuizPlace {
    std::optional<model::ItemId> quiz; ///< none: the daily question
    std::vector<model::ItemId> questions;
    quiz::Attempt attempt;
    bool article_open = false;
};

struct ResultPlace {
    std::optional<model::ItemId> quiz;
    std::vector<model::ItemId> questions;
    quiz::Attempt attempt;
    tally::Ticket ticket = 0; ///< the last event of the attempt; durable: thanks may be said
};

struct ArticlePlace {
    model::ItemId id;
    Micros read{0}; ///< how long it has been before the visitor, with nothing over it
};

struct FinderPlace {};

/// Who can help with what, and what of it the visitor looks at.
struct PlacesPlace {
    std::optional<model::ItemId> dispute; ///< none: every place
    screens::PlaceFilters filters{};
    std::string district{}; ///< empty: all
    screens::PlacesView view = screens::PlacesView::both;
    screens::PlaceSheet sheet = screens::PlaceSheet::none;
    size_t fact = 0;
    std::optional<size_t> chosen{}; ///< in snapshot->places

    /// The answer, as long as nothing that it rests on changes: found once, shown many times.
    struct Answer {
        std::shared_ptr<const std::vector<screens::PlaceRow>> rows;
        std::vector<size_t> places; ///< row → index in snapshot->places
        std::shared_ptr<const map::Scene> scene;
        bool fell_back = false; ///< some names are not in the visitor's language
        /// What it rests on.
        screens::PlaceFilters filters;
        std::string district;
        model::Language language = model::Language::zh_hans;
        int64_t minute = 0;
    };
    std::optional<Answer> answer{};
};

/// What runs while nobody is there.
struct AttractPlace {
    model::ItemId clip; ///< empty: none plays
    size_t next = 0;    ///< in today's videos
    bool night = false; ///< nothing runs until the morning
    bool shown = false; ///< a picture of the clip was
    PlayerUpdate player;
};

using Place = std::variant<HomePlace, ShelfPlace, WatchPlace, QuizPlace, ResultPlace, ArticlePlace,
                           FinderPlace, PlacesPlace>;

struct State {
    Settings settings;
    std::shared_ptr<const catalog::Snapshot> snapshot;
    std::optional<Error> catalog_error;
    std::optional<AttractPlace> attract; ///< nobody is there
    std::vector<Place> way;              ///< from home to here; never empty
    model::Look look;
    bool at_desk = false;     ///< staff have the screen
    bool staff_looks = false; ///< ... or look at the visitors' pages
    bool captions_on = true;
    int volume = 3;
    int pace_percent = 100;
    std::string sound_language{}; ///< that the visitor chose to hear, BCP 47; empty: the film's own
    bool ran_on = false;          ///< an episode began by itself since the last touch
    tally::Ticket durable = 0;
    /// Of the snapshot's first base map that can be drawn; made when it is first asked for.
    std::shared_ptr<const map::BaseMap> base_map;
    std::set<model::ItemId> unavailable; ///< failed to play since this snapshot came
    std::set<model::ItemId> set_aside;   ///< failed too often (SetAside)

    [[nodiscard]] bool can_play(const model::ItemId& id) const {
        return !unavailable.contains(id) && !set_aside.contains(id);
    }
    [[nodiscard]] const Place& here() const { return way.back(); }
    /// As every visit begins.
    [[nodiscard]] model::Look first_look() const { return {.language = settings.language}; }
    [[nodiscard]] Place& here() { return way.back(); }
};

} // namespace pufa::flow
