#pragma once
// What libav's pixel formats and colour marks come down to.

#include "content/decoder/av.h"
#include "content/media/wire.h"

namespace pufa::decoder {

/// The old J formats are the plain ones with full range.
[[nodiscard]] AVPixelFormat plain(AVPixelFormat format);
[[nodiscard]] bool is_rgb(AVPixelFormat format);
/// Brightness alone, of any depth.
[[nodiscard]] bool is_gray(AVPixelFormat format);
[[nodiscard]] media::ColorRange range_of(const AVFrame& frame);
/// For sws_setColorspaceDetails.
[[nodiscard]] const int* coefficients(media::ColorMatrix matrix);

} // namespace pufa::decoder
