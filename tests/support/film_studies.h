#pragma once
// Studies of films that nobody filmed, for tests of what is made of them.

#include "content/media/study.h"

#include <cstdint>

namespace pufa::support {

/// One grey level all over; `checks` above 0 draws a chessboard of that contrast instead.
inline media::Still grey_still(int width, int height, uint8_t level, uint8_t checks = 0) {
    media::Still still{width, height, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const auto value = static_cast<uint8_t>(level + ((x + y) % 2 == 0 ? checks : 0));
            still.rgba.insert(still.rgba.end(), {value, value, value, 255});
        }
    }
    return still;
}

/// Ten seconds, in which there is nothing to object to; five grey pictures, each lighter.
inline media::FilmStudy good_study() {
    media::FilmStudy study;
    study.facts.duration = std::chrono::seconds{10};
    study.facts.width = 1280;
    study.facts.height = 720;
    study.facts.frames_per_second = 25;
    study.facts.has_sound = true;
    study.findings.end = std::chrono::seconds{10};
    study.findings.keyframe_gap = std::chrono::seconds{2};
    study.findings.bits_per_second = 2'000'000;
    study.findings.level = media::Level{-18.123, -2.5};
    study.findings.sound_rate = 48'000;
    study.findings.sample_depth = 8;
    study.every = std::chrono::seconds{2};
    for (int i = 0; i < 5; ++i)
        study.thumbs.push_back(
            {std::chrono::seconds{2 * i}, grey_still(16, 9, static_cast<uint8_t>(40 * i), 20)});
    return study;
}

} // namespace pufa::support
