#pragma once
// Text as authors' machines save it: UTF-8 with or without a BOM, UTF-16, GB18030 (what Chinese
// spreadsheet programs call CSV), Big5.

#include "content/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pufa::author {

struct TextFile {
    std::string text;     ///< UTF-8 without a BOM; line ends as in the file
    std::string encoding; ///< "UTF-8", "UTF-16LE", "GB18030", …
    bool guessed = false; ///< neither strict UTF-8 nor marked by a BOM
};

inline constexpr uint64_t k_most_text = uint64_t{16} << 20;

/// What a NUL makes of a text: none, or U+FFFD, as WebVTT wants it, as long as they are few.
enum class Nul { refused, replaced };

/// Strict UTF-8, then the BOM, then uchardet's guess if it is one of those above, then GB18030; by
/// ICU, which must accept every byte. BAD_SOURCE if none does, or by a NUL.
[[nodiscard]] Result<TextFile> decode_text(std::string_view bytes, const std::string& where,
                                           Nul nul = Nul::refused);
/// NOT_FOUND, errno errors, TOO_LARGE.
[[nodiscard]] Result<TextFile> read_text(const std::filesystem::path& file,
                                         uint64_t most_bytes = k_most_text, Nul nul = Nul::refused);

} // namespace pufa::author
