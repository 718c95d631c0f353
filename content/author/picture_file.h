#pragma once
// Pictures that authors bring. Private to this folder.

#include <filesystem>

namespace pufa::author {

/// Whether the file is what its name says, PNG, JPEG or WebP; or no screen can show it.
[[nodiscard]] bool is_picture(const std::filesystem::path& file);

} // namespace pufa::author
