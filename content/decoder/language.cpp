#include "content/decoder/language.h"

#include <algorithm>
#include <array>
#include <string>

namespace pufa::decoder {

namespace {

// One name for each spoken language that has several.
constexpr std::array k_names{
    std::pair{"zho", "zh"},     std::pair{"chi", "zh"},     std::pair{"cmn", "zh"},
    std::pair{"zh-cmn", "zh"},  std::pair{"zh-yue", "yue"}, std::pair{"zh-nan", "nan"},
    std::pair{"zh-hak", "hak"}, std::pair{"eng", "en"},     std::pair{"fra", "fr"},
    std::pair{"fre", "fr"},     std::pair{"spa", "es"},     std::pair{"por", "pt"},
    std::pair{"deu", "de"},     std::pair{"ger", "de"},     std::pair{"jpn", "ja"},
    std::pair{"kor", "ko"},     std::pair{"vie", "vi"},     std::pair{"tha", "th"},
    std::pair{"msa", "ms"},     std::pair{"may", "ms"},     std::pair{"ind", "id"},
    std::pair{"rus", "ru"},     std::pair{"ara", "ar"},
};

std::string_view value_of(const AVStream& stream, const char* key) {
    const AVDictionaryEntry* entry = av_dict_get(stream.metadata, key, nullptr, 0);
    return entry != nullptr ? std::string_view{entry->value} : std::string_view{};
}

/// Lower case, without script and region.
std::string plain(std::string_view tag) {
    std::string lower{tag};
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    for (const auto& [known, name] : k_names) {
        const std::string_view whole{known};
        const bool longer = lower.size() > whole.size() && lower[whole.size()] == '-';
        if (lower.starts_with(whole) && (lower.size() == whole.size() || longer)) return name;
    }
    return lower.substr(0, lower.find('-'));
}

} // namespace

std::string_view language_of(const AVStream& stream) {
    const auto tag = value_of(stream, "language");
    return tag == "und" ? std::string_view{} : tag;
}

std::string_view title_of(const AVStream& stream) {
    const auto title = value_of(stream, "title");
    return title.empty() ? value_of(stream, "name") : title;
}

bool same_language(std::string_view one, std::string_view other) {
    return !one.empty() && !other.empty() && plain(one) == plain(other);
}

} // namespace pufa::decoder
