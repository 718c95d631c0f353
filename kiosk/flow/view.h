#pragma once
// What the builders of page models share, and the builders themselves, one for each kind of place.
// Only for the .cpp files of this folder.

#include "kiosk/flow/state.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::flow {

/// What a page is built from, and what was noticed while building it.
struct View {
    const State& state;
    const Now& now;
    bool fell_back = false; ///< some words are not in the visitor's language

    [[nodiscard]] model::Language language() const { return state.look.language; }
};

[[nodiscard]] const std::string& tr(View& view, std::string_view key);
[[nodiscard]] const std::string& in_language(View& view, const model::LocalizedText& text);
/// What is on today.
[[nodiscard]] campaign::Programme programme(const State& state, const Now& now);
/// All videos, those of today's campaign first.
[[nodiscard]] std::vector<const model::Video*> videos_today(const State& state,
                                                            const campaign::Programme& today);
/// "a · b"; empty parts are left out.
[[nodiscard]] std::string joined(std::initializer_list<std::string> parts);
/// Something that is shown comes from a demonstration pack.
[[nodiscard]] bool shows_demo(const View& view);
[[nodiscard]] screens::HeaderModel header(View& view);
[[nodiscard]] screens::DockModel dock(View& view);
[[nodiscard]] screens::VideoCard card(View& view, const model::Video& video);
[[nodiscard]] screens::QuizCard card(View& view, const model::Quiz& quiz);
[[nodiscard]] screens::ArticleCard card(View& view, const model::Article& article);

// models.cpp
[[nodiscard]] screens::Page page_of(View& view, const HomePlace& place);
[[nodiscard]] screens::Page page_of(View& view, const ShelfPlace& place);
// models_watch.cpp
[[nodiscard]] screens::Page page_of(View& view, const WatchPlace& place);
// models_quiz.cpp
[[nodiscard]] screens::Page page_of(View& view, const QuizPlace& place);
[[nodiscard]] screens::Page page_of(View& view, const ResultPlace& place);
// models_article.cpp
[[nodiscard]] screens::Page page_of(View& view, const ArticlePlace& place);
// models_places.cpp
[[nodiscard]] screens::Page page_of(View& view, const FinderPlace& place);
[[nodiscard]] screens::Page page_of(View& view, const PlacesPlace& place);
/// Finds `place.answer` anew if what it rests on changed.
void find_places(State& state, const Now& now, PlacesPlace& place);

} // namespace pufa::flow
