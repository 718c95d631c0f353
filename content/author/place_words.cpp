#include "content/author/place_words.h"

#include "content/author/words.h"

#include <algorithm>
#include <array>

namespace pufa::author {

namespace {

using model::PlaceKind;

template <class Value>
struct Word {
    std::string_view word;
    Value value;
};

constexpr Word<PlaceKind> k_kinds[] = {
    {"人民调解委员会", PlaceKind::mediation},
    {"人民調解委員會", PlaceKind::mediation},
    {"司法所", PlaceKind::justice_office},
    {"公共法律服务站", PlaceKind::service_station},
    {"公共法律服務站", PlaceKind::service_station},
    {"法律援助", PlaceKind::legal_aid},
    {"公证", PlaceKind::notary},
    {"公證", PlaceKind::notary},
    {"仲裁", PlaceKind::arbitration},
    {"涉侨调解室", PlaceKind::overseas_mediation},
    {"涉僑調解室", PlaceKind::overseas_mediation},
    {"立法联系点", PlaceKind::legislative_contact},
    {"立法聯繫點", PlaceKind::legislative_contact},
    {"法治阵地", PlaceKind::legal_site},
    {"法治陣地", PlaceKind::legal_site},
};

/// Taishanese and Teochew have no code of their own in ISO 639-3.
constexpr Word<std::string_view> k_spoken[] = {
    {"普通话", "cmn"},
    {"普通話", "cmn"},
    {"国语", "cmn"},
    {"國語", "cmn"},
    {"cmn", "cmn"},
    {"zh", "cmn"},
    {"粤语", "yue"},
    {"粵語", "yue"},
    {"广东话", "yue"},
    {"廣東話", "yue"},
    {"yue", "yue"},
    {"台山话", "yue-x-taishan"},
    {"台山話", "yue-x-taishan"},
    {"四邑话", "yue-x-taishan"},
    {"四邑話", "yue-x-taishan"},
    {"客家话", "hak"},
    {"客家話", "hak"},
    {"hak", "hak"},
    {"潮州话", "nan-x-teochew"},
    {"潮州話", "nan-x-teochew"},
    {"闽南语", "nan"},
    {"閩南語", "nan"},
    {"nan", "nan"},
    {"手语", "csl"},
    {"手語", "csl"},
    {"csl", "csl"},
    {"英语", "en"},
    {"英語", "en"},
    {"英文", "en"},
    {"en", "en"},
    {"西班牙语", "es"},
    {"西班牙語", "es"},
    {"es", "es"},
    {"葡萄牙语", "pt"},
    {"葡萄牙語", "pt"},
    {"pt", "pt"},
    {"法语", "fr"},
    {"法語", "fr"},
    {"fr", "fr"},
    {"日语", "ja"},
    {"日語", "ja"},
    {"ja", "ja"},
    {"越南语", "vi"},
    {"越南語", "vi"},
    {"vi", "vi"},
    {"泰语", "th"},
    {"泰語", "th"},
    {"th", "th"},
    {"马来语", "ms"},
    {"馬來語", "ms"},
    {"ms", "ms"},
    {"印尼语", "id"},
    {"印尼語", "id"},
    {"id", "id"},
    {"yue-x-taishan", "yue-x-taishan"},
    {"nan-x-teochew", "nan-x-teochew"},
};

constexpr Word<bool> k_yes_no[] = {
    {"是", true},  {"有", true},     {"yes", true}, {"true", true},  {"1", true},
    {"否", false}, {"无", false},    {"無", false}, {"没有", false}, {"沒有", false},
    {"no", false}, {"false", false}, {"0", false},
};

template <class Value, size_t Size>
std::optional<Value> look_up(const Word<Value> (&words)[Size], std::string_view word) {
    const auto folded = fold(word);
    for (const auto& known : words) {
        if (known.word == folded) return known.value;
    }
    return std::nullopt;
}

std::string without_hyphens(std::string_view word) {
    return replaced(fold(word), "-", "");
}

} // namespace

std::optional<PlaceKind> parse_place_kind(std::string_view word) {
    for (const auto& [kind, name] : model::k_place_kinds) {
        if (name == word) return kind;
    }
    return look_up(k_kinds, word);
}

std::optional<model::Datum> parse_datum(std::string_view word) {
    for (const auto& [datum, name] : model::k_datums) {
        if (without_hyphens(name) == without_hyphens(word)) return datum;
    }
    return std::nullopt;
}

std::optional<std::string> parse_spoken(std::string_view word) {
    const auto code = look_up(k_spoken, word);
    return code ? std::optional{std::string{*code}} : std::nullopt;
}

std::optional<bool> parse_yes_no(std::string_view word) {
    return look_up(k_yes_no, word);
}

std::vector<std::string> parted(std::string_view words) {
    auto plain = std::string{words};
    for (const auto* mark : {"；", "、", "，", ",", "\n"})
        plain = replaced(plain, mark, ";");
    std::vector<std::string> list;
    for (size_t from = 0; from <= plain.size();) {
        const auto to = std::min(plain.find(';', from), plain.size());
        const auto part = trim(std::string_view{plain}.substr(from, to - from));
        if (!part.empty()) list.emplace_back(part);
        from = to + 1;
    }
    return list;
}

} // namespace pufa::author
