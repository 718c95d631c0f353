#pragma once
// Small media for tests, made by the stock ffmpeg from frames and samples made here. In numbered
// films each frame carries its number as 16 cells across the top twentieth of the picture, most
// significant first, white for 1.

#include "content/base/file.h"
#include "content/base/process.h"

#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace pufa::test {

/// The folder of one test; gone afterwards.
class MediaFolder {
  public:
    [[nodiscard]] std::filesystem::path path(const std::string& name) const {
        return m_folder.path() / name;
    }
    /// Runs ffmpeg over this folder; true if it says that all went well.
    [[nodiscard]] bool ffmpeg(std::vector<std::string> arguments) const {
        std::vector<std::string> all{"ffmpeg", "-nostdin", "-v", "error", "-y"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        std::vector<std::string> words{"-C", m_folder.path().string()};
        words.insert(words.end(), all.begin(), all.end());
        const auto ran = base::run("/usr/bin/env", words);
        return ran.ok() && ran->exit_code == 0;
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream{path(name), std::ios::binary} << bytes;
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        auto text = base::read_file(path(name));
        return text ? *text : std::string{};
    }

  private:
    base::TemporaryFolder m_folder;
};

inline constexpr int k_number_cells = 16;

/// A Y4M film of numbered frames; the ground moves, so that frames differ elsewhere too.
inline void write_numbered_y4m(const std::filesystem::path& file, int width, int height, int frames,
                               int rate) {
    std::ofstream out{file, std::ios::binary};
    out << "YUV4MPEG2 W" << width << " H" << height << " F" << rate << ":1 Ip A1:1 C420jpeg\n";
    const int strip = height / 20;
    std::string luma(static_cast<size_t>(width) * static_cast<size_t>(height), '\0');
    const std::string chroma(luma.size() / 2, '\x80');
    for (int n = 0; n < frames; ++n) {
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                const int cell = x * k_number_cells / width;
                const bool white = (n >> (k_number_cells - 1 - cell) & 1) != 0;
                const int value = y < strip ? (white ? 235 : 16) : 60 + (x / 8 + y / 8 + n) % 120;
                luma[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)] =
                    static_cast<char>(value);
            }
        }
        out << "FRAME\n" << luma << chroma;
    }
}

/// The number read back from a luma plane.
inline int read_number(const uint8_t* luma, int stride, int width, int height) {
    const int y = height / 40;
    int number = 0;
    for (int cell = 0; cell < k_number_cells; ++cell) {
        const int x = (2 * cell + 1) * width / (2 * k_number_cells);
        number = number * 2 + (luma[y * stride + x] > 125 ? 1 : 0);
    }
    return number;
}

/// name.mp4: H.264 with B-frames, a keyframe every `keyframes`, and with AAC of 1 kHz if `tone`.
enum class Tone { none, one_kilohertz };
[[nodiscard]] inline bool make_numbered_mp4(const MediaFolder& folder, const std::string& name,
                                            int frames, int rate, Tone tone, int keyframes = 50) {
    write_numbered_y4m(folder.path("numbered.y4m"), 320, 240, frames, rate);
    const std::string seconds = std::to_string(static_cast<double>(frames) / rate);
    std::vector<std::string> words{"-i", "numbered.y4m"};
    if (tone == Tone::one_kilohertz) {
        for (const char* word : {"-f", "lavfi", "-t"})
            words.emplace_back(word);
        words.push_back(seconds);
        words.emplace_back("-i");
        words.emplace_back("sine=frequency=1000:sample_rate=44100");
        for (const char* word : {"-c:a", "aac", "-b:a", "96k"})
            words.emplace_back(word);
    }
    for (const char* word : {"-c:v", "libx264", "-preset", "ultrafast", "-bf", "2", "-pix_fmt",
                             "yuv420p", "-crf", "20", "-g"})
        words.emplace_back(word);
    words.push_back(std::to_string(keyframes));
    words.push_back(name);
    return folder.ffmpeg(words);
}

} // namespace pufa::test
