#include "content/place/finder.h"

#include "content/model/text.h"

#include <algorithm>
#include <string>

namespace pufa::place {

namespace {

std::string small(std::string_view text) {
    std::string letters{text};
    for (char& c : letters)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return letters;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// "涉侨房产、继承" → 涉侨房产, 继承
void add_parts(std::string_view title, std::vector<std::string>& words) {
    constexpr std::array<std::string_view, 3> k_parting{"、", "，", ","};
    while (!title.empty()) {
        size_t end = title.size(), next = title.size();
        for (const auto mark : k_parting)
            if (const auto found = title.find(mark); found < end) {
                end = found;
                next = found + mark.size();
            }
        if (const auto part = trimmed(title.substr(0, end)); !part.empty())
            words.push_back(small(part));
        title.remove_prefix(next);
    }
}

std::vector<std::string> words_of(const model::Dispute& dispute) {
    std::vector<std::string> words;
    for (const auto& word : dispute.words)
        if (const auto bare = trimmed(word); !bare.empty()) words.push_back(small(bare));
    for (const auto language : model::k_languages)
        add_parts(dispute.title.in(language), words);
    return words;
}

/// How many bytes of `said` stand in any of the words.
size_t covered(std::string_view said, const std::vector<std::string>& words) {
    std::vector<bool> marks(said.size());
    for (const auto& word : words)
        for (auto at = said.find(word); at != std::string_view::npos; at = said.find(word, at + 1))
            std::fill_n(marks.begin() + static_cast<ptrdiff_t>(at), word.size(), true);
    return static_cast<size_t>(std::count(marks.begin(), marks.end(), true));
}

} // namespace

std::vector<size_t> disputes_in(std::string_view said, std::span<const model::Dispute> disputes) {
    const auto sentence = small(said);
    struct Match {
        size_t covered;
        size_t dispute;
    };
    std::vector<Match> matches;
    for (size_t i = 0; i < disputes.size(); ++i)
        if (const auto bytes = covered(sentence, words_of(disputes[i])); bytes > 0)
            matches.push_back({bytes, i});
    std::stable_sort(matches.begin(), matches.end(),
                     [](const Match& a, const Match& b) { return a.covered > b.covered; });
    std::vector<size_t> best_first;
    for (const auto& match : matches)
        best_first.push_back(match.dispute);
    return best_first;
}

Query query_for(const model::Dispute& dispute) {
    Query query;
    query.dispute = dispute.id;
    query.first = dispute.first;
    return query;
}

std::vector<model::PlaceKind> kinds_to_try(std::span<const model::Dispute* const> disputes) {
    std::vector<model::PlaceKind> kinds;
    size_t longest = 0;
    for (const auto* dispute : disputes)
        longest = std::max(longest, dispute->first.size());
    for (size_t rank = 0; rank < longest; ++rank)
        for (const auto* dispute : disputes) {
            if (rank >= dispute->first.size()) continue;
            const auto kind = dispute->first[rank];
            if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
        }
    return kinds;
}

} // namespace pufa::place
