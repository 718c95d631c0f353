#pragma once
// What the targets share. libFuzzer calls LLVMFuzzerTestOneInput with bytes of its own making; a
// broken PUFA_ASSERT stops it and leaves those bytes in a file.

#include "content/base/result.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace pufa::fuzz {

inline std::string_view text_of(const uint8_t* data, size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// The text up to the next line end, which is taken away with it.
inline std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

} // namespace pufa::fuzz
