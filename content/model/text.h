#pragma once
// The three languages of the kiosk and text in them.

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace pufa::model {

enum class Language { zh_hans, zh_hant, en };

inline constexpr std::array k_languages{Language::zh_hans, Language::zh_hant, Language::en};

/// BCP 47: "zh-Hans", "zh-Hant", "en".
[[nodiscard]] std::string_view tag(Language language);
[[nodiscard]] std::optional<Language> parse_language(std::string_view tag);

/// The same words in up to three languages; an empty string is a missing translation.
struct LocalizedText {
    std::array<std::string, k_languages.size()> words;

    bool operator==(const LocalizedText&) const = default;
    [[nodiscard]] bool empty() const;
    [[nodiscard]] bool has(Language language) const;
    /// Falls back to the first language that has words (Hant: Hans first); "" if none has.
    [[nodiscard]] const std::string& in(Language language) const;
    [[nodiscard]] std::string& operator[](Language language) {
        return words[static_cast<size_t>(language)];
    }
};

[[nodiscard]] LocalizedText in_hans(std::string words);

} // namespace pufa::model
