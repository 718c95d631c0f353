#include "kiosk/screens/article_layout.h"

#include <algorithm>
#include <any>

namespace pufa::screens {

namespace {

using Kind = MarkdownBlock::Kind;

constexpr std::string_view k_kept = "article.words";
constexpr size_t k_most_layouts = 4;
constexpr float k_paragraph_gap = 20, k_item_gap = 12, k_heading_gap = 40, k_after_heading = 14;
constexpr float k_indent = 44;
constexpr float k_quote_bar = 6, k_quote_left = 32, k_quote_padding = 22;
constexpr float k_cell_padding = 14, k_cell_line = 2;
constexpr float k_least_cell = 150; ///< narrower columns are told one under the other
constexpr float k_least_share = 0.24f;
constexpr float k_bullet = 5;

TextStyle body_style() {
    return regular(ui::type::body, Color::ink, 1.55f);
}
TextStyle cell_style(bool head) {
    return head ? bold(ui::type::body, Color::ink, 1.4f)
                : regular(ui::type::body, Color::ink, 1.4f);
}
TextStyle style_of(const MarkdownBlock& block) {
    if (block.kind != Kind::heading) return body_style();
    return bold(block.level <= 2 ? ui::type::title - 4 : ui::type::body_large, Color::ink, 1.35f);
}

bool quoted_together(const MarkdownBlock& a, const MarkdownBlock& b) {
    return a.quote != 0 && a.quote == b.quote;
}

float gap_between(const MarkdownBlock& above, const MarkdownBlock& below) {
    if (below.kind == Kind::heading) return k_heading_gap;
    if (above.kind == Kind::heading) return k_after_heading;
    if (above.depth > 0 && below.depth > 0) return k_item_gap;
    return k_paragraph_gap;
}

// ---- tables ----

/// How the width is shared: by the longest words, none too narrow.
std::vector<float> column_widths(Ui& ui, const MarkdownBlock& block, float width) {
    size_t count = 0;
    for (const auto& row : block.rows)
        count = std::max(count, row.size());
    std::vector<float> widths(count, 0);
    for (const auto& row : block.rows)
        for (size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], ui.text_width(cell_style(true), row[i].words));
    const float least = std::max(k_least_cell, width * k_least_share / 2);
    float sum = 0;
    for (float& w : widths) {
        w = std::clamp(w + 2 * k_cell_padding, least, width);
        sum += w;
    }
    for (float& w : widths)
        w *= width / std::max(1.f, sum);
    return widths;
}

/// Too many columns for the width: each row is a list of "head: words".
void set_as_list(Ui& ui, SetBlock& set, const MarkdownBlock& block, float width) {
    const auto& head = block.rows.front();
    float y = 0;
    for (size_t row = 1; row < block.rows.size(); ++row) {
        for (size_t i = 0; i < block.rows[row].size(); ++i) {
            const auto& cell = block.rows[row][i].words;
            RichWords words;
            words.words =
                i < head.size() && !head[i].words.empty()
                    ? ui.tr("screens.article.pair", {{"head", head[i].words}, {"words", cell}})
                    : cell;
            auto layout = lay_out(ui, cell_style(false), width, words);
            const float h = layout.height();
            set.cells.push_back({{0, y, width, h}, std::move(layout)});
            y += h + ui::space::s4;
        }
        y += k_item_gap;
    }
    set.height = y;
}

void set_table(Ui& ui, SetBlock& set, const MarkdownBlock& block, float width) {
    if (block.rows.empty()) return;
    const auto widths = column_widths(ui, block, width);
    const bool narrow =
        std::any_of(widths.begin(), widths.end(), [](float w) { return w < k_least_cell * 0.9f; });
    if (narrow) return set_as_list(ui, set, block, width);
    float y = 0;
    for (size_t row = 0; row < block.rows.size(); ++row) {
        const auto style = cell_style(row == 0);
        const size_t first = set.cells.size();
        float x = 0;
        float h = 0;
        for (size_t i = 0; i < block.rows[row].size(); ++i) {
            auto words = lay_out(ui, style, widths[i] - 2 * k_cell_padding, block.rows[row][i]);
            h = std::max(h, words.height());
            set.cells.push_back({{x, y, widths[i], 0}, std::move(words)});
            x += widths[i];
        }
        h += 2 * k_cell_padding;
        for (size_t i = first; i < set.cells.size(); ++i)
            set.cells[i].rect.h = h;
        if (row == 0) set.head = h;
        y += h + k_cell_line;
    }
    set.height = y;
}

void draw_table(Ui& ui, Point at, float width, const SetBlock& set) {
    if (set.head > 0)
        tinted(ui, {at.x, at.y, width, set.head}, Color::river_tint, ui::radius::chip);
    float line = -1;
    for (const auto& cell : set.cells) {
        const Rect rect = cell.rect.moved(at.x, at.y);
        const bool is_head = set.head > 0 && cell.rect.y <= 0;
        const float inner = set.head > 0 ? k_cell_padding : 0;
        draw_rich(ui, cell_style(is_head), {rect.x + inner, rect.y + inner}, cell.words);
        if (set.head > 0 && !is_head && cell.rect.bottom() != line) {
            line = cell.rect.bottom();
            ui.fill({at.x, rect.bottom(), width, k_cell_line}, Color::line);
        }
    }
}

// ---- blocks ----

/// Sets one block with its top at 0; returns it with its height.
SetBlock set_block(Ui& ui, const std::vector<MarkdownBlock>& blocks, size_t index, float width) {
    const auto& block = blocks[index];
    SetBlock set;
    set.block = index;
    set.style = style_of(block);
    const bool quoted = block.quote != 0;
    const bool first = index == 0 || !quoted_together(blocks[index - 1], block);
    const bool last = index + 1 == blocks.size() || !quoted_together(block, blocks[index + 1]);
    // Half the width is the words' at the least.
    const float indent = std::min(k_indent * static_cast<float>(block.depth), width / 2);
    set.x = (quoted ? k_quote_left : 0) + indent;
    const float room = width - set.x - (quoted ? k_quote_left : 0);
    if (block.kind == Kind::table)
        set_table(ui, set, block, room);
    else if (block.kind == Kind::rule)
        set.height = 2 * ui::space::s16;
    else
        set.words = lay_out(ui, set.style, room, block.words);
    if (block.kind == Kind::paragraph || block.kind == Kind::heading)
        set.height = set.words.height();
    if (quoted) {
        set.words_y = first ? k_quote_padding : gap_between(blocks[index - 1], block);
        set.height += set.words_y + (last ? k_quote_padding : 0);
    }
    return set;
}

void draw_marker(Ui& ui, Point at, const SetBlock& set, const std::string& marker) {
    if (marker.empty()) return;
    const float line = set.style.size * set.style.line_height;
    if (marker.front() > '9' || marker.front() < '0') {
        ui.circle({at.x - k_indent / 2, at.y + line / 2}, k_bullet, Color::river);
        return;
    }
    const auto style = bold(set.style.size, Color::river, set.style.line_height);
    const float w = ui.text_width(style, marker) + 1;
    ui.label(style, {at.x - ui::space::s12 - w, at.y, w, line}, marker, Align::right);
}

void draw_block(Ui& ui, Point at, float width, const SetBlock& set, const MarkdownBlock& block) {
    if (block.quote != 0) {
        const Rect ground{at.x, at.y, width, set.height};
        ui.fill(ground, Color::gold_tint);
        ui.fill({ground.x, ground.y, k_quote_bar, ground.h}, Color::gold);
    }
    const Point words{at.x + set.x, at.y + set.words_y};
    const float right = at.x + width - (block.quote != 0 ? k_quote_left : 0);
    draw_marker(ui, words, set, block.marker);
    if (block.kind == Kind::rule)
        ui.fill({words.x, at.y + set.height / 2 - 1, right - words.x, 2}, Color::line);
    else if (block.kind == Kind::table)
        draw_table(ui, words, right - words.x, set);
    else
        draw_rich(ui, set.style, words, set.words);
}

} // namespace

