#pragma once
// The blocks of an article set for one width: where each stands and how its words fall into lines.

#include "kiosk/screens/markdown.h"
#include "kiosk/screens/widgets.h"

#include <string>
#include <vector>

namespace pufa::screens {

/// A block in its place; measures from the top left of the article's words.
struct SetBlock {
    size_t block = 0;
    float y = 0, height = 0; ///< its ground included
    float x = 0;             ///< of its words
    float words_y = 0;
    TextStyle style;
    RichLayout words;
    struct Cell {
        Rect rect;
        RichLayout words;
    };
    std::vector<Cell> cells; ///< of a table, row by row
    float head = 0;          ///< height of its first row
};

/// For one text, width, scale and language.
struct ArticleLayout {
    float width = 0, height = 0;
    std::vector<SetBlock> set;
};

/// Kept in the Ui's memory: parsed once, set once for each width; valid until the text changes.
struct ArticleWords {
    std::string markdown;
    float scale = 0;
    model::Language language = model::Language::zh_hans;
    std::vector<MarkdownBlock> blocks;
    std::vector<ArticleLayout> layouts;
};
[[nodiscard]] const ArticleWords& article_words(Ui& ui, const std::string& markdown);
[[nodiscard]] const ArticleLayout& layout_for(Ui& ui, const ArticleWords& words, float width);

/// Only the blocks that reach into `view`.
void draw_article_words(Ui& ui, Point at, const Rect& view, const ArticleWords& words,
                        const ArticleLayout& layout);

} // namespace pufa::screens
