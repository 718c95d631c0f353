#include "content/author/review.h"

#include "content/author/item_words.h"
#include "content/author/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace pufa::author {

namespace {

using model::Language;

/// More would only be the same sentence, longer.
constexpr size_t k_most_characters = 12;

void say(const model::Item& item, const ItemPlaces& places, Fault fault, std::string detail,
         Findings& findings) {
    const auto place = places.find(model::id_of(item));
    findings.push_back({fault, place == places.end() ? Place{"pack.toml", 0, 0} : place->second,
                        title_of(item), std::move(detail)});
}

bool lacks(const model::LocalizedText& text, Language language) {
    return text.has(Language::zh_hans) && !text.has(language);
}

bool lacks_captions(const model::Item& item, Language language) {
    const auto* video = std::get_if<model::Video>(&item);
    if (!video || video->captions.empty()) return false;
    return std::none_of(video->captions.begin(), video->captions.end(),
                        [&](const auto& track) { return track.language == language; });
}

/// The characters without a glyph, in order.
class Undrawn {
  public:
    explicit Undrawn(const Glyphs& glyphs)
        : m_glyphs(glyphs) {}

    void read(std::string_view text) {
        for (const auto character : code_points(text)) {
            if (!m_glyphs.draws(character)) m_characters.insert(character);
        }
    }
    [[nodiscard]] bool any() const { return !m_characters.empty(); }
    /// "U+1F600, U+1F4A1, …"
    [[nodiscard]] std::string list() const {
        std::string words;
        size_t count = 0;
        for (const auto character : m_characters) {
            words += words.empty() ? "" : ", ";
            if (count++ == k_most_characters) return words + "…";
            words += fmt::format("U+{:04X}", static_cast<uint32_t>(character));
        }
        return words;
    }

  private:
    const Glyphs& m_glyphs;
    std::set<char32_t> m_characters;
};

/// "2026-12-31 24:00" for the midnight after that day, else "2026-12-31 18:00"; China's time.
std::string end_in_words(WallTime end) {
    const auto at = base::to_local(end);
    if (at.hour != 0 || at.minute != 0)
        return fmt::format("{} {:02}:{:02}", base::to_string(at.date), at.hour, at.minute);
    return base::to_string(base::to_local(end - std::chrono::minutes{1}).date);
}

} // namespace

void review_languages(const pack::Manifest& manifest, const ItemPlaces& places,
                      Findings& findings) {
    for (const auto& item : manifest.items) {
        const auto words = words_of(item);
        std::string missing;
        for (const auto language : manifest.languages) {
            if (language == Language::zh_hans) continue;
            const bool some = std::any_of(words.texts.begin(), words.texts.end(),
                                          [&](const auto* text) { return lacks(*text, language); });
            if (!some && !lacks_captions(item, language)) continue;
            missing += fmt::format("{}{}", missing.empty() ? "" : ", ", model::tag(language));
        }
        if (!missing.empty())
            say(item, places, Fault::MISSING_IN_LANGUAGE, std::move(missing), findings);
    }
}

void review_characters(const pack::Manifest& manifest,
                       const std::vector<pack::MemberSource>& sources, const ItemPlaces& places,
                       const Glyphs& glyphs, Findings& findings) {
    if (!glyphs.known()) {
        findings.push_back({Fault::NO_FONTS, {"pack.toml", 0, 0}, std::string{k_font_package}, {}});
        return;
    }
    std::map<std::string_view, std::string_view> made;
    for (const auto& source : sources) {
        if (source.bytes) made.emplace(source.path, *source.bytes);
    }
    for (const auto& item : manifest.items) {
        Undrawn undrawn{glyphs};
        const auto words = words_of(item);
        for (const auto* text : words.texts) {
            for (const auto& one : text->words)
                undrawn.read(one);
        }
        for (const auto* text : words.plain)
            undrawn.read(*text);
        if (const auto* video = std::get_if<model::Video>(&item)) {
            for (const auto& track : video->captions)
                undrawn.read(made[track.member]);
        }
        if (undrawn.any()) say(item, places, Fault::CANNOT_BE_DRAWN, undrawn.list(), findings);
    }
}

void review_laws(const pack::Manifest& manifest, const ItemPlaces& places,
                 const law::Changes& changes, Findings& findings) {
    if (changes.empty()) return;
    for (const auto& item : manifest.items) {
        std::set<std::string> told;
        for (const auto* citation : words_of(item).citations) {
            const auto* change = changes.against(*citation);
            if (!change) continue;
            auto article = fmt::format("《{}》{}", citation->law, citation->article);
            if (told.insert(article).second)
                say(item, places, Fault::ARTICLE_CHANGED, std::move(article), findings);
        }
    }
}

void review_validity(const pack::Manifest& manifest, const ItemPlaces& places, WallTime now,
                     Findings& findings) {
    for (const auto& item : manifest.items) {
        const auto end = model::valid_until_of(item);
        if (end && *end <= now)
            say(item, places, Fault::VALID_UNTIL_PAST, end_in_words(*end), findings);
    }
}

} // namespace pufa::author
