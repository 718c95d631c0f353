#include "content/model/text.h"

#include <algorithm>

namespace pufa::model {

std::string_view tag(Language language) {
    switch (language) {
    case Language::zh_hans:
        return "zh-Hans";
    case Language::zh_hant:
        return "zh-Hant";
    case Language::en:
        return "en";
    }
    return "zh-Hans";
}

std::optional<Language> parse_language(std::string_view text) {
    for (const auto language : k_languages) {
        if (tag(language) == text) return language;
    }
    return std::nullopt;
}

bool LocalizedText::empty() const {
    return std::all_of(words.begin(), words.end(), [](const auto& word) { return word.empty(); });
}

bool LocalizedText::has(Language language) const {
    return !words[static_cast<size_t>(language)].empty();
}

const std::string& LocalizedText::in(Language language) const {
    if (has(language)) return words[static_cast<size_t>(language)];
    for (const auto& word : words) {
        if (!word.empty()) return word;
    }
    return words.front();
}

LocalizedText in_hans(std::string words) {
    LocalizedText text;
    text[Language::zh_hans] = std::move(words);
    return text;
}

} // namespace pufa::model
