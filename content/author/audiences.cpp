#include "content/author/audiences.h"

#include "content/author/place_words.h"
#include "content/author/words.h"

#include <algorithm>

namespace pufa::author {

namespace {

struct AudienceWord {
    std::string_view word;
    std::string_view audience;
};

/// The first of each is its name in findings.
constexpr AudienceWord k_words[] = {
    {"青少年", "youth"},
    {"未成年人", "youth"},
    {"学生", "youth"},
    {"學生", "youth"},
    {"老年人", "elderly"},
    {"妇女", "women"},
    {"婦女", "women"},
    {"残疾人", "disabled"},
    {"殘疾人", "disabled"},
    {"劳动者", "workers"},
    {"勞動者", "workers"},
    {"务工人员", "workers"},
    {"務工人員", "workers"},
    {"国家工作人员", "officials"},
    {"國家工作人員", "officials"},
    {"军人军属", "military"},
    {"軍人軍屬", "military"},
    {"企业", "enterprises"},
    {"企業", "enterprises"},
    {"企业经营管理人员", "enterprises"},
    {"企業經營管理人員", "enterprises"},
    {"村民", "villagers"},
    {"社区居民", "residents"},
    {"社區居民", "residents"},
    {"侨胞侨属", "overseas"},
    {"僑胞僑屬", "overseas"},
    {"侨胞", "overseas"},
    {"僑胞", "overseas"},
    {"侨属", "overseas"},
    {"僑屬", "overseas"},
    {"不限", ""},
    {"general", ""},
};

/// "青少年 youth、老年人 elderly…"
std::string all_words() {
    std::string list;
    for (const auto audience : model::k_audiences) {
        const auto* first = std::find_if(std::begin(k_words), std::end(k_words),
                                         [&](auto& known) { return known.audience == audience; });
        list += (list.empty() ? "" : "、") + std::string{first->word} + " " + std::string{audience};
    }
    return list;
}

} // namespace

std::optional<std::string_view> parse_audience(std::string_view word) {
    const auto folded = fold(word);
    for (const auto audience : model::k_audiences) {
        if (audience == folded) return audience;
    }
    for (const auto& [known, audience] : k_words) {
        if (known == folded) return audience;
    }
    return std::nullopt;
}

model::Audience take_audience(const std::vector<std::string>& words, const Place& place,
                              Findings& findings) {
    model::Audience audience;
    bool everybody = false;
    for (const auto& entry : words) {
        for (const auto& word : parted(entry)) {
            const auto known = parse_audience(word);
            if (!known)
                findings.push_back({Fault::UNKNOWN_AUDIENCE, place, word, all_words()});
            else if (known->empty())
                everybody = true;
            else if (std::find(audience.begin(), audience.end(), *known) != audience.end())
                findings.push_back({Fault::LISTED_TWICE, place, word, {}});
            else
                audience.emplace_back(*known);
        }
    }
    if (everybody && !audience.empty())
        findings.push_back({Fault::AUDIENCE_AND_ALL, place, "audience", {}});
    return audience;
}

model::Audience read_audience(TomlReader& toml, const model::Audience& otherwise,
                              Findings& findings) {
    const bool says = toml.has("audience");
    const auto words = toml.texts("audience");
    return says ? take_audience(words, toml.place("audience"), findings) : otherwise;
}

} // namespace pufa::author
