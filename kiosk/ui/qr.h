#pragma once
// A QR code (ISO/IEC 18004) as squares, by libqrencode. Pure.

#include <optional>
#include <string_view>
#include <vector>

namespace pufa::ui {

/// The quiet zone that the standard demands around a code, modules.
inline constexpr int k_qr_quiet = 4;

struct QrCode {
    int side = 0;           ///< modules, without the quiet zone
    std::vector<bool> dark; ///< row by row

    [[nodiscard]] bool at(int x, int y) const {
        return dark[static_cast<size_t>(y) * static_cast<size_t>(side) + static_cast<size_t>(x)];
    }
};

/// Correction level M, since a screen may mirror a lamp. Nullopt if the words (UTF-8) are empty or
/// too long for a code that a telephone reads from an arm's length (version 20: 666 bytes).
[[nodiscard]] std::optional<QrCode> make_qr(std::string_view words);

} // namespace pufa::ui
