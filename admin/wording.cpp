#include "admin/wording.h"

#include <fmt/format.h>

namespace pufa::admin {

std::string size_words(uint64_t bytes) {
    if (bytes < (1u << 10)) return fmt::format("{} B", bytes);
    const auto amount = static_cast<double>(bytes);
    if (bytes < (1u << 20)) return fmt::format("{:.1f} KiB", amount / (1u << 10));
    if (bytes < (1u << 30)) return fmt::format("{:.1f} MiB", amount / (1u << 20));
    return fmt::format("{:.2f} GiB", amount / (1u << 30));
}

} // namespace pufa::admin
