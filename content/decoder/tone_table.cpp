#include "content/decoder/tone_table.h"

#include <algorithm>
#include <cmath>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace pufa::decoder {

using media::ColorMatrix;
using media::ColorRange;

namespace {

// The grid over 10-bit codes: steps of 32 in brightness, of 16 in each colour difference, where a
// PQ picture changes faster.
constexpr uint32_t k_y_bits = 5, k_c_bits = 4;
constexpr uint32_t k_y_nodes = (1024 >> k_y_bits) + 1, k_c_nodes = (1024 >> k_c_bits) + 1;
constexpr uint32_t k_most = 1023;

using Ycc = std::array<float, 3>; ///< 0..1, -0.5..0.5, -0.5..0.5 inside the range
using Rgb = std::array<float, 3>;
using Matrix = std::array<std::array<float, 3>, 3>;

// Linear light. BT.2087; P3 with D65 from the primaries of SMPTE EG 432-1.
constexpr Matrix k_from_bt2020{
    {{1.6605F, -0.5876F, -0.0728F}, {-0.1246F, 1.1329F, -0.0083F}, {-0.0182F, -0.1006F, 1.1187F}}};
constexpr Matrix k_from_p3{
    {{1.2249F, -0.2247F, 0.0F}, {-0.0420F, 1.0419F, 0.0F}, {-0.0197F, -0.0786F, 1.0979F}}};

struct Weights {
    float red, blue;
    [[nodiscard]] float green() const { return 1 - red - blue; }
};

Weights weights_of(ColorMatrix matrix) {
    switch (matrix) {
    case ColorMatrix::bt601:
        return {0.299F, 0.114F};
    case ColorMatrix::bt709:
        return {0.2126F, 0.0722F};
    case ColorMatrix::bt2020:
        return {0.2627F, 0.0593F};
    }
    return {0.2126F, 0.0722F};
}

Rgb to_rgb(const Ycc& colour, const Weights& w) {
    const auto [y, cb, cr] = colour;
    const float red = y + 2 * (1 - w.red) * cr;
    const float blue = y + 2 * (1 - w.blue) * cb;
    return {red, (y - w.red * red - w.blue * blue) / w.green(), blue};
}

Ycc to_ycc(const Rgb& rgb, const Weights& w) {
    const float y = w.red * rgb[0] + w.green() * rgb[1] + w.blue * rgb[2];
    return {y, (rgb[2] - y) / (2 * (1 - w.blue)), (rgb[0] - y) / (2 * (1 - w.red))};
}

/// In 100 cd/m².
float pq_light(float signal) {
    constexpr float k_m1 = 2610.0F / 16384, k_m2 = 2523.0F / 4096 * 128;
    constexpr float k_c1 = 3424.0F / 4096, k_c2 = 2413.0F / 4096 * 32, k_c3 = 2392.0F / 4096 * 32;
    const float power = std::pow(std::clamp(signal, 0.0F, 1.0F), 1 / k_m2);
    return 100 * std::pow(std::max(power - k_c1, 0.0F) / (k_c2 - k_c3 * power), 1 / k_m1);
}

/// Of the scene, 0..1.
float hlg_light(float signal) {
    constexpr float k_a = 0.17883277F, k_b = 1 - 4 * k_a, k_c = 0.55991073F;
    const float s = std::clamp(signal, 0.0F, 1.0F);
    return s <= 0.5F ? s * s / 3 : (std::exp((s - k_c) / k_a) + k_b) / 12;
}

/// From the signal to light, component by component, looked up: a table has many colours.
class Curve {
  public:
    explicit Curve(Transfer transfer) {
        for (size_t i = 0; i < m_light.size(); ++i) {
            const float signal = static_cast<float>(i) / k_steps;
            m_light[i] = transfer == Transfer::pq    ? pq_light(signal)
                         : transfer == Transfer::hlg ? hlg_light(signal)
                                                     : std::pow(signal, 2.4F);
        }
    }
    [[nodiscard]] float operator()(float signal) const {
        const float place = std::clamp(signal, 0.0F, 1.0F) * k_steps;
        const auto at = std::min(static_cast<size_t>(place), m_light.size() - 2);
        return m_light[at] + (m_light[at + 1] - m_light[at]) * (place - static_cast<float>(at));
    }

