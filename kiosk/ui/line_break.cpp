#include "kiosk/ui/line_break.h"

#include "content/base/result.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>

namespace pufa::ui {

namespace {

constexpr std::u32string_view k_never_first = U"。，、；：？！）》〉」』】〕〗〙〛〞〟’”…‥·・•％‰℃°"
                                              U"．］｝～ー々〻‼⁇⁈⁉﹐﹑﹒﹔﹕﹖﹗｡､｣,.;:?!)]}%";
constexpr std::u32string_view k_never_last = U"（《〈「『【〔〖〘〚〝‘“［｛＄￥￡£¥$([{";
constexpr std::u32string_view k_opening_quotes = U"“‘";
constexpr std::u32string_view k_closing_quotes = U"”’";
/// The same in both scripts' blocks; below lie alphabets, where a quote belongs to its word.
constexpr char32_t k_first_cjk = 0x2E80;

bool in(std::u32string_view set, char32_t code_point) {
    return set.find(code_point) != std::u32string_view::npos;
}

/// ICU holds every quotation mark to both its neighbours; between ideographs a Chinese line may end
/// before an opening one and after a closing one.
bool chinese_quote_break(char32_t before, char32_t after) {
    if (in(k_opening_quotes, after)) return before >= k_first_cjk;
    return in(k_closing_quotes, before) && after >= k_first_cjk;
}

} // namespace

bool may_begin_line(char32_t code_point) {
    return !in(k_never_first, code_point);
}
bool may_end_line(char32_t code_point) {
    return !in(k_never_last, code_point);
}

struct LineBreaker::Iterators {
    std::array<std::unique_ptr<icu::BreakIterator>, model::k_languages.size()> by_language;
    UText* text = nullptr;
    ~Iterators() { utext_close(text); }
};

LineBreaker::LineBreaker()
    : m_iterators(std::make_unique<Iterators>()) {
    for (const auto language : model::k_languages) {
        UErrorCode status = U_ZERO_ERROR;
        const auto tag = std::string{model::tag(language)};
        auto& slot = m_iterators->by_language[static_cast<size_t>(language)];
        slot.reset(icu::BreakIterator::createLineInstance(icu::Locale{tag.c_str()}, status));
        PUFA_ASSERT(U_SUCCESS(status) && slot);
    }
}

LineBreaker::~LineBreaker() = default;

void LineBreaker::mark(std::string_view words, model::Language language,
                       std::vector<Character>& characters) {
    UErrorCode status = U_ZERO_ERROR;
    auto& iterator = *m_iterators->by_language[static_cast<size_t>(language)];
    m_iterators->text = utext_openUTF8(m_iterators->text, words.data(),
                                       static_cast<int64_t>(words.size()), &status);
    iterator.setText(m_iterators->text, status);
    PUFA_ASSERT(U_SUCCESS(status));

    int32_t next = iterator.first();
    for (size_t i = 0; i < characters.size(); ++i) {
        const auto at = static_cast<int32_t>(characters[i].offset);
        while (next != icu::BreakIterator::DONE && next < at)
            next = iterator.next();
        if (i == 0) continue;
        const char32_t before = characters[i - 1].code_point;
        const char32_t after = characters[i].code_point;
        characters[i].may_break_before = (next == at || chinese_quote_break(before, after)) &&
                                         may_begin_line(after) && may_end_line(before);
    }
}

} // namespace pufa::ui
