#include "tests/hostile/clips.h"

#include "tests/support/media_files.h"

#include <cstdlib>
#include <sstream>

namespace pufa::hostile {

namespace {

struct Recipe {
    const char* name;
    const char* words; ///< of ffmpeg, between the inputs and the name
};

constexpr const char* k_picture = "-f lavfi -i testsrc2=s=160x120:r=25:d=0.6";
constexpr const char* k_sound = "-f lavfi -i sine=frequency=440:sample_rate=44100:d=0.6";

constexpr Recipe k_films[]{
    {"h264-aac.mp4", "-c:v libx264 -preset ultrafast -bf 2 -g 8 -pix_fmt yuv420p -c:a aac"},
    {"h264-10bit.mov", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p10le -c:a pcm_s16le"},
    {"h264-422.mkv", "-c:v libx264 -preset ultrafast -pix_fmt yuv422p -c:a flac"},
    {"h264-fragments.mp4", "-c:v libx264 -preset ultrafast -g 5 -pix_fmt yuv420p -c:a aac "
                           "-movflags frag_keyframe+empty_moov"},
    {"two-sounds.mp4", "-map 0 -map 1 -map 1 -c:v libx264 -preset ultrafast -g 8 "
                       "-pix_fmt yuv420p -c:a aac"},
    {"hevc-aac.mp4", "-c:v libx265 -preset ultrafast -x265-params log-level=none -c:a aac"},
    {"vp8-vorbis.webm", "-c:v libvpx -deadline realtime -cpu-used 8 -c:a libvorbis"},
    {"vp9-opus.webm", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"},
    {"av1-opus.webm", "-c:v libsvtav1 -preset 12 -c:a libopus"},
    {"mpeg4-mp3.mp4", "-c:v mpeg4 -c:a libmp3lame"},
    {"theora-vorbis.ogg", "-c:v libtheora -c:a libvorbis"},
};
constexpr Recipe k_sounds[]{
    {"sound.mp3", "-c:a libmp3lame"}, {"sound.ogg", "-c:a libvorbis"},
    {"sound.opus", "-c:a libopus"},   {"sound.flac", "-c:a flac"},
    {"sound.wav", "-c:a pcm_s16le"},  {"sound.m4a", "-c:a aac"},
};
constexpr Recipe k_stills[]{
    {"still.jpg", "-frames:v 1 -pix_fmt yuvj420p"},
    {"still.png", "-frames:v 1 -pix_fmt rgb24"},
    {"still.webp", "-frames:v 1 -c:v libwebp"},
};

std::vector<std::string> split(const std::string& words) {
    std::istringstream in{words};
    std::vector<std::string> all;
    for (std::string word; in >> word;)
        all.push_back(word);
    return all;
}

void make(const test::MediaFolder& folder, const std::string& inputs, const Recipe& recipe,
          std::vector<Clip>& into) {
    auto words = split(inputs + " " + recipe.words);
    words.emplace_back(recipe.name);
    if (folder.ffmpeg(words))
        into.push_back({recipe.name, folder.read(recipe.name)});
    else
        std::fprintf(stderr, "this ffmpeg cannot make %s\n", recipe.name);
}

} // namespace

std::vector<Clip> make_clips() {
    ::setenv("SVT_LOG", "1", 0); // the AV1 encoder tells of errors only
    const test::MediaFolder folder;
    std::vector<Clip> clips;
    const std::string picture = k_picture;
    const std::string sound = k_sound;
    for (const auto& film : k_films)
        make(folder, picture + " " + sound, film, clips);
    for (const auto& each : k_sounds)
        make(folder, sound, each, clips);
    for (const auto& still : k_stills)
        make(folder, picture, still, clips);
    return clips;
}

} // namespace pufa::hostile
