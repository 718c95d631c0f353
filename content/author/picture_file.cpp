#include "content/author/picture_file.h"

#include "content/base/file.h"

#include <fcntl.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace pufa::author {

bool is_picture(const std::filesystem::path& file) {
    constexpr std::string_view png{"\x89PNG\r\n\x1a\n", 8}, jpeg{"\xff\xd8\xff", 3};
    std::array<std::byte, 12> head{}; // a shorter file ends in zeros, which are no mark
    const auto fd = base::open_file(file, O_RDONLY);
    if (!fd) return false;
    const auto size = base::file_size(fd->get(), file.string());
    if (!size) return false;
    const auto part = std::span{head}.first(std::min<size_t>(head.size(), *size));
    if (!base::read_exact(fd->get(), 0, part, file.string())) return false;
    const std::string_view bytes{reinterpret_cast<const char*>(head.data()), head.size()};
    return bytes.starts_with(png) || bytes.starts_with(jpeg) ||
           (bytes.starts_with("RIFF") && bytes.ends_with("WEBP"));
}

} // namespace pufa::author
