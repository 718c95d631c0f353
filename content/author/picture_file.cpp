#include "content/author/picture_file.h"

#include "content/base/file.h"

#include <fcntl.h>

#include <array>
#include <string_view>

namespace pufa::author {

bool is_picture(const std::filesystem::path& file) {
    constexpr std::string_view png{"\x89PNG\r\n\x1a\n", 8}, jpeg{"\xff\xd8\xff", 3};
    std::array<std::byte, 12> head{};
    const auto fd = base::open_file(file, O_RDONLY);
    if (!fd || !base::read_exact(fd->get(), 0, head, file.string())) return false;
    const std::string_view bytes{reinterpret_cast<const char*>(head.data()), head.size()};
    return bytes.starts_with(png) || bytes.starts_with(jpeg) ||
           (bytes.starts_with("RIFF") && bytes.ends_with("WEBP"));
}

} // namespace pufa::author
