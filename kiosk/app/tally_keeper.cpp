#include "kiosk/app/tally_keeper.h"

#include "content/base/log.h"
#include "content/campaign/clock_doubt.h"

#include <utility>

namespace pufa::app {

TallyKeeper::TallyKeeper(Open open)
    : m_open(std::move(open)) {}

void TallyKeeper::update(SteadyTime now, WallTime wall, WallTime clock_floor) {
    if (!m_recorder && (!m_tried || now - *m_tried >= k_retry)) {
        m_tried = now;
        auto opened = m_open(wall);
        if (opened) {
            m_recorder = std::move(opened).value();
            m_trouble.reset();
            for (const auto& event : m_before)
                m_recorder->record(event);
            m_before.clear();
        } else {
            m_trouble = opened.error();
        }
    }
    if (m_recorder && (!m_tended || now - *m_tended >= k_tend)) {
        m_tended = now;
        const bool sure = campaign::is_believed(wall, clock_floor);
        m_recorder->tend(wall, sure ? tally::Clock::sure : tally::Clock::suspect);
    }
    report(trouble());
}

void TallyKeeper::record(const tally::Event& event) {
    if (!m_recorder && m_before.size() >= k_most_waiting) {
        // Later tickets are then smaller than the flow's: durable() says too little, never too
        // much.
        if (!std::exchange(m_losing, true))
            base::log_error("participation is lost: {} events wait already", k_most_waiting);
        return;
    }
    ++m_given;
    if (m_recorder)
        m_recorder->record(event);
    else
        m_before.push_back(event);
}

tally::Ticket TallyKeeper::durable() const {
    return m_recorder ? m_recorder->durable() : 0;
}

std::optional<Error> TallyKeeper::trouble() const {
    return m_recorder ? m_recorder->trouble() : m_trouble;
}

Result<void> TallyKeeper::flush() {
    if (m_recorder) return m_recorder->flush();
    if (m_trouble) return *m_trouble;
    return {};
}

void TallyKeeper::report(const std::optional<Error>& trouble) {
    const auto code = trouble ? std::optional{trouble->code} : std::nullopt;
    if (code == m_reported) return;
    m_reported = code;
    if (trouble)
        base::log_warning("participation cannot be written: {} {} ({})", base::name(trouble->code),
                          trouble->where, trouble->detail);
    else
        base::log_info("participation is written again");
}

} // namespace pufa::app
