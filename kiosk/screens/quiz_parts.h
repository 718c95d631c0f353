#pragma once
// The halves of the quiz page, apart so that each can be read on its own. Each is measured for a
// width first and then drawn from its top; the page decides what lies beside what and scrolls.

#include "kiosk/screens/rich_text.h"
#include "kiosk/screens/widgets.h"

#include <string>
#include <vector>

namespace pufa::screens {

// ---- options ----

/// How large an option is set.
struct OptionStyle {
    float size, line;     ///< of its words: units, em
    float padding;        ///< above and below them
    float least;          ///< height
    float inset, between; ///< before the letter and behind the mark; between them and the words
};

/// What it needs; with what it deserves to be told, if that is shown in it.
[[nodiscard]] float option_height(Ui& ui, const OptionStyle& style, float width,
                                  const QuizModel& model, size_t index, bool with_feedback);
[[nodiscard]] bool option_fits_a_line(Ui& ui, const OptionStyle& style, float width,
                                      std::string_view words);
/// True if it was tapped; answered ones cannot be.
[[nodiscard]] bool draw_option(Ui& ui, const OptionStyle& style, const Rect& rect, const Rect& clip,
                               const QuizModel& model, size_t index, bool with_feedback);
/// The letter in its circle, coloured as the option is marked.
void option_badge(Ui& ui, Point center, float r, const QuizModel& model, size_t index);

// ---- the question ----

enum class Columns { one, two };

/// Too low for two columns that each scroll: one column, with options beside each other.
[[nodiscard]] bool is_very_low(const Ui& ui);

/// The question for a width; places are from its own top left.
struct QuestionShape {
    float width = 0, total = 0;
    TextStyle stem_style;
    std::string stem; ///< broken in phrases
    float stem_width = 0;
    float kicker_y = 0, stem_y = 0;
    Rect picture;             ///< empty: none
    float caption_height = 0; ///< beneath the picture
    OptionStyle option{};
    std::vector<Rect> options;
    /// What options deserve to be told is shown in them; otherwise the explanation begins with it.
    bool feedback_inside = false;
};
/// `room`: the height that it should fit, and may fill.
[[nodiscard]] QuestionShape measure_question(Ui& ui, float width, float room, Columns columns,
                                             const QuizModel& model);
[[nodiscard]] Intent draw_question(Ui& ui, const Rect& clip, Point at, const QuestionShape& shape,
                                   const QuizModel& model);
/// Where one stands: a step for each question, and the number of this one.
void draw_steps(Ui& ui, const Rect& rect, const QuizModel& model);
[[nodiscard]] float steps_height();
/// How much of the page's width the question takes beside the answer.
[[nodiscard]] float question_share(Ui& ui, float width, float height, const QuizModel& model);

// ---- the answer ----

enum class Heading { within, apart };

/// Why it is so and where that is written.
struct ReasonShape {
    float width = 0, words_width = 0, total = 0;
    float heading = 0;        ///< height; 0: it stands elsewhere
    std::vector<size_t> told; ///< the options that are told something here
    float words = 0;
    Rect citation; ///< from the top left; beside the words on a low wide page
};
[[nodiscard]] ReasonShape measure_reason(Ui& ui, float width, const QuizModel& model,
                                         Heading heading, bool feedback_inside);
void draw_reason(Ui& ui, Point at, const ReasonShape& shape, const QuizModel& model);

/// The buttons at the foot: always in reach, in one row if they fit.
struct FootShape {
    float height = 0;
    bool one_row = false;
};
[[nodiscard]] float scroll_foot(const Ui& ui); ///< height of one that only scrolls
[[nodiscard]] FootShape measure_foot(Ui& ui, float width, const QuizModel& model);
/// `pane` scrolls `content` under the id "quiz.scroll"; a button for that is shown if it must.
struct Scrolled {
    std::string_view id, button;
    Rect pane;
    float content = 0;
    [[nodiscard]] bool scrolls() const { return content > pane.h + 1; }
};
[[nodiscard]] Intent draw_foot(Ui& ui, const Rect& rect, const FootShape& shape,
                               const Scrolled& scrolled, const QuizModel& model);

/// The card beside the question: a calm hint, or the reason.
[[nodiscard]] Intent draw_answer(Ui& ui, const Rect& area, const QuizModel& model,
                                 bool feedback_inside);

} // namespace pufa::screens
