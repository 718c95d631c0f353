#include "content/strings/strings.h"

#include "content/base/log.h"
#include "content/base/result.h"
#include "content/strings/embedded.h"
#include "content/strings/po.h"

namespace pufa::strings {

namespace {

using Catalogue = std::map<std::string, std::string, std::less<>>;

Catalogue load(model::Language language) {
    auto parsed = parse_po(embedded(model::tag(language)), model::tag(language));
    if (!parsed) {
        base::log_error("{}: {}", parsed.error().where, parsed.error().detail);
        PUFA_ASSERT(!"the catalogue compiled in is not PO");
    }
    return std::move(parsed).value();
}

const Catalogue& catalogue(model::Language language) {
    static const std::array catalogues{load(model::Language::zh_hans),
                                       load(model::Language::zh_hant), load(model::Language::en)};
    return catalogues[static_cast<size_t>(language)];
}

} // namespace

const std::string& text(model::Language language, std::string_view key) {
    const auto found = catalogue(language).find(key);
    if (found == catalogue(language).end()) {
        base::log_error("no words for {} in {}", key, model::tag(language));
        PUFA_ASSERT(!"a key without words");
    }
    return found->second;
}

std::string text(model::Language language, std::string_view key,
                 std::initializer_list<Argument> arguments) {
    const std::string& pattern = text(language, key);
    std::string filled;
    for (size_t i = 0; i < pattern.size();) {
        const Argument* match = nullptr;
        for (const auto& argument : arguments) {
            const bool here = pattern[i] == '{' &&
                              pattern.compare(i + 1, argument.name.size(), argument.name) == 0 &&
                              i + 1 + argument.name.size() < pattern.size() &&
                              pattern[i + 1 + argument.name.size()] == '}';
            if (here) match = &argument;
        }
        if (match) {
            filled += match->value;
            i += match->name.size() + 2;
        } else {
            filled += pattern[i++];
        }
    }
    return filled;
}

std::string sentence(model::Language language, const Error& error) {
    const auto key = "error." + std::string{base::name(error.code)};
    auto words = text(language, key, {{"where", error.where}, {"detail", error.detail}});
    return words;
}

std::string named_sentence(model::Language language, const Error& error) {
    return sentence(language, error) + " [" + std::string{base::name(error.code)} + "]";
}

std::vector<std::string_view> keys(model::Language language) {
    std::vector<std::string_view> all;
    for (const auto& [key, words] : catalogue(language))
        all.push_back(key);
    return all;
}

} // namespace pufa::strings
