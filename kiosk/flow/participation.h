#pragma once
// Turns what a visitor does into counts, by the definitions of content/tally/counter.h. What is
// counted once per session is remembered here and forgotten with the visit.

#include "content/catalog/snapshot.h"
#include "content/tally/recorder.h"
#include "content/tally/watch_meter.h"

#include <cstdint>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace pufa::flow {

class Participation {
  public:
    explicit Participation(uint64_t seed)
        : m_random(seed) {}

    /// 有效参与 of what has no length of its own.
    static constexpr std::chrono::seconds k_engaged{15};

    /// What every event of one call shares.
    struct Moment {
        WallTime wall;
        model::Language language = model::Language::zh_hans;     ///< of the screen
        tally::SoundLanguage sound = tally::SoundLanguage::none; ///< of the film that plays
        tally::Origin origin = tally::Origin::visitor;
        tally::Clock clock = tally::Clock::sure; ///< that says `wall`
        int64_t pack_sequence = 0; ///< of the item's pack; 0 for the visit's own counters
    };

    [[nodiscard]] bool visiting() const { return m_session.has_value(); }
    void begin_visit(const Moment& at);
    void end_visit();

    void reached(const model::ItemId& item, const Moment& at);
    void looked_up_service(const Moment& at);
    /// Places that can help were asked for; `dispute` may be empty.
    void used_finder(const model::ItemId& dispute, const Moment& at);
    void looked_up_place(const model::ItemId& place, const Moment& at);
    void opened_help(const Moment& at);
    void opened_campaign(const model::ItemId& campaign, const Moment& at);
    /// `at` has the new language.
    void chose_language(const Moment& at);
    /// The attract loop showed a film; nobody need be there.
    void attracted(const model::ItemId& video, Moment at);
    /// A new playing of a video: distinct seconds start afresh.
    void watching(const model::ItemId& item, Micros duration);
    void presented(Micros position, const Moment& at);
    /// `option`: the author's index, or tally::option_set for a multiple choice.
    void answered(const model::ItemId& question, int option, bool right, const Moment& at);
    /// An article was before the visitor for k_engaged.
    void read(const model::ItemId& article, const Moment& at);
    void finished_quiz(const model::ItemId& quiz, const Moment& at);

    /// The events since the last call, oldest first. The n-th ever taken is ticket n.
    [[nodiscard]] std::vector<tally::Event> take();
    /// The ticket of the newest event counted so far; 0 if there is none.
    [[nodiscard]] tally::Ticket newest() const { return m_counted; }

  private:
    void put(tally::Counter counter, const std::string& item, const Moment& at, uint64_t session,
             int option);
    void count(tally::Counter counter, const std::string& item, const Moment& at, int option = -1);
    void count_once(tally::Counter counter, const std::string& item, const Moment& at);

    std::mt19937_64 m_random;
    std::optional<uint64_t> m_session;
    std::set<std::pair<tally::Counter, std::string>> m_once;
    std::set<std::string> m_answered;
    std::string m_watching;
    bool m_shown = false; ///< a picture of what is being watched
    std::optional<tally::WatchMeter> m_meter;
    std::vector<tally::Event> m_events;
    tally::Ticket m_counted = 0;
};

} // namespace pufa::flow
