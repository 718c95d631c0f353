#pragma once
// Languages of tracks: files name them after ISO 639-2 in both its spellings or after BCP 47.

#include "content/decoder/av.h"

#include <string_view>

namespace pufa::decoder {

/// The tag of a stream; "" if it has none.
[[nodiscard]] std::string_view language_of(const AVStream& stream);
/// Of a stream, by its author; "" if it has none.
[[nodiscard]] std::string_view title_of(const AVStream& stream);

/// Whether both tags name one spoken language: "zh", "chi", "zho" and "cmn-Hans" do, and "yue" and
/// "zh-yue"; Chinese of no kind and Cantonese do not. An empty or unknown tag is like no other.
[[nodiscard]] bool same_language(std::string_view one, std::string_view other);

} // namespace pufa::decoder