  private:
    static constexpr int k_steps = 2048;
    std::array<float, k_steps + 1> m_light{};
};

/// On a screen of 1,000 cd/m² (gamma 1.2), in 100 cd/m².
Rgb hlg_shown(Rgb scene) {
    const float y = 0.2627F * scene[0] + 0.6780F * scene[1] + 0.0593F * scene[2];
    for (float& each : scene)
        each *= 10 * std::pow(y, 0.2F);
    return scene;
}

Rgb to_bt709(const Rgb& light, Primaries primaries) {
    if (primaries == Primaries::bt709) return light;
    const Matrix& m = primaries == Primaries::bt2020 ? k_from_bt2020 : k_from_p3;
    Rgb out{};
    for (size_t i = 0; i < 3; ++i)
        out[i] = m[i][0] * light[0] + m[i][1] * light[1] + m[i][2] * light[2];
    return out;
}

float hable(float x) {
    constexpr float k_a = 0.15F, k_b = 0.50F, k_c = 0.10F, k_d = 0.20F, k_e = 0.02F, k_f = 0.30F;
    return (x * (x * k_a + k_b * k_c) + k_d * k_e) / (x * (x * k_a + k_b) + k_d * k_f) - k_e / k_f;
}

uint16_t entry(float code) {
    return static_cast<uint16_t>(std::lround(std::clamp(code, 0.0F, 255.0F) * 256));
}

/// What the frame's makers say of its brightest, in 100 cd/m²; as FFmpeg's tonemap takes it.
float peak_of(const AVFrame& frame) {
    float peak = 0;
    if (const auto* side = av_frame_get_side_data(&frame, AV_FRAME_DATA_CONTENT_LIGHT_LEVEL))
        peak =
            static_cast<float>(reinterpret_cast<AVContentLightMetadata*>(side->data)->MaxCLL) / 100;
    const auto* side = av_frame_get_side_data(&frame, AV_FRAME_DATA_MASTERING_DISPLAY_METADATA);
    if (peak <= 0 && side != nullptr) {
        const auto& mastered = *reinterpret_cast<AVMasteringDisplayMetadata*>(side->data);
        if (mastered.has_luminance != 0 && mastered.max_luminance.den != 0)
            peak = static_cast<float>(av_q2d(mastered.max_luminance)) / 100;
    }
    return peak > 0 ? std::clamp(peak, 1.0F, 100.0F) : 10;
}

Ycc seen(const Ycc& colour, const Grade& grade, const Curve& curve) {
    const Rgb signal = to_rgb(colour, weights_of(grade.matrix));
    Rgb light{curve(signal[0]), curve(signal[1]), curve(signal[2])};
    if (grade.transfer == Transfer::hlg) light = hlg_shown(light);
    light = to_bt709(light, grade.primaries);
    if (grade.transfer != Transfer::sdr) {
        const float largest = std::max({light[0], light[1], light[2], 1e-6F});
        const float gain = hable(largest) / hable(grade.peak) / largest;
        for (float& each : light)
            each *= gain;
    }
    for (float& each : light)
        each = std::pow(std::clamp(each, 0.0F, 1.0F), 1 / 2.4F);
    return to_ycc(light, weights_of(ColorMatrix::bt709));
}

} // namespace

Grade grade_of(const AVFrame& frame, ColorMatrix matrix, ColorRange range) {
    Grade grade{Transfer::sdr, Primaries::bt709, matrix, range, 10};
    if (frame.color_trc == AVCOL_TRC_SMPTE2084) grade.transfer = Transfer::pq;
    if (frame.color_trc == AVCOL_TRC_ARIB_STD_B67) grade.transfer = Transfer::hlg;
    if (frame.color_primaries == AVCOL_PRI_BT2020) grade.primaries = Primaries::bt2020;
    if (frame.color_primaries == AVCOL_PRI_SMPTE432) grade.primaries = Primaries::p3_d65;
    if (grade.transfer == Transfer::sdr) return grade;
    grade.peak = peak_of(frame);
    // Both are defined for BT.2020 alone: what is unmarked beside them is that.
    if (frame.color_primaries == AVCOL_PRI_UNSPECIFIED) grade.primaries = Primaries::bt2020;
    if (frame.colorspace == AVCOL_SPC_UNSPECIFIED) grade.matrix = ColorMatrix::bt2020;
    return grade;
}

ToneTable::ToneTable(const Grade& grade)
    : m_entries(size_t{k_c_nodes} * k_c_nodes * k_y_nodes) {
    const bool full = grade.range == ColorRange::full;
    const Curve curve{grade.transfer};
    const auto brightness = [&](uint32_t node) {
        const auto code = static_cast<float>(node << k_y_bits);
        return full ? code / 1023 : (code - 64) / 876;
    };
    const auto difference = [&](uint32_t node) {
        const auto code = static_cast<float>(node << k_c_bits);
        return (code - 512) / (full ? 1023.0F : 896.0F);
    };
    auto to = m_entries.begin();
    for (uint32_t cb = 0; cb < k_c_nodes; ++cb) {
        for (uint32_t cr = 0; cr < k_c_nodes; ++cr) {
            for (uint32_t y = 0; y < k_y_nodes; ++y) {
                const auto [luma, blue, red] =
                    seen({brightness(y), difference(cb), difference(cr)}, grade, curve);
                *to++ = {entry(16 + 219 * luma), entry(128 + 224 * blue), entry(128 + 224 * red),
                         0};
            }
        }
    }
}

