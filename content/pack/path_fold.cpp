#include "content/pack/path_fold.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace pufa::pack {

std::string fold_path(std::string_view path) {
    std::string folded{path};
    const bool ascii = std::all_of(path.begin(), path.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (ascii) {
        for (auto& c : folded) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
        return folded;
    }
    UErrorCode error = U_ZERO_ERROR;
    const auto* composed = icu::Normalizer2::getNFCInstance(error);
    const auto* decomposed = icu::Normalizer2::getNFDInstance(error);
    if (U_FAILURE(error)) return folded;
    // Decomposed first, since folding looks at single characters (Unicode, D145).
    auto words = decomposed->normalize(
        icu::UnicodeString::fromUTF8({path.data(), static_cast<int32_t>(path.size())}), error);
    words.foldCase();
    words = composed->normalize(words, error);
    if (U_FAILURE(error)) return folded;
    folded.clear();
    return words.toUTF8String(folded);
}

} // namespace pufa::pack
