#include "content/author/question_lint.h"

#include "content/author/words.h"
#include "content/base/utf8.h"
#include "content/model/ids.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>

namespace pufa::author {

namespace {

using model::Language;
using model::QuestionKind;

constexpr size_t k_least_for_length = 5;
constexpr size_t k_length_percent = 80;
constexpr size_t k_least_for_letter = 8;

/// Without what two spellings of the same words may differ in.
std::string bare(std::string_view text) {
    std::string words;
    for (const auto point : code_points(fold(text))) {
        if (!u_ispunct(static_cast<UChar32>(point))) base::append_utf8(words, point);
    }
    return words;
}

/// Full-width letters as ASCII, white space out; case stays.
std::u32string plain(std::string_view text) {
    std::u32string points;
    for (auto point : code_points(text)) {
        if (point >= 0xFF01 && point <= 0xFF5E) point -= 0xFEE0;
        if (!u_isspace(static_cast<UChar32>(point))) points += point;
    }
    return points;
}

bool is_letter(char32_t point) {
    return point >= U'A' && point <= U'F';
}

bool is_one_of(std::u32string_view set, char32_t point) {
    return set.find(point) != std::u32string_view::npos;
}

/// "A和B", "A、C都对", "BD均正确": two letters or more, joined, or with something said of them.
bool names_letters(std::string_view option) {
    size_t letters = 0;
    bool joined = false;
    std::u32string_view rest;
    const auto points = plain(option);
    for (rest = points; !rest.empty(); rest.remove_prefix(1)) {
        if (is_letter(rest.front()))
            ++letters;
        else if (letters > 0 && is_one_of(U"和与與及或、,+&/", rest.front()))
            joined = true;
        else
            break;
    }
    const bool said = !rest.empty() && is_one_of(U"都均皆全选選项項对對错錯正", rest.front());
    return letters > 1 && ((joined && rest.empty()) || said);
}

/// "故选B", "答案是C", "选项D".
bool names_letter(std::string_view explanation) {
    static constexpr std::array<std::u32string_view, 8> k_before{
        U"选项", U"選項", U"故选", U"故選", U"应选", U"應選", U"答案是", U"答案为"};
    const auto points = plain(explanation);
    const std::u32string_view words = points;
    for (const auto before : k_before) {
        for (auto at = words.find(before); at != std::u32string_view::npos;
             at = words.find(before, at + 1)) {
            const auto next = at + before.size();
            if (next < words.size() && is_letter(words[next])) return true;
        }
    }
    return false;
}

/// 如图, but not 例如图书馆.
bool names_picture(std::string_view stem) {
    static constexpr std::array<std::u32string_view, 8> k_words{
        U"如图", U"如圖", U"下图", U"下圖", U"上图", U"上圖", U"图片中", U"圖片中"};
    const auto points = plain(stem);
    const std::u32string_view words = points;
    return std::any_of(k_words.begin(), k_words.end(), [&](auto word) {
        const auto at = words.find(word);
        if (at == std::u32string_view::npos) return false;
        const auto next = at + word.size();
        return next == words.size() || !is_one_of(U"书書纸紙谋謀", words[next]);
    });
}

class Linter {
  public:
    explicit Linter(Findings& findings)
        : m_findings(findings) {}

    void read(const QuestionSheet& sheet) {
        m_file = &sheet.file;
        for (const auto& question : sheet.questions)
            read(question);
        check_lengths(sheet);
        check_letters(sheet);
    }

  private:
    void found(Fault fault, Spot spot, std::string subject = {}, std::string detail = {}) {
        m_findings.push_back(
            {fault, {*m_file, spot.line, spot.column}, std::move(subject), std::move(detail)});
    }

