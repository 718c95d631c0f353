#include "content/author/text_file.h"

#include "content/author/words.h"
#include "content/base/file.h"
#include "content/base/utf8.h"

#include <uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

namespace pufa::author {

namespace {

using namespace std::literals;

struct Bom {
    std::string_view mark;
    const char* encoding;
};
// UTF-32LE before UTF-16LE, whose mark it begins with.
constexpr Bom k_boms[] = {
    {"\xEF\xBB\xBF", "UTF-8"},
    {"\xFF\xFE\0\0"sv, "UTF-32LE"},
    {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

/// What uchardet may be believed: on a few Chinese words it also sees Korean or Cyrillic.
constexpr std::array<std::string_view, 4> k_believed{"GB18030", "BIG5", "UTF-16LE", "UTF-16BE"};

std::string guess(std::string_view bytes) {
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, decltype(&uchardet_delete)> detector{
        uchardet_new(), &uchardet_delete};
    if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
    uchardet_data_end(detector.get());
    const std::string_view found = uchardet_get_charset(detector.get());
    for (const auto believed : k_believed) {
        if (found == believed) return std::string{believed};
    }
    return {};
}

/// The bytes as UTF-8; nullopt if one of them has no meaning in `encoding`.
std::optional<std::string> convert(std::string_view bytes, const char* encoding) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter{ucnv_open(encoding, &status),
                                                                       &ucnv_close};
    if (U_FAILURE(status)) return std::nullopt;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    icu::UnicodeString text;
    const auto size = static_cast<int32_t>(bytes.size());
    // No encoding here makes more UTF-16 units than it has bytes.
    auto* buffer = text.getBuffer(size + 1);
    const auto length =
        ucnv_toUChars(converter.get(), buffer, size + 1, bytes.data(), size, &status);
    text.releaseBuffer(U_SUCCESS(status) ? length : 0);
    if (U_FAILURE(status)) return std::nullopt;
    std::string utf8;
    return text.toUTF8String(utf8);
}

/// So many are UTF-16 that does not say so.
bool has_many_nuls(std::string_view bytes) {
    constexpr size_t k_most_part = 4;
    return static_cast<size_t>(std::count(bytes.begin(), bytes.end(), '\0')) >
           bytes.size() / k_most_part;
}

/// What becomes of decoded words.
class Check {
  public:
    Check(const std::string& where, Nul nul)
        : m_where(where)
        , m_nul(nul) {}

    Result<TextFile> operator()(std::optional<std::string> text, std::string encoding,
                                bool guessed) const {
        if (!text) return Error{Code::BAD_SOURCE, m_where, "bytes that are not " + encoding};
        if (text->find('\0') != std::string::npos) {
            if (m_nul == Nul::refused || has_many_nuls(*text))
                return Error{Code::BAD_SOURCE, m_where, "a NUL byte: not text"};
            text = replaced(*text, {"\0", 1}, "\xEF\xBF\xBD");
        }
        return TextFile{std::move(*text), std::move(encoding), guessed};
    }

  private:
    const std::string& m_where;
    Nul m_nul;
};

} // namespace

Result<TextFile> decode_text(std::string_view bytes, const std::string& where, Nul nul) {
    const Check checked{where, nul};
    for (const auto& bom : k_boms) {
        if (!bytes.starts_with(bom.mark)) continue;
        const auto rest = bytes.substr(bom.mark.size());
        return checked(convert(rest, bom.encoding), bom.encoding, false);
    }
    const auto few_nuls = nul == Nul::replaced && !has_many_nuls(bytes);
    if (base::is_utf8(bytes) && (few_nuls || bytes.find('\0') == std::string_view::npos))
        return checked(std::string{bytes}, "UTF-8", false);
    if (const auto guessed = guess(bytes); !guessed.empty()) {
        auto text = convert(bytes, guessed.c_str());
        if (text) return checked(std::move(text), guessed, true);
    }
    return checked(convert(bytes, "GB18030"), "GB18030", true);
}

Result<TextFile> read_text(const std::filesystem::path& file, uint64_t most_bytes, Nul nul) {
    PUFA_TRY(const auto bytes, base::read_file(file, most_bytes));
    return decode_text(bytes, file.string(), nul);
}

} // namespace pufa::author
