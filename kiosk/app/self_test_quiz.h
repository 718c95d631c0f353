#pragma once
// The self-test at a quiz. Options are shuffled on the screen, so which one was touched is told by
// the picture: it is marked right or wrong. True-or-false options are not shuffled and are answered
// right; of several right ones only one is chosen, which is wrong.

#include "kiosk/app/self_test_rows.h"
#include "kiosk/app/self_test_visitor.h"

#include <set>
#include <string>
#include <vector>

namespace pufa::app {

[[nodiscard]] std::set<int> right_options(const model::Question& question);

/// What the touches must have recorded, by the definitions of content/tally/counter.h.
class ExpectedRows {
  public:
    /// `catalogue` outlives it.
    explicit ExpectedRows(const catalog::Snapshot& catalogue)
        : m_catalogue(catalogue) {}

    enum class Grade { right, wrong };
    /// The first touch; once.
    void visit();
    void add(tally::Counter counter, const model::ItemId& item = {}, std::set<int> options = {-1});
    /// `options`: what may stand in the row.
    void answered(const model::Question& question, std::set<int> options, Grade grade);
    [[nodiscard]] const std::vector<judge::ExpectedRow>& rows() const { return m_rows; }

  private:
    const catalog::Snapshot& m_catalogue;
    std::vector<judge::ExpectedRow> m_rows;
    std::set<std::string> m_answered;
    bool m_visited = false;
};

class QuizVisit {
  public:
    QuizVisit(Visitor& visitor, ExpectedRows& expected)
        : m_visitor(visitor)
        , m_expected(expected) {}

    /// From the first question to the result.
    [[nodiscard]] bool walk(const model::Quiz& quiz, const catalog::Snapshot& catalogue);
    /// Every touched option was marked, and both marks were seen.
    [[nodiscard]] Check marks() const;

  private:
    [[nodiscard]] bool answer(const model::Question& question, int number);
    [[nodiscard]] bool read_article();
    [[nodiscard]] bool result();
    void record(const model::Question& question, std::optional<judge::Marked> mark);

    Visitor& m_visitor;
    ExpectedRows& m_expected;
    int m_right = 0;
    int m_wrong = 0;
    int m_unmarked = 0;
};

} // namespace pufa::app
