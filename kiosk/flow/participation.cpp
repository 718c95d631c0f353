#include "kiosk/flow/participation.h"

#include <utility>

namespace pufa::flow {

using tally::Counter;

void Participation::count(Counter counter, const std::string& item, const Moment& at, int option) {
    if (!m_session) return; // nobody is there: nothing is participation
    tally::Event event;
    event.counter = counter;
    event.when = at.wall;
    event.session = *m_session;
    event.item = item;
    event.item_version = at.pack_sequence;
    event.option = option;
    event.language = at.language;
    event.sound = at.sound;
    event.origin = at.origin;
    m_events.push_back(std::move(event));
    ++m_counted;
}

void Participation::count_once(Counter counter, const std::string& item, const Moment& at) {
    if (m_once.emplace(counter, item).second) count(counter, item, at);
}

void Participation::begin_visit(const Moment& at) {
    m_session = m_random();
    count(Counter::visit, "", at);
}

void Participation::end_visit() {
    m_session.reset();
    m_once.clear();
    m_answered.clear();
    m_meter.reset();
}

void Participation::reached(const model::ItemId& item, const Moment& at) {
    count(Counter::reached, item.value, at);
}

void Participation::looked_up_service(const Moment& at) {
    count(Counter::looked_up_service, "", at);
}

void Participation::watching(const model::ItemId& item, Micros duration) {
    m_watching = item.value;
    m_meter.emplace(duration);
}

void Participation::presented(Micros position, const Moment& at) {
    if (!m_meter) return;
    m_meter->presented(position);
    if (m_meter->engaged()) count_once(Counter::engaged, m_watching, at);
    if (m_meter->whole()) count_once(Counter::watched_whole, m_watching, at);
}

void Participation::answered(const model::ItemId& question, int option, bool right,
                             const Moment& at) {
    count(Counter::answered, question.value, at, option);
    count_once(Counter::engaged, question.value, at);
    const bool first = m_answered.insert(question.value).second;
    if (first && right) count(Counter::right_at_first, question.value, at);
}

void Participation::read(const model::ItemId& article, const Moment& at) {
    count_once(Counter::engaged, article.value, at);
}

void Participation::finished_quiz(const model::ItemId& quiz, const Moment& at) {
    count(Counter::finished_quiz, quiz.value, at);
}

std::vector<tally::Event> Participation::take() {
    return std::exchange(m_events, {});
}

} // namespace pufa::flow
