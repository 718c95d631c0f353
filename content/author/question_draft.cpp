#include "content/author/question_draft.h"

#include "content/author/laws.h"
#include "content/author/words.h"
#include "content/base/hash.h"
#include "content/base/utf8.h"

#include <algorithm>
#include <array>

namespace pufa::author {

namespace {

using model::Language;

constexpr size_t k_derived_digits = 12;
constexpr size_t k_shown_characters = 24;

template <size_t Size>
bool among(const std::array<std::string_view, Size>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// "Law: see ch. 3" is about another law than those that stand in laws.csv.
bool names_article(std::string_view words) {
    const bool english = std::all_of(words.begin(), words.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return !english && parse_citation(words);
}

model::LocalizedText in_all(std::string_view hans, std::string_view hant, std::string_view en) {
    model::LocalizedText text;
    text[Language::zh_hans] = hans;
    text[Language::zh_hant] = hant;
    text[Language::en] = en;
    return text;
}

} // namespace

char option_letter(size_t index) {
    return static_cast<char>('A' + std::min<size_t>(index, 25));
}

std::vector<OptionDraft> true_false_options(Spot at) {
    return {{'A', {in_all("对", "對", "True"), at}, {{}, at}, false},
            {'B', {in_all("错", "錯", "False"), at}, {{}, at}, false}};
}

std::optional<int> parse_difficulty(std::string_view word) {
    static constexpr std::array<std::string_view, 6> easy{"1",    "易",   "容易",
                                                          "简单", "簡單", "easy"};
    static constexpr std::array<std::string_view, 6> middling{"2",    "中",   "中等",
                                                              "一般", "适中", "medium"};
    static constexpr std::array<std::string_view, 6> hard{"3", "难", "難", "困难", "困難", "hard"};
    const auto folded = fold(word);
    if (among(easy, folded)) return 1;
    if (among(middling, folded)) return 2;
    if (among(hard, folded)) return 3;
    return std::nullopt;
}

std::vector<std::string> parse_tags(std::string_view text) {
    std::vector<std::string> tags;
    std::string tag;
    const auto keep = [&] {
        const std::string word{trim(tag)};
        if (!word.empty() && std::find(tags.begin(), tags.end(), word) == tags.end())
            tags.push_back(word);
        tag.clear();
    };
    for (const auto point : code_points(text)) {
        if (std::u32string_view{U";；、,，\n"}.find(point) != std::u32string_view::npos)
            keep();
        else
            base::append_utf8(tag, point);
    }
    keep();
    return tags;
}

bool is_about_all(std::string_view option) {
    static constexpr std::array<std::string_view, 3> whole{"alloftheabove", "noneoftheabove",
                                                           "allofthem"};
    // What follows 以上: 以上海为例 is about Shanghai.
    static constexpr std::u32string_view k_next = U"都均皆全各选選说說答三四两兩二五几幾所情";
    const auto folded = fold(option);
    const std::string_view words = folded;
    for (const auto start : whole) {
        if (words.starts_with(start)) return true;
    }
    for (const std::string_view start : {"以上", "上述"}) {
        if (!words.starts_with(start)) continue;
        auto rest = words.substr(start.size());
        const auto next = base::take_code_point(rest);
        return !next || k_next.find(*next) != std::u32string_view::npos;
    }
    return false;
}

std::string derived_id(std::string_view prefix, std::string_view words) {
    return std::string{prefix} + "-" + base::sha256(fold(words)).substr(0, k_derived_digits);
}

std::string take_citation(std::string& explanation, std::string& uncited) {
    static constexpr std::array<std::string_view, 3> k_marks{"法条", "法條", "law"};
    std::string citation;
    std::string kept;
    std::string_view rest = explanation;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto whole = replaced(line, "：", ":");
        const auto colon = whole.find(':');
        const auto mark = fold(std::string_view{whole}.substr(0, colon));
        if (colon != std::string::npos && among(k_marks, mark)) {
            const std::string said{trim(std::string_view{whole}.substr(colon + 1))};
            if (names_article(said)) {
                if (citation.empty()) citation = said;
                continue;
            }
            if (uncited.empty()) uncited = trim(line);
        }
        kept += std::string{line} + "\n";
    }
    if (!citation.empty()) explanation = trim(kept);
    return citation;
}

std::string shortened(std::string_view text) {
    std::string words;
    size_t count = 0;
    for (auto rest = trim(text); auto point = base::take_code_point(rest);) {
        if (++count > k_shown_characters) return words + "…";
        base::append_utf8(words, *point < 0x20 ? U' ' : *point);
    }
    return words;
}

} // namespace pufa::author
