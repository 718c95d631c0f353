#include "kiosk/platform/colour.h"

namespace pufa::platform {
namespace {

struct Weights {
    float red;
    float blue;
};

Weights weights(media::ColorMatrix matrix) {
    switch (matrix) {
    case media::ColorMatrix::bt601:
        return {0.299f, 0.114f};
    case media::ColorMatrix::bt2020:
        return {0.2627f, 0.0593f};
    case media::ColorMatrix::bt709:
        break;
    }
    return {0.2126f, 0.0722f};
}

} // namespace

YuvToRgb yuv_to_rgb(media::ColorMatrix matrix, media::ColorRange range) {
    const auto [red, blue] = weights(matrix);
    const float green = 1 - red - blue;
    const bool limited = range == media::ColorRange::limited;
    const float luma = limited ? 255.f / 219.f : 1.f;
    const float chroma = limited ? 255.f / 224.f : 1.f;
    const float to_red = 2 * (1 - red) * chroma;
    const float to_blue = 2 * (1 - blue) * chroma;
    return {{{{luma, 0, to_red},
              {luma, -to_blue * blue / green, -to_red * red / green},
              {luma, to_blue, 0}}},
            {limited ? 16.f / 255.f : 0.f, 128.f / 255.f, 128.f / 255.f}};
}

} // namespace pufa::platform
