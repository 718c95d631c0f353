// An article → what the screen draws.

#include "kiosk/flow/view.h"

#include <algorithm>

namespace pufa::flow {

namespace {

bool share_a_topic(const model::Video& video, const model::Article& article) {
    return std::find_first_of(video.topics.begin(), video.topics.end(), article.topics.begin(),
                              article.topics.end()) != video.topics.end();
}

} // namespace

screens::Page page_of(View& view, const ArticlePlace& place) {
    screens::ArticleModel model;
    model.header = header(view);
    model.dock = dock(view);
    const auto* article = view.state.snapshot->article(place.id);
    if (!article) return model;
    model.title = in_language(view, article->title);
    model.note = in_language(view, article->note);
    model.markdown = in_language(view, article->markdown);
    model.citation = article->citation;
    for (const auto& video : view.state.snapshot->videos) {
        if (share_a_topic(video, *article) && view.state.can_play(video.id))
            model.related.push_back(card(view, video));
    }
    return model;
}

} // namespace pufa::flow
