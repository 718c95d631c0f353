#include "kiosk/screens/citation.h"

#include "kiosk/screens/frame.h"
#include "kiosk/screens/words.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_quote_bar = 6;
constexpr float k_sheet_width = 1320, k_sheet_height = 1100, k_sheet_least = 520;
constexpr float k_wide_sheet = 900;
constexpr int k_most_law_lines = 3;

TextStyle law_style() {
    return regular(ui::type::caption + 2, Color::ink2, 1.35f);
}
TextStyle article_style() {
    return serif(ui::type::title - 4, Color::ink, 1.3f);
}
TextStyle dates_style() {
    return regular(ui::type::caption, Color::ink2, 1.4f);
}

std::string law_words(Ui& ui, const model::Citation& citation) {
    return ui.tr("screens.quiz.law", {{"law", citation.law}});
}

std::string dates_words(Ui& ui, const model::Citation& citation) {
    return ui.tr("screens.quiz.dates", {{"in_force", date_words(ui, citation.in_force)},
                                        {"checked", date_words(ui, citation.checked)}});
}

/// The opening 《 fills only the right half of its box: it hangs out, so that the words align.
float hang(const TextStyle& style) {
    return style.size * 0.44f;
}

/// Law, article and dates, one under the other.
struct Head {
    TextStyle law, article, dates;
    std::string law_line, dates_line;
    float law_h = 0, article_h = 0, dates_h = 0;

    Head(Ui& ui, const TextStyle& law_, const TextStyle& article_, float width,
         const model::Citation& citation)
        : law(law_)
        , article(article_)
        , dates(dates_style())
        , law_line(law_words(ui, citation))
        , dates_line(dates_words(ui, citation))
        , law_h(ui.text_height(law, width, law_line, k_most_law_lines))
        , article_h(ui.text_height(article, width, citation.article, 2))
        , dates_h(ui.text_height(dates, width, dates_line, 2)) {}

    [[nodiscard]] float height() const {
        return law_h + ui::space::s4 + article_h + ui::space::s8 + dates_h;
    }
    void draw(Ui& ui, Point at, float width, const std::string& name, float hanging) const {
        float y = at.y;
        ui.text(law, {at.x - hanging, y}, width, law_line, Align::left, k_most_law_lines);
        y += law_h + ui::space::s4;
        ui.text(article, {at.x, y}, width, name, Align::left, 2);
        y += article_h + ui::space::s8;
        ui.text(dates, {at.x, y}, width, dates_line, Align::left, 2);
    }
};

} // namespace

float citation_height(Ui& ui, float width, const model::Citation& citation) {
    const Head head{ui, law_style(), article_style(), width - 2 * ui::space::s32, citation};
    return head.height() + 2 * ui::space::s24;
}

void citation_card(Ui& ui, const Rect& rect, const model::Citation& citation) {
    ui.fill(rect, Color::gold_tint, ui::radius::chip);
    ui.fill({rect.x, rect.y, k_quote_bar, rect.h}, Color::gold);
    if (ui.look().theme == ui::Theme::high_contrast)
        ui.outline(rect, Color::line, 2, ui::radius::chip);
    const float inner = rect.w - 2 * ui::space::s32;
    const Head head{ui, law_style(), article_style(), inner, citation};
    head.draw(ui, {rect.x + ui::space::s32, rect.y + ui::space::s24}, inner, citation.article,
              hang(head.law));
}

bool citation_sheet(Ui& ui, const model::Citation& citation) {
    const auto& layout = ui.layout();
    const bool wide = layout.canvas_width >= k_wide_sheet;
    const float padding = wide ? ui::space::s64 : ui::space::s32;
    const float above = is_low(ui) ? ui::space::s24 : ui::space::s48;
    const float gap = is_low(ui) ? ui::space::s16 : ui::space::s32;
    const float inner =
        std::min(k_sheet_width, layout.canvas_width - 2 * ui::space::s48) - 2 * padding;
    const float button_h = layout.mm(k_primary_mm);
    const auto words = regular(ui::type::body_large, Color::ink, 1.6f);
    const float words_h = ui.text_height(words, inner, citation.words);
    const Head head{ui, regular(ui::type::body, Color::ink2),
                    serif(wide ? ui::type::headline : ui::type::title, Color::ink), inner,
                    citation};

    // Where the sheet is low, the head scrolls with the words: both must be readable.
    const float fixed = 2 * above + gap + button_h;
    const float head_h = head.height() + 2 * gap;
    const float most = std::min(k_sheet_height, layout.canvas_height - 2 * ui::space::s48);
    const bool together = most - fixed - head_h < words.size * words.line_height * 4;
    const Rect sheet =
        open_dialog(ui, inner + 2 * padding,
                    std::clamp(fixed + head_h + words_h, std::min(k_sheet_least, most), most));
    const float x = sheet.x + padding;
    const auto draw_head = [&](float y) {
        // Within the column that scrolls nothing may hang out.
        head.draw(ui, {x, y}, inner, citation.article, together ? 0 : hang(head.law));
        ui.fill({x, y + head.height() + gap - 1, inner, 2}, Color::line);
    };
    float y = sheet.y + above;
    if (!together) {
        draw_head(y);
        y += head_h;
    }
    Rect close{x, sheet.bottom() - above - button_h, inner, button_h};
    const Rect pane{x, y, inner, close.y - gap - y};
    const float content = words_h + (together ? head_h : 0);
    {
        const ScrollPane scroll{ui, "quiz.article.words", pane, content};
        if (together) draw_head(scroll.top());
        ui.text(words, {x, scroll.top() + (together ? head_h : 0)}, inner, citation.words);
    }
    if (content > pane.h + 1) {
        const float more = button_h * 1.6f;
        close.w -= more + target_gap(ui);
        scroll_button(ui, "quiz.article.more", "quiz.article.words",
                      {close.right() + target_gap(ui), close.y, more, button_h}, pane, content);
    }
    return pill(ui, {.id = "quiz.article.close",
                     .rect = close,
                     .label = ui.tr("screens.close"),
                     .icon = ui::icons::check,
                     .look = PillLook::primary});
}

} // namespace pufa::screens
