#include "kiosk/app/pin_keeper.h"

#include "content/base/log.h"
#include "content/pin/pin.h"
#include "content/pin/reset_code.h"

#include <utility>

namespace pufa::app {

namespace {

template <class T>
bool is_ready(const std::future<T>& future) {
    return future.valid() && future.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace

PinKeeper::PinKeeper(std::filesystem::path config_folder, SteadyTime now)
    : m_folder(std::move(config_folder))
    , m_tries(pin::load_tries(m_folder), now) {
    const auto may = pin::may_set(m_folder);
    if (may)
        m_may_set = *may;
    else
        m_no_folder = may.error();
}

staff::PinFacts PinKeeper::facts(SteadyTime now) const {
    staff::PinFacts facts;
    facts.wait_seconds = m_tries.seconds_left(now);
    const auto hash = pin::load_hash(m_folder);
    if (!hash) {
        facts.set = true; // one that cannot be read lets nobody in
        facts.error = hash.error();
        return facts;
    }
    facts.set = hash->has_value();
    if (facts.set) return facts;
    // A ticket may have been taken meanwhile.
    const auto reset = pin::may_set(m_folder);
    facts.may_set = m_may_set || (reset && *reset);
    facts.error = m_no_folder;
    return facts;
}

void PinKeeper::judge(const std::string& pin, SteadyTime now) {
    if (m_judging.valid()) return;
    m_looked = now;
    if (m_tries.seconds_left(now) > 0) {
        std::promise<Judged> at_once;
        at_once.set_value({});
        m_judging = at_once.get_future();
        return;
    }
    m_tries.begin(now);
    if (const auto kept = pin::save_tries(m_folder, m_tries.wrong()); !kept)
        base::log_warning("staff: the count of wrong PINs cannot be kept: {} ({})",
                          kept.error().where, kept.error().detail);
    m_judging = std::async(std::launch::async, [folder = m_folder, pin]() -> Judged {
        const auto hash = pin::load_hash(folder);
        if (!hash) return {false, hash.error()};
        return {hash->has_value() && pin::matches(**hash, pin), {}};
    });
}

void PinKeeper::keep(const std::string& pin, SteadyTime now) {
    if (m_keeping.valid()) return;
    m_looked = now;
    m_keeping = std::async(std::launch::async, [folder = m_folder, pin]() -> std::optional<Error> {
        if (pin::weakness(pin)) return Error{Code::BAD_SOURCE, "PIN", "too weak"};
        const auto hash = pin::hash(pin);
        if (!hash) return hash.error();
        const auto kept = pin::save_hash(folder, *hash);
        if (!kept) return kept.error();
        return std::nullopt;
    });
}

void PinKeeper::ask_code(SteadyTime now) {
    if (m_coding.valid()) return;
    m_looked = now;
    m_coding = std::async(std::launch::async, [folder = m_folder]() -> staff::ResetCode {
        const auto code = pin::reset_code(folder);
        if (!code) return {{}, code.error()};
        return {*code, {}};
    });
}

std::vector<staff::Event> PinKeeper::poll(SteadyTime now) {
    m_looked = now;
    std::vector<staff::Event> news;
    if (is_ready(m_judging)) {
        const auto judged = m_judging.get();
        if (judged.right) {
            m_tries.right();
            static_cast<void>(pin::save_tries(m_folder, 0));
            static_cast<void>(pin::drop_reset_code(m_folder)); // it was not forgotten
            base::log_info("staff: the PIN was right");
        } else {
            base::log_warning("staff: a wrong PIN, the {}. in a row", m_tries.wrong());
        }
        news.emplace_back(staff::PinJudged{judged.right, m_tries.seconds_left(now), judged.error});
    }
    if (is_ready(m_keeping)) {
        const auto error = m_keeping.get();
        if (!error) {
            m_may_set = false;
            m_tries.right();
            base::log_info("staff: a PIN was set");
        }
        news.emplace_back(staff::PinKept{error});
    }
    if (is_ready(m_coding)) {
        base::log_info("staff: the PIN is forgotten, a ticket is asked for");
        news.emplace_back(m_coding.get());
    }
    return news;
}

std::optional<SteadyTime> PinKeeper::next_due() const {
    if (!m_judging.valid() && !m_keeping.valid() && !m_coding.valid()) return std::nullopt;
    return m_looked + k_while_working;
}

} // namespace pufa::app
