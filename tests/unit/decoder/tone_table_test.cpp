// The judge of HDR is ffmpeg's own chain of zscale and tonemap, in floating point.
#include "content/decoder/tone_table.h"

#include "tests/support/media_files.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace pufa;
using decoder::Grade;
using decoder::Primaries;
using decoder::ToneTable;
using decoder::Transfer;
using media::ColorMatrix;
using media::ColorRange;

namespace {

constexpr int k_width = 256, k_height = 144;
using Rgb = std::array<double, 3>;
/// The signal (not light) at a place, each 0..1.
using Chart = std::function<Rgb(double x, double y)>;

Rgb gray_ramp(double x, double) {
    return {x, x, x};
}

/// The eight colours in six brightnesses, not so strong that BT.709 lacks them: zscale's picture of
/// those differs from processor to processor.
Rgb bars(double x, double y) {
    constexpr std::array levels{1.0, 0.75, 0.58, 0.4, 0.2, 0.1};
    const int bar = static_cast<int>(x * 7.999);
    const double level = levels.at(static_cast<size_t>(y * 5.999));
    const double less = 0.85 * level;
    return {(bar & 4) == 0 ? level : less, (bar & 2) == 0 ? level : less,
            (bar & 1) == 0 ? level : less};
}

/// All hues, from pale to strong and from dark to light, as a camera has them.
Rgb hues(double x, double y) {
    const double value = 0.15 + 0.55 * (1 - std::abs(2 * y - 1)), strength = 0.6 * y;
    Rgb out{};
    for (size_t i = 0; i < 3; ++i) {
        const double away = std::abs(std::fmod(x * 6 + 4.0 * static_cast<double>(i) + 3, 6) - 3);
        out[i] = value * (1 - strength * std::clamp(2 - away, 0.0, 1.0));
    }
    return out;
}

decoder::Frame make_frame(int format, int width, int height) {
    decoder::Frame frame{av_frame_alloc()};
    frame->format = format;
    frame->width = width;
    frame->height = height;
    REQUIRE(av_frame_get_buffer(frame.get(), 0) == 0);
    return frame;
}

uint16_t& ten_bits(AVFrame& frame, int plane, int x, int y) {
    return reinterpret_cast<uint16_t*>(frame.data[plane] + y * frame.linesize[plane])[x];
}

/// As yuv420p10 of BT.2020, limited range.
decoder::Frame draw(const Chart& chart) {
    auto frame = make_frame(AV_PIX_FMT_YUV420P10LE, k_width, k_height);
    for (int y = 0; y < k_height; ++y) {
        for (int x = 0; x < k_width; ++x) {
            const Rgb rgb = chart(x / (k_width - 1.0), y / (k_height - 1.0));
            const double luma = 0.2627 * rgb[0] + 0.6780 * rgb[1] + 0.0593 * rgb[2];
            ten_bits(*frame, 0, x, y) = static_cast<uint16_t>(std::lround(64 + 876 * luma));
            if (x % 2 == 1 || y % 2 == 1) continue;
            const double cb = (rgb[2] - luma) / 1.8814, cr = (rgb[0] - luma) / 1.4746;
            ten_bits(*frame, 1, x / 2, y / 2) = static_cast<uint16_t>(std::lround(512 + 896 * cb));
            ten_bits(*frame, 2, x / 2, y / 2) = static_cast<uint16_t>(std::lround(512 + 896 * cr));
        }
    }
    return frame;
}

/// Planes without padding, as ffmpeg reads and writes them.
std::string packed(const AVFrame& frame) {
    const auto format = static_cast<AVPixelFormat>(frame.format);
    std::string out(
        static_cast<size_t>(av_image_get_buffer_size(format, frame.width, frame.height, 1)), '\0');
    av_image_copy_to_buffer(reinterpret_cast<uint8_t*>(out.data()), static_cast<int>(out.size()),
                            frame.data, frame.linesize, format, frame.width, frame.height, 1);
    return out;
}

std::string mapped(const AVFrame& frame, const Grade& grade) {
    const auto out = make_frame(AV_PIX_FMT_YUV420P, frame.width, frame.height);
    ToneTable{grade}.map(frame, out->data, out->linesize);
    return packed(*out);
}

/// On the screen: BT.709 of limited range, as 8-bit RGB.
Rgb shown(const std::string& yuv, int x, int y) {
    const auto at = [&](size_t index) {
        return static_cast<double>(static_cast<uint8_t>(yuv[index]));
    };
    constexpr size_t k_luma = size_t{k_width} * k_height;
    const size_t chroma = static_cast<size_t>(y / 2 * (k_width / 2) + x / 2);
    const double luma = (at(static_cast<size_t>(y * k_width + x)) - 16) / 219;
    const double cb = (at(k_luma + chroma) - 128) / 224,
                 cr = (at(k_luma * 5 / 4 + chroma) - 128) / 224;
    const double red = luma + 1.5748 * cr, blue = luma + 1.8556 * cb;
    Rgb rgb{red, (luma - 0.2126 * red - 0.0722 * blue) / 0.7152, blue};
    for (double& each : rgb)
        each = 255 * std::clamp(each, 0.0, 1.0);
    return rgb;
}

double mean_difference(const std::string& one, const std::string& other) {
    REQUIRE(one.size() == other.size());
    double sum = 0;
    for (int y = 0; y < k_height; ++y)
        for (int x = 0; x < k_width; ++x) {
            const Rgb a = shown(one, x, y), b = shown(other, x, y);
            for (size_t i = 0; i < 3; ++i)
                sum += std::abs(a[i] - b[i]);
        }
    return sum / (3.0 * k_width * k_height);
}

std::string judged(const test::MediaFolder& folder, const AVFrame& frame, const std::string& trc,
                   const std::string& chain) {
    folder.write("chart.yuv", packed(frame));
    const std::string marks =
        "setparams=color_trc=" + trc + ":color_primaries=bt2020:colorspace=bt2020nc:range=tv,";
    const std::string size = std::to_string(k_width) + "x" + std::to_string(k_height);
    REQUIRE(
        folder.ffmpeg({"-f", "rawvideo", "-pix_fmt", "yuv420p10le", "-s", size, "-i", "chart.yuv",
                       "-vf", marks + chain + "format=yuv420p", "-f", "rawvideo", "judge.yuv"}));
    return folder.read("judge.yuv");
}

} // namespace

