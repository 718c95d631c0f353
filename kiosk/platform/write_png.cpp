#include "content/base/file.h"
#include "kiosk/platform/window.h"

#include <png.h>

namespace pufa::platform {

Result<void> write_png(const Image& image, const std::string& file) {
    PUFA_ASSERT(image.width > 0 && image.height > 0);
    png_image header{};
    header.version = PNG_IMAGE_VERSION;
    header.width = static_cast<png_uint_32>(image.width);
    header.height = static_cast<png_uint_32>(image.height);
    header.format = PNG_FORMAT_RGBA;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(header), '\0');
    png_alloc_size_t size = bytes.size();
    if (!png_image_write_to_memory(&header, bytes.data(), &size, 0, image.rgba.data(), 0, nullptr))
        return Error{Code::DISK_ERROR, file, header.message};
    bytes.resize(size);
    return base::write_file_atomic(file, bytes);
}

} // namespace pufa::platform