    void read(const QuestionDraft& question) {
        const auto& stem = question.stem.value.in(Language::zh_hans);
        const auto& explanation = question.explanation.value.in(Language::zh_hans);
        if (explanation.empty()) found(Fault::NO_EXPLANATION, question.explanation.at);
        if (question.citation.value.empty()) found(Fault::NO_CITATION, question.citation.at);
        const auto length = code_points(stem).size();
        if (length > k_long_stem)
            found(Fault::LONG_STEM, question.stem.at, std::to_string(length),
                  std::to_string(k_long_stem));
        if (names_letter(explanation))
            found(Fault::LETTER_REFERENCE, question.explanation.at, shortened(explanation));
        if (question.picture.value.empty() && names_picture(stem))
            found(Fault::PICTURE_REFERENCE, question.stem.at, shortened(stem));
        read_options(question);
        compare_stem(question, stem);
    }

    void read_options(const QuestionDraft& question) {
        const auto& options = question.options;
        for (size_t i = 0; i < options.size(); ++i) {
            const auto& words = options[i].text.value.in(Language::zh_hans);
            const bool more = std::any_of(
                options.begin() + static_cast<long>(i), options.end(), [](const auto& option) {
                    return !is_about_all(option.text.value.in(Language::zh_hans));
                });
            if (more && is_about_all(words))
                found(Fault::ALL_ABOVE_NOT_LAST, options[i].text.at, words);
            if (names_letters(words)) found(Fault::LETTER_REFERENCE, options[i].text.at, words);
        }
    }

    /// Two derived ids of the same words are a finding already (DUPLICATE_STEM).
    void compare_stem(const QuestionDraft& question, const std::string& stem) {
        const auto key = bare(stem);
        if (key.empty()) return;
        const Place place{*m_file, question.stem.at.line, question.stem.at.column};
        const bool derived = question.id.value.empty() && !model::is_id_part(question.title.value);
        const auto [known, added] = m_stems.emplace(key, Stem{place, fold(stem), derived});
        const auto& first = known->second;
        if (added || (derived && first.derived && first.words == fold(stem))) return;
        found(Fault::SIMILAR_STEM, question.stem.at, shortened(stem), where(first.place));
    }

    static bool is_longest(const std::vector<OptionDraft>& options, const OptionDraft& one) {
        const auto length = [](const OptionDraft& option) {
            return code_points(option.text.value.in(Language::zh_hans)).size();
        };
        return std::all_of(options.begin(), options.end(), [&](const auto& other) {
            return &other == &one || length(other) < length(one);
        });
    }

    void check_lengths(const QuestionSheet& sheet) {
        size_t asked = 0, longest = 0;
        for (const auto& question : sheet.questions) {
            if (question.kind.value != QuestionKind::single || question.options.size() < 2)
                continue;
            ++asked;
            for (const auto& option : question.options)
                longest += option.right && is_longest(question.options, option) ? 1 : 0;
        }
        if (asked >= k_least_for_length && longest * 100 >= asked * k_length_percent)
            found(Fault::LONGEST_IS_RIGHT, {}, std::to_string(longest), std::to_string(asked));
    }

    void check_letters(const QuestionSheet& sheet) {
        std::map<char, size_t> counts;
        size_t asked = 0;
        for (const auto& question : sheet.questions) {
            if (question.kind.value != QuestionKind::single) continue;
            ++asked;
            for (const auto& option : question.options)
                counts[option.letter] += option.right ? 1 : 0;
        }
        for (const auto& [letter, count] : counts) {
            if (asked >= k_least_for_letter && count == asked)
                found(Fault::SAME_LETTER_RIGHT, {}, std::string(1, letter), std::to_string(asked));
        }
    }

    struct Stem {
        Place place;
        std::string words;
        bool derived;
    };

    Findings& m_findings;
    const std::string* m_file = nullptr;
    std::map<std::string, Stem> m_stems; ///< of all sheets, by their bare words
};

} // namespace

void lint_questions(const std::vector<QuestionSheet>& sheets, Findings& findings) {
    Linter linter{findings};
    for (const auto& sheet : sheets)
        linter.read(sheet);
}

} // namespace pufa::author
