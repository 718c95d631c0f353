#pragma once
// What the stock ffmpeg makes of a clip, for comparison with what our decoder makes of it.

#include "tests/support/film_viewer.h"

#include <cmath>
#include <cstring>
#include <sstream>

namespace pufa::test {

/// The planes of a yuv420p picture, one after the other without padding.
struct Planes {
    int width = 0, height = 0;
    std::string bytes;
};

[[nodiscard]] inline size_t planes_bytes(int width, int height) {
    return static_cast<size_t>(width) * static_cast<size_t>(height) +
           2 * static_cast<size_t>((width + 1) / 2) * static_cast<size_t>((height + 1) / 2);
}

[[nodiscard]] inline Planes copy_planes(const media::Picture& picture) {
    Planes out{picture.width, picture.height, {}};
    for (size_t plane = 0; plane < 3; ++plane) {
        const int width = plane == 0 ? picture.width : (picture.width + 1) / 2;
        const int height = plane == 0 ? picture.height : (picture.height + 1) / 2;
        for (int y = 0; y < height; ++y)
            out.bytes.append(
                reinterpret_cast<const char*>(picture.plane[plane] + y * picture.stride[plane]),
                static_cast<size_t>(width));
    }
    return out;
}

/// Of all samples, 0..255; infinite if the sizes differ.
[[nodiscard]] inline double mean_difference(const std::string& one, const std::string& other) {
    if (one.size() != other.size() || one.empty()) return INFINITY;
    double sum = 0;
    for (size_t i = 0; i < one.size(); ++i)
        sum += std::abs(static_cast<uint8_t>(one[i]) - static_cast<uint8_t>(other[i]));
    return sum / static_cast<double>(one.size());
}

struct Judgement {
    std::string planes;         ///< of all pictures, one after the other
    std::vector<Micros> times;  ///< from the first picture
    std::vector<float> samples; ///< 48 kHz stereo
};

/// `filters` bring the pictures to the size that we show them in (pixels made square).
[[nodiscard]] inline Judgement judge_pictures(const MediaFolder& folder, const std::string& clip,
                                              const std::string& filters,
                                              const std::string& format = "yuv420p") {
    // -vsync passthrough: a picture for each that was coded, at its own time.
    std::vector<std::string> words{"-noautorotate", "-i", clip};
    for (const auto& word : {std::string{"-map"}, std::string{"0:v:0"}, std::string{"-vsync"},
                             std::string{"passthrough"}, std::string{"-pix_fmt"}, format})
        words.push_back(word);
    if (!filters.empty()) {
        words.emplace_back("-vf");
        words.push_back(filters);
    }
    words.insert(words.end(), {"-f", "rawvideo", "judge.yuv"});
    REQUIRE(folder.ffmpeg(words));
    Judgement judgement;
    judgement.planes = folder.read("judge.yuv");
    const auto asked =
        base::run("/usr/bin/env", {"ffprobe", "-v", "error", "-select_streams", "v:0",
                                   "-show_entries", "frame=best_effort_timestamp_time", "-of",
                                   "default=nw=1:nk=1", folder.path(clip).string()});
    REQUIRE((asked && asked->exit_code == 0));
    std::istringstream lines{asked->output};
    std::optional<double> first;
    for (std::string line; std::getline(lines, line);) {
        if (line.find("N/A") != std::string::npos) continue; // the last of a raw stream
        const double at = std::stod(line);
        if (!first) first = at;
        judgement.times.emplace_back(std::llround((at - *first) * 1e6));
    }
    return judgement;
}

[[nodiscard]] inline std::vector<float> judge_sound(const MediaFolder& folder,
                                                    const std::string& clip, int channels) {
    // One channel sounds from both speakers as loud as it is.
    const std::string to_stereo = channels == 1
                                      ? "pan=stereo|c0=c0|c1=c0,aresample=48000:osf=flt"
                                      : "aresample=48000:ochl=stereo:rematrix_maxval=1:osf=flt";
    REQUIRE(
        folder.ffmpeg({"-i", clip, "-map", "0:a:0", "-af", to_stereo, "-f", "f32le", "judge.f32"}));
    const std::string bytes = folder.read("judge.f32");
    std::vector<float> samples(bytes.size() / sizeof(float));
    std::memcpy(samples.data(), bytes.data(), samples.size() * sizeof(float));
    return samples;
}

} // namespace pufa::test
