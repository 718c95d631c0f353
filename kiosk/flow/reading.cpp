// Articles: which one is open, and when it counts as read.

#include "kiosk/flow/inner.h"

namespace pufa::flow {

void Flow::Inner::on(const screens::OpenArticles&) {
    const auto& articles = state.snapshot->articles;
    // One article needs no shelf to choose from.
    if (articles.size() == 1)
        on(screens::OpenArticle{articles.front().id});
    else if (!articles.empty())
        go_to(ShelfPlace{ShelfPlace::What::articles, {}});
}

void Flow::Inner::on(const screens::OpenArticle& asked) {
    if (!state.snapshot->article(asked.id)) return;
    participation.reached(asked.id, moment(asked.id));
    go_to(ArticlePlace{asked.id, {}});
}

void Flow::Inner::read_on(const Now& before) {
    auto* article = here<ArticlePlace>();
    const bool seen = std::holds_alternative<std::monostate>(overlay) && !state.attract;
    if (!article || !seen || article->read >= Participation::k_engaged) return;
    article->read += std::chrono::duration_cast<Micros>(now.steady - before.steady);
    if (article->read >= Participation::k_engaged)
        participation.read(article->id, moment(article->id));
}

std::optional<SteadyTime> Flow::Inner::reading_due() const {
    const auto* article = std::get_if<ArticlePlace>(&state.here());
    const bool seen = std::holds_alternative<std::monostate>(overlay) && !state.attract;
    if (!article || !seen || article->read >= Participation::k_engaged) return std::nullopt;
    return now.steady + (Participation::k_engaged - article->read);
}

} // namespace pufa::flow
