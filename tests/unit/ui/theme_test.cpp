#include "kiosk/ui/theme.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace pufa::ui;

namespace {

double channel(uint32_t value) {
    const double c = value / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}
double luminance(Color color) {
    const uint32_t packed = rgba(color);
    return 0.2126 * channel(packed & 0xFFU) + 0.7152 * channel(packed >> 8U & 0xFFU) +
           0.0722 * channel(packed >> 16U & 0xFFU);
}
/// WCAG 2's contrast ratio.
double contrast(Color a, Color b) {
    const double one = luminance(a) + 0.05;
    const double other = luminance(b) + 0.05;
    return std::max(one, other) / std::min(one, other);
}

} // namespace

TEST_CASE("a colour is packed as ImGui packs it, with its opacity") {
    CHECK(rgba(Color::river) == 0xFF64550FU);
    CHECK(rgba(Color::paper) == 0xFFF1F8FBU);
    CHECK(rgba(Color::black, 0) == 0U);
    CHECK(rgba(Color::white, 0.5f) == 0x80FFFFFFU);
    CHECK(rgba(Color::white, 7) == 0xFFFFFFFFU);
    CHECK((rgba(Color::scrim) >> 24U) < 0xFFU);
}

TEST_CASE("every pair of text and ground that the design names can be read") {
    CHECK(contrast(Color::ink, Color::paper) > 15);
    CHECK(contrast(Color::ink2, Color::paper) > 7);
    CHECK(contrast(Color::white, Color::river) > 8);
    CHECK(contrast(Color::seal, Color::seal_tint) > 4.5);
    CHECK(contrast(Color::palm, Color::palm_tint) > 4.5);
    CHECK(contrast(Color::peel, Color::peel_tint) > 4.5);
    CHECK(contrast(Color::white, Color::peel) > 4.5);
    CHECK(contrast(Color::ink, Color::gold) > 4.5);
    CHECK(contrast(Color::brick, Color::paper) > 4.5);
    CHECK(contrast(Color::snow, Color::night) > 7);
    CHECK(contrast(Color::snow2, Color::night2) > 4.5);
    CHECK(contrast(Color::amber, Color::night) > 4.5);
}
