#include "kiosk/flow/participation.h"

#include <utility>

namespace pufa::flow {

using tally::Counter;

void Participation::put(Counter counter, const std::string& item, const Moment& at,
                        uint64_t session, int option) {
    tally::Event event;
    event.counter = counter;
    event.when = at.wall;
    event.session = session;
    event.item = item;
    event.item_version = at.pack_sequence;
    event.option = option;
    event.language = at.language;
    event.sound = at.sound;
    event.origin = at.origin;
    event.clock = at.clock;
    m_events.push_back(std::move(event));
    ++m_counted;
}

void Participation::count(Counter counter, const std::string& item, const Moment& at, int option) {
    if (!m_session) return; // nobody is there: nothing is participation
    put(counter, item, at, *m_session, option);
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

void Participation::used_finder(const model::ItemId& dispute, const Moment& at) {
    count(Counter::used_finder, dispute.value, at);
}

void Participation::looked_up_place(const model::ItemId& place, const Moment& at) {
    count(Counter::looked_up_place, place.value, at);
}

void Participation::opened_help(const Moment& at) {
    count(Counter::opened_help, "", at);
}

void Participation::opened_campaign(const model::ItemId& campaign, const Moment& at) {
    count(Counter::opened_campaign, campaign.value, at);
}

void Participation::chose_language(const Moment& at) {
    count(Counter::chose_language, "", at);
}

void Participation::attracted(const model::ItemId& video, Moment at) {
    at.origin = tally::Origin::attract;
    constexpr uint64_t k_nobody = 0;
    put(Counter::played, video.value, at, k_nobody, -1);
}

void Participation::watching(const model::ItemId& item, Micros duration) {
    m_watching = item.value;
    m_shown = false;
    m_meter.emplace(duration);
}

void Participation::presented(Micros position, const Moment& at) {
    if (!m_meter) return;
    if (!std::exchange(m_shown, true)) count(Counter::played, m_watching, at);
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
    count_once(Counter::read_article, article.value, at);
}

void Participation::finished_quiz(const model::ItemId& quiz, const Moment& at) {
    count(Counter::finished_quiz, quiz.value, at);
}

std::vector<tally::Event> Participation::take() {
    return std::exchange(m_events, {});
}

} // namespace pufa::flow