TEST_CASE("PQ and HLG are seen as ffmpeg's zscale and tonemap show them") {
    const test::MediaFolder folder;
    struct Named {
        const char* name;
        Chart chart;
    };
    const std::array charts{Named{"gray ramp", gray_ramp}, Named{"bars", bars},
                            Named{"hues", hues}};
    struct Graded {
        Transfer transfer;
        const char* trc;
        double most; ///< as tone_table.h states
    };
    for (const Graded& graded :
         {Graded{Transfer::pq, "smpte2084", 2.0}, Graded{Transfer::hlg, "arib-std-b67", 4.0}}) {
        for (const Named& named : charts) {
            CAPTURE(std::string{graded.trc});
            CAPTURE(std::string{named.name});
            const auto frame = draw(named.chart);
            const auto ours = mapped(*frame, {graded.transfer, Primaries::bt2020,
                                              ColorMatrix::bt2020, ColorRange::limited, 10});
            const auto theirs = judged(folder, *frame, graded.trc,
                                       "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,"
                                       "tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,");
            const double difference = mean_difference(ours, theirs);
            if (std::getenv("PUFA_TELL") != nullptr)
                std::printf("%s, %s: %.3f\n", graded.trc, named.name, difference);
            CHECK(difference < (std::string_view{named.name} == "gray ramp" ? 0.2 : graded.most));
        }
    }
}

TEST_CASE("wide colours of an ordinary film are seen as ffmpeg's zscale shows them") {
    const test::MediaFolder folder;
    const auto frame = draw(hues);
    const auto ours = mapped(
        *frame, {Transfer::sdr, Primaries::bt2020, ColorMatrix::bt2020, ColorRange::limited, 10});
    const auto theirs = judged(folder, *frame, "bt709",
                               "format=gbrpf32le,zscale=t=linear,zscale=p=bt709,"
                               "zscale=t=bt709:m=bt709:r=tv,");
    CHECK(mean_difference(ours, theirs) < 1.5);
}