/// Two entries of a column, one above the other, as they are at a (Cb, Cr).
struct ToneTable::Pair {
    std::array<uint16_t, 8> value;

    /// `part` 0..2 of an entry, `above` the lower of the two in 1/32.
    [[nodiscard]] uint8_t at(size_t part, uint32_t above) const {
        constexpr uint32_t k_one = 1u << k_y_bits;
        const uint32_t sum = value[part] * (k_one - above) + value[part + 4] * above;
        return static_cast<uint8_t>((sum + (k_one << 7)) >> (k_y_bits + 8));
    }
};

/// The four columns of the table around a (Cb, Cr), and what each weighs in 1/65536.
struct ToneTable::Corners {
    std::array<const Entry*, 4> column;
    std::array<uint16_t, 4> weight;

    [[nodiscard]] Pair at(size_t node) const {
        Pair pair;
#ifdef __SSE2__
        __m128i sum = _mm_setzero_si128();
        for (size_t i = 0; i < 4; ++i) {
            const auto* from = reinterpret_cast<const __m128i*>(column[i] + node);
            const __m128i w = _mm_set1_epi16(static_cast<int16_t>(weight[i]));
            sum = _mm_add_epi16(sum, _mm_mulhi_epu16(_mm_loadu_si128(from), w));
        }
        _mm_storeu_si128(reinterpret_cast<__m128i*>(pair.value.data()), sum);
#else
        for (size_t part = 0; part < 8; ++part) {
            uint32_t sum = 0;
            for (size_t i = 0; i < 4; ++i)
                sum += column[i][node + part / 4][part % 4] * uint32_t{weight[i]} >> 16;
            pair.value[part] = static_cast<uint16_t>(sum);
        }
#endif
        return pair;
    }
};

ToneTable::Corners ToneTable::corners_of(uint32_t cb, uint32_t cr) const {
    constexpr uint32_t k_one = 1u << k_c_bits;
    const size_t left = cb >> k_c_bits, top = cr >> k_c_bits;
    const uint32_t x = cb & (k_one - 1), y = cr & (k_one - 1);
    const Entry* const first = m_entries.data() + (left * k_c_nodes + top) * k_y_nodes;
    const Entry* const next = first + size_t{k_c_nodes} * k_y_nodes;
    // One whole is 65536, which the first corner alone may weigh and 16 bits cannot say.
    const auto weight = [](uint32_t part) {
        return static_cast<uint16_t>(std::min(part << (16 - 2 * k_c_bits), 65535u));
    };
    return {{first, first + k_y_nodes, next, next + k_y_nodes},
            {weight((k_one - x) * (k_one - y)), weight((k_one - x) * y), weight(x * (k_one - y)),
             weight(x * y)}};
}

void ToneTable::map(const AVFrame& from, uint8_t* const* to, const int* strides) const {
    constexpr uint32_t k_part = (1u << k_y_bits) - 1;
    const auto row = [&](int plane, int y) {
        return reinterpret_cast<const uint16_t*>(from.data[plane] + y * from.linesize[plane]);
    };
    const auto code = [](uint16_t sample) { return std::min<uint32_t>(sample, k_most); };
    for (int y = 0; y < from.height; y += 2) {
        const int rows = std::min(2, from.height - y);
        const uint16_t* const blue = row(1, y / 2);
        const uint16_t* const red = row(2, y / 2);
        const std::array<const uint16_t*, 2> luma{row(0, y), row(0, y + rows - 1)};
        const std::array<uint8_t*, 2> luma_to{to[0] + y * strides[0],
                                              to[0] + (y + rows - 1) * strides[0]};
        for (int x = 0; x < from.width; x += 2) {
            const Corners corners = corners_of(code(blue[x / 2]), code(red[x / 2]));
            const int columns = std::min(2, from.width - x);
            uint32_t node = k_y_nodes, sum = 0; // neighbours mostly lie between the same nodes
            Pair pair{};
            const auto look = [&](uint32_t luma_code) {
                if (luma_code >> k_y_bits != node) pair = corners.at(node = luma_code >> k_y_bits);
            };
            for (int dy = 0; dy < rows; ++dy) {
                for (int dx = 0; dx < columns; ++dx) {
                    const uint32_t at = code(luma[static_cast<size_t>(dy)][x + dx]);
                    sum += at;
                    look(at);
                    luma_to[static_cast<size_t>(dy)][x + dx] = pair.at(0, at & k_part);
                }
            }
            const uint32_t middle = sum / static_cast<uint32_t>(rows * columns);
            look(middle);
            to[1][y / 2 * strides[1] + x / 2] = pair.at(1, middle & k_part);
            to[2][y / 2 * strides[2] + x / 2] = pair.at(2, middle & k_part);
        }
    }
}

} // namespace pufa::decoder
