#pragma once
// A question as an author wrote it, whichever kind of file it stands in. Readers (question_row.h,
// gift.h, aiken.h) make it; question_maker.h checks it and makes the question of a pack of it;
// question_lint.h reads it as a teacher would. Private to this folder.

#include "content/model/items.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pufa::author {

/// A place in the question's file; see Place.
struct Spot {
    int line = 0;
    int column = 0;
};

/// What an author wrote, and where.
template <class T>
struct Said {
    T value{};
    Spot at{};
};

struct OptionDraft {
    char letter = 'A'; ///< as the author counts
    Said<model::LocalizedText> text;
    Said<model::LocalizedText> feedback;
    bool right = false;
    std::optional<double> weight{}; ///< "~%50%" says 50
};

struct QuestionDraft {
    Spot at;
    Said<std::string> id;    ///< "": made of the title or of the stem
    Said<std::string> title; ///< what the author calls it; the id if it can be one
    Said<model::QuestionKind> kind;
    Said<model::LocalizedText> stem; ///< a reader has said so if there is none
    std::vector<OptionDraft> options;
    Spot answer_at;
    bool answer_refused = false; ///< what it says is a finding already
    Said<model::LocalizedText> explanation;
    Said<std::string> citation; ///< "民法典 1142"
    Said<std::string> topic;
    Said<std::string> agency;
    Said<std::string> difficulty;  ///< a word of parse_difficulty
    Said<std::string> valid_until; ///< words of end_of_validity
    std::vector<std::string> tags;
    Said<std::string> audience; ///< words of parse_audience; "": the quiz's
    Said<std::string> picture;  ///< a file beside the question's own
    Said<model::LocalizedText> picture_words;
    bool faulty = false; ///< its reader found an error in it
};

/// All that one file asks.
struct QuestionSheet {
    std::string file;
    std::vector<QuestionDraft> questions;
    size_t left_out = 0; ///< questions of kinds that are not shown; each is a finding
};

/// The options of a question have letters of these.
inline constexpr std::string_view k_option_letters = "ABCDEF";

/// "option_letter(0)" is 'A'; beyond 'Z' it stays 'Z'.
[[nodiscard]] char option_letter(size_t index);
/// 对 and 错, in three languages.
[[nodiscard]] std::vector<OptionDraft> true_false_options(Spot at);
/// 1 easy (易, 简单, easy, 1), 2 middling, 3 hard; nullopt for any other word.
[[nodiscard]] std::optional<int> parse_difficulty(std::string_view word);
/// Parted by ; ； 、 , or ，.
[[nodiscard]] std::vector<std::string> parse_tags(std::string_view text);
/// "以上都对", "none of the above": says something of the options before it.
[[nodiscard]] bool is_about_all(std::string_view option);
/// "q-" and 12 hex digits of the SHA-256 of the folded words: the same whatever the order of the
/// sheet and the width of its characters.
[[nodiscard]] std::string derived_id(std::string_view prefix, std::string_view words);
/// Takes the lines "法条：…" that cite an article out of an explanation and gives what the first of
/// them says. One that cites none stays, and is the first of `uncited`.
[[nodiscard]] std::string take_citation(std::string& explanation, std::string& uncited);
/// The first words of a text on one line, for a finding.
[[nodiscard]] std::string shortened(std::string_view text);

} // namespace pufa::author
