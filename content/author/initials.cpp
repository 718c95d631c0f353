#include "content/author/initials.h"

#include "content/base/result.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace pufa::author {

namespace {

/// Words of law and daily life, and names of places, that ICU's usual reading of each character
/// gets wrong: 调 is diào for it, 重 zhòng, 长 zhǎng, 行 xíng, 给 gěi. None that is also the seam
/// of two other words (同行: 共同行为); the last ones are there so that no seam is read behind them
/// (委员会计划 holds no 会计).
constexpr std::array<std::pair<std::u16string_view, std::string_view>, 58> k_words{{
    {u"银行", "yh"},    {u"行业", "hy"},    {u"行规", "hg"}, {u"调解", "tj"}, {u"调处", "tc"},
    {u"调整", "tz"},    {u"协调", "xt"},    {u"调停", "tt"}, {u"空调", "kt"}, {u"重庆", "cq"},
    {u"重婚", "ch"},    {u"重复", "cf"},    {u"重新", "cx"}, {u"重建", "cj"}, {u"会计", "kj"},
    {u"给付", "jf"},    {u"供给", "gj"},    {u"给予", "jy"}, {u"西藏", "xz"}, {u"音乐", "yy"},
    {u"厌恶", "yw"},    {u"可恶", "kw"},    {u"传记", "zj"}, {u"番禺", "py"}, {u"便宜", "py"},
    {u"长期", "cq"},    {u"延长", "yc"},    {u"特长", "tc"}, {u"校对", "jd"}, {u"长沙", "cs"},
    {u"长度", "cd"},    {u"长途", "ct"},    {u"长城", "cc"}, {u"长江", "cj"}, {u"长寿", "cs"},
    {u"长假", "cj"},    {u"擅长", "sc"},    {u"漫长", "mc"}, {u"重阳", "cy"}, {u"重做", "cz"},
    {u"调和", "th"},    {u"调节", "tj"},    {u"央行", "yh"}, {u"厦门", "xm"}, {u"率先", "sx"},
    {u"草率", "cs"},    {u"宝藏", "bz"},    {u"恐吓", "kh"}, {u"校验", "jy"}, {u"行情", "hq"},
    {u"委员会", "wyh"}, {u"协会", "xh"},    {u"大会", "dh"}, {u"社会", "sh"}, {u"工会", "gh"},
    {u"商会", "sh"},    {u"董事会", "dsh"}, {u"提供", "tg"},
}};

using Transliterator = std::unique_ptr<icu::Transliterator>;

Transliterator make(const char* id) {
    UErrorCode error = U_ZERO_ERROR;
    Transliterator made{
        icu::Transliterator::createInstance(icu::UnicodeString{id}, UTRANS_FORWARD, error)};
    PUFA_ASSERT(U_SUCCESS(error) && made); // part of every ICU
    return made;
}

class Speller {
  public:
    std::string spell(const icu::UnicodeString& text) const {
        std::string letters;
        for (int32_t at = 0; at < text.length();) {
            if (const auto* word = word_at(text, at)) {
                letters += word->second;
                at += static_cast<int32_t>(word->first.size());
                continue;
            }
            const UChar32 character = text.char32At(at);
            at = text.moveIndex32(at, 1);
            const auto plain = romanised(character);
            letters += is_han(character) ? plain.substr(0, 1) : plain;
        }
        return letters;
    }

  private:
    static bool is_han(UChar32 character) {
        UErrorCode error = U_ZERO_ERROR;
        return uscript_getScript(character, &error) == USCRIPT_HAN && u_isalpha(character);
    }

    static const std::pair<std::u16string_view, std::string_view>*
    word_at(const icu::UnicodeString& text, int32_t at) {
        const auto found = std::find_if(k_words.begin(), k_words.end(), [&](const auto& word) {
            const auto length = static_cast<int32_t>(word.first.size());
            return text.compare(at, length, icu::UnicodeString{word.first.data(), length}) == 0;
        });
        return found == k_words.end() ? nullptr : &*found;
    }

    /// Lower-case letters and digits of ASCII.
    std::string romanised(UChar32 character) const {
        icu::UnicodeString one{character};
        m_latin->transliterate(one);
        std::string words, kept;
        one.toLower().toUTF8String(words);
        std::copy_if(words.begin(), words.end(), std::back_inserter(kept),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
        return kept;
    }

    Transliterator m_latin = make("Han-Latin; Latin-ASCII");
};

const model::LocalizedText& name_of(const model::Place& place) {
    return place.name;
}
template <class Item>
const model::LocalizedText& name_of(const Item& item) {
    return item.title;
}

std::string spell(const Speller& speller, std::string_view text) {
    return speller.spell(icu::UnicodeString::fromUTF8(
        icu::StringPiece{text.data(), static_cast<int32_t>(text.size())}));
}

} // namespace

std::string initials_of(std::string_view text) {
    return spell(Speller{}, text);
}

void add_initials(std::vector<model::Item>& items) {
    const Speller speller;
    for (auto& item : items) {
        std::visit(
            [&](auto& held) {
                if constexpr (requires { held.initials; })
                    held.initials = spell(speller, name_of(held).in(model::Language::zh_hans));
            },
            item);
    }
}

} // namespace pufa::author
