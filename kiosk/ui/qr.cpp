#include "kiosk/ui/qr.h"

#include <qrencode.h>

#include <memory>

namespace pufa::ui {

namespace {

constexpr int k_largest_version = 20;
constexpr size_t k_most_bytes = 666;

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

} // namespace

std::optional<QrCode> make_qr(std::string_view words) {
    if (words.empty() || words.size() > k_most_bytes) return std::nullopt;
    const std::unique_ptr<QRcode, Free> code{
        QRcode_encodeData(static_cast<int>(words.size()),
                          reinterpret_cast<const unsigned char*>(words.data()), 0, QR_ECLEVEL_M)};
    if (!code || code->version > k_largest_version) return std::nullopt;
    QrCode made;
    made.side = code->width;
    const auto modules = static_cast<size_t>(code->width) * static_cast<size_t>(code->width);
    made.dark.reserve(modules);
    // The lowest bit of each module is its colour.
    for (size_t module = 0; module < modules; ++module)
        made.dark.push_back((code->data[module] & 1) != 0);
    return made;
}

} // namespace pufa::ui
