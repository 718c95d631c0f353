#include "content/quiz/attempt.h"

#include "content/base/result.h"

#include <algorithm>
#include <random>
#include <utility>

namespace pufa::quiz {

namespace {

/// An unbiased number below `bound`; std::uniform_int_distribution differs between libraries.
size_t below(std::mt19937_64& random, size_t bound) {
    const uint64_t refuse_from = UINT64_MAX - UINT64_MAX % bound;
    uint64_t drawn = random();
    while (drawn >= refuse_from)
        drawn = random();
    return static_cast<size_t>(drawn % bound);
}

} // namespace

std::vector<int> shown_order(const model::Question& question, uint64_t seed) {
    std::vector<int> free;
    std::vector<int> last;
    for (size_t i = 0; i < question.options.size(); ++i)
        (question.options[i].keep_last ? last : free).push_back(static_cast<int>(i));
    if (question.kind == model::QuestionKind::true_false) {
        free.insert(free.end(), last.begin(), last.end());
        std::sort(free.begin(), free.end());
        return free;
    }
    std::mt19937_64 random{seed};
    for (size_t left = free.size(); left > 1; --left)
        std::swap(free[left - 1], free[below(random, left)]);
    free.insert(free.end(), last.begin(), last.end());
    return free;
}

Attempt::Attempt(std::vector<model::Question> questions, uint64_t seed)
    : m_questions(std::move(questions)) {
    std::mt19937_64 seeds{seed};
    for (const auto& question : m_questions)
        m_entries.push_back(
            {shown_order(question, seeds()), std::vector<bool>(question.options.size())});
}

const Attempt::Entry& Attempt::entry() const {
    PUFA_ASSERT(!finished());
    return m_entries[static_cast<size_t>(m_position)];
}

const model::Question& Attempt::question() const {
    PUFA_ASSERT(!finished());
    return m_questions[static_cast<size_t>(m_position)];
}

int Attempt::option_count() const {
    return static_cast<int>(entry().order.size());
}

const model::Option& Attempt::option(int shown) const {
    return question().options[static_cast<size_t>(authors_index(shown))];
}

int Attempt::authors_index(int shown) const {
    PUFA_ASSERT(shown >= 0 && shown < option_count());
    return entry().order[static_cast<size_t>(shown)];
}

int Attempt::shown_index(int authors) const {
    const auto& order = entry().order;
    const auto found = std::find(order.begin(), order.end(), authors);
    PUFA_ASSERT(found != order.end());
    return static_cast<int>(found - order.begin());
}

bool Attempt::is_chosen(int shown) const {
    return entry().chosen[static_cast<size_t>(authors_index(shown))];
}

std::vector<int> Attempt::chosen_by_author() const {
    std::vector<int> chosen;
    for (int authors = 0; authors < option_count(); ++authors)
        if (entry().chosen[static_cast<size_t>(authors)]) chosen.push_back(authors);
    return chosen;
}

std::vector<int> Attempt::right_shown() const {
    std::vector<int> right;
    for (int shown = 0; shown < option_count(); ++shown)
        if (option(shown).right) right.push_back(shown);
    return right;
}

bool Attempt::can_submit() const {
    const auto& chosen = entry().chosen;
    return !answered() && std::find(chosen.begin(), chosen.end(), true) != chosen.end();
}

bool Attempt::choose(int shown) {
    if (finished() || answered() || shown < 0 || shown >= option_count()) return false;
    auto& chosen = m_entries[static_cast<size_t>(m_position)].chosen;
    const auto authors = static_cast<size_t>(authors_index(shown));
    if (question().kind == model::QuestionKind::multiple) {
        chosen[authors] = !chosen[authors];
    } else {
        chosen.assign(chosen.size(), false);
        chosen[authors] = true;
    }
    return true;
}

bool Attempt::submit() {
    if (finished() || !can_submit()) return false;
    auto& now = m_entries[static_cast<size_t>(m_position)];
    now.standing = Standing::right;
    for (size_t i = 0; i < now.chosen.size(); ++i)
        if (now.chosen[i] != question().options[i].right) now.standing = Standing::wrong;
    return true;
}

bool Attempt::next() {
    if (finished() || !answered()) return false;
    ++m_position;
    return true;
}

Standing Attempt::standing(int position) const {
    if (position < 0 || position >= count()) return Standing::open;
    return m_entries[static_cast<size_t>(position)].standing;
}

int Attempt::answered_count() const {
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry& one) {
        return one.standing != Standing::open;
    }));
}

int Attempt::right_count() const {
    return static_cast<int>(std::count_if(m_entries.begin(), m_entries.end(), [](const Entry& one) {
        return one.standing == Standing::right;
    }));
}

} // namespace pufa::quiz
