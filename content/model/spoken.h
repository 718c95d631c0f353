#pragma once
// What a film speaks, from the tag of a sound track. Text has languages of its own (text.h): who
// reads simplified characters may want to hear Cantonese.

#include <array>
#include <string>
#include <string_view>

namespace pufa::model {

/// What the kiosk has a name for; `other`: any other language, `unknown`: nobody said.
enum class Spoken {
    unknown,
    mandarin,
    cantonese,
    taishanese,
    hakka,
    teochew,
    minnan,
    english,
    other
};

/// Takes BCP 47 ("cmn", "yue-Hant-HK", "zh-yue"), ISO 639-2 as containers write it ("chi", "eng")
/// and any case. Plain Chinese is Mandarin, which is what authors' programs mean by it.
[[nodiscard]] Spoken spoken_of(std::string_view tag);

/// The tag of pack files: "cmn", "yue", "yue-x-taishan", "hak", "nan-x-teochew", "nan", "en"; "und"
/// for unknown. Of another language its own tag in lower case.
[[nodiscard]] std::string spoken_tag(std::string_view tag);

/// Letters and digits in parts of one to eight, parted by hyphens.
[[nodiscard]] bool is_language_tag(std::string_view tag);

} // namespace pufa::model
