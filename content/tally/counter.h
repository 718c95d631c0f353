#pragma once
// What is counted. Numbers are stored and never reused; the comments say exactly when each counts,
// and the same definitions, in three languages, ship with each export ("counter.<key>.definition").

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace pufa::tally {

enum class Counter : int {
    /// 触达: an item's page was opened by a visitor's touch.
    reached = 1,
    /// 有效参与: once per item and session: 15 s of it were presented (all of a shorter video), or
    /// one answer was given. An article is presented while nothing covers it.
    engaged = 2,
    /// 完整观看: once per item and session: distinct media seconds presented ≥ 90 % of its
    /// duration. Seeking adds nothing, watching a second twice adds nothing.
    watched_whole = 3,
    /// 答题: one answer was given; option is the chosen one in the author's order (A is 0), or
    /// option_set() of the chosen ones where several may be.
    answered = 4,
    /// 首答正确: the first answer given to a question in this session was right.
    right_at_first = 5,
    /// 完成答题: a quiz was answered to its last question.
    finished_quiz = 6,
    /// 查询服务: a page that names a service or a hotline was opened.
    looked_up_service = 7,
    /// 来访: a session began with a touch.
    visit = 8,
    /// 播放: the first picture of a video was shown; origin says who began it: visitor (a touch),
    /// unattended (an episode that began by itself), attract (the idle loop).
    played = 9,
    /// 纠纷导航: places that can help were asked for; item is the kind of dispute, or "".
    used_finder = 10,
    /// 查看机构: the card of a place was opened.
    looked_up_place = 11,
    /// 求助: the help page with the hotlines was opened.
    opened_help = 12,
    /// 阅读文章: once per item and session: an article was presented for 15 s.
    read_article = 13,
    /// 打开专题: the page of a campaign was opened; item is the campaign.
    opened_campaign = 14,
    /// 选择语言: a language was chosen; language is that one.
    chose_language = 15,
};

struct CounterInfo {
    Counter counter;
    std::string_view key; ///< "reached": key of the strings, and column of technical exports
};

inline constexpr std::array k_counters{
    CounterInfo{Counter::reached, "reached"},
    CounterInfo{Counter::engaged, "engaged"},
    CounterInfo{Counter::watched_whole, "watched_whole"},
    CounterInfo{Counter::answered, "answered"},
    CounterInfo{Counter::right_at_first, "right_at_first"},
    CounterInfo{Counter::finished_quiz, "finished_quiz"},
    CounterInfo{Counter::looked_up_service, "looked_up_service"},
    CounterInfo{Counter::visit, "visit"},
    CounterInfo{Counter::played, "played"},
    CounterInfo{Counter::used_finder, "used_finder"},
    CounterInfo{Counter::looked_up_place, "looked_up_place"},
    CounterInfo{Counter::opened_help, "opened_help"},
    CounterInfo{Counter::read_article, "read_article"},
    CounterInfo{Counter::opened_campaign, "opened_campaign"},
    CounterInfo{Counter::chose_language, "chose_language"},
};

/// An answer to a multiple-choice question is counted once, as the set of what was chosen: this
/// plus one bit per option in the author's order ({A, C} is 64 + 1 + 4).
inline constexpr int k_option_set = 64;
/// `chosen` in the author's order, each from 0 to 5.
[[nodiscard]] constexpr int option_set(std::span<const int> chosen) {
    int bits = 0;
    for (const int option : chosen)
        bits |= 1 << option;
    return k_option_set + bits;
}

} // namespace pufa::tally
