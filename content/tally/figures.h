#pragma once
// What a ledger adds up to. Numbers are those of visitors under a clock that is believed; all else
// is kept apart by name.

#include "content/base/clock.h"
#include "content/base/result.h"
#include "content/tally/ledger.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pufa::tally {

struct Acts {
    int64_t visits = 0;
    int64_t reached = 0;
    int64_t engaged = 0;
    int64_t watched_whole = 0;
    int64_t answered = 0;
    int64_t first_answers = 0; ///< to a question in one session: those of `engaged` for questions
    int64_t right_at_first = 0;
    int64_t looked_up_service = 0;
    bool operator==(const Acts&) const = default;
    Acts& operator+=(const Acts& other);
};

/// What each sum is called: the keys of reports, in their order.
struct Measure {
    const char* key;
    int64_t Acts::*of;
};
inline constexpr std::array<Measure, 8> k_measures{{
    {"visits", &Acts::visits},
    {"reached", &Acts::reached},
    {"engaged", &Acts::engaged},
    {"watched_whole", &Acts::watched_whole},
    {"answered", &Acts::answered},
    {"first_answers", &Acts::first_answers},
    {"right_at_first", &Acts::right_at_first},
    {"looked_up_service", &Acts::looked_up_service},
}};

struct ItemActs {
    int64_t reached = 0;
    int64_t engaged = 0;
    int64_t watched_whole = 0;
    int64_t answered = 0;
    int64_t right_at_first = 0;
    int64_t played = 0;
    int64_t looked_up = 0; ///< of a place
    int64_t opened = 0;    ///< of a campaign
    bool is_question = false;
    bool operator==(const ItemActs&) const = default;
};

/// Of one counter, by who did it.
struct ByOrigin {
    int64_t visitor = 0;
    int64_t unattended = 0;
    int64_t attract = 0;
    int64_t staff = 0;
    int64_t suspect_clock = 0; ///< whoever did it
    bool operator==(const ByOrigin&) const = default;
};

struct Figures {
    std::map<base::Date, Acts> days; ///< all that there is a file of
    std::array<Acts, 24> hours{};
    Acts total;
    std::map<std::string, ItemActs> items;
    std::map<std::string, Acts> languages; ///< by tag
    std::map<std::string, Acts> kiosks;    ///< by id
    std::map<int, ByOrigin> counters;      ///< by number
    ByOrigin all;                          ///< over all counters

    /// What was counted on the days after `day`, or on all.
    [[nodiscard]] Acts since(const std::optional<base::Date>& day) const;
};

[[nodiscard]] Result<Figures> gather(Ledger& ledger, const Span& span);

/// Items with the most of something first; equal ones by id. Those with none are left out.
[[nodiscard]] std::vector<std::pair<std::string, ItemActs>>
most(const Figures& figures, int64_t ItemActs::*by, size_t at_most);
/// Questions with at least `least` first answers, the largest share of wrong ones first.
[[nodiscard]] std::vector<std::pair<std::string, ItemActs>> hardest(const Figures& figures,
                                                                    int64_t least, size_t at_most);

} // namespace pufa::tally
