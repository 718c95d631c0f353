#pragma once
#include <string_view>

namespace pufa::strings {

/// The text of assets/strings/<name>.po as compiled in; empty for an unknown name.
[[nodiscard]] std::string_view embedded(std::string_view name);

} // namespace pufa::strings