const ArticleWords& article_words(Ui& ui, const std::string& markdown) {
    auto& slot = ui.memory().kept[std::string{k_kept}];
    auto* words = std::any_cast<ArticleWords>(&slot);
    if (!words || words->markdown != markdown) {
        words = &slot.emplace<ArticleWords>();
        words->markdown = markdown;
        words->blocks = parse_markdown(markdown);
    }
    if (words->scale != ui.layout().scale || words->language != ui.language()) {
        words->scale = ui.layout().scale;
        words->language = ui.language();
        words->layouts.clear();
    }
    return *words;
}

const ArticleLayout& layout_for(Ui& ui, const ArticleWords& of, float width) {
    // It lies in the memory that the caller may change, which is where the words came from.
    auto& words = std::any_cast<ArticleWords&>(ui.memory().kept[std::string{k_kept}]);
    const auto known = std::find_if(words.layouts.begin(), words.layouts.end(),
                                    [&](const auto& one) { return one.width == width; });
    if (known != words.layouts.end()) return *known;
    words.layouts.reserve(k_most_layouts);
    if (words.layouts.size() >= k_most_layouts) words.layouts.clear();
    ArticleLayout layout;
    layout.width = width;
    for (size_t i = 0; i < of.blocks.size(); ++i) {
        auto set = set_block(ui, of.blocks, i, width);
        const bool together = i > 0 && quoted_together(of.blocks[i - 1], of.blocks[i]);
        if (i > 0 && !together) layout.height += gap_between(of.blocks[i - 1], of.blocks[i]);
        set.y = layout.height;
        layout.height += set.height;
        layout.set.push_back(std::move(set));
    }
    words.layouts.push_back(std::move(layout));
    return words.layouts.back();
}

void draw_article_words(Ui& ui, Point at, const Rect& view, const ArticleWords& words,
                        const ArticleLayout& layout) {
    const float top = view.y - at.y;
    const float bottom = view.bottom() - at.y;
    auto first =
        std::lower_bound(layout.set.begin(), layout.set.end(), top,
                         [](const SetBlock& set, float y) { return set.y + set.height < y; });
    for (; first != layout.set.end() && first->y < bottom; ++first)
        draw_block(ui, {at.x, at.y + first->y}, layout.width, *first, words.blocks[first->block]);
}

} // namespace pufa::screens
