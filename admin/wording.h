#pragma once
// How commands write numbers.

#include <cstdint>
#include <string>

namespace pufa::admin {

/// "3.2 MiB", "118 KiB"
[[nodiscard]] std::string size_words(uint64_t bytes);

} // namespace pufa::admin
