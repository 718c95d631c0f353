#include "kiosk/screens/article.h"

#include "kiosk/screens/article_layout.h"
#include "kiosk/screens/citation.h"
#include "kiosk/screens/frame.h"

#include <algorithm>

namespace pufa::screens {

namespace {

constexpr float k_line_ems = 34; ///< longer lines are lost on the way back
constexpr float k_top = ui::space::s24, k_foot = ui::space::s48;
constexpr float k_part_gap = ui::space::s48;
constexpr float k_wide = 700;
constexpr float k_card = 176;

TextStyle title_style(float width) {
    return serif(width >= k_wide ? ui::type::headline : ui::type::title, Color::ink, 1.3f);
}
TextStyle note_style() {
    return regular(ui::type::caption + 2, Color::ink2, 1.4f);
}
TextStyle part_style() {
    return bold(ui::type::title - 4, Color::ink, 1.35f);
}
TextStyle law_words_style() {
    return regular(ui::type::body, Color::ink, 1.55f);
}

float column_width(float room) {
    return std::min(room, ui::type::body * k_line_ems);
}

/// The parts of the page for one width of its column, one under the other.
class ArticlePage {
  public:
    ArticlePage(Ui& ui, const ArticleModel& model, float width)
        : m_ui(ui)
        , m_model(model)
        , m_width(width)
        , m_words(article_words(ui, model.markdown))
        , m_layout(layout_for(ui, m_words, width)) {}

    [[nodiscard]] float height() const {
        return k_top + head_height() + m_layout.height + law_height() + related_height() + k_foot;
    }

    [[nodiscard]] Intent draw(Point at, const Rect& view, const Rect& reach) const {
        float y = at.y + k_top;
        const auto title = title_style(m_width);
        y += m_ui.text(title, {at.x, y}, m_width, m_model.title);
        if (!m_model.note.empty()) {
            y += ui::space::s8;
            y += m_ui.text(note_style(), {at.x, y}, m_width, m_model.note);
        }
        m_ui.fill({at.x, y + ui::space::s16, ui::space::s96, 4}, Color::gold, 2);
        y = at.y + k_top + head_height();
        draw_article_words(m_ui, {at.x, y}, view, m_words, m_layout);
        y += m_layout.height;
        if (m_model.citation) draw_law({at.x, y + k_part_gap});
        y += law_height();
        return draw_related({at.x, y + k_part_gap}, reach);
    }

  private:
    [[nodiscard]] float head_height() const {
        float h = m_ui.text_height(title_style(m_width), m_width, m_model.title);
        if (!m_model.note.empty())
            h += ui::space::s8 + m_ui.text_height(note_style(), m_width, m_model.note);
        return h + ui::space::s48;
    }
    [[nodiscard]] float part_height(std::string_view key) const {
        return m_ui.text_height(part_style(), m_width, m_ui.tr(key)) + ui::space::s16;
    }
    [[nodiscard]] float law_words_height() const {
        if (m_model.citation->words.empty()) return 0;
        return m_ui.text_height(law_words_style(), m_width - 2 * ui::space::s32,
                                m_model.citation->words) +
               ui::space::s24;
    }
    [[nodiscard]] float law_height() const {
        if (!m_model.citation) return 0;
        return k_part_gap + part_height("screens.article.law") +
               citation_height(m_ui, m_width, *m_model.citation) + law_words_height();
    }
    [[nodiscard]] float related_height() const {
        if (m_model.related.empty()) return 0;
        const auto count = static_cast<float>(m_model.related.size());
        return k_part_gap + part_height("screens.article.related") + count * k_card +
               (count - 1) * target_gap(m_ui);
    }

    void draw_law(Point at) const {
        m_ui.text(part_style(), at, m_width, m_ui.tr("screens.article.law"));
        at.y += part_height("screens.article.law");
        const float head = citation_height(m_ui, m_width, *m_model.citation);
        citation_card(m_ui, {at.x, at.y, m_width, head + law_words_height()}, *m_model.citation);
        m_ui.text(law_words_style(), {at.x + ui::space::s32, at.y + head},
                  m_width - 2 * ui::space::s32, m_model.citation->words);
    }
    [[nodiscard]] Intent draw_related(Point at, const Rect& reach) const {
        Intent intent;
        if (m_model.related.empty()) return intent;
        m_ui.text(part_style(), at, m_width, m_ui.tr("screens.article.related"));
        at.y += part_height("screens.article.related");
        for (const auto& video : m_model.related) {
            if (wide_video_card(m_ui, "article.video." + video.id.value,
                                {at.x, at.y, m_width, k_card}, reach, video))
                intent = OpenVideo{video.id};
            at.y += k_card + target_gap(m_ui);
        }
        return intent;
    }

    Ui& m_ui;
    const ArticleModel& m_model;
    float m_width;
    const ArticleWords& m_words;
    const ArticleLayout& m_layout;
};

} // namespace

Intent draw_article(Ui& ui, const ArticleModel& model) {
    draw_ground(ui);
    draw_header(ui, model.header);
    Intent intent;
    {
        const PagePane pane{ui, "article", content_area(ui), [&](float width) {
                                return ArticlePage{ui, model, column_width(width)}.height();
                            }};
        const Rect content = pane.content();
        const float width = column_width(content.w);
        const Point at{content.x + (content.w - width) / 2, content.y};
        intent = ArticlePage{ui, model, width}.draw(at, content_area(ui), pane.reach());
    }
    const Intent touched = draw_dock(ui, model.dock);
    return touched.index() != 0 ? touched : intent;
}

} // namespace pufa::screens
