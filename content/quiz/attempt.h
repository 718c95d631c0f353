#pragma once
// One visitor's way through a list of questions: shuffled once, answered once each, graded. Pure:
// no clock, no device, nothing is thrown. A call that makes no sense at this moment (a choice after
// the answer, an option that is not there) changes nothing and returns false.
// Threads: belongs to one.

#include "content/model/items.h"

#include <cstdint>
#include <vector>

namespace pufa::quiz {

/// How a question of the attempt stands.
enum class Standing { open, right, wrong };

class Attempt {
  public:
    /// The same seed and questions give the same order on every machine and compiler. The order of
    /// the questions is the author's; only options are shuffled, and of those neither true_false
    /// nor keep_last ones.
    Attempt(std::vector<model::Question> questions, uint64_t seed);

    [[nodiscard]] int count() const { return static_cast<int>(m_questions.size()); }
    /// Of the current question, from 0; count() once finished.
    [[nodiscard]] int position() const { return m_position; }
    /// Past the last question; an attempt over no questions is finished from the start.
    [[nodiscard]] bool finished() const { return m_position == count(); }
    [[nodiscard]] bool at_last() const { return m_position + 1 == count(); }

    // ---- the current question; must not be called when finished ----

    [[nodiscard]] const model::Question& question() const;
    [[nodiscard]] int option_count() const;
    /// The option at this place of the screen, 0 <= shown < option_count().
    [[nodiscard]] const model::Option& option(int shown) const;
    /// Place on the screen → place in the author's list, and back. Both count from 0.
    [[nodiscard]] int authors_index(int shown) const;
    [[nodiscard]] int shown_index(int authors) const;

    [[nodiscard]] bool is_chosen(int shown) const;
    /// What is chosen, in the author's order: what statistics record.
    [[nodiscard]] std::vector<int> chosen_by_author() const;
    /// The right ones by their place on the screen, ascending: "B", "A、C".
    [[nodiscard]] std::vector<int> right_shown() const;
    [[nodiscard]] bool can_submit() const;
    [[nodiscard]] bool answered() const { return standing(m_position) != Standing::open; }
    [[nodiscard]] bool answered_right() const { return standing(m_position) == Standing::right; }

    // ---- what the visitor does ----

    /// Single and true_false: this one instead of any other. Multiple: adds it or takes it back.
    bool choose(int shown);
    /// Grades what is chosen: right if exactly the right options are. False, and nothing happens,
    /// if nothing is chosen or the question is answered already.
    bool submit();
    /// To the next question, or past the last one; false while this one is open.
    bool next();

    // ---- the whole attempt ----

    /// `position` from 0; open for one that does not exist.
    [[nodiscard]] Standing standing(int position) const;
    [[nodiscard]] int answered_count() const;
    [[nodiscard]] int right_count() const;

  private:
    struct Entry {
        std::vector<int> order;   ///< shown → author's
        std::vector<bool> chosen; ///< by the author's index
        Standing standing = Standing::open;
    };
    [[nodiscard]] const Entry& entry() const;

    std::vector<model::Question> m_questions;
    std::vector<Entry> m_entries; ///< one per question
    int m_position = 0;
};

/// The order in which options are shown: element `shown` is the author's index. Fisher and Yates
/// over std::mt19937_64, whose output the standard fixes; std::shuffle differs between libraries.
[[nodiscard]] std::vector<int> shown_order(const model::Question& question, uint64_t seed);

} // namespace pufa::quiz
