#include "content/author/png.h"

#include <png.h>

namespace pufa::author {

Result<std::string> encode_png(const media::Still& still) {
    const auto pixels = static_cast<size_t>(still.width) * static_cast<size_t>(still.height);
    PUFA_ASSERT(pixels > 0 && still.rgba.size() == pixels * 4);
    std::string rgb;
    rgb.reserve(pixels * 3);
    for (size_t i = 0; i < still.rgba.size(); i += 4)
        rgb.append(reinterpret_cast<const char*>(&still.rgba[i]), 3);
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(still.width);
    header.height = static_cast<png_uint_32>(still.height);
    header.format = PNG_FORMAT_RGB;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(header), '\0');
    png_alloc_size_t size = bytes.size();
    if (png_image_write_to_memory(&header, bytes.data(), &size, 0, rgb.data(), 0, nullptr) == 0)
        return Error{Code::DISK_ERROR, "PNG", header.message};
    bytes.resize(size);
    return bytes;
}

} // namespace pufa::author
